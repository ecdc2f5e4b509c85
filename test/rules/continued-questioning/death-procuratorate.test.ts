import { describe, expect, it } from 'vitest'
import { continuedQuestioningDeathProcuratorate as rule } from '../../../server/rules/continued-questioning/death-procuratorate.ts'
import { measure, notice, sensor } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const feed = sensor('1990-01-01 00:00', ['notices'], { room: null })
const asking = (when: string) => measure('continued-questioning').starts(when)
const died = (when: string, of = 'death', heard?: string): Moment => [
  when,
  'custody.incident',
  { incident: 'i1', person: 'p1', unit: 'station-1', of },
  heard,
]

describeLimit('（一）立即通报同级人民检察院（规定第二十五条；自接到报告起，两小时为本地设定）', {
  rule,
  begins: (when, heard) => [
    feed,
    asking(when),
    died(when, 'death', heard),
    notice(when, 'i1', 'supervision', {}, heard),
  ],
  done: (when) => notice(when, 'i1', 'procuratorate'),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 12:00',
  past: '2026-03-02 12:01',
  tooEarly: '2004-09-30 10:00',
  lawBegins: '2004-10-01 00:00',
  lawPast: '2004-10-01 02:01',
  unmoved: [notice('2026-03-02 10:05', 'i1', 'family'), notice('2026-03-02 10:05', 'i2', 'procuratorate')],
})

describe('接到被盘问人死亡的报告后', () => {
  const reported = notice('2026-03-02 10:10', 'i1', 'supervision')
  const found = (...day: Moment[]) => given(rule, ...day).until('2026-03-03 00:00')
  it('waits for the report, and for a source of notices', () => {
    const day = [asking('2026-03-02 09:00'), died('2026-03-02 10:00')]
    expect(found(feed, ...day)).toEqual([])
    expect(found(...day, reported)).toEqual([])
    expect(found(feed, ...day, reported)).toHaveLength(1)
  })
  it('finds nothing where nobody died, or not in continued questioning', () => {
    expect(found(feed, asking('2026-03-02 09:00'), died('2026-03-02 10:00', 'suicide'), reported)).toEqual([])
    const summoned = measure('summons-written').starts('2026-03-02 09:00')
    expect(found(feed, summoned, died('2026-03-02 10:00'), reported)).toEqual([])
  })
})
