import { describe, expect, it } from 'vitest'
import { detentionReleasedLate as rule } from '../../../server/rules/detention/released-late.ts'
import { measure } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const own = measure('administrative-detention', { stay: null })
const lockup = { person: 'p1', facility: 'jls-1', facilityKind: 'lockup' }
const admitted = (when: string, heard?: string): Moment => [
  when,
  'custody.admitted',
  { ...lockup, measure: 'm1' },
  heard,
]
const released = (when: string): Moment => [when, 'custody.released', lockup]
const decided = own.approved('2012-01-01 09:00', 'bureau-chief', { days: 5 })

describeLimit(
  '从收拘当日到第2日为1日 … 应当按时解除拘留（拘留所条例第三十条、第三十二条）: five days from 5 March end on the 10th',
  {
    rule,
    begins: (when, heard) => [decided, admitted(when, heard)],
    done: released,
    begin: '2026-03-05 15:00',
    last: '2026-03-11 00:00',
    past: '2026-03-11 00:01',
    tooEarly: '2012-03-31 09:00',
    lawBegins: '2012-04-01 00:00',
    lawPast: '2012-04-07 00:01',
  },
)
describe('被拘留人请假出所的时间不计入拘留期限（第二十七条）', () => {
  const out: Moment = [
    '2026-03-06 08:00',
    'custody.taken-out',
    { ...lockup, purpose: 'leave', outing: 'x1', rank: 'bureau-chief' },
  ]
  const back: Moment = ['2026-03-08 08:00', 'custody.returned', { ...lockup, outing: 'x1' }]
  it('moves the end by the days of leave, and stands still while away', () => {
    expect(given(rule, decided, admitted('2026-03-05 15:00'), out, back).until('2026-03-13 00:00')).toEqual([])
    expect(given(rule, decided, admitted('2026-03-05 15:00'), out, back).until('2026-03-13 00:01')).toMatchObject([
      { since: at('2026-03-13 00:00') },
    ])
    expect(given(rule, decided, admitted('2026-03-05 15:00'), out).until('2026-04-01 00:00')).toEqual([])
  })
  it('ends earlier by the days set off (行政案件程序规定第一百六十三条)', () => {
    const offset = own.approved('2026-01-01 09:00', 'bureau-chief', { days: 5, offsetDays: 2 })
    expect(given(rule, offset, admitted('2026-03-05 15:00')).until('2026-03-09 00:00')).toEqual([])
    expect(given(rule, offset, admitted('2026-03-05 15:00')).until('2026-03-09 00:01')).toMatchObject([
      { since: at('2026-03-09 00:00') },
    ])
  })
  it('cannot count without the days decided', () =>
    expect(given(rule, own.starts('2026-03-05 12:00'), admitted('2026-03-05 15:00')).until('2026-06-01 00:00')).toEqual(
      [],
    ))
})
