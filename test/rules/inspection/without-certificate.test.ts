import { describe, expect, it } from 'vitest'
import { withoutCertificate as rule } from '../../../server/rules/inspection/without-certificate.ts'
import { act } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const judged = (more: object, when = '2026-03-02 09:00') =>
  given(
    rule,
    act('inspection', { place: 'workplace', room: null, person: null, warrant: false }).starts(when, more),
  ).until('2027-01-01 00:00')

describe('对场所进行检查的 … 使用检查证检查（治安管理处罚法第一百零三条、旧第八十七条；程序规定第八十二条）', () => {
  it('opens when the record says that no certificate was shown', () => {
    expect(judged({})).toMatchObject([{ since: at('2026-03-02 09:00'), concerns: { officers: ['o1', 'o2'] } }])
    expect(judged({}, '2025-12-31 09:00')).toHaveLength(1)
    expect(judged({ caseType: 'administrative' })).toHaveLength(1)
  })
  it('finds nothing with one, and does not judge where the record says nothing', () => {
    expect(judged({ warrant: true })).toEqual([])
    expect(judged({ warrant: null })).toEqual([])
  })
  it('may be done on the spot, except in somebody’s home', () => {
    expect(judged({ onTheSpot: true })).toEqual([])
    expect(judged({ onTheSpot: true, place: 'home' })).toHaveLength(1)
    expect(judged({ onTheSpot: true, place: 'home' }, '2025-12-31 09:00')).toHaveLength(1)
    expect(judged({ onTheSpot: true, place: 'home', caseType: 'administrative' })).toEqual([])
    expect(judged({ place: 'home', caseType: 'administrative' })).toHaveLength(1)
  })
  it('leaves things checked inside police premises, other acts and criminal cases alone', () => {
    expect(judged({ place: 'standard-case-area' })).toEqual([])
    expect(judged({ place: 'police-premises' })).toEqual([])
    expect(judged({ kind: 'body-check' })).toEqual([])
    expect(judged({ caseType: 'criminal' })).toEqual([])
  })
  it('began with March 2006, for other administrative cases with 2013', () => {
    expect([judged({}, '2006-02-28 23:00').length, judged({}, '2006-03-01 00:00').length]).toEqual([0, 1])
    const other = (when: string) => judged({ caseType: 'administrative' }, when).length
    expect([other('2012-12-31 23:00'), other('2013-01-01 00:00')]).toEqual([0, 1])
  })
})
