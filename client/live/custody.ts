import type { CustodyBoard, RoomView, StayView } from '../../server/contract/custody.ts'
import { createValue } from '../ui/subscribable.ts'

/** The case area as this console holds it; replaced whole when something changes, so that panels can compare. */
export interface CaseArea {
  /** The instant of the last whole board; undefined before the first. */
  readonly at: number | undefined
  readonly stays: ReadonlyMap<string, StayView>
  readonly rooms: ReadonlyMap<string, RoomView>
}

const nothing: CaseArea = { at: undefined, stays: new Map(), rooms: new Map() }

/**
 * A board and the news after it. A word that overtook the board it belongs to is kept, and one that is older than
 * what is shown is not: whatever the order in which they come, the newest stands.
 */
export const createCaseArea = () => {
  const area = createValue<CaseArea>(nothing)
  /** Stays that ended, with the entry that said so. */
  const gone = new Map<string, number>()

  const newest = <T extends { readonly id: string; readonly seq: number }>(
    held: ReadonlyMap<string, T>,
    board: readonly T[],
    seq: number,
  ): Map<string, T> => {
    const next = new Map(board.map((view) => [view.id, view]))
    for (const view of held.values()) if (view.seq > seq) next.set(view.id, view)
    return next
  }

  return {
    area,
    applyBoard: ({ at, seq, stays, rooms }: CustodyBoard): void => {
      const held = area.get()
      const open = newest(held.stays, stays, seq)
      for (const [id, since] of gone) if (since > seq) open.delete(id)
      gone.clear()
      area.set({ at, stays: open, rooms: newest(held.rooms, rooms, seq) })
    },
    applyStay: (view: StayView): void => {
      const held = area.get()
      if ((held.stays.get(view.id)?.seq ?? -1) > view.seq) return
      const stays = new Map(held.stays)
      if (view.departedAt === null) stays.set(view.id, view)
      else {
        stays.delete(view.id)
        gone.set(view.id, view.seq)
      }
      area.set({ ...held, stays })
    },
    applyRoom: (view: RoomView): void => {
      const held = area.get()
      if ((held.rooms.get(view.id)?.seq ?? -1) > view.seq) return
      area.set({ ...held, rooms: new Map(held.rooms).set(view.id, view) })
    },
  }
}

/** The one live case area. */
export const caseArea = createCaseArea()
