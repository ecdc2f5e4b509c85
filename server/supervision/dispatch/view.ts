import type { FindingBrief } from '../../contract/custody.ts'
import type { Agreement, IncidentView, OrderView } from '../../contract/dispatch.ts'
import { isPromised, promised } from '../../domain/casework/promise.ts'
import type { CallClass } from '../../domain/casework/state.ts'
import { type Instant, minutes } from '../../domain/time.ts'
import type { IncidentMemory, OrderMemory } from './memory.ts'

/** Minutes the bureau promises, by area and urgency, as `dispatch.arrival-late` has them in force. */
export type Promises = Readonly<Record<string, number>>

/** A button and a position may lie so far apart and still agree. */
export const APART_MS = minutes(2)

const minutesOf = ({ area, urgency }: CallClass, urgent: boolean, promises: Promises): number | undefined => {
  if (area === null) return undefined
  const fast = urgency === null ? urgent : urgency === 'urgent'
  return promises[`${area}${fast ? 'Urgent' : ''}Minutes`]
}

/** `heard`: whether positions since the order are known at all. */
export const agreementOf = (desk: Instant | null, position: Instant | null, heard: boolean): Agreement => {
  if (desk === null) return position === null ? 'none' : 'unreported'
  if (position === null) return heard ? 'unsupported' : 'unseen'
  return Math.abs(desk - position) <= APART_MS ? 'agree' : 'apart'
}

const orderView = (one: OrderMemory, incident: IncidentMemory, promises: Promises): OrderView => {
  const { track } = one
  const heard = track.fixes.length > 0
  const step = (desk: Instant | null, position: Instant | null) => ({
    desk,
    position,
    agreement: agreementOf(desk, position, heard),
  })
  const promise = promised(incident.classes, one.orderedAt, (under) => minutesOf(under, one.urgent, promises))
  return {
    id: one.order,
    unit: one.unit,
    carriers: one.carriers,
    urgent: one.urgent,
    orderedAt: one.orderedAt,
    acknowledgedAt: one.acknowledgedAt,
    refused: one.refused,
    delayed: one.delayed,
    moving: step(one.departedAt, track.moving?.at ?? null),
    arrived: step(one.arrivedAt, track.arrived?.at ?? null),
    nearestM: track.nearest?.m ?? null,
    recordings: one.recordings.map(({ from, to }) => ({ from, to })),
    fedBack: one.fedBack,
    closedAt: one.closedAt,
    promise: !incident.call.test && isPromised(promise) ? { minutes: promise.minutes, dueAt: promise.dueAt } : null,
  }
}

/** When nothing was left to do: all orders closed and fed back, or settled on the telephone. */
const overAt = ({ orders, answeredAt }: IncidentMemory): Instant | null => {
  if (orders.length === 0) return answeredAt
  const first = Math.min(...orders.flatMap((x) => x.fedBack?.at ?? []))
  const ends = orders.map((x) => {
    // What became of a call is told once: whoever did not come there has nothing of their own to tell.
    const told = x.arrivedAt === null && Number.isFinite(first) ? first : x.fedBack?.at
    return x.closedAt === null || told === undefined ? null : Math.max(x.closedAt, told)
  })
  return ends.some((end) => end === null) ? null : Math.max(...(ends as Instant[]))
}

export const incidentView = (
  one: IncidentMemory,
  promises: Promises,
  findings: readonly FindingBrief[],
): IncidentView => {
  const { incident, call, receivedAt, seq, testApprovedAt, testEndedAt } = one
  const orders = one.orders.map((x) => orderView(x, one, promises))
  return {
    id: incident,
    seq,
    unit: call.unit ?? orders[0]?.unit ?? null,
    channel: call.channel,
    area: call.area,
    urgency: call.urgency,
    category: call.category,
    test: call.test,
    testApprovedAt,
    testEndedAt,
    place: call.place,
    receivedAt,
    endedAt: call.endedAt,
    orders,
    overAt: overAt(one),
    findings,
  }
}
