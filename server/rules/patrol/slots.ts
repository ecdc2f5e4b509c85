import { type Instant, minutes } from '../../domain/time.ts'

/** How long a slot is. */
export const SLOT_MS = minutes(5)

/**
 * A set of five-minute slots by their number since the epoch: a whole shift in a few numbers, the same whichever
 * order the reports came in. Thirty-two slots to a word; `first` is the number of the first word.
 */
export interface SlotSet {
  readonly first: number
  readonly words: readonly number[]
}

export const noSlots: SlotSet = { first: 0, words: [] }

/** The number of the slot that holds an instant, since the epoch. */
export const slotOf = (at: Instant): number => Math.floor(at / SLOT_MS)

export const has = ({ first, words }: SlotSet, slot: number): boolean => {
  const i = (slot >> 5) - first
  return i >= 0 && i < words.length && (words[i]! & (1 << (slot & 31))) !== 0
}

/** The set with one more slot; the same object when it was there. */
export const withSlot = (set: SlotSet, slot: number): SlotSet => {
  if (has(set, slot)) return set
  const word = slot >> 5
  if (set.words.length === 0) return { first: word, words: [1 << (slot & 31)] }
  const first = Math.min(set.first, word)
  const end = Math.max(set.first + set.words.length, word + 1)
  const words = Array.from({ length: end - first }, (_, i) => set.words[first + i - set.first] ?? 0)
  words[word - first]! |= 1 << (slot & 31)
  return { first, words }
}

/** The whole slots between two instants that nothing excuses: how many, and how many of them pass a test. */
export const countSlots = (from: Instant, to: Instant, excused: (from: Instant, to: Instant) => boolean) => {
  const slots: number[] = []
  for (let at = Math.ceil(from / SLOT_MS) * SLOT_MS; at + SLOT_MS <= to; at += SLOT_MS)
    if (!excused(at, at + SLOT_MS)) slots.push(slotOf(at))
  return { all: slots.length, of: (test: (slot: number) => boolean): number => slots.filter(test).length }
}
