import type { SegmentRow } from '../footage/read.ts'
import { type Playing, playingOf } from '../segments/fragments.ts'
import { readSegmentFile } from '../segments/read-file.ts'
import type { Part } from './parts.ts'

/** A segment as it goes into an archive: whole, as it was sealed, or cut at key frames. */
export interface Original extends Part {
  readonly camera: string
  readonly role: 'original' | 'cut'
  readonly segment: { readonly seq: number; readonly sha256: string; readonly bytes: number }
  /** Our clock at the first and behind the last frame in it. */
  readonly from: number
  readonly to: number
}

/** The file in the store is not the one that was sealed. */
export interface ChangedSegment extends Error {
  readonly segment: string
}
export const isChanged = (error: unknown): error is ChangedSegment => error instanceof Error && 'segment' in error

/**
 * A segment, or those of its fragments that touch `[from, to)`: the bytes of the frames as the recorder wrote them,
 * nothing decoded and nothing written anew. The store's file is held against its seal first; throws `ChangedSegment`
 * when it is another one.
 */
export const originalOf = async (row: SegmentRow, file: string, from: number, to: number): Promise<Original> => {
  const read = await readSegmentFile(file)
  if (read.sha256 !== row.sha256)
    throw Object.assign(new Error(`${row.file}: not the file that was sealed in entry ${row.seq}`), {
      segment: row.file,
    })
  const playing: Playing = playingOf(read.fmp4)
  const { camera, seq, sha256, bytes } = row
  const base = { camera, segment: { seq, sha256, bytes }, name: `original/${row.file}` }
  const begins = (i: number): number => row.startsAt + (playing.fragments[i]?.[0] ?? row.endsAt - row.startsAt)
  const shown = playing.fragments.flatMap((f, i) => (begins(i) < to && begins(i + 1) > from ? [{ f, i }] : []))
  if (shown.length === playing.fragments.length || shown.length === 0) {
    const contents = { file, ranges: [[0, bytes - 1]] as const }
    return { ...base, role: 'original', contents, from: row.startsAt, to: row.endsAt }
  }
  const [first, last] = [shown[0]!, shown.at(-1)!]
  return {
    ...base,
    role: 'cut',
    from: begins(first.i),
    to: begins(last.i + 1),
    contents: {
      file,
      ranges: [
        [0, playing.initBytes - 1],
        [first.f[1], last.f[1] + last.f[2] - 1],
      ],
    },
  }
}
