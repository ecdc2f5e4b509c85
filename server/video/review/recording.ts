import type { RecordingView, SegmentView } from '../../contract/recordings.ts'
import type { Clock, Instant } from '../../domain/time.ts'
import type { Database } from '../../storage/database.ts'
import { heldIn, readClock, readSpans, type SegmentRow, segmentsIn, touches } from '../footage/read.ts'
import { fragmentsAt, type Playing } from '../segments/fragments.ts'
import { fileOf } from '../segments/names.ts'

/** One reply holds no more: ten minutes of nine cameras are ninety. */
const MOST_SEGMENTS = 120
/** A picture is placed this precisely, so this many files are looked into at once. */
const AT_ONCE = 16

export interface RecordingOptions {
  readonly database: Database
  readonly clock: Clock
  readonly folder: string
  readonly playing: (file: string) => Promise<Playing>
  readonly openUntil: (camera: string) => Instant | undefined
}

export interface RecordingAsked {
  readonly review: string
  readonly camera: string
  readonly from: Instant
  readonly to: Instant
}

/** The line of a camera with everything a player needs to show it. */
export const readRecording = async (
  { database, clock, folder, playing, openUntil }: RecordingOptions,
  { review, camera, from, to }: RecordingAsked,
): Promise<RecordingView> => {
  const rows = await segmentsIn(database, camera, from, to)
  const kept = rows.filter((r) => r.state === 'kept' && r.codec !== null)
  const shown = kept.slice(0, MOST_SEGMENTS)
  const nextFrom = kept.length > MOST_SEGMENTS ? kept[MOST_SEGMENTS]!.startsAt : null
  const until = nextFrom ?? to
  const asked = { camera, from, to: until, now: clock(), openUntil: openUntil(camera) }
  const [spans, holds, clockView] = await Promise.all([
    readSpans(database, asked, rows),
    heldIn(database, camera, from, until),
    readClock(database, camera),
  ])
  const segments: SegmentView[] = []
  for (let i = 0; i < shown.length; i += AT_ONCE)
    segments.push(
      ...(await Promise.all(
        shown.slice(i, i + AT_ONCE).map(async (row) => {
          const held = holds.some((h) => touches(row, h))
          return viewOf(row, held, await playing(fileOf(folder, row.file.slice(0, -'.mp4'.length))), review)
        }),
      )),
    )
  return { source: camera, from, to: until, spans, segments, clock: clockView, nextFrom }
}

const viewOf = (row: SegmentRow, held: boolean, playing: Playing, review: string): SegmentView => {
  const codecs = [row.codec, ...(row.audioCodec ? [row.audioCodec] : [])].join(', ')
  const lengthS = (row.endsAt - row.startsAt) / 1000
  return {
    seq: row.seq,
    source: row.camera,
    from: row.startsAt,
    to: row.endsAt,
    url: `/api/reviews/${review}/segments/${row.seq}`,
    bytes: row.bytes,
    sha256: row.sha256,
    mime: `video/mp4; codecs="${codecs}"`,
    initBytes: playing.initBytes,
    mediaStartS: playing.mediaStartS,
    width: row.width,
    height: row.height,
    frames: row.frames,
    fps: lengthS > 0 ? Math.round((row.frames / lengthS) * 100) / 100 : 0,
    partial: !row.complete,
    late: row.late,
    held,
    fragments: fragmentsAt(playing, row.startsAt),
  }
}
