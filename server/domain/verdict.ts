import type { Concerns, Facts } from './finding.ts'
import type { Instant } from './time.ts'

/** What a rule says of one subject at one moment. Not knowing is a verdict (invariant I4). */
export type Verdict =
  | { readonly is: 'clear'; readonly forgetAt?: Instant }
  /**
   * Lawful so far. Becomes wrong after `dueAt`; `dueAt: undefined` is a clock lawfully stopped.
   * With `startedAt` the engine warns at 75 % and 90 % of the way (grades C and B).
   */
  | { readonly is: 'pending'; readonly dueAt: Instant | undefined; readonly startedAt?: Instant }
  | {
      readonly is: 'breach'
      readonly since: Instant
      readonly evidence: readonly number[]
      readonly facts: Facts
      readonly concerns: Concerns
      /** Look again then, though nothing may be reported meanwhile. */
      readonly reviewAt?: Instant
      readonly forgetAt?: Instant
    }
  /** We cannot say. `missing` names what we would have to see. */
  | { readonly is: 'unknown'; readonly missing: string; readonly reviewAt?: Instant; readonly forgetAt?: Instant }

/** Nothing is wrong, and nothing has to be looked at again. One object for all: it is said of nearly every position. */
export const clear: Verdict & { readonly is: 'clear' } = { is: 'clear' }
