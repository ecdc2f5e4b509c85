import { type Box, boxesIn, viewOf } from './box.ts'
import type { Movie, Track } from './movie.ts'

/** What a fragment (`moof`) holds of one track. Times are ticks of the track's timescale on the file's own time line. */
export interface TrackFragment {
  readonly track: number
  readonly decodeTime: number
  /** The first frame shown, and the end of the last. */
  readonly shownFrom: number
  readonly shownTo: number
  readonly frames: number
  /** Samples that can be decoded on their own. */
  readonly keyFrames: number
  readonly beginsWithKeyFrame: boolean
}

export type FragmentRead = { readonly tracks: readonly TrackFragment[]; readonly problem: string | undefined }

/** Bit of the sample flags: it cannot be decoded on its own (14496-12, 8.8.3.1). */
const NOT_SYNC = 0x0001_0000
/** Of one fragment; a second of 1000 frames is not one. */
const MOST_SAMPLES = 100_000

/** Reads a `moof` box. What cannot be read is named and left out. */
export const fragmentOf = (bytes: Uint8Array, moof: Box, movie: Movie): FragmentRead => {
  const tracks: TrackFragment[] = []
  let problem: string | undefined
  for (const traf of boxesIn(bytes, moof.start, moof.end)) {
    if (traf.type !== 'traf') continue
    const read = trackFragment(bytes, traf, movie)
    if (typeof read === 'string') problem ??= read
    else tracks.push(read)
  }
  return { tracks, problem: problem ?? (tracks.length === 0 ? 'moof: no track in it' : undefined) }
}

interface Header {
  readonly track: Track
  readonly duration: number
  readonly flags: number
}

const trackFragment = (bytes: Uint8Array, traf: Box, movie: Movie): TrackFragment | string => {
  const parts = boxesIn(bytes, traf.start, traf.end)
  const header = headerOf(bytes, parts, movie)
  if (typeof header === 'string') return header
  const decodeTime = decodeTimeOf(bytes, parts)
  if (decodeTime === undefined) return 'tfdt: missing, cut or too large'
  const run: Run = { at: decodeTime, from: Number.POSITIVE_INFINITY, to: 0, frames: 0, keys: 0, firstIsKey: false }
  for (const trun of parts.filter((b) => b.type === 'trun')) {
    const problem = readRun(bytes, trun, header, run)
    if (problem) return problem
  }
  if (run.frames === 0) return 'trun: no frame in it'
  return {
    track: header.track.id,
    decodeTime,
    shownFrom: run.from,
    shownTo: run.to,
    frames: run.frames,
    keyFrames: run.keys,
    beginsWithKeyFrame: run.firstIsKey,
  }
}

/** `tfhd`: flags(3 bytes) tell which of the optional fields follow the track's number. */
const headerOf = (bytes: Uint8Array, parts: readonly Box[], movie: Movie): Header | string => {
  const tfhd = parts.find((b) => b.type === 'tfhd')
  if (!tfhd || tfhd.end - tfhd.start < 8) return 'tfhd: missing or cut'
  const view = viewOf(bytes)
  const flags = view.getUint32(tfhd.start) & 0xff_ffff
  const id = view.getUint32(tfhd.start + 4)
  const track = movie.tracks.find((t) => t.id === id)
  if (!track) return `tfhd: track ${id} is not in moov`
  let at = tfhd.start + 8 + (flags & 0x1 ? 8 : 0) + (flags & 0x2 ? 4 : 0)
  const next = (present: number, otherwise: number): number => {
    if (!present) return otherwise
    at += 4
    return at <= tfhd.end ? view.getUint32(at - 4) : otherwise
  }
  const duration = next(flags & 0x8, track.defaults.duration)
  next(flags & 0x10, 0)
  return { track, duration, flags: next(flags & 0x20, track.defaults.flags) }
}

const decodeTimeOf = (bytes: Uint8Array, parts: readonly Box[]): number | undefined => {
  const tfdt = parts.find((b) => b.type === 'tfdt')
  if (!tfdt) return undefined
  const view = viewOf(bytes)
  const long = bytes[tfdt.start] === 1
  if (tfdt.end - tfdt.start < (long ? 12 : 8)) return undefined
  const time = long
    ? view.getUint32(tfdt.start + 4) * 2 ** 32 + view.getUint32(tfdt.start + 8)
    : view.getUint32(tfdt.start + 4)
  return time <= 2 ** 52 ? time : undefined
}

interface Run {
  at: number
  from: number
  to: number
  frames: number
  keys: number
  firstIsKey: boolean
}

/** `trun`: count, then for each sample those of duration, size, flags and composition offset that its flags announce. */
const readRun = (bytes: Uint8Array, trun: Box, header: Header, run: Run): string | undefined => {
  if (trun.end - trun.start < 8) return 'trun: cut'
  const view = viewOf(bytes)
  const flags = view.getUint32(trun.start) & 0xff_ffff
  const signed = bytes[trun.start]! > 0
  const count = view.getUint32(trun.start + 4)
  if (count > MOST_SAMPLES) return `trun: ${count} samples`
  let at = trun.start + 8 + (flags & 0x1 ? 4 : 0)
  const firstFlags = flags & 0x4 && at + 4 <= trun.end ? view.getUint32(at) : undefined
  if (flags & 0x4) at += 4
  const has = { duration: flags & 0x100, size: flags & 0x200, flags: flags & 0x400, offset: flags & 0x800 }
  const each = Object.values(has).filter(Boolean).length * 4
  if (at + count * each > trun.end) return `trun: ${count} samples do not fit into it`
  for (let i = 0; i < count; i++) {
    const duration = has.duration ? view.getUint32(at) : header.duration
    if (has.duration) at += 4
    if (has.size) at += 4
    const own = has.flags ? view.getUint32(at) : header.flags
    if (has.flags) at += 4
    const sampleFlags = i === 0 ? (firstFlags ?? own) : own
    const shift = has.offset ? (signed ? view.getInt32(at) : view.getUint32(at)) : 0
    if (has.offset) at += 4
    const key = (sampleFlags & NOT_SYNC) === 0
    if (run.frames === 0) run.firstIsKey = key
    if (key) run.keys++
    run.frames++
    run.from = Math.min(run.from, run.at + shift)
    run.to = Math.max(run.to, run.at + shift + duration)
    run.at += duration
  }
  return undefined
}
