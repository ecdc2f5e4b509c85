import type { Instant } from '../domain/time.ts'

/** No appointment. A number like the others: the field then holds numbers alone, which are changed where they lie. */
export const NEVER: Instant = Number.POSITIVE_INFINITY

/** Something to look at again; `order` breaks ties, so that equal deadlines fire in the same order everywhere. */
export interface Appointment {
  /** When to look; `NEVER` while there is nothing to look at. */
  dueAt: Instant
  /** Where its slot stands in the heap; kept by the agenda. */
  slotAt: Instant
  readonly order: number
}

interface Slot<T> {
  readonly at: Instant
  readonly item: T
}

/**
 * What to look at again, and when: a binary heap with lazy slots. A deadline that moves later — as it does with
 * every report of a living device — leaves its slot where it is; the slot moves on only when it is met. One that
 * moves earlier gets a new slot and its old one is stale. Stale slots are thrown away when met, and swept when
 * they outnumber the others, so memory stays bounded by the items that have an appointment.
 */
export const createAgenda = <T extends Appointment>() => {
  let heap: Slot<T>[] = []
  let live = 0

  const before = (a: Slot<T>, b: Slot<T>): boolean => a.at < b.at || (a.at === b.at && a.item.order < b.item.order)

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

  const push = (item: T, at: Instant): void => {
    item.slotAt = at
    heap.push({ at, item })
    up(heap.length - 1)
    if (heap.length > 2 * live + 64) sweep()
  }

  const dropTop = (): void => {
    const last = heap.pop()!
    if (heap.length === 0) return
    heap[0] = last
    down(0)
  }

  /** Rebuilds the heap with one slot for each item that has an appointment. */
  const sweep = (): void => {
    const items = new Set(heap.filter((slot) => slot.item.dueAt !== NEVER).map((slot) => slot.item))
    for (const { item } of heap) item.slotAt = NEVER
    heap = [...items].map((item) => ({ at: item.dueAt, item }))
    for (const { at, item } of heap) item.slotAt = at
    for (let i = (heap.length >> 1) - 1; i >= 0; i--) down(i)
  }

  /** Sets, moves or (with `NEVER`) cancels the appointment of `item`. */
  const set = (item: T, dueAt: Instant): void => {
    if (item.dueAt === dueAt) return
    live += (dueAt === NEVER ? 0 : 1) - (item.dueAt === NEVER ? 0 : 1)
    item.dueAt = dueAt
    if (dueAt < item.slotAt) push(item, dueAt)
  }

  /** The first appointment, if it is not after `by`. Slots that lie later are left as they are, true or stale. */
  const first = (by: Instant): T | undefined => {
    while (heap.length > 0 && heap[0]!.at <= by) {
      const { at, item } = heap[0]!
      if (item.slotAt === at && item.dueAt === at) return item
      dropTop()
      if (item.slotAt !== at) continue
      item.slotAt = NEVER
      if (item.dueAt !== NEVER) push(item, item.dueAt)
    }
    return undefined
  }

  return { set, first, size: () => live, slots: () => heap.length }
}
