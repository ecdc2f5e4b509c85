import { custodyKinds } from './custody/fold.ts'
import { createCustodyRegister } from './custody/register.ts'
import { type CustodyState, emptyCustody } from './custody/state.ts'
import type { Entry } from './entry.ts'
import type { DataOf, ObservationKind } from './observation/index.ts'
import { createSettings, noSettings, type SettingsState, settingKinds } from './settings.ts'
import { days, type Instant } from './time.ts'

/** A version of something that holds from an instant on. */
interface Dated<T> {
  readonly from: Instant
  readonly until: Instant | undefined
  readonly value: T
}
export type Zone = DataOf<'zone.drawn'>
export type Shift = DataOf<'shift.scheduled'>
export type Task = DataOf<'task.approved'>
export interface Order extends DataOf<'dispatch.ordered'> {
  readonly orderedAt: Instant
  readonly closedAt: Instant | undefined
}

/** Plain data, so that a snapshot of the engine holds it whole. */
export interface RegisterState {
  units: Record<string, DataOf<'unit.registered'>>
  vehicles: Record<string, DataOf<'vehicle.registered'>>
  officers: Record<string, DataOf<'officer.registered'>>
  devices: Record<string, DataOf<'device.bound'>>
  zones: Record<string, Dated<Zone>[]>
  shifts: Record<string, Shift[]>
  tasks: Record<string, Task[]>
  orders: Record<string, Order[]>
  /** Persons, measures, rooms, recorders. */
  custody: CustodyState
  /** What the bureau set of what the law leaves open, and which rules it switched on or off. */
  settings: SettingsState
}

/** How long the register remembers what is over; a report later than this is judged without it. */
export const REMEMBERED_MS = days(40)

const empty = (): RegisterState => ({
  units: {},
  vehicles: {},
  officers: {},
  devices: {},
  zones: {},
  shifts: {},
  tasks: {},
  orders: {},
  custody: emptyCustody(),
  settings: noSettings(),
})

/** The kinds of observation that change the register. */
export const registerKinds: ReadonlySet<ObservationKind> = new Set<ObservationKind>([
  'unit.registered',
  'vehicle.registered',
  'officer.registered',
  'device.bound',
  'zone.drawn',
  'zone.withdrawn',
  'shift.scheduled',
  'shift.cancelled',
  'task.approved',
  'task.withdrawn',
  'dispatch.ordered',
  'dispatch.closed',
  ...custodyKinds,
  ...settingKinds,
])

/** Read-only face of the register: who belongs where, and what was in force at an instant. */
export type Register = Omit<ReturnType<typeof createRegister>, 'apply' | 'state'>

/**
 * Who belongs to which unit, which zones exist, who is on duty and under which order — as the journal
 * has told so far. A fold without clock or I/O; the engine hands its read-only face to the rules.
 */
export const createRegister = (state: RegisterState = empty()) => {
  const custody = createCustodyRegister(state.custody)
  const settings = createSettings(state.settings)
  /** Answers that hold for a while, thrown away when a zone changes; every fix asks for them. */
  const shiftsHeld = new Map<string, ReturnType<typeof shiftAround>>()
  const zonesHeld = new Map<Zone['kind'], Dated<Zone[]>>()
  const apply = (entry: Entry): void => {
    const { observation: o, recordedAt } = entry
    if (o.kind === 'zone.drawn' || o.kind === 'zone.withdrawn') zonesHeld.clear()
    custody.apply(entry)
    settings.apply(entry)
    switch (o.kind) {
      case 'unit.registered':
        state.units[o.data.unit] = o.data
        break
      case 'vehicle.registered':
        state.vehicles[o.data.vehicle] = o.data
        break
      case 'officer.registered':
        state.officers[o.data.officer] = o.data
        break
      case 'device.bound':
        state.devices[o.data.device] = o.data
        break
      case 'zone.drawn': {
        const { zone, validFrom } = o.data
        const before = (state.zones[zone] ?? [])
          .filter((v) => v.from < validFrom)
          .map((v) => (v.until === undefined || v.until > validFrom ? { ...v, until: validFrom } : v))
        state.zones[zone] = [...before, { from: validFrom, until: undefined, value: o.data }]
        break
      }
      case 'zone.withdrawn': {
        const { zone, validUntil } = o.data
        state.zones[zone] = (state.zones[zone] ?? []).map((v) =>
          v.until === undefined ? { ...v, until: validUntil } : v,
        )
        break
      }
      case 'shift.scheduled': {
        shiftsHeld.delete(o.data.carrier)
        const kept = remembered(state.shifts[o.data.carrier], (s) => s.endsAt, recordedAt)
        state.shifts[o.data.carrier] = [...kept.filter((s) => s.shift !== o.data.shift), o.data]
        break
      }
      case 'shift.cancelled':
        shiftsHeld.delete(o.data.carrier)
        state.shifts[o.data.carrier] = (state.shifts[o.data.carrier] ?? []).filter((s) => s.shift !== o.data.shift)
        break
      case 'task.approved': {
        const kept = remembered(state.tasks[o.data.carrier], (t) => t.endsAt, recordedAt)
        state.tasks[o.data.carrier] = [...kept.filter((t) => t.task !== o.data.task), o.data]
        break
      }
      case 'task.withdrawn':
        state.tasks[o.data.carrier] = (state.tasks[o.data.carrier] ?? []).filter((t) => t.task !== o.data.task)
        break
      case 'dispatch.ordered':
        for (const carrier of o.data.carriers) {
          const kept = remembered(state.orders[carrier], (x) => x.closedAt, recordedAt)
          const order: Order = { ...o.data, orderedAt: o.observedAt, closedAt: undefined }
          state.orders[carrier] = [...kept.filter((x) => x.order !== order.order), order]
        }
        break
      case 'dispatch.closed':
        for (const carrier of o.data.carriers)
          state.orders[carrier] = (state.orders[carrier] ?? []).map((x) =>
            x.order === o.data.order ? { ...x, closedAt: o.observedAt } : x,
          )
        break
    }
  }

  return {
    apply,
    state,
    /** Persons, measures, rooms, recorders and sensors. */
    custody,
    /** Local settings and switches of rules. */
    settings,
    unit: (id: string) => state.units[id],
    vehicle: (id: string) => state.vehicles[id],
    officer: (id: string) => state.officers[id],
    device: (id: string) => state.devices[id],
    units: () => Object.values(state.units),
    vehicles: () => Object.values(state.vehicles),
    officers: () => Object.values(state.officers),
    devices: () => Object.values(state.devices),
    /** The zone as it stood at `at`; undefined when there was none. */
    zone: (id: string, at: Instant): Zone | undefined => inForce(state.zones[id], at),
    /** Every zone of a kind as it stood at `at`; the same list object as long as nothing changes. */
    zones: (kind: Zone['kind'], at: Instant): readonly Zone[] => {
      const held = zonesHeld.get(kind)
      if (held && held.from <= at && (held.until === undefined || at < held.until)) return held.value
      const found = zonesAround(Object.values(state.zones), kind, at)
      zonesHeld.set(kind, found)
      return found.value
    },
    /** All versions of a zone, oldest first. */
    zoneHistory: (id: string): readonly Dated<Zone>[] => state.zones[id] ?? [],
    zoneIds: () => Object.keys(state.zones),
    /** The shift a carrier is on at `at`, both ends included. */
    shiftAt: (carrier: string, at: Instant): Shift | undefined => {
      const held = shiftsHeld.get(carrier)
      if (held && held.from <= at && at <= held.to) return held.shift
      const found = shiftAround(state.shifts[carrier] ?? [], at)
      shiftsHeld.set(carrier, found)
      return found.shift
    },
    shiftsOf: (carrier: string): readonly Shift[] => state.shifts[carrier] ?? [],
    shift: (carrier: string, shift: string): Shift | undefined => state.shifts[carrier]?.find((s) => s.shift === shift),
    /** The dispatch order a carrier is under at `at`. */
    orderAt: (carrier: string, at: Instant): Order | undefined =>
      state.orders[carrier]?.findLast((x) => x.orderedAt <= at && (x.closedAt === undefined || at <= x.closedAt)),
    ordersOf: (carrier: string): readonly Order[] => state.orders[carrier] ?? [],
    taskAt: (carrier: string, at: Instant): Task | undefined =>
      state.tasks[carrier]?.findLast((t) => t.startsAt <= at && at <= t.endsAt),
    tasksOf: (carrier: string): readonly Task[] => state.tasks[carrier] ?? [],
    /** The unit a vehicle or an officer belongs to. */
    unitOf: (carrier: string): string | undefined => {
      const [kind, id] = [carrier.slice(0, carrier.indexOf('/')), carrier.slice(carrier.indexOf('/') + 1)]
      return kind === 'vehicle' ? state.vehicles[id]?.unit : state.officers[id]?.unit
    },
  }
}

const inForce = <T>(versions: readonly Dated<T>[] | undefined, at: Instant): T | undefined => {
  for (let i = (versions?.length ?? 0) - 1; i >= 0; i--) {
    const { from, until, value } = versions![i]!
    if (from <= at && (until === undefined || at < until)) return value
  }
  return undefined
}

/** The shift at `at`, with the time around it, both ends included, in which the answer is the same. */
const shiftAround = (list: readonly Shift[], at: Instant) => {
  let from = Number.NEGATIVE_INFINITY
  let to = Number.POSITIVE_INFINITY
  for (const { startsAt, endsAt } of list) {
    if (startsAt <= at) from = Math.max(from, startsAt)
    else to = Math.min(to, startsAt - 1)
    if (endsAt < at) from = Math.max(from, endsAt + 1)
    else to = Math.min(to, endsAt)
  }
  return { from, to, shift: list.findLast((s) => s.startsAt <= at && at <= s.endsAt) }
}

/** The zones of a kind at `at`, with the time around it in which the answer is the same. */
const zonesAround = (all: readonly Dated<Zone>[][], kind: Zone['kind'], at: Instant): Dated<Zone[]> => {
  let from = Number.NEGATIVE_INFINITY
  let until: Instant | undefined
  const value: Zone[] = []
  for (const versions of all) {
    const zone = inForce(versions, at)
    if (zone?.kind === kind) value.push(zone)
    for (const edge of versions.flatMap((v) => [v.from, v.until ?? v.from])) {
      if (edge <= at) from = Math.max(from, edge)
      else until = Math.min(until ?? edge, edge)
    }
  }
  return { from, until, value }
}

const remembered = <T>(
  all: readonly T[] | undefined,
  overAt: (item: T) => Instant | undefined,
  now: Instant,
): readonly T[] => (all ?? []).filter((item) => (overAt(item) ?? now) >= now - REMEMBERED_MS)
