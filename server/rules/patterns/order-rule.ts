import { followed, noOrderTrack, type OrderTrack, type TrackSettings } from '../../domain/casework/track.ts'
import type { Entry } from '../../domain/entry.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import { hours, type Instant, minutes } from '../../domain/time.ts'
import type { EvolveContext, LocalSetting, Taken } from '../define-rule.ts'
import { isFix, readFix } from '../fix.ts'
import { type CaseFile, filed } from './case-file.ts'

/** What the dispatch system tells of one order. */
export const orderKinds = [
  'dispatch.ordered',
  'dispatch.acknowledged',
  'dispatch.departed',
  'dispatch.refused',
  'dispatch.delayed',
  'dispatch.arrived',
  'dispatch.fed-back',
  'dispatch.closed',
] as const
export type OrderKind = (typeof orderKinds)[number]

/** What was told of an order, and what the positions of its carriers tell. */
export interface OrderState {
  readonly told: CaseFile<OrderKind>
  readonly track: OrderTrack
}
export const noOrder: OrderState = { told: [], track: noOrderTrack }

/** Positions are looked at for so long after an order, if nobody closes it, and after its end. */
const LONGEST_MS = hours(6)
const AFTER_MS = minutes(10)

/** The orders whose carriers, or their crews, a position belongs to. */
export const ordersOfPosition = (
  carrier: string | null,
  at: Instant,
  { casework }: Register,
): readonly { readonly order: string; readonly carrier: string }[] => {
  const watching = carrier === null ? none : casework.ordersWatching(carrier)
  // Nearly always none, and every position passes here.
  if (carrier === null || watching.length === 0) return none
  return watching.flatMap((id) => {
    const order = casework.order(id)
    if (!order || at < order.orderedAt || at > (order.closedAt ?? order.orderedAt + LONGEST_MS) + AFTER_MS) return []
    return [{ order: id, carrier: order.watched[carrier] ?? carrier }]
  })
}
const none: readonly never[] = []

export type OrderOrFix = Taken<OrderKind | 'position.reported'>

/** One cell an order. */
export const byOrder = (o: OrderOrFix, register: Register): string | readonly string[] => {
  if (o.kind !== 'position.reported') return o.data.order
  const orders = ordersOfPosition(o.data.carrier, o.observedAt, register)
  return orders.length === 0 ? none : orders.map((one) => one.order)
}

/** One cell an order and carrier, such as `110-7/vehicle/A1`. What names no carrier goes to all of them. */
export const byOrderAndCarrier = (o: OrderOrFix, register: Register): string | readonly string[] => {
  if (o.kind === 'position.reported') {
    const orders = ordersOfPosition(o.data.carrier, o.observedAt, register)
    return orders.length === 0 ? none : orders.map((one) => `${one.order}/${one.carrier}`)
  }
  const { order } = o.data
  const named = 'carriers' in o.data ? o.data.carriers : 'carrier' in o.data && o.data.carrier ? [o.data.carrier] : null
  const all = named ?? register.casework.order(order)?.carriers ?? []
  return all.map((carrier) => `${order}/${carrier}`)
}

/** The order's id, of a subject of either form. */
export const orderIn = (subject: string): string => {
  const cut = subject.search(/\/(vehicle|officer)\//)
  return cut < 0 ? subject : subject.slice(0, cut)
}

/** Files what was told; follows positions. */
export const evolveOrder = <P extends TrackSettings>(
  state: OrderState,
  entry: Entry<OrderOrFix>,
  { register, paramsAt, subject }: EvolveContext<P>,
): OrderState => {
  const { observation: o, seq } = entry
  if (o.kind !== 'position.reported') return { ...state, told: filed(state.told, entry as Entry<Taken<OrderKind>>) }
  const order = register.casework.order(orderIn(subject))
  const settings = order && paramsAt(order.orderedAt)
  if (!order || !settings) return state
  const fix = readFix(o, entry, ASSUMED_ACCURACY_M)
  if (!isFix(fix)) return state
  const { at, place, accuracyM, speedKmh } = fix
  const track = followed(
    state.track,
    { at, place, accuracyM, speedKmh, seq },
    order.orderedAt,
    placeOf(register, order.order),
    settings,
  )
  return track === state.track ? state : { ...state, track }
}
const ASSUMED_ACCURACY_M = 30

/** Where help is wanted: as the order says, else as the call does. */
export const placeOf = ({ casework }: Register, id: string) => {
  const order = casework.order(id)
  return order?.place ?? casework.incident(order?.incident)?.place ?? null
}

/** The kinds named, oldest first. */
export const toldOf = <K extends OrderKind>(state: OrderState, ...kinds: readonly K[]) =>
  state.told.filter((t) => (kinds as readonly ObservationKind[]).includes(t.kind)) as unknown as CaseFile<K>

export const trackDefaults = { arriveM: 150, moveM: 60, movingKmh: 8 }
export const trackSettings: readonly LocalSetting[] = [
  { param: 'arriveM', title: { zh: '视为到达的半径', en: 'Radius that counts as being there' }, unit: 'metre' },
  { param: 'moveM', title: { zh: '视为出动的位移', en: 'Distance that counts as setting out' }, unit: 'metre' },
  { param: 'movingKmh', title: { zh: '视为行驶的速度', en: 'Speed that counts as driving' }, unit: 'km/h' },
]
