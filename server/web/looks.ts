import type { Clock } from '../domain/time.ts'
import type { Viewed } from './route.ts'

/** A page that stays open asks for the same again every few seconds: that is one view, journalled anew this often. */
const ANEW_MS = 10 * 60_000
/** Looks remembered; beyond them each is journalled as if it were the first. */
const MOST = 10_000

/** Tells whether a session looks on at what its journalled view was of. The same session, subject and purpose. */
export const createLooks = (clock: Clock) => {
  const journalledAt = new Map<string, number>()
  const keyOf = (session: string, { what, subject }: Viewed, purpose: string): string =>
    JSON.stringify([session, what, subject, purpose])
  return {
    goesOn: (session: string, viewed: Viewed, purpose: string): boolean =>
      clock() - (journalledAt.get(keyOf(session, viewed, purpose)) ?? Number.NEGATIVE_INFINITY) < ANEW_MS,
    /** To be called once the view is in the journal, never before. */
    journalled: (session: string, viewed: Viewed, purpose: string): void => {
      if (journalledAt.size >= MOST) journalledAt.clear()
      journalledAt.set(keyOf(session, viewed, purpose), clock())
    },
  }
}
