import { describe, expect, it } from 'vitest'
import { overruledUnapproved as rule } from '../../../server/rules/supervision/overruled-unapproved.ts'
import { told } from '../../support/cases.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const of = { overruling: 'v1' }
const decided = told('overruling.decided', { ...of, unit: 'station-1', how: 'annulled' })('2026-03-02 09:00')
const approved = (when: string, as = 'bureau-head') => told('overruling.approved', { ...of, as })(when)
const carriedOut = (when = '2026-03-02 11:00') => told('overruling.carried-out', of)(when)
const found = (...moments: readonly Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')

describe('可以决定撤销或者变更，报本级公安机关行政首长批准后执行（第十条）', () => {
  it('approved, then carried out', () => expect(found(decided, approved('2026-03-02 10:00'), carriedOut())).toEqual([]))
  it('not carried out', () => expect(found(decided)).toEqual([]))
  it.each<[string, readonly Moment[]]>([
    ['never approved', []],
    ['approved afterwards', [approved('2026-03-02 11:01')]],
    ['approved by somebody else', [approved('2026-03-02 10:00', 'other')]],
  ])('%s', (_, approvals) =>
    expect(found(decided, ...approvals, carriedOut())).toMatchObject([
      { since: at('2026-03-02 11:00'), facts: { how: 'annulled' } },
    ]),
  )
  it('is no law before 2011-10-01', () => expect(found(carriedOut('2011-09-30 11:00'))).toEqual([]))
})
