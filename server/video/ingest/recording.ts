import type { CameraLoss } from '../../domain/observation/camera.ts'
import type { Instant } from '../../domain/time.ts'

/** Why no more segments of a camera will come for now. */
export type IngestEnd =
  /** The camera was withdrawn or changed, or the server stops. */
  | 'stopped'
  /** Our own process ended: it is started again. */
  | 'crashed'
  /** The disk would not take what was to be written. */
  | 'disk'
  /** The camera's fault. */
  | CameraLoss

/** A file that its writer has closed: `<folder>/<YYYYMMDDTHHMMSSZ>.mp4`, fragmented MP4, begun at a key frame. */
export interface ClosedFile {
  readonly camera: string
  /** Absolute path. */
  readonly file: string
  /** Our clock at the arrival of its first frame, ms; undefined: as long before its end as its pictures last. */
  readonly startsAt: Instant | undefined
  /** Our clock at the end of its last frame, ms. */
  readonly endsAt: Instant
}

/**
 * What whoever keeps the recordings is told of the processes that write them. Called in order for each camera, from
 * the event loop; nothing is awaited, and it must not throw.
 */
export interface RecordingSink {
  /** Packets of a camera come and are being written. `folder` is where. */
  readonly started: (camera: string, folder: string, at: Instant) => void
  readonly segmentClosed: (closed: ClosedFile) => void
  /** Packets came until `at`; about once a second while they do. Without it for 5 s nothing is being recorded. */
  readonly packet: (camera: string, at: Instant) => void
  /** Nothing more comes until `started` is called again. `at` is the last moment packets came. */
  readonly stopped: (camera: string, why: IngestEnd, at: Instant) => void
  /** What wrote into `folder` since `startedAt` has ended: no file there is open, and one that was not told is cut off. */
  readonly ended: (camera: string, folder: string, startedAt: Instant) => void
}

/** Pieces stay where they were written, and nobody is told of them. */
export const keepsNothing: RecordingSink = {
  started: () => {},
  segmentClosed: () => {},
  packet: () => {},
  stopped: () => {},
  ended: () => {},
}
