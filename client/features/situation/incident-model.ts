import { type IncidentView, isContradicted, type OrderView } from '../../../server/contract/dispatch.ts'

export type Phase =
  | 'call'
  | 'ordering'
  | 'acknowledging'
  | 'setting'
  | 'coming'
  | 'there'
  | 'feedback'
  | 'closing'
  | 'over'

/** How far an order has come, by the best source of each step: positions before buttons. */
export const phaseOfOrder = (order: OrderView): Phase => {
  if (order.closedAt !== null) return order.fedBack === null ? 'feedback' : 'over'
  if (order.fedBack !== null) return 'closing'
  if (order.arrived.position !== null || (order.arrived.desk !== null && order.arrived.agreement === 'unseen'))
    return 'there'
  if (order.moving.position !== null || (order.moving.desk !== null && order.moving.agreement === 'unseen'))
    return 'coming'
  return order.acknowledgedAt === null ? 'acknowledging' : 'setting'
}
export const phaseOf = (one: IncidentView, now: number): Phase => {
  if (one.overAt !== null) return 'over'
  const last = one.orders.findLast((o) => o.closedAt === null) ?? one.orders.at(-1)
  if (last) return phaseOfOrder(last)
  return one.endedAt === null || one.endedAt > now ? 'call' : 'ordering'
}

export const contradictionsOf = (one: IncidentView): number =>
  one.orders.reduce(
    (n, o) => n + Number(isContradicted(o.moving.agreement)) + Number(isContradicted(o.arrived.agreement)),
    0,
  )

/** Running first, those with a finding before the others, then the newest. */
export const listedIncidents = (all: Iterable<IncidentView>, now: number): readonly IncidentView[] =>
  [...all]
    .filter((v) => v.overAt === null || v.overAt > now - SHOWN_MS)
    .sort(
      (a, b) =>
        Number(a.overAt !== null) - Number(b.overAt !== null) || b.receivedAt - a.receivedAt || (a.id < b.id ? -1 : 1),
    )
/** As long as the server keeps it on the board. */
const SHOWN_MS = 30 * 60_000

/** The promise of an incident: of its first order that has one, and whether it was kept as far as anybody saw. */
export const promiseOf = (one: IncidentView, now: number) => {
  const order = one.orders.find((o) => o.promise !== null)
  if (!order?.promise) return undefined
  const { dueAt, minutes } = order.promise
  const arrivedAt = order.arrived.position
  const is =
    arrivedAt !== null
      ? arrivedAt <= dueAt
        ? 'kept'
        : 'broken'
      : order.closedAt !== null
        ? 'unknown'
        : now <= dueAt
          ? 'left'
          : 'over'
  return { is, minutes, dueAt, ms: Math.abs(dueAt - (arrivedAt ?? now)) } as const
}
