import { describe, expect, it } from 'vitest'
import { confinementApproval as rule } from '../../../server/rules/detention/confinement-approval.ts'
import { at, given } from '../../support/timeline.ts'

const judged = (rank: string | null, facilityKind = 'detention-house', when = '2026-03-02 09:00') =>
  given(rule, [
    when,
    'custody.confined',
    { confinement: 'k1', person: 'p1', facility: 'kss-1', facilityKind, rank },
  ]).until('2026-03-03 00:00')

describe('经看守所所长批准予以禁闭（看守所条例第三十六条）', () => {
  it('finds nothing when the director or a chief above approved', () => {
    expect(judged('facility-director')).toEqual([])
    expect(judged('bureau-chief')).toEqual([])
  })
  it('opens without approval, or by an officer', () => {
    expect(judged(null)).toMatchObject([{ since: at('2026-03-02 09:00'), concerns: { unit: 'kss-1' } }])
    expect(judged('officer')).toHaveLength(1)
  })
  it('does not mean the lock-up, nor days before the regulation', () => {
    expect(judged(null, 'lockup')).toEqual([])
    expect(judged(null, 'detention-house', '1990-03-16 09:00')).toEqual([])
  })
})
