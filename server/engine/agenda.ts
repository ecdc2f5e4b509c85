import type { Instant } from '../domain/time.ts'

/** Something to look at again; `order` breaks ties, so that equal deadlines fire in the same order everywhere. */
export interface Appointment {
  dueAt: Instant | undefined
  readonly order: number
}

interface Slot<T> {
  readonly dueAt: Instant
  readonly item: T
}

/**
 * What to look at again, and when: a binary heap in which a changed appointment simply leaves its old
 * slot behind. A slot is stale when the item's `dueAt` is no longer the slot's; stale slots are thrown
 * away when met, and swept when they outnumber the live ones, so memory stays bounded by the live items.
 */
export const createAgenda = <T extends Appointment>() => {
  let heap: Slot<T>[] = []
  let live = 0

  const before = (a: Slot<T>, b: Slot<T>): boolean =>
    a.dueAt < b.dueAt || (a.dueAt === b.dueAt && a.item.order < b.item.order)

  const up = (from: number): void => {
    let i = from
    const slot = heap[i]!
    while (i > 0) {
      const parent = (i - 1) >> 1
      if (!before(slot, heap[parent]!)) break
      heap[i] = heap[parent]!
      i = parent
    }
    heap[i] = slot
  }

  const down = (from: number): void => {
    let i = from
    const slot = heap[i]!
    for (;;) {
      let child = 2 * i + 1
      if (child >= heap.length) break
      if (child + 1 < heap.length && before(heap[child + 1]!, heap[child]!)) child++
      if (!before(heap[child]!, slot)) break
      heap[i] = heap[child]!
      i = child
    }
    heap[i] = slot
  }

  const dropTop = (): void => {
    const last = heap.pop()!
    if (heap.length > 0) {
      heap[0] = last
      down(0)
    }
  }

  const sweep = (): void => {
    const seen = new Set<T>()
    heap = heap.filter((slot) => {
      if (slot.item.dueAt !== slot.dueAt || seen.has(slot.item)) return false
      seen.add(slot.item)
      return true
    })
    for (let i = (heap.length >> 1) - 1; i >= 0; i--) down(i)
  }

  /** Sets, moves or (with undefined) cancels the appointment of `item`. */
  const set = (item: T, dueAt: Instant | undefined): void => {
    if (item.dueAt === dueAt) return
    live += (dueAt === undefined ? 0 : 1) - (item.dueAt === undefined ? 0 : 1)
    item.dueAt = dueAt
    if (dueAt === undefined) return
    heap.push({ dueAt, item })
    up(heap.length - 1)
    if (heap.length > 2 * live + 64) sweep()
  }

  /** The first appointment that is not stale. */
  const first = (): T | undefined => {
    while (heap.length > 0) {
      const slot = heap[0]!
      if (slot.item.dueAt === slot.dueAt) return slot.item
      dropTop()
    }
    return undefined
  }

  return { set, first, size: () => live }
}
