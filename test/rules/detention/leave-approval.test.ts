import { describe, expect, it } from 'vitest'
import { leaveApproval as rule } from '../../../server/rules/detention/leave-approval.ts'
import { at, given } from '../../support/timeline.ts'

const judged = (rank: string | null, more: object = {}, when = '2026-03-02 09:00') =>
  given(rule, [
    when,
    'custody.taken-out',
    { person: 'p1', facility: 'jls-1', facilityKind: 'lockup', purpose: 'leave', outing: 'out1', rank, ...more },
  ]).until('2026-03-03 00:00')

describe('请假出所 … 报拘留决定机关决定是否批准（拘留所条例第二十七条）', () => {
  it('finds nothing when the deciding authority approved', () => {
    expect(judged('bureau-chief')).toEqual([])
    expect(judged('court')).toEqual([])
  })
  it('opens without approval, or with the director’s only', () => {
    expect(judged(null)).toMatchObject([{ since: at('2026-03-02 09:00') }])
    expect(judged('facility-director')).toHaveLength(1)
  })
  it('is for leave from lock-ups only, since 2012-04-01', () => {
    expect(judged(null, { purpose: 'treatment' })).toEqual([])
    expect(judged(null, { facilityKind: 'detention-house' })).toEqual([])
    expect(judged(null, {}, '2012-03-31 09:00')).toEqual([])
  })
})
