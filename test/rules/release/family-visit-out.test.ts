import { describe, expect, it } from 'vitest'
import { familyVisitOut as rule } from '../../../server/rules/release/family-visit-out.ts'
import { given } from '../../support/timeline.ts'

const judged = (rank: string | null, more: object = {}) =>
  given(rule, [
    '2026-03-02 09:00',
    'custody.taken-out',
    {
      person: 'p1',
      facility: 'kss-1',
      facilityKind: 'detention-house',
      purpose: 'family-visit',
      outing: 'x1',
      rank,
      ...more,
    },
  ]).until('2026-03-03 00:00')

describe('经办案机关同意，并经公安机关批准 … 允许人犯回家探视（看守所条例第二十九条）', () => {
  it('opens without approval, or with the director’s only', () => {
    expect(judged(null)).toHaveLength(1)
    expect(judged('facility-director')).toHaveLength(1)
  })
  it('finds nothing when the bureau’s chief approved, or for another purpose', () => {
    expect(judged('bureau-chief')).toEqual([])
    expect(judged(null, { purpose: 'court' })).toEqual([])
  })
})
