import { describe, expect, it } from 'vitest'
import { searchWithoutWarrant as rule } from '../../../server/rules/inspection/search-without-warrant.ts'
import { act } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const judged = (more: object, when = '2026-03-02 09:00') =>
  given(rule, act('search', { caseType: 'criminal', place: 'home' }).starts(when, more)).until('2026-06-01 00:00')

describe('进行搜查，必须向被搜查人出示搜查证（刑诉法第一百三十八条）', () => {
  it('opens when the record says that none was shown', () =>
    expect(judged({ warrant: false })).toMatchObject([
      { since: at('2026-03-02 09:00'), concerns: { officers: ['o1', 'o2'] } },
    ]))
  it('finds nothing when it was, and does not judge where the record says nothing', () => {
    expect(judged({ warrant: true })).toEqual([])
    expect(judged({})).toEqual([])
  })
  it('judges nothing before 2013, and no other act or case', () => {
    expect(judged({ warrant: false }, '2012-12-31 09:00')).toEqual([])
    expect(judged({ warrant: false }, '2013-01-01 00:00')).toHaveLength(1)
    expect(judged({ warrant: false, kind: 'inspection' })).toEqual([])
    expect(judged({ warrant: false, caseType: 'public-order' })).toEqual([])
  })
})

describe('在执行逮捕、拘留的时候，遇有紧急情况，不另用搜查证也可以进行搜查', () => {
  it.each(['carried-weapon', 'dangerous-goods', 'hidden-evidence', 'other-suspects', 'sudden-emergency'])(
    '%s',
    (urgent) => expect(judged({ warrant: false, urgent })).toEqual([]),
  )
})
