import { describe, expect, it } from 'vitest'
import { givenBackWrongly as rule } from '../../../server/rules/property/given-back-wrongly.ts'
import { ofItem, seized } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

const released = ofItem('property.released', {
  to: 'victim',
  collector: 'rightful',
  receipt: true,
  rank: 'bureau-chief',
  photo: true,
  valued: true,
})
const crime = seized('2026-03-01 09:00', { type: 'criminal' })

describe('侦查人员或者公安机关其他工作人员不得代为领取（第二百三十四条）', () => {
  it('finds nothing when the owner signs for it', () =>
    expect(given(rule, crime, released('2026-03-02 09:00')).until('2031-01-01 00:00')).toEqual([]))
  it('opens when an officer does', () =>
    expect(
      given(rule, crime, released('2026-03-02 09:00', { collector: 'officer' })).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'collected-by-officer' } }]))
  it('without the county bureau’s leave', () =>
    expect(
      given(rule, crime, released('2026-03-02 09:00', { rank: 'station-chief' })).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'rank' } }]))
  it('without a receipt, without a photograph', () =>
    expect(
      given(rule, crime, released('2026-03-02 09:00', { receipt: false })).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'no-receipt' } }]))
  it('a public-order case needs no such rank', () =>
    expect(
      given(rule, seized('2026-03-01 09:00'), released('2026-03-02 09:00', { rank: null })).until('2031-01-01 00:00'),
    ).toEqual([]))
})
