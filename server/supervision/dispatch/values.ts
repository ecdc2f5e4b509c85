import type { TrackSettings } from '../../domain/casework/track.ts'
import type { Instant } from '../../domain/time.ts'
import { type InForce, valueAt } from '../../engine/in-force.ts'
import type { Promises } from './view.ts'

/** Where the rule on late arrivals is not in the rulebook nothing is promised, and a position counts as it does there. */
const without: TrackSettings = { arriveM: 150, moveM: 60, movingKmh: 8 }

/** The promises and the radii that `dispatch.arrival-late` has in force: timeline and finding agree. */
export const dispatchValuesOf = (inForce: InForce | undefined, at: Instant): Promises & TrackSettings => ({
  ...without,
  ...(inForce ? (valueAt(inForce.steps, at) as Promises | undefined) : {}),
})
