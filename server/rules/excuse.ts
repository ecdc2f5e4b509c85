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
  crew: readonly string[] = none,
): readonly Excuse[] => {
  const found: Excuse[] = []
  for (const one of withCrew(carrier, crew)) {
    for (const { orderedAt, closedAt } of register.ordersOf(one))
      found.push({ from: orderedAt, to: closedAt === undefined ? undefined : closedAt + allowanceMs })
    for (const { startsAt, endsAt } of register.tasksOf(one)) found.push({ from: startsAt, to: endsAt + allowanceMs })
  }
  return found
}

/** A carrier and its crew as carriers; every position of one that is away asks for them. */
const withCrew = (carrier: string, crew: readonly string[]): readonly string[] => {
  if (crew.length === 0) return [carrier]
  const known = carriersOfCrew.get(crew)
  if (known?.[0] === carrier) return known
  const made = [carrier, ...crew.map((officer) => `officer/${officer}`)]
  carriersOfCrew.set(crew, made)
  return made
}
const none: readonly never[] = []
const carriersOfCrew = new WeakMap<readonly string[], readonly string[]>()

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
