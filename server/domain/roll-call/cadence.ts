import type { DataOf } from '../observation/index.ts'
import { chinaDate, chinaDay, type Instant, minutes } from '../time.ts'
import type { RollCallPost } from './words.ts'

export type CadenceSet = DataOf<'roll-call.cadence-set'> & { readonly seq: number; readonly setAt: Instant }
type Values = CadenceSet['values']

/** What holds for one unit and post at one instant. All of it is the bureau's own setting. */
export type Cadence = { readonly [K in keyof Values]: NonNullable<Values[K]> }

/** Ours, until the bureau sets others: no law gives numbers for roll-calls by radio. */
export const usualCadence: Cadence = {
  scheduled: false,
  everyMinutes: 120,
  anchorMinute: 0,
  randomMinutes: 30,
  quietFromMinute: 0,
  quietToMinute: 0,
  called: true,
  firstSeconds: 60,
  retrySeconds: 120,
  tries: 3,
  keepOpenMinutes: 15,
  escalateAfter: 3,
}

/** The scope of a layer: whom and when it speaks of. */
export type Scope = Pick<CadenceSet, 'unitKind' | 'unit' | 'post' | 'day'>

/** Two layers of the same scope: the later one replaces the earlier. */
export const scopeKey = ({ unitKind, unit, post, day }: Scope): string =>
  [day, post, unit, unitKind].map((x) => x ?? '').join('|')

/** The narrower a layer, the later it speaks. */
const narrowness = ({ unitKind, unit, post, day }: Scope): number =>
  (day === null ? 0 : 8) + (post === null ? 0 : 4) + (unit === null ? 0 : 2) + (unitKind === null ? 0 : 1)

export interface Asked {
  readonly unit: string
  readonly unitKind: string | undefined
  /** Undefined: what holds for the unit as a whole, such as when its roll-calls are. */
  readonly post: RollCallPost | undefined
  readonly at: Instant
}

const speaksOf = (layer: CadenceSet, { unit, unitKind, post, at }: Asked): boolean =>
  layer.validFrom <= at &&
  (layer.unit === null || layer.unit === unit) &&
  (layer.unitKind === null || layer.unitKind === unitKind) &&
  (layer.post === null || layer.post === post) &&
  (layer.day === null || layer.day === chinaDate(at))

/** A value with the layer it comes from; undefined: ours. */
export type Resolved = {
  readonly [K in keyof Cadence]: { readonly value: Cadence[K]; readonly from: CadenceSet | undefined }
}

/** Works out what holds, and which layer says so. `layers` in the order in which they were set. */
export const resolve = (layers: readonly CadenceSet[], asked: Asked): Resolved => {
  const inForce = new Map<string, CadenceSet>()
  for (const layer of layers) if (speaksOf(layer, asked)) inForce.set(scopeKey(layer), layer)
  const called = asked.post === 'standby' ? false : usualCadence.called
  const resolved = Object.fromEntries(
    Object.entries({ ...usualCadence, called }).map(([key, value]) => [key, { value, from: undefined }]),
  ) as { -readonly [K in keyof Resolved]: { value: unknown; from: CadenceSet | undefined } }
  for (const layer of [...inForce.values()].sort((a, b) => narrowness(a) - narrowness(b)))
    for (const key of Object.keys(usualCadence) as (keyof Cadence)[]) {
      const value = layer.values[key]
      if (value !== null) resolved[key] = { value, from: layer }
    }
  return resolved as Resolved
}

export const cadenceOf = (layers: readonly CadenceSet[], asked: Asked): Cadence =>
  Object.fromEntries(
    Object.entries(resolve(layers, asked)).map(([key, { value }]) => [key, value]),
  ) as unknown as Cadence

/** A roll-call that is due: its time, and the end of the window in which it may open. */
export interface Slot {
  readonly from: Instant
  readonly to: Instant
}

const isQuiet = (minute: number, { quietFromMinute: from, quietToMinute: to }: Cadence): boolean =>
  from === to ? false : from < to ? minute >= from && minute < to : minute >= from || minute < to

/** The roll-calls that are due on the China day of `at` by these settings, earliest first. */
const slotsOn = (at: Instant, cadence: Cadence): Slot[] => {
  const { scheduled, everyMinutes, anchorMinute, randomMinutes } = cadence
  if (!scheduled) return []
  const midnight = chinaDay(chinaDate(at))
  const found: Slot[] = []
  for (let minute = anchorMinute % everyMinutes; minute < 1440; minute += everyMinutes) {
    if (isQuiet(minute, cadence)) continue
    const from = midnight + minutes(minute)
    found.push({ from, to: from + minutes(Math.min(randomMinutes, everyMinutes)) })
  }
  return found
}

/**
 * The slots of a unit whose time lies in `[from, to]`. Settings are those in force at each slot's own time, so that a
 * change at noon neither moves nor undoes what was due in the morning.
 */
export const slotsBetween = (
  from: Instant,
  to: Instant,
  cadenceAt: (at: Instant) => Cadence,
  changes: readonly Instant[],
): Slot[] => {
  const found = new Map<Instant, Slot>()
  // What is announced for later may have been set before what holds at once.
  const edges = [from, ...changes.filter((c) => c > from && c <= to)].sort((a, b) => a - b)
  for (const [i, edge] of edges.entries()) {
    const end = edges[i + 1] ?? to + 1
    for (let day = chinaDay(chinaDate(edge)); day < end; day += minutes(1440))
      for (const slot of slotsOn(day, cadenceAt(Math.max(edge, day))))
        if (slot.from >= edge && slot.from < end) found.set(slot.from, slot)
  }
  return [...found.values()].sort((a, b) => a.from - b.from)
}

/** Units with the same key are called in one roll-call: they share their times. */
export const scheduleKey = ({
  everyMinutes,
  anchorMinute,
  randomMinutes,
  quietFromMinute,
  quietToMinute,
}: Cadence): string => `${everyMinutes}-${anchorMinute}-${randomMinutes}-${quietFromMinute}-${quietToMinute}`
