import { type CameraState, cameraKinds, createCameraRegister, noCameras, writingKinds } from './camera/register.ts'
import { caseworkKinds } from './casework/fold.ts'
import { createCaseworkRegister } from './casework/register.ts'
import { type CaseworkState, emptyCasework } from './casework/state.ts'
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
import { remembered } from './remembered.ts'
import { hearsayKinds, rollCallKinds } from './roll-call/fold.ts'
import { createRollCallRegister } from './roll-call/register.ts'
import { noRollCall, type RollCallState } from './roll-call/state.ts'
import { createSettings, noSettings, type SettingsState, settingKinds } from './settings.ts'
import { createShiftTable, type Shift } from './shift-table.ts'
import { createTicketRegister, noTickets, type TicketState, ticketKinds } from './ticket/register.ts'
import type { Instant } from './time.ts'
import { createZoneTable, type Dated, type Zone } from './zone-table.ts'

export type { Shift } from './shift-table.ts'
export type { Zone } from './zone-table.ts'
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
  const zones = createZoneTable(state.zones)
  const shifts = createShiftTable(state.shifts, zones)
  const custody = createCustodyRegister(state.custody)
  const radio = createRadioRegister(state.radio)
  const duty = createDutyRegister(custody, state.duty)
  const cameras = createCameraRegister(state.cameras)
  const casework = createCaseworkRegister(
    state.casework,
    (carrier, at) => shifts.shiftAt(carrier, at)?.crew ?? [],
    (carrier) => unitOf(state, carrier),
  )
  const rollCall = createRollCallRegister(state.rollCall)
  const tickets = createTicketRegister(state.tickets)
  const settings = createSettings(state.settings)
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
      case 'zone.drawn':
        zones.draw(o.data)
        shifts.zonesChanged()
        break
      case 'zone.withdrawn':
        zones.withdraw(o.data)
        shifts.zonesChanged()
        break
      case 'shift.scheduled':
        shifts.schedule(o.data, recordedAt)
        break
      case 'shift.cancelled':
        shifts.cancel(o.data)
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
    zone: zones.zone,
    zones: zones.zones,
    zoneHistory: zones.zoneHistory,
    zoneIds: zones.zoneIds,
    shiftAt: shifts.shiftAt,
    beatAt: shifts.beatAt,
    shiftsOf: shifts.shiftsOf,
    shifts: shifts.shifts,
    shiftsWith: shifts.shiftsWith,
    shift: shifts.shift,
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
