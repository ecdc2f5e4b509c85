import { createHash } from 'node:crypto'
import fs from 'node:fs'
import type { DataOf } from '../../domain/observation/index.ts'
import type { Instant } from '../../domain/time.ts'
import { audioOf, type Fmp4, scanner, videoOf } from '../../protocols/fmp4/codec.ts'

export interface SegmentFile {
  /** Of the whole file, lower-case hex. */
  readonly sha256: string
  /** When the last of it reached the disk, as the disk tells. */
  readonly writtenAt: Instant
  readonly fmp4: Fmp4
}

const PIECE = 1024 * 1024

/** Reads a file once: its hash and what it holds. Rejects when the disk does; a file that is no video is not a failure. */
export const readSegmentFile = async (file: string): Promise<SegmentFile> => {
  const hash = createHash('sha256')
  const scan = scanner()
  for await (const piece of fs.createReadStream(file, { highWaterMark: PIECE }) as AsyncIterable<Buffer>) {
    hash.update(piece)
    scan.push(piece)
  }
  const { mtimeMs } = await fs.promises.stat(file)
  return { sha256: hash.digest('hex'), writtenAt: Math.round(mtimeMs), fmp4: scan.end() }
}

/** What is told of a file's pictures and sound in `segment.closed`. */
export const contentsOf = ({
  fmp4: { movie, fragments },
}: SegmentFile): Pick<DataOf<'segment.closed'>, 'video' | 'audio'> => {
  const picture = videoOf(movie)
  const sound = audioOf(movie)
  const parts = fragments.flatMap((f) => f.tracks.filter((t) => t.track === picture?.id))
  const sum = (of: 'frames' | 'keyFrames') => parts.reduce((n, t) => n + t[of], 0)
  return {
    video: picture?.codec
      ? {
          codec: picture.codec,
          width: Math.max(1, picture.width),
          height: Math.max(1, picture.height),
          frames: sum('frames'),
          keyFrames: sum('keyFrames'),
        }
      : null,
    audio: sound?.codec ? { codec: sound.codec } : null,
  }
}

/** How long its pictures last, in milliseconds of its own time line; 0 when there are none. */
export const lengthMs = ({ movie, fragments }: Fmp4): number => {
  const picture = videoOf(movie)
  if (!picture) return 0
  const parts = fragments.flatMap((f) => f.tracks.filter((t) => t.track === picture.id))
  if (parts.length === 0) return 0
  const from = Math.min(...parts.map((t) => t.shownFrom))
  const to = Math.max(...parts.map((t) => t.shownTo))
  return Math.round(((to - from) * 1000) / picture.timescale)
}
