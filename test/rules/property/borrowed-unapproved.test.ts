import { describe, expect, it } from 'vitest'
import { borrowedUnapproved as rule } from '../../../server/rules/property/borrowed-unapproved.ts'
import { ofItem } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

const borrowed = ofItem('property.borrowed', { by: 'o1', purpose: 'test' })

describe('经办案部门负责人批准（第一百九十条）', () => {
  it('opens without', () => expect(given(rule, borrowed('2026-03-02 09:00')).until('2031-01-01 00:00')).toHaveLength(1))
  it('finds nothing with the head’s leave, in the store or on record', () =>
    expect(
      given(rule, borrowed('2026-03-02 09:00', { approvedRank: 'department-chief' })).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('or on the approval form before', () =>
    expect(
      given(
        rule,
        ofItem('property.approved', { what: 'borrow', rank: 'station-chief' })('2026-03-02 08:00'),
        borrowed('2026-03-02 09:00'),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('not one that came afterwards, or by an officer', () =>
    expect(
      given(
        rule,
        borrowed('2026-03-02 09:00', { approvedRank: 'officer' }),
        ofItem('property.approved', { what: 'borrow', rank: 'station-chief' })('2026-03-02 10:00'),
      ).until('2031-01-01 00:00'),
    ).toHaveLength(1))
})
