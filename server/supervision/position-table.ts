import type { TrackPoint } from '../contract/views.ts'
import type { Entry } from '../domain/entry.ts'
import type { Instant } from '../domain/time.ts'
import type { Queryable } from '../storage/database.ts'
import type { Fix } from './carriers.ts'
import { sqlJson } from './json.ts'

export interface PositionRow {
  readonly seq: number
  readonly carrier: string | null
  readonly device: string
  readonly observed_at: Instant
  readonly recorded_at: Instant
  readonly lng: number | null
  readonly lat: number | null
  readonly accuracy_m: number | null
  readonly speed_kmh: number | null
  readonly heading_deg: number | null
  readonly backfill: boolean
  readonly mocked: boolean
}

export const positionRow = ({ seq, recordedAt, observation: o }: Entry): PositionRow | undefined =>
  o.kind === 'position.reported'
    ? {
        seq,
        carrier: o.data.carrier,
        device: o.data.device,
        observed_at: o.observedAt,
        recorded_at: recordedAt,
        lng: o.data.position?.[0] ?? null,
        lat: o.data.position?.[1] ?? null,
        accuracy_m: o.data.accuracyM,
        speed_kmh: o.data.speedKmh,
        heading_deg: o.data.headingDeg,
        backfill: o.data.delivery === 'backfill',
        mocked: o.data.mocked ?? false,
      }
    : undefined

/** One statement for the whole batch; a row that is there already stays as it is. */
export const writePositions = async (tx: Queryable, rows: readonly PositionRow[]): Promise<void> => {
  await tx.query(
    `insert into position (seq, carrier, device, observed_at, recorded_at, geom, accuracy_m, speed_kmh, heading_deg,
                           backfill, mocked)
     select seq, carrier, device, observed_at, recorded_at,
            case when lng is null then null else st_setsrid(st_makepoint(lng, lat), 4326) end,
            accuracy_m, speed_kmh, heading_deg, backfill, mocked
       from json_to_recordset($1::json) as r(seq bigint, carrier text, device text, observed_at bigint,
            recorded_at bigint, lng double precision, lat double precision, accuracy_m double precision,
            speed_kmh double precision, heading_deg double precision, backfill boolean, mocked boolean)
     on conflict (seq) do nothing`,
    [sqlJson(rows)],
  )
}

type Read = {
  seq: number
  carrier: string
  device: string
  observed_at: number
  recorded_at: number
  lng: number | null
  lat: number | null
  accuracy_m: number | null
  speed_kmh: number | null
  heading_deg: number | null
  backfill: boolean
  mocked: boolean
}
const columns = `seq, carrier, device, observed_at, recorded_at, st_x(geom) as lng, st_y(geom) as lat, accuracy_m,
  speed_kmh, heading_deg, backfill, mocked`

/** The fixes of a carrier between two instants of its own clock, oldest first; at most `limit`. */
export const readTrack = async (
  db: Queryable,
  carrier: string,
  from: Instant,
  to: Instant,
  limit: number,
): Promise<TrackPoint[]> => {
  const rows = await db.query<Read>(
    `select ${columns} from position where carrier = $1 and observed_at between $2 and $3
      order by observed_at, seq limit $4`,
    [carrier, from, to, limit],
  )
  return rows.map((r) => ({
    seq: Number(r.seq),
    observedAt: Number(r.observed_at),
    recordedAt: Number(r.recorded_at),
    position: r.lng === null || r.lat === null ? null : [r.lng, r.lat],
    speedKmh: r.speed_kmh,
    headingDeg: r.heading_deg,
    accuracyM: r.accuracy_m,
    delivery: r.backfill ? 'backfill' : 'live',
  }))
}

/** The newest live fix of each carrier that was known at `at`; how far back is looked is bounded by `notBefore`. */
export const readFixesAt = async (
  db: Queryable,
  carriers: readonly string[],
  at: Instant,
  notBefore: Instant,
): Promise<Map<string, Fix & { readonly device: string }>> => {
  const rows = await db.query<Read>(
    `select p.* from unnest($1::text[]) as wanted(carrier)
       cross join lateral (
         select ${columns} from position
          where position.carrier = wanted.carrier and observed_at between $3 and $2 and recorded_at <= $2
            and not backfill
          order by observed_at desc, seq desc limit 1) p`,
    [carriers, at, notBefore],
  )
  return new Map(
    rows.map((r) => [
      r.carrier,
      {
        seq: Number(r.seq),
        position: r.lng === null || r.lat === null ? null : [r.lng, r.lat],
        accuracyM: r.accuracy_m,
        speedKmh: r.speed_kmh,
        headingDeg: r.heading_deg,
        mocked: r.mocked,
        observedAt: Number(r.observed_at),
        recordedAt: Number(r.recorded_at),
        device: r.device,
      },
    ]),
  )
}
