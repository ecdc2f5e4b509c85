import { boxHead } from './box.ts'
import { fragmentOf, type TrackFragment } from './fragment.ts'
import { type Movie, movieOf, type Track } from './movie.ts'

/**
 * Fragmented MP4, ISO/IEC 14496-12: what our recorders write (frag_keyframe+empty_moov+default_base_moof) and what a
 * browser plays through MSE.
 *
 *   ftyp  moov{ mvhd trak{ tkhd mdia{ mdhd hdlr minf{ stbl{ stsd{ avc1{ avcC } } } } } } mvex{ trex } }
 *   ( moof{ mfhd traf{ tfhd tfdt trun } }  mdat )*  [mfra]
 *
 * Every box is size(4) type(4) contents. Reading never throws: what cannot be read is a fault with its place.
 */
export type { Movie, Track, TrackFragment }

/** A fragment that is whole: its `moof` and all of the `mdat` behind it. */
export interface Fragment {
  /** Where its `moof` begins. */
  readonly offset: number
  readonly bytes: number
  readonly tracks: readonly TrackFragment[]
}

export interface Fault {
  /** Byte in the file. */
  readonly at: number
  readonly problem: string
}

export interface Fmp4 {
  readonly movie: Movie | undefined
  /** `ftyp` and `moov`: from the first byte so many are what a player needs before any fragment. */
  readonly initBytes: number
  readonly fragments: readonly Fragment[]
  readonly faults: readonly Fault[]
  /** Up to the end of the last whole fragment: what follows was cut off, or is not for playing. */
  readonly wholeBytes: number
  /** It ends within a box: its writer was stopped before it was done. */
  readonly cut: boolean
  /** Its writer closed it properly (`mfra` at the end). */
  readonly closed: boolean
  readonly bytes: number
}

/** The picture's track. */
export const videoOf = (movie: Movie | undefined): Track | undefined => movie?.tracks.find((t) => t.kind === 'video')
export const audioOf = (movie: Movie | undefined): Track | undefined => movie?.tracks.find((t) => t.kind === 'audio')

/** What is read whole; the longest of one key-frame interval is some kilobytes. */
const MOST_HEADER_BYTES = 4 * 1024 * 1024
const MOST_FAULTS = 20
const read = new Set(['moov', 'moof'])

/**
 * Reads a file as it comes, in pieces of any size, without keeping pictures: `push` the pieces, then `end`.
 * A scanner is good for one file.
 */
export const scanner = () => {
  let movie: Movie | undefined
  let initBytes = 0
  let position = 0
  /** Bytes from `position` on that are not yet understood. */
  let held: Uint8Array = new Uint8Array(0)
  /** Of the present box, still to be skipped. */
  let skip = 0
  let skipping = ''
  let bytes = 0
  /** A `moof` whose `mdat` has not come yet. */
  let open: { offset: number; tracks: readonly TrackFragment[] } | undefined
  let lost = false
  const fragments: Fragment[] = []
  const faults: Fault[] = []
  const fault = (at: number, problem: string): void => {
    if (faults.length < MOST_FAULTS) faults.push({ at, problem })
  }

  let closed = false
  const skipped = (type: string, end: number): void => {
    if (type === 'mfra') closed = true
    if (type !== 'mdat' || !open) return
    fragments.push({ offset: open.offset, bytes: end - open.offset, tracks: open.tracks })
    open = undefined
  }

  const take = (type: string, offset: number, bytes: Uint8Array, headBytes: number): void => {
    const box = { type, start: headBytes, end: bytes.length }
    if (type === 'moov') {
      if (movie) return fault(offset, 'moov: there is a second one')
      movie = movieOf(bytes, box)
      initBytes = offset + bytes.length
      if (movie.tracks.length === 0) fault(offset, 'moov: no track in it')
      return
    }
    if (!movie) return fault(offset, 'moof: before moov')
    if (open) fault(open.offset, 'moof: no mdat follows it')
    const { tracks, problem } = fragmentOf(bytes, box, movie)
    if (problem) fault(offset, problem)
    open = { offset, tracks }
  }

  /** Understands as much of what is held as is whole. */
  const work = (): void => {
    while (held.length > 0 && !lost) {
      if (skip > 0) {
        const n = Math.min(skip, held.length)
        skip -= n
        position += n
        held = held.subarray(n)
        if (skip === 0) skipped(skipping, position)
        continue
      }
      const head = boxHead(held, 0)
      if (head === 'short') return
      if (head === 'bad' || head.size === 0) {
        fault(position, head === 'bad' ? 'no box begins here' : `${head.type}: runs to the end of the file`)
        lost = true
        return
      }
      if (read.has(head.type) && head.size <= MOST_HEADER_BYTES) {
        if (held.length < head.size) return
        take(head.type, position, held.subarray(0, head.size), head.headBytes)
        position += head.size
        held = held.subarray(head.size)
        continue
      }
      if (read.has(head.type)) fault(position, `${head.type}: ${head.size} bytes long`)
      skip = head.size
      skipping = head.type
    }
  }

  return {
    /** How many bytes from here on are of no interest: whoever can, skips them. */
    dull: (): number => (lost ? Number.POSITIVE_INFINITY : held.length === 0 ? skip : 0),
    /** Passes over `n` bytes, at most as many as are dull. */
    pass: (n: number): void => {
      bytes += n
      if (lost) return
      skip -= n
      position += n
      if (skip === 0) skipped(skipping, position)
    },
    push: (piece: Uint8Array): void => {
      bytes += piece.length
      if (lost) return
      held = held.length === 0 ? piece : joined(held, piece)
      work()
    },
    end: (): Fmp4 => {
      if (!movie) fault(0, 'no moov: not a fragmented MP4, or cut before its first fragment')
      const last = fragments.at(-1)
      const wholeBytes = last ? last.offset + last.bytes : initBytes
      const cut = !lost && (skip > 0 || held.length > 0 || open !== undefined)
      return { movie, initBytes, fragments, faults, wholeBytes, cut, closed, bytes }
    },
  }
}

const joined = (a: Uint8Array, b: Uint8Array): Uint8Array => {
  const both = new Uint8Array(a.length + b.length)
  both.set(a)
  both.set(b, a.length)
  return both
}

/** Reads a whole file. */
export const decode = (bytes: Uint8Array): Fmp4 => {
  const one = scanner()
  one.push(bytes)
  return one.end()
}
