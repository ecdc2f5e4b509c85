import { describe, expect, it } from 'vitest'
import { injuryNotAppraised as rule } from '../../../server/rules/case/injury-not-appraised.ts'
import { decided, inCase } from '../../support/cases.ts'
import { given, type Moment } from '../../support/timeline.ts'

const required = inCase('appraisal.required', { person: 'v1', ground: 'victim-asked' })
const begun = inCase('appraisal.begun', { appraisal: 'ap', kind: 'injury', person: 'v1' })

describe('应当进行伤情鉴定（第九十条）', () => {
  it('opens when decided without', () =>
    expect(
      given(rule, required('2026-03-01 09:00'), decided('2026-03-02 09:00')).until('2031-01-01 00:00'),
    ).toHaveLength(1))
  it('finds nothing when it was done', () =>
    expect(
      given(rule, required('2026-03-01 09:00'), begun('2026-03-01 10:00'), decided('2026-03-02 09:00')).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('not when it was of something else', () =>
    expect(
      given(
        rule,
        required('2026-03-01 09:00'),
        begun('2026-03-01 10:00', { kind: 'price' }),
        decided('2026-03-02 09:00'),
      ).until('2031-01-01 00:00'),
    ).toHaveLength(1))
})

describe('应当进行伤情鉴定的，鉴定在决定之前（第九十条）', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  const needed = required('2026-03-01 09:00')
  const made = decided('2026-03-02 09:00')
  it('commissioned at the very moment is before it, a moment later is not; of nobody named it counts', () => {
    expect(found(needed, begun('2026-03-02 09:00'), made)).toEqual([])
    expect(found(needed, made, begun('2026-03-02 09:01'))).toMatchObject([{ evidence: [0, 1] }])
    expect(found(needed, begun('2026-03-01 10:00', { person: null }), made)).toEqual([])
    expect(found(needed, begun('2026-03-01 10:00', { person: 'x' }), made)).toHaveLength(1)
  })
  it('a decision before the need arose is not wrong, one at that moment is', () => {
    expect(found(decided('2026-02-28 09:00'), needed)).toEqual([])
    expect(found(needed, decided('2026-03-01 09:00'))).toHaveLength(1)
  })
})
