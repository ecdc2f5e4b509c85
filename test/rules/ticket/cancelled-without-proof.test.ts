import { describe, expect, it } from 'vitest'
import { cancelledWithoutProof as rule } from '../../../server/rules/ticket/cancelled-without-proof.ts'
import { audited, changes, objection } from '../../support/tickets.ts'
import { given } from '../../support/timeline.ts'

const end = '2026-03-09 00:00'
const cancelled = changes('2026-03-02 09:00', { status: 'cancelled' })
const by = (more: object) => audited('2026-03-02 09:00', { action: 'cancel', ground: 3, ...more })

describe('提供证据证明（处理程序规定第二十二条）', () => {
  it('opens for a ground without a file', () =>
    expect(given(rule, cancelled, by({})).until(end)).toMatchObject([{ facts: { ground: 3, missing: 'proof' } }]))
  it('finds nothing with a file in the log or on the row, after an upheld objection, or without a ground', () => {
    expect(given(rule, cancelled, by({ proofs: ['证明.pdf'] })).until(end)).toEqual([])
    expect(given(rule, changes('2026-03-02 09:00', { status: 'cancelled', proof: 'p' }), by({})).until(end)).toEqual([])
    expect(given(rule, objection('2026-03-01 09:00'), cancelled, by({})).until(end)).toEqual([])
    expect(given(rule, cancelled, by({ ground: null })).until(end)).toEqual([])
  })
})
