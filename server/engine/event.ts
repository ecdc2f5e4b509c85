import type { Finding } from '../domain/finding.ts'
import type { Instant } from '../domain/time.ts'
import type { WarningLevel } from './warning.ts'

/** What the engine says when time passes or an entry comes. `at` is our clock. */
export type EngineEvent =
  | { readonly is: 'opened'; readonly finding: Finding; readonly at: Instant }
  /** Still a breach; its facts and evidence may have grown. */
  | { readonly is: 'continued'; readonly finding: Finding; readonly at: Instant }
  /** The condition ended by itself. The finding is never erased; it waits to be seen. */
  | {
      readonly is: 'ended'
      readonly id: string
      readonly at: Instant
      /** `unknown` also when the rule was switched off; `restated`: later knowledge moved its beginning, and a finding with the true beginning opened. */
      readonly because: 'clear' | 'pending' | 'unknown' | 'restated'
    }
  /** A deadline comes near: countdown turns. Not a finding. */
  | {
      readonly is: 'warned'
      readonly rule: string
      readonly subject: string
      readonly level: WarningLevel
      readonly dueAt: Instant
      readonly at: Instant
    }
  | {
      readonly is: 'rule-failed'
      readonly rule: string
      readonly subject: string
      readonly at: Instant
      readonly message: string
    }
