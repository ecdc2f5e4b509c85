import type { CycleView, NextRollCall, RollCallBoard, RowView } from '../../server/contract/roll-call.ts'
import { createValue } from '../ui/subscribable.ts'

/** Roll-calls as this console holds them; replaced whole when something changes. */
export interface Calls {
  /** The instant of the last whole board; undefined before the first. */
  readonly at: number | undefined
  readonly cycles: ReadonlyMap<string, CycleView>
  readonly rows: ReadonlyMap<string, RowView>
  readonly next: NextRollCall | null
}
const nothing: Calls = { at: undefined, cycles: new Map(), rows: new Map(), next: null }

/** A board and the news after it: whatever the order in which they come, the newest of each stands. */
export const createCalls = () => {
  const calls = createValue<Calls>(nothing)
  const newest = <T extends { readonly id: string; readonly seq: number }>(
    held: ReadonlyMap<string, T>,
    board: readonly T[],
    seq: number,
  ): Map<string, T> => {
    const next = new Map(board.map((view) => [view.id, view]))
    for (const view of held.values()) {
      const known = next.get(view.id)
      if (view.seq > (known?.seq ?? seq)) next.set(view.id, view)
    }
    return next
  }
  return {
    calls,
    applyBoard: ({ at, seq, cycles, rows, next }: RollCallBoard): void => {
      const held = calls.get()
      calls.set({ at, cycles: newest(held.cycles, cycles, seq), rows: newest(held.rows, rows, seq), next })
    },
    applyCycle: (view: CycleView): void => {
      const held = calls.get()
      if ((held.cycles.get(view.id)?.seq ?? -1) > view.seq) return
      calls.set({ ...held, cycles: new Map(held.cycles).set(view.id, view) })
    },
    applyRow: (view: RowView): void => {
      const held = calls.get()
      if ((held.rows.get(view.id)?.seq ?? -1) > view.seq) return
      calls.set({ ...held, rows: new Map(held.rows).set(view.id, view) })
    },
  }
}

/** The live roll-calls. */
export const rollCalls = createCalls()
