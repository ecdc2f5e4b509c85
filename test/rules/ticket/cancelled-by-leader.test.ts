import { describe, expect, it } from 'vitest'
import { cancelledByLeader as rule } from '../../../server/rules/ticket/cancelled-by-leader.ts'
import { audited, changes } from '../../support/tickets.ts'
import { given } from '../../support/timeline.ts'

const end = '2026-03-09 00:00'
const cancelled = changes('2026-03-02 09:00', { status: 'cancelled' })
const by = (rank: string | null) =>
  audited('2026-03-02 09:00', { action: 'cancel', ground: 7, proofs: ['p'], rank, approverRank: 'bureau-chief' })

describe('消除权属于交管部门，不属于任何领导个人（处理程序规定第二十二条）', () => {
  it.each(['department-chief', 'duty-chief', 'deputy-bureau-chief', 'bureau-chief'])('opens for a %s', (rank) =>
    expect(given(rule, cancelled, by(rank)).until(end)).toHaveLength(1),
  )
  it('finds nothing for an officer, whoever approved, and says nothing where no rank is told', () => {
    expect(given(rule, cancelled, by('officer')).until(end)).toEqual([])
    expect(given(rule, cancelled, by(null)).until(end)).toEqual([])
    expect(given(rule, cancelled).until(end)).toEqual([])
  })
})
