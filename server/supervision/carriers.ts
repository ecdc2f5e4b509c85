import type { CarrierState, CarrierView, PositionDelta } from '../contract/views.ts'
import type { Entry } from '../domain/entry.ts'
import type { LngLat } from '../domain/geo.ts'
import type { ObservationOf } from '../domain/observation/index.ts'
import type { Register } from '../domain/register.ts'
import { type Instant, minutes, seconds } from '../domain/time.ts'

/** A marker is live while its fix is younger than this. */
export const LIVE_FOR_MS = seconds(90)
/** On duty and not heard for this long: silent. */
export const SILENT_AFTER_MS = minutes(5)
/** How many of a carrier's newest entries its panel can show. */
const LAST_ENTRIES = 20

export interface Fix {
  readonly seq: number
  readonly position: LngLat | null
  readonly accuracyM: number | null
  readonly speedKmh: number | null
  readonly headingDeg: number | null
  readonly mocked: boolean
  readonly observedAt: Instant
  readonly recordedAt: Instant
}

/** What is remembered of one carrier. */
export interface CarrierMemory {
  fix: Fix | null
  /** Last position that was one; `fix` may be alive without a position. */
  place: { readonly position: LngLat; readonly accuracyM: number | null } | null
  device: string | null
  heardAt: Instant | null
  online: boolean
  last: number[]
}
export type CarriersState = Record<string, CarrierMemory>

type Reported = Entry<ObservationOf<'position.reported'>>

/** A clock that runs ahead must not freeze the marker: such a fix counts from when we had it. */
const effectiveAt = (fix: { observedAt: Instant; recordedAt: Instant }): Instant =>
  Math.min(fix.observedAt, fix.recordedAt)

const unheard = (): CarrierMemory => ({ fix: null, place: null, device: null, heardAt: null, online: false, last: [] })

/** Where every carrier is, as far as was heard: a fold over positions and connections. */
export const createCarriers = (register: Register, state: CarriersState = {}) => {
  const of = (carrier: string): CarrierMemory => {
    state[carrier] ??= unheard()
    return state[carrier]
  }

  /** Notes that something of a carrier was heard; `live` is false for buffered history. */
  const heard = (carrier: string, { seq, recordedAt }: Entry, live: boolean): CarrierMemory => {
    const memory = of(carrier)
    memory.last = [...memory.last.slice(1 - LAST_ENTRIES), seq]
    if (live) memory.heardAt = recordedAt
    return memory
  }

  /** Returns true when the live marker moved; backfill and late fixes never move it. */
  const reported = (entry: Reported): boolean => {
    const { observedAt, data } = entry.observation
    if (data.carrier === null) return false
    const live = data.delivery === 'live'
    const memory = heard(data.carrier, entry, live)
    if (!live) return false
    const { position, accuracyM, speedKmh, headingDeg, mocked, device } = data
    const { seq, recordedAt } = entry
    const fix: Fix = { seq, position, accuracyM, speedKmh, headingDeg, mocked: mocked ?? false, observedAt, recordedAt }
    if (memory.fix && effectiveAt(memory.fix) >= effectiveAt(fix)) return false
    memory.fix = fix
    memory.device = device
    if (position) memory.place = { position, accuracyM }
    return true
  }

  const stateOf = (carrier: string, now: Instant): CarrierState => {
    const memory = state[carrier]
    if (memory?.fix && now - effectiveAt(memory.fix) <= LIVE_FOR_MS) return 'live'
    const shift = register.shiftAt(carrier, now)
    if (!shift) return 'off-duty'
    // Before the shift began nobody had to report.
    const quietSince = Math.max(memory?.heardAt ?? shift.startsAt, shift.startsAt)
    return now - quietSince > SILENT_AFTER_MS ? 'silent' : 'last-known'
  }

  const view = (carrier: string, now: Instant): CarrierView | undefined =>
    carrierView(register, carrier, state[carrier] ?? unheard(), stateOf(carrier, now), now)

  const delta = (carrier: string, now: Instant): PositionDelta | undefined => {
    const memory = state[carrier]
    if (!memory?.fix) return undefined
    const { fix, place } = memory
    const [longitude, latitude] = place?.position ?? [null, null]
    const accuracyM = place?.accuracyM ?? null
    const { speedKmh, headingDeg, observedAt } = fix
    return [carrier, longitude, latitude, speedKmh, headingDeg, accuracyM, observedAt, stateOf(carrier, now)]
  }

  const known = new Set([
    ...register.vehicles().map((v) => `vehicle/${v.vehicle}`),
    ...register.officers().map((o) => `officer/${o.officer}`),
  ])
  const ids = (unit?: string | null): string[] =>
    unit === undefined ? [...known] : [...known].filter((id) => register.unitOf(id) === unit)

  /** What changes slowly of a carrier, as one word: a sweep over all of them must be cheap. */
  const slowSide = (carrier: string, now: Instant): string => {
    const shift = register.shiftAt(carrier, now)
    const order = register.orderAt(carrier, now)
    const online = state[carrier]?.online ?? false
    return `${stateOf(carrier, now)}|${online}|${shift?.shift}|${shift?.endsAt}|${order?.order}`
  }

  return {
    state,
    of,
    heard,
    reported,
    stateOf,
    view,
    delta,
    slowSide,
    ids,
    size: () => known.size,
    registered: (carrier: string): void => {
      known.add(carrier)
    },
  }
}

/** A carrier of the register as the map shows it; undefined when the register does not know it. */
export const carrierView = (
  register: Register,
  carrier: string,
  memory: CarrierMemory,
  state: CarrierState,
  now: Instant,
): CarrierView | undefined => {
  const slash = carrier.indexOf('/')
  const id = carrier.slice(slash + 1)
  const vehicle = carrier.startsWith('vehicle/') ? register.vehicle(id) : undefined
  const officer = carrier.startsWith('officer/') ? register.officer(id) : undefined
  const unit = vehicle?.unit ?? officer?.unit
  if (unit === undefined) return undefined
  const shift = register.shiftAt(carrier, now)
  const order = register.orderAt(carrier, now)
  const { fix, place } = memory
  return {
    id: carrier,
    kind: vehicle ? 'vehicle' : 'officer',
    name: vehicle?.name.zh ?? officer?.name ?? id,
    ...(vehicle && vehicle.name.en !== vehicle.name.zh && { nameEn: vehicle.name.en }),
    plate: vehicle?.plate ?? null,
    unit,
    state,
    device: memory.device,
    online: memory.online,
    position: place?.position ?? null,
    accuracyM: place?.accuracyM ?? null,
    speedKmh: fix?.speedKmh ?? null,
    headingDeg: fix?.headingDeg ?? null,
    mocked: fix?.mocked ?? false,
    observedAt: fix?.observedAt ?? null,
    recordedAt: fix?.recordedAt ?? null,
    shift: shift ? { id: shift.shift, beat: shift.beat, startsAt: shift.startsAt, endsAt: shift.endsAt } : null,
    order: order ? { id: order.order, urgent: order.urgent } : null,
  }
}
