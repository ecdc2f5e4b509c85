import type { ClockView, HoldView, SpanView } from '../../contract/recordings.ts'
import type { Instant } from '../../domain/time.ts'
import type { Queryable } from '../../storage/database.ts'
import { type HealthMark, type Stretch, spansOf } from './gaps.ts'

/** A row of the index of segments. */
export interface SegmentRow extends Stretch {
  readonly seq: number
  readonly camera: string
  /** Below the folder of recordings. */
  readonly file: string
  readonly bytes: number
  readonly sha256: string
  readonly codec: string | null
  readonly audioCodec: string | null
  readonly width: number
  readonly height: number
  readonly frames: number
  readonly complete: boolean
}

const columns = `seq, camera, starts_at as "startsAt", ends_at as "endsAt", file, bytes, encode(sha256, 'hex') as sha256,
  codec, audio_codec as "audioCodec", width, height, frames, complete, late, state`
type Row = SegmentRow & Record<string, unknown>

/** No segment is longer: how far before a range one that reaches into it can begin. */
const LONGEST_SEGMENT_MS = 3_600_000

/** The segments of a camera that touch `[from, to)`, whatever became of them, by beginning. */
export const segmentsIn = async (
  db: Queryable,
  camera: string,
  from: Instant,
  to: Instant,
  limit = 100_000,
): Promise<readonly SegmentRow[]> =>
  db.query<Row>(
    `select ${columns} from video_segment
      where camera = $1 and starts_at < $3 and starts_at > $2::bigint - ${LONGEST_SEGMENT_MS} and ends_at > $2
      order by starts_at, seq limit $4`,
    [camera, from, to, limit],
  )

export const segmentBySeq = async (db: Queryable, seq: number): Promise<SegmentRow | undefined> => {
  const [row] = await db.query<Row>(`select ${columns} from video_segment where seq = $1`, [seq])
  return row
}

/** The last marks before `from`, one of each kind, and those up to `to`, in order. */
const marksOf = async (db: Queryable, subject: string, from: Instant, to: Instant): Promise<readonly HealthMark[]> => {
  // `recorder/` with nothing behind it: every recorder of ours.
  const who = subject.endsWith('/') ? 'starts_with(subject, $1)' : 'subject = $1'
  return db.query<HealthMark & Record<string, unknown>>(
    `select at, kind, why from (
       (select distinct on (kind) seq, at, kind, why from video_mark
         where ${who} and at <= $2 order by kind, at desc, seq desc)
       union all
       (select seq, at, kind, why from video_mark where ${who} and at > $2 and at <= $3)) m
      order by at, seq`,
    [subject, from, to],
  )
}

export interface SpansAsked {
  readonly camera: string
  readonly from: Instant
  readonly to: Instant
  readonly now: Instant
  readonly openUntil: Instant | undefined
}

/** Where the last recording of ours that began before an instant ends; undefined: there is none. */
const endBefore = async (db: Queryable, camera: string, at: Instant): Promise<Instant | undefined> => {
  const [row] = await db.query<{ endsAt: number }>(
    `select ends_at as "endsAt" from video_segment
      where camera = $1 and starts_at <= $2 and not late order by starts_at desc limit 1`,
    [camera, at],
  )
  return row?.endsAt
}

/** See `spansOf`. `segments` when they were read already. */
export const readSpans = async (
  db: Queryable,
  { camera, from, to, now, openUntil }: SpansAsked,
  segments?: readonly Stretch[],
): Promise<readonly SpanView[]> => {
  const [rows, marks, recorder, openFrom] = await Promise.all([
    segments ?? segmentsIn(db, camera, from, to),
    marksOf(db, `camera/${camera}`, from, to),
    marksOf(db, 'recorder/', from, to),
    openUntil === undefined ? undefined : endBefore(db, camera, openUntil),
  ])
  return spansOf({ from, to, now, segments: rows, camera: marks, recorder, openUntil, openFrom })
}

/** The first and last moment of a camera that can be played. */
export const readEnds = async (
  db: Queryable,
  cameras: readonly string[],
): Promise<ReadonlyMap<string, { readonly oldestAt: Instant; readonly newestAt: Instant }>> => {
  const rows = await db.query<{ camera: string; oldestAt: number; newestAt: number }>(
    `select c.camera, o.starts_at as "oldestAt", n.ends_at as "newestAt" from unnest($1::text[]) as c (camera)
       cross join lateral (select starts_at from video_segment s
         where s.camera = c.camera and s.state = 'kept' order by starts_at limit 1) o
       cross join lateral (select ends_at from video_segment s
         where s.camera = c.camera and s.state = 'kept' order by starts_at desc limit 1) n`,
    [cameras],
  )
  return new Map(rows.map(({ camera, oldestAt, newestAt }) => [camera, { oldestAt, newestAt }]))
}

export const readClock = async (db: Queryable, camera: string, limit = 500): Promise<ClockView> => {
  const rows = await db.query<{
    seq: number
    at: number
    kind: string
    offset: number
    uncertainty: number
    method: string
    by: string | null
    reason: string | null
    from: number | null
  }>(
    `select * from (
       select seq, at, kind, offset_ms as offset, uncertainty_ms as uncertainty, method, set_by as by, reason,
              holds_from as from from video_clock where camera = $1 order by at desc, seq desc limit $2) newest
      order by at, seq`,
    [camera, limit],
  )
  return {
    source: camera,
    measured: rows
      .filter((r) => r.kind === 'measured')
      .map(({ seq, at, offset, uncertainty, method }) => ({
        seq,
        at,
        offsetMs: offset,
        uncertaintyMs: uncertainty,
        method,
      })),
    corrections: rows
      .filter((r) => r.kind === 'corrected')
      .map((r) => ({
        seq: r.seq,
        at: r.at,
        by: r.by ?? 'system',
        reason: r.reason ?? '',
        shiftMs: r.offset,
        uncertaintyMs: r.uncertainty,
        from: r.from ?? r.at,
      })),
  }
}

type HoldRow = {
  id: string
  camera: string
  starts_at: number
  ends_at: number
  put_by: string
  put_at: number
  reason: string
  finding: string | null
  released_by: string | null
  released_at: number | null
  released_reason: string | null
}
const holdOf = (r: HoldRow): HoldView => ({
  id: r.id,
  source: r.camera,
  from: r.starts_at,
  to: r.ends_at,
  by: r.put_by,
  at: r.put_at,
  reason: r.reason,
  finding: r.finding,
  released:
    r.released_at === null
      ? null
      : { by: r.released_by ?? 'system', at: r.released_at, reason: r.released_reason ?? '' },
})

/** Holds in force, and those released lately, newest first. */
export const readHolds = async (db: Queryable, limit = 1_000): Promise<readonly HoldView[]> =>
  (
    await db.query<HoldRow>('select * from video_hold order by released_at is not null, put_at desc limit $1', [limit])
  ).map(holdOf)

export const readHold = async (db: Queryable, id: string): Promise<HoldView | undefined> => {
  const [row] = await db.query<HoldRow>('select * from video_hold where id = $1', [id])
  return row && holdOf(row)
}

/** The parts of a camera's line that are held now, within `[from, to)`. */
export const heldIn = async (
  db: Queryable,
  camera: string,
  from: Instant,
  to: Instant,
): Promise<readonly { readonly from: Instant; readonly to: Instant }[]> =>
  db.query<{ from: number; to: number }>(
    `select starts_at as from, ends_at as to from video_hold
      where camera = $1 and released_at is null and starts_at < $3 and ends_at > $2`,
    [camera, from, to],
  )

export const touches = (
  a: { readonly startsAt: Instant; readonly endsAt: Instant },
  b: { readonly from: Instant; readonly to: Instant },
): boolean => a.startsAt < b.to && a.endsAt > b.from
