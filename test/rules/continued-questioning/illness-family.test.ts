import { describe, expect, it } from 'vitest'
import { continuedQuestioningIllnessFamily as rule } from '../../../server/rules/continued-questioning/illness-family.ts'
import { excused, measure, notice, sensor } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const feed = sensor('1990-01-01 00:00', ['notices'], { room: null })
const asking = (day: string) => measure('continued-questioning').starts(`${day} 00:00`)
const befell = (when: string, of = 'sudden-illness', heard?: string): Moment => [
  when,
  'custody.incident',
  { incident: 'i1', person: 'p1', unit: 'station-1', of },
  heard,
]

describeLimit('应当立即采取措施予以救治，通知其家属或者单位（规定第二十三条；两小时为本地设定）', {
  rule,
  begins: (when, heard) => [feed, asking(when.slice(0, 10)), befell(when, 'sudden-illness', heard)],
  done: (when) => notice(when, 'i1', 'family'),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 12:00',
  past: '2026-03-02 12:01',
  tooEarly: '2004-09-30 10:00',
  lawBegins: '2004-10-01 00:00',
  lawPast: '2004-10-01 02:01',
  unmoved: [
    notice('2026-03-02 10:05', 'i1', 'supervision'),
    notice('2026-03-02 10:05', 'm1', 'family'),
    notice('2026-03-02 10:05', 'i2', 'family'),
  ],
})

describe('对被盘问人身份不明或者没有家属和单位而无法通知的，应当在《继续盘问登记表》上注明', () => {
  const found = (...moments: Moment[]) =>
    given(rule, feed, asking('2026-03-02'), befell('2026-03-02 10:00'), ...moments).until('2026-03-03 00:00')
  it('the employer or a guardian told is enough; an excuse must be noted and ends with its ground', () => {
    expect(found(notice('2026-03-02 11:00', 'i1', 'employer'))).toEqual([])
    expect(found(notice('2026-03-02 11:00', 'i1', 'guardian'))).toEqual([])
    expect(found(excused('2026-03-02 11:00', 'i1', 'family', 'identity-unknown'))).toEqual([])
    expect(found(excused('2026-03-02 11:00', 'i1', 'family', 'no-family', { noted: false }))).toHaveLength(1)
    expect(found(excused('2026-03-02 11:00', 'i1', 'family', 'refuses-contact'))).toHaveLength(1)
    const known: Moment = ['2026-03-02 15:00', 'notice.excuse-ended', { about: 'i1', person: 'p1', to: 'family' }]
    expect(found(excused('2026-03-02 11:00', 'i1', 'family', 'identity-unknown'), known)).toMatchObject([
      { since: at('2026-03-02 17:00') },
    ])
  })
  it('does not judge without a declared source of notices', () =>
    expect(given(rule, asking('2026-03-02'), befell('2026-03-02 10:00')).until('2026-03-03 00:00')).toEqual([]))
  const of = (kind: string) =>
    given(rule, feed, asking('2026-03-02'), befell('2026-03-02 10:00', kind)).until('2026-03-03 00:00')
  it.each(['sudden-illness', 'serious-injury', 'self-harm'])('opens for %s', (kind) =>
    expect(of(kind)).toMatchObject([{ concerns: { unit: 'station-1' } }]),
  )
  it.each(['visible-injury', 'escape', 'death', 'protected-person-in-room'])('leaves %s to other duties', (kind) =>
    expect(of(kind)).toEqual([]),
  )
  it('finds nothing under another measure', () =>
    expect(
      given(rule, feed, measure('summons-written').starts('2026-03-02 00:00'), befell('2026-03-02 10:00')).until(
        '2026-03-03 00:00',
      ),
    ).toEqual([]))
})
