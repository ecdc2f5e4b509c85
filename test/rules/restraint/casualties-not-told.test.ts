import { describe, expect, it } from 'vitest'
import { casualtiesNotTold as rule } from '../../../server/rules/restraint/casualties-not-told.ts'
import { notice } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const shot = (when: string, heard?: string): Moment => [
  when,
  'force.used',
  { use: 'u1', unit: 'station-1', officers: ['o1'], kind: 'firearm', warned: true, casualties: true },
  heard,
]
const reported = (when: string, heard?: string): Moment => [
  when,
  'force.reported',
  { use: 'u1', unit: 'station-1', written: false },
  heard,
]

describeLimit('及时通知当地人民检察院，及时通知其家属或者其所在单位（警械条例第十二条；一日为本地设定）', {
  rule,
  begins: (when, heard) => [shot(when, heard), reported(when, heard), notice(when, 'u1', 'procuratorate', {}, heard)],
  done: (when) => notice(when, 'u1', 'employer'),
  begin: '2026-03-02 10:00',
  last: '2026-03-03 10:00',
  past: '2026-03-03 10:01',
  tooEarly: '1996-01-14 10:00',
  lawBegins: '1996-01-16 00:00',
  lawPast: '1996-01-17 00:01',
})

describe('两处都要通知到', () => {
  it('is not fulfilled by the family alone', () =>
    expect(
      given(
        rule,
        shot('2026-03-02 10:00'),
        reported('2026-03-02 10:10'),
        notice('2026-03-02 11:00', 'u1', 'family'),
      ).until('2026-03-04 00:00'),
    ).toHaveLength(1))
  it('does not run before anybody reported', () =>
    expect(given(rule, shot('2026-03-02 10:00')).until('2026-03-04 00:00')).toEqual([]))
})
