import { type CameraState, cameraKinds, createCameraRegister, noCameras, writingKinds } from './camera/register.ts'
import { caseworkKinds } from './casework/fold.ts'
import { createCaseworkRegister } from './casework/register.ts'
import { type CaseworkState, emptyCasework } from './casework/state.ts'
import { createCrews } from './crews.ts'
import { custodyKinds } from './custody/fold.ts'
import { createCustodyRegister } from './custody/register.ts'
import { type CustodyState, emptyCustody } from './custody/state.ts'
import { dutyStateKinds } from './duty/fold.ts'
import { createDutyRegister } from './duty/register.ts'
import { type DutyState, noDuty } from './duty/state.ts'
import type { Entry } from './entry.ts'
import type { DataOf, ObservationKind } from './observation/index.ts'
import { radioKinds } from './radio/fold.ts'
import { createRadioRegister } from './radio/register.ts'
import { emptyRadio, type RadioState } from './radio/state.ts'
import { hearsayKinds, rollCallKinds } from './roll-call/fold.ts'
import { createRollCallRegister } from './roll-call/register.ts'
import { noRollCall, type RollCallState } from './roll-call/state.ts'
import { createSettings, noSettings, type SettingsState, settingKinds } from './settings.ts'
import { createTicketRegister, noTickets, type TicketState, ticketKinds } from './ticket/register.ts'
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
  /** When it was over for the carrier: closed, declined by it, or its result entered, whichever came first. */
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
  /** Cases, property, calls and orders. */
  casework: CaseworkState
  /** Radios, their sites and the gateways to them. */
  radio: RadioState
  /** Duties, sign-ins, leave, leaders, posted hours. */
  duty: DutyState
  /** Cameras, when they gave no picture, their clocks. */
  cameras: CameraState
  /** Roll-calls: settings, draws, and those that are open or were closed not long ago. */
  rollCall: RollCallState
  /** Who did what to which ticket, and on which grounds. */
  tickets: TicketState
  /** What the bureau set of what the law leaves open, and which rules it switched on or off. */
  settings: SettingsState
  /** When nothing could be recorded, oldest first. */
  outages: Outage[]
}

/** From the last moment at which something could be recorded to the first one after it. */
export interface Outage {
  readonly from: Instant
  readonly to: Instant
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
  casework: emptyCasework(),
  radio: emptyRadio(),
  duty: noDuty(),
  cameras: noCameras(),
  rollCall: noRollCall(),
  tickets: noTickets(),
  settings: noSettings(),
  outages: [],
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
  'dispatch.refused',
  'dispatch.fed-back',
  ...custodyKinds,
  ...caseworkKinds,
  ...radioKinds,
  ...dutyStateKinds,
  ...cameraKinds,
  ...rollCallKinds,
  ...ticketKinds,
  ...settingKinds,
  'journal.resumed',
])

const hearsay: ReadonlySet<ObservationKind> = new Set<ObservationKind>(hearsayKinds)

/**
 * Kinds that come by the thousand and concern an open roll-call or whether cameras are recorded; whoever folds the
 * register for something else may leave them out.
 */
export const passingKinds: ReadonlySet<ObservationKind> = new Set<ObservationKind>([...hearsayKinds, ...writingKinds])

/** Read-only face of the register: who belongs where, and what was in force at an instant. */
export type Register = Omit<ReturnType<typeof createRegister>, 'apply' | 'state'>

/**
 * Who belongs to which unit, which zones exist, who is on duty and under which order — as the journal
 * has told so far. A fold without clock or I/O; the engine hands its read-only face to the rules.
 */
export const createRegister = (state: RegisterState = empty()) => {
  const custody = createCustodyRegister(state.custody)
  const radio = createRadioRegister(state.radio)
  const duty = createDutyRegister(custody, state.duty)
  const cameras = createCameraRegister(state.cameras)
  const casework = createCaseworkRegister(
    state.casework,
    (carrier, at) => shiftAround(state.shifts[carrier] ?? [], at).shift?.crew ?? [],
    (carrier) => unitOf(state, carrier),
  )
  const rollCall = createRollCallRegister(state.rollCall)
  const tickets = createTicketRegister(state.tickets)
  const settings = createSettings(state.settings)
  const crews = createCrews(state.shifts)
  /** Answers that hold for a while, thrown away when a zone changes; every fix asks for them. */
  const shiftsHeld = new Map<string, ReturnType<typeof shiftAround>>()
  let lastCarrier: string | undefined
  let lastHeld: ReturnType<typeof shiftAround> | undefined
  const forgetShift = (carrier: string): void => {
    shiftsHeld.delete(carrier)
    lastCarrier = undefined
  }
  const zonesHeld = new Map<Zone['kind'], Dated<Zone[]>>()
  const carriersUnder = (order: string): string[] =>
    Object.keys(state.orders).filter((one) => state.orders[one]!.some((x) => x.order === order))
  const orderOver = (carrier: string, order: string, at: Instant): void => {
    state.orders[carrier] = (state.orders[carrier] ?? []).map((x) =>
      x.order === order ? { ...x, closedAt: Math.min(x.closedAt ?? at, at) } : x,
    )
  }
  /** Takes an entry; whether anything in the register may have changed by it. */
  const apply = (entry: Entry): boolean => {
    const { observation: o, recordedAt } = entry
    if (hearsay.has(o.kind)) {
      const heard = rollCall.hear(entry)
      if (!registerKinds.has(o.kind)) return heard
    }
    if (o.kind === 'zone.drawn' || o.kind === 'zone.withdrawn') zonesHeld.clear()
    custody.apply(entry)
    casework.apply(entry)
    radio.apply(entry)
    duty.apply(entry)
    cameras.apply(entry)
    rollCall.apply(entry)
    tickets.apply(entry)
    settings.apply(entry)
    switch (o.kind) {
      case 'journal.resumed':
        state.outages = [
          ...remembered(state.outages, ({ to }) => to, recordedAt),
          { from: o.data.awayFrom, to: recordedAt },
        ]
        break
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
      case 'radio.assigned':
        state.devices[o.data.radio] = { device: o.data.radio, carrier: o.data.carrier, owner: o.data.unit }
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
        forgetShift(o.data.carrier)
        const kept = remembered(state.shifts[o.data.carrier], (s) => s.endsAt, recordedAt)
        state.shifts[o.data.carrier] = [...kept.filter((s) => s.shift !== o.data.shift), o.data]
        crews.add(o.data)
        break
      }
      case 'shift.cancelled':
        forgetShift(o.data.carrier)
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
      case 'dispatch.refused': {
        // Whoever declined an order, or passed it on, is not under it from then on.
        const { order, unit, carrier } = o.data
        const declined = carrier === null ? carriersUnder(order).filter((c) => unitOf(state, c) === unit) : [carrier]
        for (const one of declined) orderOver(one, order, o.observedAt)
        break
      }
      case 'dispatch.fed-back': {
        // Once the result is in there is nothing left to be sent for, whether or not anybody closes the order.
        const { order, unit } = o.data
        const under = carriersUnder(order)
        const own = under.filter((c) => unitOf(state, c) === unit)
        for (const one of own.length > 0 ? own : under) orderOver(one, order, o.observedAt)
        break
      }
      case 'dispatch.closed':
        for (const carrier of o.data.carriers) orderOver(carrier, o.data.order, o.observedAt)
        break
    }
    return true
  }

  return {
    apply,
    state,
    /** Persons, measures, rooms, recorders and sensors. */
    custody,
    /** Cases and who handles them, property, calls and their orders, bands of discretion. */
    casework,
    /** Radios, sites, coverage, and whether their gateways could be reached. */
    radio,
    /** Who is on duty where and as what, who signed in, who is on leave, who leads. */
    duty,
    /** Cameras. */
    cameras,
    /** Who was called, how, and what was heard; the settings of roll-calls. */
    rollCall,
    /** Tickets: log entries by transaction, grounds by ticket. */
    tickets,
    /** Local settings and switches of rules. */
    settings,
    /** The last time in which nothing could be recorded. */
    lastOutage: (): Outage | undefined => state.outages.at(-1),
    outages: (): readonly Outage[] => state.outages,
    /**
     * From when a silence since `since` counts that is only one after `limitMs`: while nothing could be recorded
     * nobody could have been heard, so it begins anew unless it had lasted so long before.
     */
    silentFrom: (since: Instant, limitMs: number): Instant => {
      let from = since
      for (const gap of state.outages) if (from < gap.to && from + limitMs >= gap.from) from = gap.to
      return from
    },
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
      // Each rule asks the same of one report.
      const held = carrier === lastCarrier ? lastHeld : shiftsHeld.get(carrier)
      lastCarrier = carrier
      lastHeld = held
      if (held && held.from <= at && at <= held.to) return held.shift
      lastHeld = shiftAround(state.shifts[carrier] ?? [], at)
      shiftsHeld.set(carrier, lastHeld)
      return lastHeld.shift
    },
    shiftsOf: (carrier: string): readonly Shift[] => state.shifts[carrier] ?? [],
    shifts: (): readonly Shift[] => Object.values(state.shifts).flat(),
    /** The shifts that an officer crews, of whichever carrier. */
    shiftsWith: (officer: string): readonly Shift[] =>
      crews
        .carriersOf(officer)
        .flatMap((carrier) => (state.shifts[carrier] ?? []).filter((s) => s.crew.includes(officer))),
    shift: (carrier: string, shift: string): Shift | undefined => state.shifts[carrier]?.find((s) => s.shift === shift),
    /** The dispatch order a carrier is under at `at`. */
    orderAt: (carrier: string, at: Instant): Order | undefined =>
      state.orders[carrier]?.findLast((x) => x.orderedAt <= at && (x.closedAt === undefined || at <= x.closedAt)),
    ordersOf: (carrier: string): readonly Order[] => state.orders[carrier] ?? [],
    taskAt: (carrier: string, at: Instant): Task | undefined =>
      state.tasks[carrier]?.findLast((t) => t.startsAt <= at && at <= t.endsAt),
    tasksOf: (carrier: string): readonly Task[] => state.tasks[carrier] ?? [],
    /** The unit a vehicle or an officer belongs to. */
    unitOf: (carrier: string): string | undefined => unitOf(state, carrier),
  }
}

const unitOf = ({ vehicles, officers }: RegisterState, carrier: string): string | undefined => {
  const [kind, id] = [carrier.slice(0, carrier.indexOf('/')), carrier.slice(carrier.indexOf('/') + 1)]
  return kind === 'vehicle' ? vehicles[id]?.unit : officers[id]?.unit
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
