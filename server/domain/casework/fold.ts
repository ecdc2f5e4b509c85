import type { Entry } from '../entry.ts'
import type { DataOf, ObservationKind } from '../observation/index.ts'
import { days, type Instant } from '../time.ts'
import type { CallClass, CaseFacts, CaseworkState, Correction, IncidentFacts, ItemFacts, OrderFacts } from './state.ts'

/** How long a case, an item, a call or an order is remembered after its end. */
const OVER_MS = days(40)
/** Officers, items and orders that are kept of one case, one carrier, one call. */
const MOST = 64

export const caseworkKinds: readonly ObservationKind[] = [
  'case.reported',
  'case.accepted',
  'case.filed',
  'case.assigned',
  'case.closed',
  'case.transferred',
  'appraisal.begun',
  'decision.made',
  'property.seized',
  'property.released',
  'property.disposed',
  'call.received',
  'incident.reclassified',
  'dispatch.ordered',
  'dispatch.closed',
  'discretion-band.published',
  'discretion-band.withdrawn',
]

/** Who rides in a carrier at an instant, as the roster has it; the register knows. */
export type CrewAt = (carrier: string, at: Instant) => readonly string[]

/** Takes the next entry into `state`, which it changes. */
export const applyCasework = (
  state: CaseworkState,
  { recordedAt, observation: o }: Entry,
  crewAt: CrewAt,
  unitOf: (carrier: string) => string | undefined,
): void => {
  forget(state, recordedAt)
  const { observedAt: at } = o
  switch (o.kind) {
    case 'case.reported':
      touch(state, o.data, { type: o.data.type })
      break
    case 'case.accepted': {
      const { officers, acceptedBy } = o.data
      const named = officers.length > 0 ? officers : acceptedBy === null ? [] : [acceptedBy]
      // What was heard late does not bring back those who were replaced since.
      const replaced = (state.cases[o.data.case]?.assignedAt ?? at) > at
      touch(state, o.data, { type: o.data.type, acceptedAt: at }, replaced ? [] : named)
      break
    }
    case 'case.filed':
      touch(state, o.data, { type: o.data.type, filedAt: at })
      break
    case 'case.assigned':
      touch(state, o.data, {})
      assign(state.cases, o.data, at)
      break
    case 'case.closed':
    case 'case.transferred':
      touch(state, o.data, { closedAt: at })
      state.over.push({ at: recordedAt, kind: 'case', id: o.data.case })
      break
    case 'appraisal.begun':
      state.appraisals[o.data.appraisal] = { case: o.data.case, item: o.data.item }
      touch(state, o.data, { appraisals: [o.data.appraisal] })
      break
    case 'decision.made':
      state.decisions[o.data.decision] = { case: o.data.case, person: o.data.person }
      touch(state, o.data, { decisions: [o.data.decision] })
      break
    case 'property.seized':
      seize(state, o.data)
      break
    case 'property.released':
    case 'property.disposed':
      state.over.push({ at: recordedAt, kind: 'item', id: o.data.item })
      break
    case 'call.received': {
      const { incident, area, urgency, test, place, unit, endedAt } = o.data
      const first = { incident, area, urgency, test, place, unit, receivedAt: at, endedAt }
      state.incidents[incident] = corrected(first, state.corrections[incident] ?? [])
      state.over.push({ at: recordedAt, kind: 'incident', id: incident })
      break
    }
    case 'incident.reclassified': {
      const { incident, area, urgency, place } = o.data
      const made = [...(state.corrections[incident] ?? []), { at, area, urgency, place }]
      state.corrections[incident] = made.sort((a, b) => a.at - b.at).slice(-MOST)
      const before = state.incidents[incident]
      if (!before) state.over.push({ at: recordedAt, kind: 'incident', id: incident })
      else {
        const { area, urgency } = before.classes[0]!
        state.incidents[incident] = corrected({ ...before, area, urgency }, state.corrections[incident])
      }
      break
    }
    case 'dispatch.ordered':
      order(state, o.data, at, crewAt, unitOf)
      break
    case 'dispatch.closed': {
      const before = state.orders[o.data.order]
      if (!before) break
      state.orders[o.data.order] = { ...before, closedAt: Math.max(before.closedAt ?? at, at) }
      state.over.push({ at: recordedAt, kind: 'order', id: o.data.order })
      break
    }
    case 'discretion-band.published': {
      const { band, validFrom, validUntil } = o.data
      const before = (state.bands[band] ?? [])
        .filter((v) => v.from < validFrom)
        .map((v) => (v.until === undefined || v.until > validFrom ? { ...v, until: validFrom } : v))
      state.bands[band] = [...before, { from: validFrom, until: validUntil ?? undefined, band: o.data }]
      break
    }
    case 'discretion-band.withdrawn':
      state.bands[o.data.band] = (state.bands[o.data.band] ?? []).map((v) =>
        v.until === undefined || v.until > o.data.validUntil ? { ...v, until: o.data.validUntil } : v,
      )
      break
  }
}

/** The call with everything that was put right in it since; what a correction leaves null stays as it was. */
const corrected = (call: Omit<IncidentFacts, 'classes'>, corrections: readonly Correction[]): IncidentFacts => {
  const classes: CallClass[] = [{ from: call.receivedAt, area: call.area, urgency: call.urgency }]
  for (const { at, area, urgency } of corrections) {
    const before = classes.at(-1)!
    classes.push({ from: at, area: area ?? before.area, urgency: urgency ?? before.urgency })
  }
  const { area, urgency } = classes.at(-1)!
  return { ...call, classes, area, urgency, place: corrections.findLast((c) => c.place)?.place ?? call.place }
}

const nothing = (id: string, unit: string): CaseFacts => ({
  case: id,
  unit,
  type: null,
  officers: [],
  items: [],
  appraisals: [],
  decisions: [],
  acceptedAt: undefined,
  filedAt: undefined,
  closedAt: undefined,
})

/** 指定办案民警 replaces those named before; one heard late replaces nobody named since. */
const assign = (
  cases: CaseworkState['cases'],
  { case: id, officers }: { readonly case: string; readonly officers: readonly string[] },
  at: Instant,
): void => {
  const known = cases[id]!
  if ((known.assignedAt ?? at) <= at) cases[id] = { ...known, officers, assignedAt: at }
}

const touch = (
  state: CaseworkState,
  { case: id, unit }: { readonly case: string; readonly unit: string },
  said: Partial<CaseFacts>,
  officers: readonly string[] = [],
): void => {
  const before = state.cases[id] ?? nothing(id, unit)
  state.cases[id] = {
    ...before,
    unit,
    type: said.type ?? before.type,
    officers: joined(before.officers, officers),
    appraisals: joined(before.appraisals, said.appraisals ?? []),
    decisions: joined(before.decisions, said.decisions ?? []),
    acceptedAt: earliest(before.acceptedAt, said.acceptedAt),
    filedAt: earliest(before.filedAt, said.filedAt),
    closedAt: said.closedAt ?? before.closedAt,
  }
}

const seize = (state: CaseworkState, { item, case: of, unit, type, officers }: DataOf<'property.seized'>): void => {
  const before: ItemFacts | undefined = state.items[item]
  state.items[item] = {
    item,
    case: of ?? before?.case ?? null,
    unit,
    type,
    officers: joined(before?.officers ?? [], officers),
  }
  if (of === null) return
  const file = state.cases[of] ?? nothing(of, unit)
  state.cases[of] = { ...file, items: joined(file.items, [item]) }
}

const order = (
  state: CaseworkState,
  { order: id, incident, carriers, place, urgent, unit }: DataOf<'dispatch.ordered'>,
  at: Instant,
  crewAt: CrewAt,
  unitOf: (carrier: string) => string | undefined,
): void => {
  const watched: Record<string, string> = {}
  for (const carrier of carriers) for (const officer of crewAt(carrier, at)) watched[`officer/${officer}`] = carrier
  for (const carrier of carriers) watched[carrier] = carrier
  const closedAt = state.orders[id]?.closedAt
  const facts: OrderFacts = {
    order: id,
    incident,
    carriers,
    watched,
    unit: unit ?? unitOf(carriers[0]!) ?? null,
    place,
    urgent,
    orderedAt: at,
    closedAt,
  }
  state.orders[id] = facts
  for (const one of Object.keys(watched)) state.ordersByCarrier[one] = joined(state.ordersByCarrier[one] ?? [], [id])
  state.ordersByIncident[incident] = joined(state.ordersByIncident[incident] ?? [], [id])
}

const earliest = (a: Instant | undefined, b: Instant | undefined): Instant | undefined =>
  a === undefined ? b : b === undefined ? a : Math.min(a, b)

const joined = (before: readonly string[], more: readonly string[]): string[] =>
  [...new Set([...before, ...more])].slice(-MOST)

/** Forgets what has been over for long; the head of the queue is the oldest. */
const forget = (state: CaseworkState, now: Instant): void => {
  let gone = 0
  while (gone < state.over.length && state.over[gone]!.at < now - OVER_MS) drop(state, state.over[gone++]!)
  if (gone > 0) state.over.splice(0, gone)
}

const drop = (state: CaseworkState, { kind, id }: CaseworkState['over'][number]): void => {
  if (kind === 'case') {
    for (const decision of state.cases[id]?.decisions ?? []) delete state.decisions[decision]
    for (const appraisal of state.cases[id]?.appraisals ?? []) delete state.appraisals[appraisal]
    delete state.cases[id]
    return
  }
  if (kind === 'item') {
    delete state.items[id]
    return
  }
  if (kind === 'incident') {
    delete state.incidents[id]
    delete state.corrections[id]
    delete state.ordersByIncident[id]
    return
  }
  for (const one of Object.keys(state.orders[id]?.watched ?? {})) {
    const left = (state.ordersByCarrier[one] ?? []).filter((o) => o !== id)
    if (left.length > 0) state.ordersByCarrier[one] = left
    else delete state.ordersByCarrier[one]
  }
  delete state.orders[id]
}
