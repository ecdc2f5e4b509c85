import fc from 'fast-check'
import { expect } from 'vitest'

/** Seconds for each parser; CI gives a minute (goal R7). */
const seconds = Number(process.env.FUZZ_SECONDS ?? '0.5')
export const TOO_SLOW_MS = 50

const timed = (run: () => void): number => {
  const from = performance.now()
  run()
  return performance.now() - from
}

/** Runs until the time is over; no input may throw, and each must be done within 50 ms. */
export const fuzz = <T>(arbitrary: fc.Arbitrary<T>, run: (input: T) => void): void => {
  const end = performance.now() + seconds * 1000
  let runs = 0
  while (performance.now() < end) {
    for (const input of fc.sample(arbitrary, 200)) {
      let ms = timed(() => run(input))
      // A machine that was busy elsewhere is not the input's fault: it must be slow every time.
      for (let again = 0; ms >= TOO_SLOW_MS && again < 4; again++)
        ms = Math.min(
          ms,
          timed(() => run(input)),
        )
      expect(ms).toBeLessThan(TOO_SLOW_MS)
      runs++
    }
  }
  expect(runs).toBeGreaterThan(100)
}

/** A frame that was right, with some of its bytes changed, cut off or repeated. */
export const spoiled = (frames: readonly string[]): fc.Arbitrary<Buffer> =>
  fc
    .record({
      hex: fc.constantFrom(...frames),
      changes: fc.array(fc.tuple(fc.nat(400), fc.nat(255)), { maxLength: 6 }),
      keep: fc.nat(600),
      twice: fc.boolean(),
    })
    .map(({ hex, changes, keep, twice }) => {
      const bytes = Buffer.from(twice ? hex + hex : hex, 'hex')
      for (const [at, byte] of changes) if (at < bytes.length) bytes[at] = byte
      return bytes.subarray(0, keep)
    })

export const junk = fc.uint8Array({ maxLength: 300 }).map((a) => Buffer.from(a))
