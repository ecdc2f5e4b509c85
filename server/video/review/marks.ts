import type { PinView, ReviewedSpan, ReviewNote } from '../../contract/reviews.ts'
import type { Instant } from '../../domain/time.ts'
import type { Queryable } from '../../storage/database.ts'

type PinRow = {
  id: string
  seq: number
  finding: string
  camera: string
  starts_at: number
  ends_at: number
  note: string
  pinned_by: string
  pinned_at: number
  segments: PinView['segments']
}
const pinOf = (r: PinRow): PinView => ({
  id: r.id,
  seq: r.seq,
  finding: r.finding,
  source: r.camera,
  from: r.starts_at,
  to: r.ends_at,
  note: r.note,
  by: r.pinned_by,
  at: r.pinned_at,
  segments: r.segments,
})

const MOST = 500

export const pinsOfFinding = async (db: Queryable, finding: string): Promise<readonly PinView[]> =>
  (
    await db.query<PinRow>('select * from review_pin where finding = $1 order by starts_at, seq limit $2', [
      finding,
      MOST,
    ])
  ).map(pinOf)

/** Pins, notes and stretches looked at, on these cameras and in this range. */
export const marksIn = async (
  db: Queryable,
  cameras: readonly string[],
  from: Instant,
  to: Instant,
): Promise<{
  readonly pins: readonly PinView[]
  readonly notes: readonly (ReviewNote & { readonly cameras: readonly string[] })[]
  readonly reviewed: readonly ReviewedSpan[]
}> => {
  const where = 'camera = any($1::text[]) and starts_at < $3 and ends_at > $2'
  const params = [cameras, from, to, MOST]
  const pins = await db.query<PinRow>(`select * from review_pin where ${where} order by starts_at limit $4`, params)
  const notes = await db.query<{
    seq: number
    at: number
    camera: string | null
    cameras: string[]
    words: string
    written_by: string
    written_at: number
  }>('select * from review_note where at between $1 and $2 order by at, seq limit $3', [from, to, MOST])
  const seen = await db.query<{
    seq: number
    camera: string
    starts_at: number
    ends_at: number
    seen_by: string
    said_at: number
  }>(`select * from review_seen where ${where} order by starts_at limit $4`, params)
  return {
    pins: pins.map(pinOf),
    notes: notes.map((n) => ({
      seq: n.seq,
      at: n.at,
      source: n.camera,
      cameras: n.cameras,
      text: n.words,
      by: n.written_by,
      writtenAt: n.written_at,
    })),
    reviewed: seen.map((s) => ({
      seq: s.seq,
      source: s.camera,
      from: s.starts_at,
      to: s.ends_at,
      by: s.seen_by,
      at: s.said_at,
    })),
  }
}
