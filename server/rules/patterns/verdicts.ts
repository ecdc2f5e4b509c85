import type { Concerns, Facts } from '../../domain/finding.ts'
import { days, type Instant } from '../../domain/time.ts'
import type { Verdict } from '../../domain/verdict.ts'

/** How long a subject that is over is still looked at when something late is heard of it. */
export const LATE_MS = days(30)

/** Whom a finding concerns. */
export const about = (unit: string | null | undefined, officers: readonly string[] = []): Concerns => ({
  unit: unit ?? null,
  carrier: null,
  officers,
  place: null,
})

export interface Grounds {
  readonly evidence: readonly number[]
  readonly facts: Facts
  readonly concerns: Concerns
}

export const breach = (since: Instant, grounds: Grounds, forgetAt?: Instant): Verdict => ({
  is: 'breach',
  since,
  ...grounds,
  ...(forgetAt === undefined ? {} : { forgetAt }),
})

/** Nothing wrong, nor can be any more; late news are still taken for a while after the last. */
export const over = (now: Instant): Verdict => ({ is: 'clear', forgetAt: now + LATE_MS })
/** Nothing to judge in this stay: forgotten some time after the last we heard. */
export const idle = (file: readonly unknown[], now: Instant): Verdict => (file.length === 0 ? clear : over(now))
export const clear: Verdict = { is: 'clear' }
export const waiting: Verdict = { is: 'pending', dueAt: undefined }
export const unknown = (missing: string, now: Instant): Verdict => ({ is: 'unknown', missing, forgetAt: now + LATE_MS })

/**
 * Something had to be done by `dueAt`; that very instant is still lawful (以内 includes it). `doneAt` is
 * when it was done, or when the duty fell away; undefined while neither.
 */
export const by = (
  { startedAt, dueAt, doneAt, now }: { startedAt: Instant; dueAt: Instant; doneAt: Instant | undefined; now: Instant },
  grounds: Grounds,
): Verdict => {
  // What a wrong clock, or a plan, dates into the future has not been missed yet.
  if (now > dueAt && (doneAt ?? now) > dueAt) {
    const facts = { startedAt, dueAt, doneAt: doneAt ?? null, ...grounds.facts }
    return breach(dueAt, { ...grounds, facts }, doneAt === undefined ? undefined : now + LATE_MS)
  }
  return doneAt === undefined || doneAt > dueAt ? { is: 'pending', dueAt, startedAt } : over(now)
}
