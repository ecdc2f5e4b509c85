/**
 * `refused`: the draft itself is wrong and will never be taken · `overloaded`: too much waits already, come back
 * later · `unavailable`: the store could not say in time whether it has it; the same draft again is safe ·
 * `closed`: the journal was shut.
 */
export type JournalFailureCode = 'refused' | 'overloaded' | 'unavailable' | 'closed'

export interface JournalFailure extends Error {
  readonly journal: JournalFailureCode
}

export const journalFailure = (journal: JournalFailureCode, message: string, cause?: unknown): JournalFailure =>
  Object.assign(new Error(message, { cause }), { journal })

/** What kind of failure an error of `append` is; undefined when it is none of the journal's own. */
export const journalFailureCode = (error: unknown): JournalFailureCode | undefined =>
  error instanceof Error && 'journal' in error ? (error as JournalFailure).journal : undefined
