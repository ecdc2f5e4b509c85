import { describe, expect, it } from 'vitest'
import { questioningMinorWithoutGuardian as rule } from '../../../server/rules/questioning/minor-without-guardian.ts'
import { act, enters, person } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const seventeen = person('2025-12-01 00:00', { birthDate: '2008-06-01' })
const fifteen = person('2025-12-01 00:00', { birthDate: '2010-06-01' })
const judged = (born: ReturnType<typeof person>, when: string, more: object = {}) =>
  given(rule, born, act('questioning', more).starts(when)).until('2026-06-01 00:00')

describe('询问不满十八周岁的违反治安管理行为人，应当通知其父母或者其他监护人到场（第九十八条）', () => {
  it('opens for seventeen without guardian in 2026', () =>
    expect(judged(seventeen, '2026-03-02 09:00')).toMatchObject([{ facts: { years: 17, underYears: 18 } }]))
  it('knew only sixteen until the end of 2025', () => {
    expect(judged(seventeen, '2025-12-31 23:00')).toEqual([])
    expect(judged(fifteen, '2025-12-31 23:00')).toHaveLength(1)
    expect(judged(seventeen, '2026-01-01 00:00')).toHaveLength(1)
  })
  it('finds nothing with a guardian, an appropriate adult, a guardian seen at the door, or a note', () => {
    expect(judged(seventeen, '2026-03-02 09:00', { attendees: [{ as: 'guardian' }] })).toEqual([])
    expect(judged(seventeen, '2026-03-02 09:00', { attendees: [{ as: 'appropriate-adult' }] })).toEqual([])
    expect(judged(seventeen, '2026-03-02 09:00', { guardianUnreachableNoted: true })).toEqual([])
    expect(
      given(
        rule,
        seventeen,
        enters('2026-03-02 08:55', 'g1', 'guardian'),
        act('questioning').starts('2026-03-02 09:00'),
      ).until('2026-03-02 10:00'),
    ).toEqual([])
  })
  it('finds nothing for an adult, and does not judge an unknown age', () => {
    expect(judged(person('2025-12-01 00:00', { birthDate: '2000-01-01' }), '2026-03-02 09:00')).toEqual([])
    expect(given(rule, act('questioning').starts('2026-03-02 09:00')).until('2026-03-02 10:00')).toEqual([])
  })
  it('judges late when the birth date is told late', () =>
    expect(
      given(
        rule,
        enters('2026-03-02 09:00', 'p1', 'held'),
        act('questioning').starts('2026-03-02 09:00'),
        person('2026-03-02 09:30', { birthDate: '2010-01-01' }),
      ).until('2026-03-02 10:00'),
    ).toHaveLength(1))
})
