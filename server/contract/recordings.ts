import { z } from 'zod'
import type { RetentionArea } from '../domain/footage/retention.ts'
import type { Instant, LngLat, Text } from './views.ts'

export type { RetentionArea }

/**
 * What is recorded of a source, and what is not. A source is a camera of the register: fixed, in a car, worn on the
 * body or a phone. Instants are ours; `clock` says how the source's own clock and picture lie to them.
 */

/** Why there is nothing to play. Three of them must never look alike: never-recorded, recorder-down, expired. */
export const gapCauses = [
  'never-recorded', // before the source was registered, or it is not one that is recorded
  'source-down', // the camera was lost
  'recorder-down', // our own recorder did not run
  'disk-full', // it ran and could not write
  'expired', // removed by the retention clock
  'deleted', // removed by two persons, or for want of room
  'missing', // the journal has it, the disk has not
  'unknown', // nothing told why
] as const
export type GapCause = (typeof gapCauses)[number]

export interface SourceView {
  readonly id: string
  readonly name: Text
  readonly unit: string
  readonly room: string | null
  /** The vehicle or officer that carries it; null for a fixed one. */
  readonly carrier: string | null
  readonly place: LngLat | null
  readonly area: RetentionArea
  readonly audio: boolean
  /** recording: a segment is being written · down: nothing comes · off: not recorded now by decision. */
  readonly state: 'recording' | 'down' | 'off'
  /** The newest moment that can be played. */
  readonly newestAt: Instant | null
  /** The oldest one. */
  readonly oldestAt: Instant | null
  /** Days it is kept, by law or longer by the bureau's setting. */
  readonly keepDays: number
}

/** A stretch of a source's line without a break, or a break with its cause. They touch and do not overlap. */
export interface SpanView {
  readonly from: Instant
  readonly to: Instant
  /** open: being recorded, playable when the segment closes (within about a minute). */
  readonly is: 'recorded' | 'open' | 'gap'
  readonly cause: GapCause | null
  /** Came later than it was recorded: a phone that was offline. Never silently merged. */
  readonly late: boolean
}

/**
 * One fragment: when it begins (ours, ms), where it lies in the segment and how long it is (bytes). Each begins with
 * a key frame, so that a player may start at any of them.
 */
export type Fragment = readonly [at: Instant, offset: number, bytes: number]

/** A closed segment: fragmented MP4, playable by MSE as it is. */
export interface SegmentView {
  /** The entry that sealed it: `segment.closed`. */
  readonly seq: number
  readonly source: string
  readonly from: Instant
  readonly to: Instant
  /** Answers `Range`; whole without. Append `0…initBytes` first, then fragments. */
  readonly url: string
  readonly bytes: number
  /** Lower-case hex, as journalled. */
  readonly sha256: string
  /** For `addSourceBuffer`: `video/mp4; codecs="avc1.42c01e"`. */
  readonly mime: string
  readonly initBytes: number
  /** Presentation time of the first frame on the segment's own time line, in seconds; `timestampOffset` needs it. */
  readonly mediaStartS: number
  readonly width: number
  readonly height: number
  readonly frames: number
  /** Frames a second on the whole; for stepping use the frames themselves. */
  readonly fps: number
  /** The recorder was cut off in it: the last frames may be missing. */
  readonly partial: boolean
  readonly late: boolean
  readonly held: boolean
  readonly fragments: readonly Fragment[]
}

/** How a source's clock lies to ours, and how its picture is to be placed on the axis. */
export interface ClockView {
  readonly source: string
  /** Its clock minus ours, with how wrong that may be; oldest first. */
  readonly measured: readonly {
    readonly seq: number
    readonly at: Instant
    readonly offsetMs: number
    readonly uncertaintyMs: number
    readonly method: string
  }[]
  /** Set by people who compared pictures; oldest first. */
  readonly corrections: readonly CorrectionView[]
}
export interface CorrectionView {
  readonly seq: number
  readonly at: Instant
  readonly by: string
  readonly reason: string
  /** Added to every instant of the source on the axis: negative when what it shows happened earlier than stamped. */
  readonly shiftMs: number
  readonly uncertaintyMs: number
  /** From which moment of the recording on it holds. */
  readonly from: Instant
}

/** The answer to `GET /api/reviews/:id/recording`: one source of the review over a range. */
export interface RecordingView {
  readonly source: string
  readonly from: Instant
  readonly to: Instant
  readonly spans: readonly SpanView[]
  readonly segments: readonly SegmentView[]
  readonly clock: ClockView
  /** Set when there were more segments than one reply holds: ask again with `from` = this. */
  readonly nextFrom: Instant | null
}

/** Kept whatever the retention clock says, until somebody with the right releases it. */
export interface HoldView {
  readonly id: string
  readonly source: string
  readonly from: Instant
  readonly to: Instant
  readonly by: string
  readonly at: Instant
  readonly reason: string
  /** Pinned as evidence of it; the hold was put by the pin. */
  readonly finding: string | null
  readonly released: { readonly by: string; readonly at: Instant; readonly reason: string } | null
}

/** Deleting needs two persons; nothing that is held can be deleted. */
export interface DeletionView {
  readonly id: string
  readonly source: string
  readonly from: Instant
  readonly to: Instant
  readonly by: string
  readonly at: Instant
  readonly reason: string
  readonly decision: {
    readonly agreed: boolean
    readonly by: string
    readonly at: Instant
    readonly reason: string | null
  } | null
  /** Set once the files are gone. */
  readonly segments: number | null
}

/** What the disk holds and for how long it will do. */
export interface StorageView {
  readonly bytes: number
  readonly freeBytes: number
  readonly totalBytes: number
  /** Below this nothing more is written until room was made (red). */
  readonly stopBelowBytes: number
  /** Below this room is made by the policy, and the console says so. */
  readonly makeRoomBelowBytes: number
  readonly state: 'ok' | 'making-room' | 'full'
  readonly segments: number
  readonly heldBytes: number
  /** Of the last 24 hours. */
  readonly bytesPerDay: number
  readonly retention: readonly { readonly area: RetentionArea; readonly leastDays: number; readonly keepDays: number }[]
}

export interface StorageReply extends StorageView {
  /** Cameras of which something is being recorded now. */
  readonly recording: number
  /** Why nothing is being recorded; null while it is. */
  readonly problem: string | null
  /** The cameras in sight: how long each is kept, and from when to when it can be played. */
  readonly cameras: readonly Pick<SourceView, 'id' | 'area' | 'keepDays' | 'oldestAt' | 'newestAt'>[]
}

const reason = z.string().trim().min(4).max(1000)
const instant = z.number().int().min(0).max(253_402_300_799_999)
const span = { source: z.string().min(1).max(128), from: instant, to: instant }
const forwards = (v: { from: number; to: number }): boolean => v.to > v.from
const backwards = 'to must be later than the beginning'

/** The bodies that consoles send about what is recorded. */
export const recordingBodies = {
  hold: z.object({ ...span, reason }).refine(forwards, backwards),
  releaseHold: z.object({ reason }),
  proposeDeletion: z.object({ ...span, reason }).refine(forwards, backwards),
  confirmDeletion: z.object({}),
  refuseDeletion: z.object({ reason }),
  correctClock: z.object({
    shiftMs: z.number().int().min(-86_400_000).max(86_400_000),
    uncertaintyMs: z.number().int().min(0).max(3_600_000),
    from: instant,
    reason,
  }),
} as const

export interface RecordingReplies {
  /** Those in sight. */
  'GET /api/video/sources': { sources: readonly SourceView[] }
  /** `?source&from&to`: spans without pictures, at most 31 days. */
  'GET /api/video/spans': { spans: readonly SpanView[] }
  'GET /api/video/storage': StorageReply
  'GET /api/video/sources/:id/clock': ClockView
  'POST /api/video/sources/:id/clock': ClockView
  'GET /api/video/holds': { holds: readonly HoldView[] }
  'POST /api/video/holds': { hold: HoldView }
  'POST /api/video/holds/:id/release': { hold: HoldView }
  'GET /api/video/deletions': { deletions: readonly DeletionView[] }
  'POST /api/video/deletions': { deletion: DeletionView }
  'POST /api/video/deletions/:id/confirm': { deletion: DeletionView }
  'POST /api/video/deletions/:id/refuse': { deletion: DeletionView }
}
