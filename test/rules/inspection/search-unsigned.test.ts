import { describe, expect, it } from 'vitest'
import { searchUnsigned as rule } from '../../../server/rules/inspection/search-unsigned.ts'
import { act } from '../../support/custody.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const search = act('search', { caseType: 'criminal', person: null, place: 'home' })
const signed = (more: object, when = '2026-03-02 10:00') => search.signed(when, { officers: ['o1', 'o2'], ...more })
const judged = (...moments: Moment[]) =>
  given(rule, search.starts('2026-03-02 09:00'), ...moments).until('2026-06-01 00:00')

describe('由侦查人员和被搜查人或者他的家属，邻居或者其他见证人签名或者盖章（刑诉法第一百四十条）', () => {
  it('opens when only the officers signed', () =>
    expect(judged(signed({ signedBy: [] }))).toMatchObject([{ since: at('2026-03-02 10:00') }]))
  it.each(['person', 'family', 'witness'])('%s is enough, also later', (who) => {
    expect(judged(signed({ signedBy: [who] }))).toEqual([])
    expect(
      given(
        rule,
        search.starts('2026-03-02 09:00'),
        signed({ signedBy: [] }),
        signed({ signedBy: [who] }, '2026-03-02 11:00'),
      )
        .events('2026-03-03 00:00')
        .map((e) => e.is),
    ).toEqual(['opened', 'ended'])
  })
  it('does not judge a record that does not say who signed, nor one that is not signed yet', () => {
    expect(judged(signed({}))).toEqual([])
    expect(judged()).toEqual([])
  })
  it('judges nothing before 2013, and no other act or case', () => {
    const by = (day: string, more: object = {}) =>
      given(rule, search.starts(`${day} 09:00`, more), search.signed(`${day} 10:00`, { signedBy: [] })).until(
        '2026-06-01 00:00',
      )
    expect(by('2012-12-31')).toEqual([])
    expect(by('2013-01-01')).toHaveLength(1)
    expect(by('2026-03-02', { kind: 'inspection' })).toEqual([])
    expect(by('2026-03-02', { caseType: 'public-order' })).toEqual([])
  })
})

describe('如果被搜查人或者他的家属在逃或者拒绝签名、盖章，应当在笔录上注明', () => {
  it('finds nothing when the record says so', () => {
    expect(judged(signed({ signedBy: [], refused: true }))).toEqual([])
    expect(judged(signed({ signedBy: [], noted: ['person-absent'] }))).toEqual([])
    expect(judged(signed({ signedBy: [], noted: ['family-refused'] }))).toEqual([])
  })
  it('a witness who refused is no reason: there are others', () =>
    expect(judged(signed({ signedBy: [], noted: ['witness-refused'] }))).toHaveLength(1))
})
