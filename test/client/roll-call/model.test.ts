import { describe, expect, it } from 'vitest'
import { chipsOf, clockOf, inOrder, minuteOfTime, needsYou, passes } from '../../../client/features/roll-call/model.ts'
import type { RowView } from '../../../server/contract/roll-call.ts'

const row = (target: string, more: Partial<RowView> = {}): RowView =>
  ({ target, unit: 'u1', post: 'patrol', state: 'pending', reconciliation: null, ...more }) as RowView
const units = [{ id: 'u2' }, { id: 'u1' }]

describe('the board', () => {
  it('keeps its order whatever becomes of a row', () => {
    const rows = [row('b'), row('a'), row('l', { post: 'leader' }), row('z', { unit: 'u2' })]
    const targets = (list: readonly RowView[]) => inOrder(list, units).map((r) => r.target)
    expect(targets(rows)).toEqual(['z', 'l', 'a', 'b'])
    expect(
      targets(rows.map((r, i) => ({ ...r, state: i % 2 ? ('answered' as const) : ('missed' as const) })).reverse()),
    ).toEqual(targets(rows))
  })
  it('asks for a look where nobody answered, nothing could be seen, or sources contradict', () => {
    const wrong = row('a', { state: 'answered', reconciliation: { verdict: 'contradicted', chips: [] } as never })
    expect([row('m', { state: 'missed' }), row('u', { state: 'unobservable' }), wrong].every(needsYou)).toBe(true)
    expect([row('p'), row('k', { state: 'answered' }), row('x', { state: 'excused' })].some(needsYou)).toBe(false)
    expect(passes(wrong, 'answered')).toBe(true)
  })
  it('shows what contradicts first', () => {
    const chips = (['silent', 'supports', 'contradicts', 'down'] as const).map((says) => ({ says }))
    const shown = chipsOf(row('a', { reconciliation: { chips } as never })).map((c) => c.says)
    expect(shown).toEqual(['contradicts', 'supports', 'down', 'silent'])
  })
  it('counts down in minutes and reads a time of day', () => {
    expect([clockOf(65_000), clockOf(-5), clockOf(3_729_000)]).toEqual(['1:05', '0:00', '1:02:09'])
    expect([minuteOfTime('8:30'), minuteOfTime('24:00'), minuteOfTime('x')]).toEqual([510, undefined, undefined])
  })
})
