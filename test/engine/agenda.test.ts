import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Appointment, createAgenda, NEVER } from '../../server/engine/agenda.ts'

interface Item extends Appointment {
  readonly order: number
}
const items = (n: number): Item[] => Array.from({ length: n }, (_, order) => ({ order, dueAt: NEVER, slotAt: NEVER }))
const soonest = (all: readonly Item[]): Item | undefined =>
  all.filter((i) => i.dueAt !== NEVER).toSorted((a, b) => a.dueAt - b.dueAt || a.order - b.order)[0]

describe('what to look at again, and when', () => {
  it('is always the soonest, whatever was set, moved and cancelled before', () => {
    const step = fc.record({ item: fc.nat(11), dueAt: fc.option(fc.nat(20), { nil: NEVER }), look: fc.nat(25) })
    fc.assert(
      fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
        const all = items(12)
        const agenda = createAgenda<Item>()
        for (const { item, dueAt, look } of steps) {
          agenda.set(all[item]!, dueAt)
          const next = soonest(all)
          expect(agenda.first(look)).toBe(next && next.dueAt <= look ? next : undefined)
        }
        while (soonest(all)) {
          expect(agenda.first(NEVER)).toBe(soonest(all))
          agenda.set(agenda.first(NEVER)!, NEVER)
        }
        expect(agenda.first(NEVER)).toBeUndefined()
        expect(agenda.size()).toBe(0)
      }),
      { numRuns: 500 },
    )
  })
  it('stays small however often deadlines move, later or earlier', () => {
    const all = items(10)
    const agenda = createAgenda<Item>()
    for (let round = 0; round < 10_000; round++) for (const item of all) agenda.set(item, round)
    expect(agenda.slots()).toBe(all.length)
    for (let round = 10_000; round > 0; round--) for (const item of all) agenda.set(item, -1 - (10_000 - round))
    expect(agenda.slots()).toBeLessThanOrEqual(2 * all.length + 65)
    expect(agenda.first(NEVER)).toBe(all[0])
  })
})
