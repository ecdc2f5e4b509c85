import { type Instant, minutes } from '../../domain/time.ts'

const SLOT_MS = minutes(5)

/**
 * A set of five-minute slots, 32 to a word, by their number since the epoch: a whole shift in a few numbers,
 * the same whichever order the reports came in.
 */
export type SlotSet = Readonly<Record<number, number>>

const slotOf = (at: Instant): number => Math.floor(at / SLOT_MS)

export const has = (set: SlotSet, at: Instant): boolean => {
  const slot = slotOf(at)
  return ((set[slot >> 5] ?? 0) & (1 << (slot & 31))) !== 0
}

/** The set with the slot that holds `at`; the same object when it was there. */
export const withSlot = (set: SlotSet, at: Instant): SlotSet => {
  if (has(set, at)) return set
  const slot = slotOf(at)
  return { ...set, [slot >> 5]: (set[slot >> 5] ?? 0) | (1 << (slot & 31)) }
}

/** The whole slots between two instants that nothing excuses: how many, and how many of them pass a test. */
export const countSlots = (from: Instant, to: Instant, excused: (from: Instant, to: Instant) => boolean) => {
  const slots: Instant[] = []
  for (let at = Math.ceil(from / SLOT_MS) * SLOT_MS; at + SLOT_MS <= to; at += SLOT_MS)
    if (!excused(at, at + SLOT_MS)) slots.push(at)
  return { all: slots.length, of: (test: (at: Instant) => boolean): number => slots.filter(test).length }
}
