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

describe('经办案部门负责人批准：本次调用的、准许的、事先的批准', () => {
  const approved = ofItem('property.approved', { what: 'borrow', rank: 'department-chief' })
  const found = (when: string, more: object = {}) =>
    given(rule, approved(when, more), borrowed('2026-03-02 09:00')).until('2031-01-01 00:00')
  it('at the very moment is before', () => expect(found('2026-03-02 09:00')).toEqual([]))
  it('leave for something else, a refusal, an officer’s leave are none', () => {
    expect(found('2026-03-02 08:00', { what: 'seizure' })).toMatchObject([{ evidence: [1] }])
    expect(found('2026-03-02 08:00', { decision: 'refused' })).toMatchObject([
      { evidence: [0, 1], concerns: { unit: 'station-1', officers: ['o1'] } },
    ])
    expect(found('2026-03-02 08:00', { rank: 'officer' })).toHaveLength(1)
    expect(found('2026-03-02 09:01')).toMatchObject([{ evidence: [0] }])
  })
})

it('经办案部门负责人批准：each loan needs its own leave', () => {
  const leave = ofItem('property.approved', { what: 'borrow', rank: 'station-chief' })
  const loans = [leave('2026-03-02 08:00'), borrowed('2026-03-02 09:00')]
  const found = (...more: Parameters<typeof given>[1][]) =>
    given(rule, ...loans, ...more, borrowed('2026-03-09 09:00')).until('2031-01-01 00:00')
  expect(found()).toHaveLength(1)
  expect(found(leave('2026-03-09 08:00'))).toEqual([])
})
