import { describe, expect, it } from 'vitest'
import { womanCheckedByMan as rule } from '../../../server/rules/inspection/woman-checked-by-man.ts'
import { person } from '../../support/custody.ts'
import { given, type Moment } from '../../support/timeline.ts'

const woman = person('2025-01-01 00:00', { sex: 'female' })
const check = (more: object = {}, when = '2026-03-02 09:00'): Moment => [
  when,
  'body.checked',
  {
    act: 'a1',
    person: 'p1',
    kind: 'check',
    caseType: 'public-order',
    unit: 'station-1',
    examinerSex: 'male',
    examinerIs: 'officer',
    ...more,
  },
]
const judged = (...moments: Moment[]) => given(rule, woman, ...moments).until('2026-06-01 00:00')

describe('检查妇女的身体，应当由女性工作人员或者医师进行（第一百零三条）', () => {
  it('opens for a man who is an officer', () => expect(judged(check())).toHaveLength(1))
  it('allows a woman, and from 2026 a doctor', () => {
    expect(judged(check({ examinerSex: 'female' }))).toEqual([])
    expect(judged(check({ examinerIs: 'doctor' }))).toEqual([])
    expect(judged(check({ examinerIs: 'doctor' }, '2025-12-31 23:00'))).toHaveLength(1)
  })
  it('allows a doctor at a criminal check but never at a search or an intake（搜查妇女的身体，应当由女工作人员进行）', () => {
    expect(judged(check({ caseType: 'criminal', examinerIs: 'doctor' }, '2025-12-31 23:00'))).toEqual([])
    expect(judged(check({ caseType: 'criminal', kind: 'search', examinerIs: 'doctor' }))).toHaveLength(1)
    expect(judged(check({ kind: 'intake', examinerIs: 'doctor' }))).toHaveLength(1)
  })
  it('finds nothing for a man, and does not judge unknown sexes', () => {
    expect(given(rule, person('2025-01-01 00:00', { sex: 'male' }), check()).until('2026-06-01 00:00')).toEqual([])
    expect(given(rule, check()).until('2026-06-01 00:00')).toEqual([])
    expect(judged(check({ examinerSex: null }))).toEqual([])
  })
  it('does not take the taking of a sample for a check of the body', () =>
    expect(judged(check({ kind: 'sample', caseType: 'criminal', examinerIs: 'doctor' }))).toEqual([]))
  it('asks for a policewoman at the intake of a lock-up（对女性被拘留人的人身检查应当由女性人民警察进行）', () => {
    const intake = (more: object) => judged(check({ kind: 'intake', examinerSex: 'female', ...more }))
    expect(intake({})).toEqual([])
    expect(intake({ examinerIs: 'staff' })).toHaveLength(1)
    expect(intake({ caseType: 'criminal', examinerIs: 'staff' })).toEqual([])
  })
  it('judges each check by itself', () =>
    expect(
      judged(
        check({ act: 'a0', examinerSex: null }),
        check({}, '2026-03-02 10:00'),
        check({ act: 'a2' }, '2026-03-02 15:00'),
      ).map((f) => f.subject),
    ).toEqual(['a1/p1', 'a2/p1']))
  it('judges late when the sex is told late', () =>
    expect(given(rule, check(), person('2026-03-02 10:00', { sex: 'female' })).until('2026-06-01 00:00')).toHaveLength(
      1,
    ))
})
