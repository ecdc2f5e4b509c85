import fs from 'node:fs/promises'
import type { Instant } from '../../domain/time.ts'
import { type Fmp4, scanner, videoOf } from '../../protocols/fmp4/codec.ts'

/** How a segment is played: where each fragment lies and when it begins. */
export interface Playing {
  readonly initBytes: number
  /** Presentation time of the first frame, seconds on the file's own time line. */
  readonly mediaStartS: number
  /** Begin in milliseconds after the first frame, offset in the file, length in bytes. */
  readonly fragments: readonly (readonly [afterMs: number, offset: number, bytes: number])[]
}

/** Boxes of a few hundred bytes each: what is read at once around a fragment's head. */
const LOOK = 8 * 1024

/**
 * Finds the fragments of a file without reading its pictures: only the heads of boxes, and `moov` and `moof` whole.
 * Rejects when the file cannot be read.
 */
export const readPlaying = async (file: string): Promise<Playing> => {
  const handle = await fs.open(file, 'r')
  try {
    const { size } = await handle.stat()
    const scan = scanner()
    const buffer = Buffer.alloc(LOOK)
    let at = 0
    while (at < size) {
      const dull = Math.min(scan.dull(), size - at)
      if (dull > 0) {
        scan.pass(dull)
        at += dull
        continue
      }
      const { bytesRead } = await handle.read(buffer, 0, LOOK, at)
      if (bytesRead === 0) break
      scan.push(Buffer.from(buffer.subarray(0, bytesRead)))
      at += bytesRead
    }
    return playingOf(scan.end())
  } finally {
    await handle.close()
  }
}

/** Only fragments with pictures are played. */
export const playingOf = ({ movie, initBytes, fragments }: Fmp4): Playing => {
  const picture = videoOf(movie)
  const shown = fragments.flatMap((f) => {
    const track = f.tracks.find((t) => t.track === picture?.id)
    return track ? [{ ...f, shownFrom: track.shownFrom }] : []
  })
  if (!picture || shown.length === 0) return { initBytes, mediaStartS: 0, fragments: [] }
  const first = shown[0]!.shownFrom
  return {
    initBytes,
    mediaStartS: first / picture.timescale,
    fragments: shown.map((f) => [Math.round(((f.shownFrom - first) * 1000) / picture.timescale), f.offset, f.bytes]),
  }
}

/** What was asked for lately; a recording does not change any more once it is closed. */
export const playingCache = (most = 2_000, read: (file: string) => Promise<Playing> = readPlaying) => {
  const known = new Map<string, Promise<Playing>>()
  return (file: string): Promise<Playing> => {
    const before = known.get(file)
    if (before) {
      // The newest is the last to go.
      known.delete(file)
      known.set(file, before)
      return before
    }
    const playing = read(file)
    known.set(file, playing)
    playing.catch(() => known.delete(file))
    const oldest = known.keys().next()
    if (known.size > most && !oldest.done) known.delete(oldest.value)
    return playing
  }
}

/** The instants of its fragments on our clock. */
export const fragmentsAt = ({ fragments }: Playing, startsAt: Instant) =>
  fragments.map(([afterMs, offset, bytes]) => [startsAt + afterMs, offset, bytes] as const)
