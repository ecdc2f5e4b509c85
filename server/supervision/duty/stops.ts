import type { StopReason, StopRow } from '../../contract/duty.ts'
import type { FindingView } from '../../contract/views.ts'
import { AHEAD_MS } from '../../domain/entry.ts'
import { polygonIndex } from '../../domain/geometry/polygon-index.ts'
import { zoneIndex } from '../../domain/geometry/zone-index.ts'
import type { Register, Shift } from '../../domain/register.ts'
import { type Instant, minutes } from '../../domain/time.ts'
import type { Fix } from '../../rules/fix.ts'
import { type Stop, type StopParams, stopAfter } from '../../rules/patrol/stops-too-long.ts'
import { serviced } from '../../rules/service-zone.ts'
import type { Queryable } from '../../storage/database.ts'
import { briefOf, carrierWords } from './words.ts'

/** Of so many milliseconds only the fastest report is read: a car that moved in them did not stand. */
const BUCKET_MS = 20_000

const fixesOf = async (db: Queryable, { carrier, startsAt, endsAt }: Shift, params: StopParams): Promise<Fix[]> => {
  const rows = await db.query<{
    seq: number
    at: number
    recorded_at: number
    lng: number
    lat: number
    accuracy_m: number | null
    speed_kmh: number | null
  }>(
    `select distinct on (observed_at / $4::bigint) seq, observed_at as at, recorded_at, st_x(geom) as lng, st_y(geom) as lat, accuracy_m, speed_kmh
       from position
      where carrier = $1 and observed_at >= $2 and observed_at <= $3 and geom is not null and not mocked
        and observed_at <= recorded_at + $5::bigint
      order by observed_at / $4::bigint, speed_kmh desc nulls last, observed_at`,
    [carrier, startsAt, endsAt, BUCKET_MS, AHEAD_MS],
  )
  return rows.map((r) => ({
    seq: Number(r.seq),
    at: Number(r.at),
    recordedAt: Number(r.recorded_at),
    place: [r.lng, r.lat],
    accuracyM: r.accuracy_m ?? params.assumedAccuracyMetres,
    speedKmh: r.speed_kmh,
  }))
}

/** Where one shift's carrier stood for at least `leastMs`, by the same reckoning as the rule's (patrol.stops-too-long). */
const stopsIn = (fixes: readonly Fix[], shift: string, params: StopParams, leastMs: number): Stop[] => {
  const found: Stop[] = []
  let stop: Stop | null = null
  const keep = (over: Stop | null): void => {
    if (over && over.last - over.since >= leastMs) found.push(over)
  }
  for (const fix of fixes) {
    const next: Stop | null = stopAfter(stop, fix, shift, params)
    if (stop && next?.since !== stop.since) keep(stop)
    stop = next
  }
  keep(stop)
  return found
}

export interface StopSources {
  readonly database: Queryable
  readonly register: Register
  readonly paramsAt: (at: Instant) => StopParams | undefined
  readonly findings: readonly FindingView[]
}

/** The stops of one shift and why the car stood there, as far as anything tells. */
export const stopRows = async (shift: Shift, leastMs: number, sources: StopSources): Promise<StopRow[]> => {
  const { register } = sources
  const params = sources.paramsAt(shift.startsAt)
  if (!params) return []
  const fixes = await fixesOf(sources.database, shift, params)
  return stopsIn(fixes, shift.shift, params, leastMs).map((stop) => {
    const beat = shift.beat === null ? undefined : register.zone(shift.beat, stop.since)
    const town = zoneIndex(register.zones('township', stop.since)).covering(stop.place)[0]
    const area = beat && polygonIndex(beat.polygon)
    const inBeat = area ? area.covers(stop.place) || !area.circleOutside(stop.place, stop.accuracyM) : null
    return {
      id: `${shift.carrier} ${shift.shift} ${stop.since}`,
      carrier: shift.carrier,
      ...carrierWords(register, shift.carrier),
      unit: shift.unit,
      shift: shift.shift,
      from: stop.since,
      to: stop.last,
      place: stop.place,
      zone: (inBeat ? beat : town)?.name ?? null,
      inBeat,
      reasons: reasonsOf(shift, stop, sources, params),
    }
  })
}

/** Orders and approved tasks of the car or its crew while it stood, a pump or garage, and what the rule found. */
const reasonsOf = (shift: Shift, stop: Stop, { register, findings }: StopSources, params: StopParams): StopReason[] => {
  const whoever = [shift.carrier, ...shift.crew.map((o) => `officer/${o}`)]
  const orders = whoever
    .flatMap((c) => register.ordersOf(c))
    .filter((o) => o.orderedAt <= stop.last && (o.closedAt ?? stop.last) >= stop.since)
  const tasks = whoever
    .flatMap((c) => register.tasksOf(c))
    .filter((t) => t.startsAt <= stop.last && t.endsAt >= stop.since)
  // The rule dates a finding from the moment the stop became too long.
  const found = findings.filter(
    ({ finding: f }) =>
      f.rule === 'patrol.stops-too-long' &&
      f.concerns.carrier === shift.carrier &&
      f.since >= stop.since &&
      f.since <= stop.last + minutes(params.stopMinutes),
  )
  const reasons: StopReason[] = [
    ...orders.map((o) => ({ is: 'order' as const, id: o.order })),
    ...tasks.map((t) => ({ is: 'task' as const, purpose: t.purpose })),
    ...(serviced(register, { ...stop, at: stop.since }) ? [{ is: 'service' as const }] : []),
    ...found.map((f) => ({ is: 'finding' as const, finding: briefOf(f) })),
  ]
  return reasons.length > 0 ? reasons : [{ is: 'none' }]
}
