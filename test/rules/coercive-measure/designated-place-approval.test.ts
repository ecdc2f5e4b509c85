import { describe, expect, it } from 'vitest'
import { designatedPlaceApproval as rule } from '../../../server/rules/coercive-measure/designated-place-approval.ts'
import { measure } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const rs = measure('residential-surveillance')
const begins = (more: object = {}) =>
  rs.starts('2026-03-02 09:00', { place: 'designated', grounds: ['terrorism'], ...more })
const county = rs.approved('2026-03-01 09:00', 'bureau-chief')
const city = (when = '2026-03-01 15:00', more: object = {}) => rs.approved(when, 'city-bureau', more)
const found = (...moments: Moment[]) => given(rule, ...moments).until('2026-06-01 00:00')

describe('经上一级公安机关批准，也可以在指定的居所执行（刑诉法第七十五条）', () => {
  it('opens when only the county bureau approved, or the bureau above too late or not', () => {
    expect(found(county, begins())).toMatchObject([{ since: at('2026-03-02 09:00'), facts: { rank: 'bureau-chief' } }])
    expect(found(county, begins(), city('2026-03-02 09:01'))).toHaveLength(1)
    expect(found(county, city('2026-03-01 15:00', { decision: 'refused' }), begins())).toHaveLength(1)
  })
  it('finds nothing with it, at home, or without a fixed home', () => {
    expect(found(county, city(), begins())).toEqual([])
    expect(found(county, city('2026-03-02 09:00'), begins())).toEqual([])
    expect(found(county, begins({ place: 'home' }))).toEqual([])
    expect(found(county, begins({ grounds: ['state-security', 'no-fixed-home'] }))).toEqual([])
  })
  it('reads the grounds of the decision too, and does not judge without grounds or decisions', () => {
    expect(
      found(rs.approved('2026-03-01 09:00', 'bureau-chief', { grounds: ['state-security'] }), begins({ grounds: [] })),
    ).toHaveLength(1)
    expect(found(county, begins({ grounds: [] }))).toEqual([])
    expect(found(begins())).toEqual([])
  })
})
