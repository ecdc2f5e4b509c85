import { usualYardstick, type Yardstick } from '../../domain/roll-call/reconcile.ts'
import type { Instant } from '../../domain/time.ts'
import { type InForce, valueAt } from '../../engine/in-force.ts'

/** How near is near enough, as the bureau set it for the rule on answers from the wrong place: board and finding agree. */
export const yardstickOf = (inForce: InForce | undefined, at: Instant): Yardstick => ({
  ...usualYardstick,
  ...(inForce ? (valueAt(inForce.steps, at) as Partial<Yardstick> | undefined) : {}),
})
