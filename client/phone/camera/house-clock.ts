interface Reading {
  readonly offsetMs: number
  readonly uncertaintyMs: number
  readonly readMs: number
}

/** A quartz runs off by no more than this: 50 parts in a million. */
const DRIFT = 50e-6
/** From one tick of `performance.now()` to a frame in a file. */
const LATENCY_MS = 100

/**
 * The house's clock as the phone knows it: each answer of the server says what time it was there, somewhere between
 * asking and hearing. The tightest reading counts, and grows wider as it ages. All in milliseconds.
 */
export const createHouseClock = () => {
  let best: Reading | undefined
  const widthAt = (reading: Reading, nowMs: number): number =>
    reading.uncertaintyMs + Math.abs(nowMs - reading.readMs) * DRIFT

  return {
    /** `at` is what the answer said; the others are `performance.now()` when it was asked and heard. */
    read: (at: number, askedMs: number, heardMs: number): void => {
      const reading = {
        offsetMs: at - (askedMs + heardMs) / 2,
        uncertaintyMs: (heardMs - askedMs) / 2,
        readMs: heardMs,
      }
      if (!best || reading.uncertaintyMs <= widthAt(best, heardMs)) best = reading
    },
    /** The house's time at a moment of `performance.now()`; undefined before the first answer. */
    at: (ms: number): { readonly at: number; readonly uncertaintyMs: number } | undefined =>
      best && { at: Math.round(best.offsetMs + ms), uncertaintyMs: Math.ceil(widthAt(best, ms) + LATENCY_MS) },
  }
}
export type HouseClock = ReturnType<typeof createHouseClock>
