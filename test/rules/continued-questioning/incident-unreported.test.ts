import { describe, expect, it } from 'vitest'
import { continuedQuestioningIncident as rule } from '../../../server/rules/continued-questioning/incident-unreported.ts'
import { measure, notice } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const asking = (day: string) => measure('continued-questioning').starts(`${day} 00:00`)
const hurt = (when: string, of = 'visible-injury', heard?: string): Moment => [
  when,
  'custody.incident',
  { incident: 'i1', person: 'p1', unit: 'station-1', of },
  heard,
]

describeLimit('应当立即报告 … 警务督察部门（继续盘问规定第三十一条；三十分钟为本地设定）', {
  rule,
  begins: (when, heard) => [asking(when.slice(0, 10)), hurt(when, 'visible-injury', heard)],
  done: (when) => notice(when, 'i1', 'supervision'),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 10:30',
  past: '2026-03-02 10:31',
  tooEarly: '2004-09-30 10:00',
  lawBegins: '2004-10-01 00:00',
  lawPast: '2004-10-01 00:31',
  unmoved: [notice('2026-03-02 10:05', 'i1', 'family'), notice('2026-03-02 10:05', 'i2', 'supervision')],
})

describe('only what befalls somebody under continued questioning', () => {
  it.each(['sudden-illness', 'serious-injury', 'escape', 'suicide', 'self-harm', 'death'])('opens for %s', (of) =>
    expect(given(rule, asking('2026-03-02'), hurt('2026-03-02 10:00', of)).until('2026-03-02 11:00')).toMatchObject([
      { facts: { of } },
    ]),
  )
  it('finds nothing under another measure', () =>
    expect(
      given(rule, measure('summons-written').starts('2026-03-02 00:00'), hurt('2026-03-02 10:00')).until(
        '2026-03-02 12:00',
      ),
    ).toEqual([]))
})
