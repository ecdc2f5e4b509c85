import { type Box, boxesIn, viewOf } from './box.ts'

/** What a track's samples are, as its sample entry says. */
export interface SampleEntry {
  /** As in RFC 6381, such as `avc1.42e01f`; null when it is one we cannot name. */
  readonly codec: string | null
  readonly width: number
  readonly height: number
}

/** Fixed fields before the boxes inside a visual and an audio sample entry (14496-12, 12.1.3 and 12.2.3). */
const VISUAL = 78
const AUDIO = 28

const hex = (value: number, digits = 2): string => value.toString(16).padStart(digits, '0')

/** The first entry of an `stsd` box. */
export const sampleEntry = (bytes: Uint8Array, stsd: Box): SampleEntry | undefined => {
  const [entry] = boxesIn(bytes, stsd.start + 8, stsd.end)
  if (!entry) return undefined
  const inside = (type: string, skip: number): Box | undefined =>
    boxesIn(bytes, entry.start + skip, entry.end).find((b) => b.type === type)
  switch (entry.type) {
    case 'avc1':
    case 'avc3':
      return visual(bytes, entry, avc(bytes, entry.type, inside('avcC', VISUAL)))
    case 'hvc1':
    case 'hev1':
      return visual(bytes, entry, hevc(bytes, entry.type, inside('hvcC', VISUAL)))
    case 'mp4a':
      return { codec: aac(bytes, inside('esds', AUDIO)), width: 0, height: 0 }
    case 'Opus':
      return { codec: 'opus', width: 0, height: 0 }
    case 'alaw':
    case 'ulaw':
      return { codec: null, width: 0, height: 0 }
    default:
      return visual(bytes, entry, null)
  }
}

const visual = (bytes: Uint8Array, entry: Box, codec: string | null): SampleEntry => {
  if (entry.end - entry.start < VISUAL) return { codec, width: 0, height: 0 }
  const view = viewOf(bytes)
  return { codec, width: view.getUint16(entry.start + 24), height: view.getUint16(entry.start + 26) }
}

/** `avcC`: version, profile, compatibility, level (14496-15, 5.3.3.1). */
const avc = (bytes: Uint8Array, type: string, box: Box | undefined): string | null => {
  if (!box || box.end - box.start < 4) return null
  const [, profile, compatibility, level] = bytes.subarray(box.start, box.start + 4)
  return `${type}.${hex(profile!)}${hex(compatibility!)}${hex(level!)}`
}

/** `hvcC`: the string of 14496-15, annex E.3. */
const hevc = (bytes: Uint8Array, type: string, box: Box | undefined): string | null => {
  if (!box || box.end - box.start < 13) return null
  const b = bytes.subarray(box.start, box.start + 13)
  const space = ['', 'A', 'B', 'C'][b[1]! >> 6]!
  const compatible = viewOf(b).getUint32(2)
  let reversed = 0
  for (let i = 0; i < 32; i++) if (compatible & (1 << i)) reversed |= 1 << (31 - i)
  const constraints = [...b.subarray(6, 12)]
  while (constraints.length > 0 && constraints.at(-1) === 0) constraints.pop()
  const parts = [
    type,
    `${space}${b[1]! & 0x1f}`,
    (reversed >>> 0).toString(16),
    `${b[1]! & 0x20 ? 'H' : 'L'}${b[12]!}`,
    ...constraints.map((c) => c.toString(16)),
  ]
  return parts.join('.')
}

/** `esds`: descriptors with a tag and a length of up to four bytes (14496-1, 7.2.6). */
const aac = (bytes: Uint8Array, box: Box | undefined): string | null => {
  if (!box) return null
  let at = box.start + 4
  const descriptor = (tag: number): number | undefined => {
    if (at >= box.end || bytes[at] !== tag) return undefined
    at++
    for (let i = 0; i < 4 && at < box.end; i++) if ((bytes[at++]! & 0x80) === 0) break
    return at
  }
  if (descriptor(0x03) === undefined) return null
  const flags = bytes[at + 2] ?? 0
  at += 3 + (flags & 0x80 ? 2 : 0) + (flags & 0x20 ? 2 : 0)
  if (descriptor(0x04) === undefined) return null
  const object = bytes[at]
  at += 13
  if (object !== 0x40) return object === undefined || at > box.end ? null : `mp4a.${hex(object)}`
  if (descriptor(0x05) === undefined || at >= box.end) return null
  return `mp4a.40.${bytes[at]! >> 3}`
}
