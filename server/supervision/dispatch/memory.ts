import type { CallClass } from '../../domain/casework/state.ts'
import { followed, noOrderTrack, type OrderTrack, type TrackSettings } from '../../domain/casework/track.ts'
import type { Entry } from '../../domain/entry.ts'
import type { DataOf } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import { hours, type Instant, minutes } from '../../domain/time.ts'

/** What the desk, the cars and the cameras told of one order. */
export interface OrderMemory {
  order: string
  unit: string | null
  carriers: readonly string[]
  urgent: boolean
  orderedAt: Instant
  acknowledgedAt: Instant | null
  refused: { at: Instant; reason: string } | null
  delayed: { at: Instant; reason: string } | null
  departedAt: Instant | null
  arrivedAt: Instant | null
  fedBack: { at: Instant; outcome: string; case: string | null } | null
  closedAt: Instant | null
  recordings: { recording: string; from: Instant; to: Instant | null }[]
  track: OrderTrack
}
export interface IncidentMemory {
  incident: string
  call: DataOf<'call.received'>
  /** As it was classified from when on. */
  classes: readonly CallClass[]
  receivedAt: Instant
  seq: number
  testApprovedAt: Instant | null
  testEndedAt: Instant | null
  /** Settled on the telephone: fed back without an order. */
  answeredAt: Instant | null
  orders: OrderMemory[]
  /** When the journal said the last thing about it. */
  heardAt: Instant
}
export interface DispatchMemory {
  incidents: Record<string, IncidentMemory>
  incidentByOrder: Record<string, string>
  approvals: Record<string, Instant>
}
export const noDispatch = (): DispatchMemory => ({ incidents: {}, incidentByOrder: {}, approvals: {} })

/** Positions tell of an order for so long after it when nobody closes it, and after its end. */
const LONGEST_MS = hours(6)
const AFTER_MS = minutes(10)
const ASSUMED_ACCURACY_M = 30
/** An incident of which nothing was heard for so long is dropped from memory; the table has it. */
const KEPT_MS = hours(8)

const earliest = (a: Instant | null, b: Instant): Instant => (a === null ? b : Math.min(a, b))

/** Takes an entry that the register already has into `memory`; returns the incidents it speaks of. */
export const applyDispatch = (
  memory: DispatchMemory,
  { seq, recordedAt, observation: o }: Entry,
  register: Register,
  settings: () => TrackSettings,
): readonly string[] => {
  const touched = (id: string | undefined): readonly string[] => {
    const one = id === undefined ? undefined : memory.incidents[id]
    if (!one) return []
    one.seq = seq
    one.heardAt = recordedAt
    return [one.incident]
  }
  const order = (id: string, change: (one: OrderMemory) => void): readonly string[] => {
    const incident = memory.incidentByOrder[id]
    const one = incident === undefined ? undefined : memory.incidents[incident]?.orders.find((x) => x.order === id)
    if (!one) return []
    change(one)
    return touched(incident)
  }
  const classesOf = (incident: string) => register.casework.incident(incident)?.classes ?? []
  const at = o.observedAt
  switch (o.kind) {
    case 'position.reported':
      return follow(memory, o, seq, register, settings).flatMap(touched)
    case 'call.received': {
      const before = memory.incidents[o.data.incident]
      memory.incidents[o.data.incident] = {
        testEndedAt: null,
        answeredAt: null,
        orders: [],
        ...before,
        incident: o.data.incident,
        call: o.data,
        classes: classesOf(o.data.incident),
        receivedAt: before ? Math.min(before.receivedAt, at) : at,
        testApprovedAt: memory.approvals[o.data.incident] ?? null,
        seq,
        heardAt: recordedAt,
      }
      forget(memory, recordedAt)
      return [o.data.incident]
    }
    case 'incident.reclassified': {
      const one = memory.incidents[o.data.incident]
      if (!one) return []
      const { area, urgency, place } = o.data
      one.call = {
        ...one.call,
        area: area ?? one.call.area,
        urgency: urgency ?? one.call.urgency,
        place: place ?? one.call.place,
      }
      one.classes = classesOf(one.incident)
      return touched(one.incident)
    }
    case 'dispatch.test-approved': {
      memory.approvals[o.data.incident] = at
      const one = memory.incidents[o.data.incident]
      if (one) one.testApprovedAt = at
      return touched(one?.incident)
    }
    case 'dispatch.test-ended': {
      const one = memory.incidents[o.data.incident]
      if (one) one.testEndedAt = at
      return touched(one?.incident)
    }
    case 'dispatch.ordered': {
      const { order: id, incident, planned } = o.data
      const one = memory.incidents[incident]
      if (!one || planned) return []
      memory.incidentByOrder[id] = incident
      one.orders = [
        ...one.orders.filter((x) => x.order !== id),
        {
          order: id,
          unit: o.data.unit ?? register.unitOf(o.data.carriers[0]!) ?? null,
          carriers: o.data.carriers,
          urgent: o.data.urgent,
          orderedAt: at,
          acknowledgedAt: null,
          refused: null,
          delayed: null,
          departedAt: null,
          arrivedAt: null,
          fedBack: null,
          closedAt: null,
          recordings: [],
          track: noOrderTrack,
        },
      ].sort((a, b) => a.orderedAt - b.orderedAt)
      return touched(incident)
    }
    case 'dispatch.acknowledged':
      return order(o.data.order, (one) => {
        one.acknowledgedAt = earliest(one.acknowledgedAt, at)
      })
    case 'dispatch.refused': {
      const { reason } = o.data
      return order(o.data.order, (one) => {
        one.refused ??= { at, reason }
      })
    }
    case 'dispatch.delayed': {
      const { reason } = o.data
      return order(o.data.order, (one) => {
        one.delayed ??= { at, reason }
      })
    }
    case 'dispatch.departed':
      return order(o.data.order, (one) => {
        one.departedAt = earliest(one.departedAt, at)
      })
    case 'dispatch.arrived':
      return order(o.data.order, (one) => {
        one.arrivedAt = earliest(one.arrivedAt, at)
      })
    case 'dispatch.fed-back': {
      const { outcome, case: of, incident } = o.data
      const known = order(o.data.order, (one) => {
        one.fedBack ??= { at, outcome, case: of }
      })
      if (known.length > 0) return known
      const one = memory.incidents[incident]
      if (one) one.answeredAt = earliest(one.answeredAt, at)
      return touched(one?.incident)
    }
    case 'dispatch.closed':
      return order(o.data.order, (one) => {
        one.closedAt = at
      })
    case 'body-camera.started': {
      const { recording } = o.data
      if (o.data.order === null) return []
      return order(o.data.order, (one) => {
        if (!one.recordings.some((r) => r.recording === recording))
          one.recordings = [...one.recordings, { recording, from: at, to: null }]
      })
    }
    case 'body-camera.stopped': {
      const { recording } = o.data
      const id = Object.keys(memory.incidents).find((i) =>
        memory.incidents[i]!.orders.some((x) => x.recordings.some((r) => r.recording === recording)),
      )
      for (const x of id === undefined ? [] : memory.incidents[id]!.orders)
        x.recordings = x.recordings.map((r) => (r.recording === recording ? { ...r, to: at } : r))
      return touched(id)
    }
    default:
      return []
  }
}

/** The orders that a position tells something new about. */
const follow = (
  memory: DispatchMemory,
  o: Extract<Entry['observation'], { kind: 'position.reported' }>,
  seq: number,
  register: Register,
  settings: () => TrackSettings,
): string[] => {
  const { carrier, position, accuracyM, speedKmh, mocked } = o.data
  if (carrier === null || position === null || mocked) return []
  const at = o.observedAt
  return register.casework.ordersWatching(carrier).flatMap((id) => {
    const incident = memory.incidentByOrder[id]
    const one = incident === undefined ? undefined : memory.incidents[incident]?.orders.find((x) => x.order === id)
    if (!one || at < one.orderedAt || at > (one.closedAt ?? one.orderedAt + LONGEST_MS) + AFTER_MS) return []
    const place = register.casework.order(id)?.place ?? memory.incidents[incident!]!.call.place
    const fix = { at, place: position, accuracyM: accuracyM ?? ASSUMED_ACCURACY_M, speedKmh, seq }
    const before = one.track
    one.track = followed(before, fix, one.orderedAt, place, settings())
    const news =
      one.track.moving?.at !== before.moving?.at ||
      one.track.arrived?.at !== before.arrived?.at ||
      (before.start === null && one.track.start !== null)
    return news ? [incident!] : []
  })
}

const forget = (memory: DispatchMemory, now: Instant): void => {
  for (const [id, one] of Object.entries(memory.incidents)) {
    if (one.heardAt >= now - KEPT_MS) continue
    for (const x of one.orders) delete memory.incidentByOrder[x.order]
    delete memory.approvals[id]
    delete memory.incidents[id]
  }
}
