import type { Clock, Instant } from './domain/time.ts'

/** The world's clock. */
export const worldClock: Clock = () => Date.now()

export interface DemoPace {
  /** What the demo clock shows until `anchor`. */
  readonly epoch: Instant
  /** Until when it stands at `epoch`, by the world's time; the same for every process of a demo, so that they agree. */
  readonly anchor: Instant
  /** How many seconds pass in one second. */
  readonly speed: number
}

/** A clock for demonstrations: stands at `epoch` until `anchor`, then runs `speed` times as fast as the world. */
export const demoClock =
  (pace: () => DemoPace, world: Clock = worldClock): Clock =>
  () => {
    const { epoch, anchor, speed } = pace()
    return Math.floor(epoch + Math.max(0, world() - anchor) * speed)
  }
