import type { Observation } from './observation/index.ts'
import { type Instant, minutes } from './time.ts'

/**
 * An observation once the journal has it.
 * `seq` grows by one from entry to entry; `recordedAt` is our clock and never runs backwards (invariant I5).
 */
export interface Entry<O = Observation> {
  readonly seq: number
  readonly recordedAt: Instant
  readonly observation: O
}

/** A device whose clock is further ahead of ours than this tells us nothing about when. */
export const AHEAD_MS = minutes(2)
