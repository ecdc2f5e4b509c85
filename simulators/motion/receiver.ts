import { type LngLat, type Point, toLngLat } from '../county/plane.ts'
import type { Random } from '../county/random.ts'
import type { Motion } from './driver.ts'

/** What a satellite receiver says of a motion. */
export interface Fix {
  /** Null without enough satellites. */
  readonly position: LngLat | null
  readonly speedKmh: number
  readonly headingDeg: number
  readonly satellites: number
  /** Radius that holds two thirds of the fixes. */
  readonly accuracyM: number
}
export interface ReceiverOptions {
  readonly random: Random
  /** Standard deviation of the slow drift; cars 2.5, phones 6. */
  readonly driftM: number
}

const DRIFT_TAU_S = 75
const REACQUIRE_MS = 8_000

/**
 * A receiver with the errors real ones have: they wander slowly (minutes), they are larger just after a
 * tunnel, and two fixes a second apart share almost the same error. `push` adds an offset a scenario asks for.
 */
export const createReceiver = ({ random, driftM }: ReceiverOptions) => {
  let drift: Point = [random.gauss() * driftM, random.gauss() * driftM]
  let blindUntilOpen = false
  let poorForMs = 0
  let push: Point = [0, 0]
  let heading = 0

  return {
    push: (metres: Point): void => {
      push = metres
    },
    fix: (motion: Motion, elapsedMs: number): Fix => {
      const keep = Math.exp(-elapsedMs / 1_000 / DRIFT_TAU_S)
      const fresh = driftM * Math.sqrt(1 - keep * keep)
      drift = [drift[0] * keep + fresh * random.gauss(), drift[1] * keep + fresh * random.gauss()]
      poorForMs = blindUntilOpen && !motion.covered ? REACQUIRE_MS : Math.max(0, poorForMs - elapsedMs)
      blindUntilOpen = motion.covered
      if (motion.speedKmh > 3) heading = motion.headingDeg
      const speedKmh = motion.speedKmh < 0.5 ? 0 : Math.max(0, motion.speedKmh + 0.25 * random.gauss())
      if (motion.covered)
        return {
          position: null,
          speedKmh,
          headingDeg: Math.round(heading) % 360,
          satellites: Math.floor(random.between(0, 3)),
          accuracyM: 500,
        }
      const blur = poorForMs > 0 ? 3 : 1
      const error: Point = [
        drift[0] * blur + 0.4 * random.gauss() + push[0],
        drift[1] * blur + 0.4 * random.gauss() + push[1],
      ]
      return {
        position: toLngLat([motion.at[0] + error[0], motion.at[1] + error[1]]),
        speedKmh,
        headingDeg: Math.round(heading + (motion.speedKmh > 3 ? random.gauss() : 0) + 360) % 360,
        satellites: Math.max(5, Math.round((poorForMs > 0 ? 7 : 15) + random.gauss() * 1.6)),
        accuracyM: Math.round(driftM * 1.6 * blur + Math.hypot(push[0], push[1])),
      }
    },
  }
}
export type Receiver = ReturnType<typeof createReceiver>
