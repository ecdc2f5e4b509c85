import { type Instant, minutes } from '../time.ts'
import type { CallClass } from './state.ts'

/** What the bureau promised of a call, as it was classified. */
export interface Promised {
  /** From when the minutes run. */
  readonly from: Instant
  readonly minutes: number
  readonly dueAt: Instant
  readonly under: CallClass
}

/** `no-police`: nothing was promised, because the police were not asked for. */
export type Standing = Promised | 'no-police' | undefined

/**
 * The promise that stood when its moment passed, with what was known then; undefined while nobody said of what sort the
 * call is. Whoever went by the class on the screen kept or broke the promise of that class: a correction after the
 * moment has passed neither makes them late nor makes their lateness good. Before it has passed the promise of the
 * corrected class takes its place and runs from the same beginning — unless its own moment was over when the
 * correction was made: nobody can be late at the moment they are told, and the promise before stands. The first word of
 * what nobody had classified corrects nothing, and counts from the beginning; what was none of the police’s
 * counts from when it became so.
 */
export const promised = (
  classes: readonly CallClass[],
  startedAt: Instant,
  minutesOf: (under: CallClass) => number | undefined,
): Standing => {
  let standing: Standing
  for (const under of classes) {
    if (isPromised(standing) && standing.dueAt < under.from) return standing
    if (under.urgency === 'not-police') {
      standing = 'no-police'
      continue
    }
    const amount = minutesOf(under)
    if (amount === undefined) {
      if (standing === 'no-police') standing = undefined
      continue
    }
    const from = standing === 'no-police' ? Math.max(startedAt, under.from) : startedAt
    const dueAt = from + minutes(amount)
    if (isPromised(standing) && dueAt < under.from) continue
    standing = { from, minutes: amount, dueAt, under }
  }
  return standing
}

export const isPromised = (standing: Standing): standing is Promised =>
  standing !== undefined && standing !== 'no-police'
