import type { CarrierState, CarrierView, PositionDelta, UnitView, ZoneView } from '../contract/views.ts'
import type { Entry } from '../domain/entry.ts'
import type { Register } from '../domain/register.ts'
import type { Instant } from '../domain/time.ts'
import { type CarriersState, createCarriers } from './carriers.ts'
import { createDevices, type DevicesState } from './devices.ts'
import { zoneVersions } from './zones.ts'

/** What a console has to be told. `unit` decides who may hear it. */
export type PictureChange =
  | { readonly is: 'position'; readonly unit: string; readonly delta: PositionDelta }
  | { readonly is: 'carrier'; readonly unit: string; readonly view: CarrierView }
  | { readonly is: 'zone'; readonly unit: string | null; readonly view: ZoneView }

export interface PictureState {
  readonly carriers: CarriersState
  readonly devices: DevicesState
  newestDataAt: Instant | null
}

/** The current picture: a fold over the journal beside the engine's, sharing its register. */
export const createPicture = (
  register: Register,
  state: PictureState = { carriers: {}, devices: {}, newestDataAt: null },
) => {
  const carriers = createCarriers(register, state.carriers)
  const devices = createDevices(register, state.devices)
  /** What was last told of each carrier's slowly changing side, so that only changes are told. */
  const told = new Map<string, string>()
  let sweep: string[] = []

  const carrierChange = (carrier: string, now: Instant): PictureChange[] => {
    const view = carriers.view(carrier, now)
    if (!view) return []
    told.set(carrier, carriers.slowSide(carrier, now))
    return [{ is: 'carrier', unit: view.unit, view }]
  }

  /** Takes an entry that the register already has. */
  const apply = (entry: Entry): PictureChange[] => {
    const { observation: o, recordedAt } = entry
    devices.apply(entry)
    switch (o.kind) {
      case 'position.reported': {
        state.newestDataAt = recordedAt
        const { carrier } = o.data
        const moved = carriers.reported({ ...entry, observation: o })
        const unit = carrier === null ? undefined : register.unitOf(carrier)
        const delta = moved && carrier !== null ? carriers.delta(carrier, recordedAt) : undefined
        return delta && unit !== undefined ? [{ is: 'position', unit, delta }] : []
      }
      case 'device.connected':
      case 'device.disconnected': {
        const { carrier } = o.data
        if (carrier === null) return []
        carriers.heard(carrier, entry, o.kind === 'device.connected').online = o.kind === 'device.connected'
        return carrierChange(carrier, recordedAt)
      }
      case 'device.heartbeat':
      case 'device.registered':
      case 'device.answered':
      case 'device.alarm-raised':
      case 'device.alarm-ended':
        state.newestDataAt = recordedAt
        if (o.data.carrier !== null) carriers.heard(o.data.carrier, entry, true)
        return []
      case 'device.bound':
        if (o.data.carrier === null) return []
        carriers.of(o.data.carrier).device = o.data.device
        return carrierChange(o.data.carrier, recordedAt)
      case 'shift.scheduled':
      case 'shift.cancelled':
        return carrierChange(o.data.carrier, recordedAt)
      case 'dispatch.ordered':
      case 'dispatch.closed':
        return o.data.carriers.flatMap((carrier) => carrierChange(carrier, recordedAt))
      case 'vehicle.registered':
        carriers.registered(`vehicle/${o.data.vehicle}`)
        return carrierChange(`vehicle/${o.data.vehicle}`, recordedAt)
      case 'officer.registered':
        carriers.registered(`officer/${o.data.officer}`)
        return carrierChange(`officer/${o.data.officer}`, recordedAt)
      case 'zone.drawn':
      case 'zone.withdrawn': {
        const view = zoneVersions(register, o.data.zone).at(-1)
        return view ? [{ is: 'zone', unit: view.unit, view }] : []
      }
      default:
        return []
    }
  }

  /**
   * Time passed: who went from live to last known, silent or off duty, and whose shift began or ended. Looks at
   * `share` of all carriers and goes on with the next share when called again, so that ten thousand hold nobody up.
   */
  const advance = (now: Instant, share = 1): PictureChange[] => {
    if (sweep.length === 0) sweep = carriers.ids()
    const part = sweep.splice(0, Math.ceil(carriers.size() * share))
    return part.flatMap((carrier) =>
      told.get(carrier) === carriers.slowSide(carrier, now) ? [] : carrierChange(carrier, now),
    )
  }

  return {
    state,
    carriers,
    devices,
    apply,
    advance,
    /** Every carrier, or those of one unit. */
    all: (now: Instant, unit?: string | null): CarrierView[] =>
      carriers.ids(unit).flatMap((id) => carriers.view(id, now) ?? []),
    /** How many are on duty and not heard. */
    silent: (now: Instant, unit?: string | null): number =>
      carriers.ids(unit).filter((id) => carriers.stateOf(id, now) === 'silent').length,
    /** When anything of one unit's carriers was last reported. */
    newestOf: (unit: string | null): Instant | null =>
      carriers
        .ids(unit)
        .map((id) => carriers.state[id]?.fix?.recordedAt ?? null)
        .reduce<Instant | null>((a, b) => (b !== null && (a === null || b > a) ? b : a), null),
    newestDataAt: () => state.newestDataAt,
  }
}
export type Picture = ReturnType<typeof createPicture>

export const unitViews = (register: Register): UnitView[] =>
  register.units().map(({ unit, ...rest }) => ({ id: unit, ...rest }))

export const countSilent = (carriers: readonly { readonly state: CarrierState }[]): number =>
  carriers.filter((c) => c.state === 'silent').length
