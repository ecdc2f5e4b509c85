import { type Box, boxAt, boxesIn, viewOf } from './box.ts'
import { type SampleEntry, sampleEntry } from './sample-entry.ts'

/** What holds for a track's samples unless a fragment says otherwise (`trex`). */
export interface Defaults {
  readonly duration: number
  readonly flags: number
}

export interface Track extends SampleEntry {
  readonly id: number
  readonly kind: 'video' | 'audio' | 'other'
  /** Ticks in a second. */
  readonly timescale: number
  readonly defaults: Defaults
}

/** The `moov` box: what every fragment after it needs. */
export interface Movie {
  readonly tracks: readonly Track[]
}

const none: Defaults = { duration: 0, flags: 0 }

/** Reads a `moov` box; a track that lacks a part is left out. */
export const movieOf = (bytes: Uint8Array, moov: Box): Movie => {
  const parts = boxesIn(bytes, moov.start, moov.end)
  const mvex = parts.find((b) => b.type === 'mvex')
  const defaults = mvex ? defaultsIn(bytes, mvex) : new Map<number, Defaults>()
  return { tracks: parts.filter((b) => b.type === 'trak').flatMap((trak) => trackOf(bytes, trak, defaults) ?? []) }
}

const defaultsIn = (bytes: Uint8Array, mvex: Box): Map<number, Defaults> => {
  const view = viewOf(bytes)
  return new Map(
    boxesIn(bytes, mvex.start, mvex.end)
      .filter((b) => b.type === 'trex' && b.end - b.start >= 24)
      .map(({ start }) => [
        view.getUint32(start + 4),
        { duration: view.getUint32(start + 12), flags: view.getUint32(start + 20) },
      ]),
  )
}

const trackOf = (bytes: Uint8Array, trak: Box, defaults: ReadonlyMap<number, Defaults>): Track | undefined => {
  const tkhd = boxAt(bytes, trak, 'tkhd')
  const mdhd = boxAt(bytes, trak, 'mdia', 'mdhd')
  const hdlr = boxAt(bytes, trak, 'mdia', 'hdlr')
  const stsd = boxAt(bytes, trak, 'mdia', 'minf', 'stbl', 'stsd')
  const id = tkhd && uint32After(bytes, tkhd, { v0: 12, v1: 20 })
  const timescale = mdhd && uint32After(bytes, mdhd, { v0: 12, v1: 20 })
  if (!id || !timescale || !hdlr || hdlr.end - hdlr.start < 12 || !stsd) return undefined
  const entry = sampleEntry(bytes, stsd)
  if (!entry) return undefined
  const handler = String.fromCharCode(...bytes.subarray(hdlr.start + 8, hdlr.start + 12))
  const kind = handler === 'vide' ? 'video' : handler === 'soun' ? 'audio' : 'other'
  return { id, kind, timescale, ...entry, defaults: defaults.get(id) ?? none }
}

/** A field of a full box whose place depends on its version. */
const uint32After = (bytes: Uint8Array, box: Box, at: { v0: number; v1: number }): number | undefined => {
  const place = box.start + (bytes[box.start] === 1 ? at.v1 : at.v0)
  return place + 4 <= box.end ? viewOf(bytes).getUint32(place) : undefined
}
