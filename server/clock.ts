import type { Clock, Instant } from './domain/time.ts'

/** The world's clock. */
export const worldClock: Clock = () => Date.now()

export interface DemoPace {
  /** What the demo clock shows at `anchor`. */
  readonly epoch: Instant
  /** The world's time at which it shows that; the same for every process of a demo, so that they agree. */
  readonly anchor: Instant
  /** How many seconds pass in one second. */
  readonly speed: number
}

/** A clock for demonstrations that runs `speed` times as fast as the world. */
export const demoClock =
  ({ epoch, anchor, speed }: DemoPace, world: Clock = worldClock): Clock =>
  () =>
    Math.floor(epoch + (world() - anchor) * speed)
