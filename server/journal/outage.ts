import type { Head } from './commit.ts'
import { type Prepared, prepare } from './prepare.ts'

/** An outage shorter than this is not worth an entry: whatever counts silence counts it in minutes. In ms. */
export const OUTAGE_MS = 30_000

/**
 * The entry that says the journal was away, or nothing when it was not. `end.recordedAt` is durable and moves on as
 * long as anybody writes or looks, so it is the last moment at which something could have been recorded.
 */
export const resumedAfter = (end: Head, now: number): Prepared | undefined => {
  if (end.seq === 0 || now - end.recordedAt < OUTAGE_MS) return undefined
  return prepare([
    {
      source: 'journal',
      key: `resumed/${end.recordedAt}`,
      observation: { kind: 'journal.resumed', observedAt: now, data: { awayFrom: end.recordedAt } },
    },
  ])[0]
}
