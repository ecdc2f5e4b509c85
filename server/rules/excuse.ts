import type { Register } from '../domain/register.ts'
import type { Instant } from '../domain/time.ts'

/** A time that is not counted against a carrier; `to` is undefined while it lasts. */
export interface Excuse {
  readonly from: Instant
  readonly to: Instant | undefined
}

/**
 * When the carrier, or one of its crew, was under orders or at an approved task, by the true order of things: an
 * order reported late still excuses from the moment it was given. `allowanceMs` is the time to come back afterwards.
 */
export const ordersAndTasks = (
  register: Register,
  carrier: string,
  allowanceMs: number,
  crew: readonly string[] = [],
): Excuse[] =>
  [carrier, ...crew.map((officer) => `officer/${officer}`)].flatMap((one) => [
    ...register.ordersOf(one).map((order) => ({
      from: order.orderedAt,
      to: order.closedAt === undefined ? undefined : order.closedAt + allowanceMs,
    })),
    ...register.tasksOf(one).map((task) => ({ from: task.startsAt, to: task.endsAt + allowanceMs })),
  ])

/** From when on the time from `since` to `last` counts; undefined while an excuse covers `last`. */
export const countedFrom = (since: Instant, last: Instant, excuses: readonly Excuse[]): Instant | undefined => {
  let from = since
  for (const excuse of excuses) {
    if (excuse.from > last) continue
    if (excuse.to === undefined || excuse.to >= last) return undefined
    if (excuse.to > from) from = excuse.to
  }
  return from
}

/** Trips on a 派车单 that somebody approved, with the time to come back. */
export const approvedTrips = (register: Register, carrier: string, allowanceMs: number): Excuse[] =>
  register.duty
    .trips(carrier.slice(carrier.indexOf('/') + 1))
    .filter(({ data }) => carrier.startsWith('vehicle/') && data.approvedBy !== null)
    .map(({ data }) => ({ from: data.startsAt, to: data.endsAt + allowanceMs }))
