import { describe, expect, it } from 'vitest'
import { unclaimedTooSoon as rule } from '../../../server/rules/property/unclaimed-too-soon.ts'
import { ofItem } from '../../support/cases.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const announced = ofItem('property.owner-announced')
const gone = (when: string, how = 'treasury', heard?: string) => ofItem('property.disposed', { how })(when, {}, heard)
const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')

describe('公告后六个月内，无人认领的，按无主财物处理（第一百九十七条、第二百三十三条）', () => {
  const called = announced('2025-08-31 09:00')
  it('within six months is too soon, the last day of a short month included', () => {
    expect(found(called, gone('2026-02-28 23:59'))).toMatchObject([
      { since: at('2026-02-28 23:59'), evidence: [0, 1], concerns: { unit: 'station-1' } },
    ])
    expect(found(called, gone('2026-03-01 00:01'))).toEqual([])
  })
  it('what was decided on meanwhile, sold, or never announced is not judged', () => {
    const decided = ofItem('property.decided', { decision: 'confiscated' })
    expect(found(called, decided('2025-10-01 09:00'), gone('2025-10-02 09:00'))).toEqual([])
    expect(found(called, gone('2025-10-02 09:00', 'sold'))).toEqual([])
    expect(found(gone('2025-10-02 09:00'))).toEqual([])
    expect(found(gone('2025-08-30 09:00'), called)).toEqual([])
  })
  it('from 2013, and dated truly when heard of late', () => {
    expect(found(announced('2012-12-31 09:00'), gone('2013-02-01 09:00'))).toEqual([])
    expect(found(announced('2013-01-01 09:00'), gone('2013-02-01 09:00'))).toHaveLength(1)
    expect(found(called, gone('2025-10-02 09:00', 'treasury', '2026-01-02 09:00'))).toMatchObject([
      { since: at('2025-10-02 09:00'), openedAt: at('2026-01-02 09:00') },
    ])
  })
})
