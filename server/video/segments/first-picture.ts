import { type Instant, seconds } from '../../domain/time.ts'

export interface LeftFile {
  /** The second that its name gives: when it was opened. */
  readonly named: Instant
  /** Where the recording before it ended; undefined: nothing is known of one. */
  readonly previousEnd: Instant | undefined
  /** When the last of it reached the disk. */
  readonly writtenAt: Instant
  /** How long its pictures last, ms. */
  readonly lengthMs: number
}

/** A name gives the second in which a file was opened. */
export const NAMED_MS = seconds(1)
/** A first file is opened when the stream is understood, and its first key frame may be long in coming. */
const NEAR_MS = seconds(15)

/**
 * When the first picture of a file came of which its writer did not live to tell: where its predecessor ended, if that
 * lies in the second of its name. Else its last whole fragment was written the moment it ended, and so tells the
 * beginning; but times of files are lost when they are copied, and then the name is all there is.
 */
export const firstPictureAt = ({ named, previousEnd, writtenAt, lengthMs }: LeftFile): Instant => {
  if (previousEnd !== undefined && previousEnd >= named && previousEnd < named + NAMED_MS) return previousEnd
  const byEnd = Math.round(writtenAt - lengthMs)
  return lengthMs > 0 && Math.abs(byEnd - named) <= NEAR_MS ? byEnd : named
}
