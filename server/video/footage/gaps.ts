import type { GapCause, SpanView } from '../../contract/recordings.ts'
import { without } from '../../domain/duty/spans.ts'
import { type CameraLoss, stillSends } from '../../domain/observation/camera.ts'
import { type Instant, seconds } from '../../domain/time.ts'

/** A segment as far as the line of its camera goes. */
export interface Stretch {
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly state: 'kept' | 'expired' | 'deleted' | 'missing'
  readonly late: boolean
}

/** Something that was told of a camera or of our recorder. */
export interface HealthMark {
  readonly at: Instant
  readonly kind: string
  readonly why: string | null
}

export interface Line {
  readonly from: Instant
  readonly to: Instant
  readonly now: Instant
  /** By beginning; those that touch the range. */
  readonly segments: readonly Stretch[]
  /** In order: those within the range, and of each kind the last one before it. */
  readonly camera: readonly HealthMark[]
  readonly recorder: readonly HealthMark[]
  /** Until when packets of the segment that is being written came; undefined: none is. */
  readonly openUntil: Instant | undefined
  /** Where the last file closed before it ends, within the range or not; undefined: as the segments here tell. */
  readonly openFrom?: Instant | undefined
}

/** Two segments of one recording may lie so far apart: the jitter of what came in, not a gap. */
const JOINED_MS = 1_000
/** A loss is told some time after the last packet: a remainder of a gap so short has the cause of its neighbour. */
const SLIVER_MS = seconds(15)

/** Without a packet for so long nothing is being recorded. */
const SILENT_MS = seconds(5)

interface Piece {
  readonly from: Instant
  readonly to: Instant
}

/**
 * The line of a camera over a range: what is recorded, what is being recorded, and each gap with its cause. Computed
 * from where segments begin and end, not from processes being alive. Spans touch, and end at now.
 */
export const spansOf = (line: Line): SpanView[] => {
  const to = Math.min(line.to, line.now)
  if (to <= line.from) return []
  const spans: SpanView[] = []
  let reached = line.from
  const recorded = joined(line.segments.filter((s) => s.state === 'kept'))
  for (const { from, to: end, late } of recorded) {
    if (end <= line.from) continue
    if (from >= to) break
    const begin = Math.max(from, reached)
    if (begin > reached) spans.push(...gap({ from: reached, to: begin }, line))
    const until = Math.min(end, to)
    if (until > begin) spans.push({ from: begin, to: until, is: 'recorded', cause: null, late })
    reached = Math.max(reached, until)
  }
  if (reached < to) spans.push(...gap({ from: reached, to }, line))
  return spans
}

interface Recorded extends Piece {
  readonly late: boolean
}

/** Recordings without a break; what came late is never joined to what came in time, and counts where that is missing. */
const joined = (kept: readonly Stretch[]): readonly Recorded[] => {
  const some = (late: boolean): Piece[] => {
    const found: { from: Instant; to: Instant }[] = []
    for (const s of kept) {
      if (s.late !== late || s.endsAt <= s.startsAt) continue
      const last = found.at(-1)
      if (last && s.startsAt - last.to <= JOINED_MS) last.to = Math.max(last.to, s.endsAt)
      else found.push({ from: s.startsAt, to: s.endsAt })
    }
    return found
  }
  const live = some(false)
  return [
    ...live.map((s) => ({ ...s, late: false })),
    ...without(some(true), live).map((s) => ({ ...s, late: true })),
  ].sort((a, b) => a.from - b.from)
}

/** Cuts a gap wherever its cause changes. */
const gap = (whole: Piece, line: Line): SpanView[] => {
  const causes = causesIn(line)
  const edges = new Set([whole.from, whole.to])
  for (const { from, to } of causes) for (const at of [from, to]) if (at > whole.from && at < whole.to) edges.add(at)
  const cuts = [...edges].sort((a, b) => a - b)
  const pieces: SpanView[] = []
  for (let i = 0; i + 1 < cuts.length; i++) {
    const [from, to] = [cuts[i]!, cuts[i + 1]!]
    // The first that covers it: they are in order of what weighs most.
    const cause = causes.find((c) => c.from <= from && c.to >= to)?.cause ?? 'unknown'
    const last = pieces.at(-1)
    const is = cause === 'open' ? 'open' : 'gap'
    const next: SpanView = { from, to, is, cause: cause === 'open' ? null : cause, late: false }
    if (last && last.is === next.is && last.cause === next.cause) pieces[pieces.length - 1] = { ...last, to }
    else pieces.push(next)
  }
  return withoutSlivers(pieces)
}

const withoutSlivers = (pieces: readonly SpanView[]): SpanView[] => {
  const told = pieces.map((piece, i): SpanView => {
    if (piece.cause !== 'unknown' || piece.to - piece.from > SLIVER_MS) return piece
    const neighbour = [pieces[i + 1], pieces[i - 1]].find((n) => n?.is === 'gap' && n.cause !== 'unknown')
    return neighbour ? { ...piece, cause: neighbour.cause } : piece
  })
  const merged: SpanView[] = []
  for (const piece of told) {
    const last = merged.at(-1)
    if (last && last.is === piece.is && last.cause === piece.cause)
      merged[merged.length - 1] = { ...last, to: piece.to }
    else merged.push(piece)
  }
  return merged
}

interface Cause extends Piece {
  readonly cause: GapCause | 'open'
}

const causesIn = (line: Line): Cause[] => [
  ...line.segments
    .filter((s) => s.state !== 'kept')
    // Between two that were removed together there was a joint, not a gap of another cause.
    .map((s) => ({ from: s.startsAt - JOINED_MS, to: s.endsAt + JOINED_MS, cause: s.state as GapCause })),
  ...neverIn(line),
  ...downIn(line),
  ...lossesIn(line),
  ...brokenIn(line),
  ...(line.openUntil === undefined ? [] : [openOf(line, line.openUntil)]),
]

/** Before the camera was registered, after it was withdrawn, and while whoever carries it did not record. */
const neverIn = ({ camera, from, to }: Line): Cause[] => {
  const found: Cause[] = []
  // Only of one that is carried is it told when it records.
  const carried = camera.find(({ kind }) => kind.startsWith('body-camera.'))
  let [known, on] = [false, carried?.kind !== 'body-camera.started']
  let since: Instant | undefined = from
  for (const { at, kind } of camera) {
    if (kind === 'camera.registered' || kind === 'camera.withdrawn') known = kind === 'camera.registered'
    if (kind === 'body-camera.started' || kind === 'body-camera.stopped') on = kind === 'body-camera.started'
    if (!known || !on) since ??= at
    else if (since !== undefined) {
      if (at > since) found.push({ from: since, to: at, cause: 'never-recorded' })
      since = undefined
    }
  }
  if (since !== undefined) found.push({ from: since, to: Math.max(since, to), cause: 'never-recorded' })
  return found
}

const downIn = ({ recorder, from, to }: Line): Cause[] => {
  const found: Cause[] = []
  let down: HealthMark | undefined
  // Nothing was recorded before our recorder ran for the first time.
  const first = recorder[0]
  if (!first || (first.kind === 'recorder.started' && first.at > from))
    found.push({ from, to: first?.at ?? to, cause: 'recorder-down' })
  for (const mark of recorder) {
    if (mark.kind === 'recorder.stopped') down ??= mark
    else if (down) {
      found.push({ from: down.at, to: mark.at, cause: causeOf(down) })
      down = undefined
    }
  }
  if (down) found.push({ from: down.at, to: Number.POSITIVE_INFINITY, cause: causeOf(down) })
  return found
}

const causeOf = ({ why }: HealthMark): GapCause =>
  why === 'disk-full' || why === 'disk-error' ? 'disk-full' : 'recorder-down'

const lossesIn = ({ camera }: Line): Cause[] => {
  const found: Cause[] = []
  let lost: HealthMark | undefined
  for (const mark of camera) {
    if (mark.kind === 'camera.lost') {
      // A picture that shows nothing is recorded all the same.
      if (!stillSends(mark.why as CameraLoss)) lost ??= mark
    } else if (mark.kind === 'camera.restored' && lost) {
      found.push({ from: lost.at, to: mark.at, cause: 'source-down' })
      lost = undefined
    }
  }
  if (lost) found.push({ from: lost.at, to: Number.POSITIVE_INFINITY, cause: 'source-down' })
  return found
}

/** Our own writing ended: until its next segment begins. */
const brokenIn = ({ camera, segments }: Line): Cause[] =>
  camera
    .filter((mark) => mark.kind === 'camera.recording-broken')
    .map(({ at, why }) => ({
      from: at - JOINED_MS,
      to: segments.find((s) => s.startsAt > at)?.startsAt ?? Number.POSITIVE_INFINITY,
      cause: why === 'disk' ? 'disk-full' : 'recorder-down',
    }))

/** Packets are told of about once a second: what came since the last word is no gap until it has been silent. */
const openOf = ({ segments, from, now, openFrom }: Line, until: Instant): Cause => {
  // One that was closed just now may end after the last word of its packets.
  const last = openFrom ?? segments.findLast((s) => !s.late && s.startsAt <= until)?.endsAt ?? from
  const to = now - until <= SILENT_MS ? now : until
  return { from: last - JOINED_MS, to, cause: 'open' }
}
