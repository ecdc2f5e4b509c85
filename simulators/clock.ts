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

/** Waits until the clock, which runs so fast, shows an instant. Throws when the signal says stop. */
export const waitOn =
  (clock: Now, speed: number, signal?: AbortSignal) =>
  async (instant: number): Promise<void> => {
    while (clock() < instant && !signal?.aborted)
      await new Promise((resolve) => setTimeout(resolve, Math.min(1_000, Math.max(5, (instant - clock()) / speed))))
    signal?.throwIfAborted()
  }
