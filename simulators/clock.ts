/** Milliseconds since the Unix epoch, or since any fixed moment for a stopwatch. */
export type Now = () => number

export interface Pace {
  /** What the simulated clock shows at `anchor`. */
  readonly epoch: number
  /** Real instant; the server of the same demonstration must be given the same (CLOCK_ANCHOR). */
  readonly anchor: number
  /** How many seconds pass in one second, 0.1 to 3600. */
  readonly speed: number
}

/** The clock every simulated device goes by. */
export const pacedClock =
  ({ epoch, anchor, speed }: Pace, real: Now = Date.now): Now =>
  () =>
    Math.floor(epoch + (real() - anchor) * speed)
