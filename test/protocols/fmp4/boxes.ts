/** Boxes written by hand from ISO/IEC 14496-12, for what no encoder at hand writes. */
export const box = (type: string, ...contents: readonly Buffer[]): Buffer => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(8 + contents.reduce((n, c) => n + c.length, 0))
  return Buffer.concat([size, Buffer.from(type, 'latin1'), ...contents])
}
export const hex = (text: string): Buffer => Buffer.from(text.replace(/\s/g, ''), 'hex')
const zeros = (n: number): Buffer => Buffer.alloc(n)
export const u32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((v, i) => {
    bytes.writeUInt32BE(v >>> 0, i * 4)
  })
  return bytes
}

/** A visual sample entry (12.1.3): 78 bytes of fixed fields, then the codec's own box. */
const visualEntry = (type: string, width: number, height: number, own: Buffer): Buffer => {
  const fields = zeros(78)
  fields.writeUInt16BE(1, 6)
  fields.writeUInt16BE(width, 24)
  fields.writeUInt16BE(height, 26)
  return box(type, fields, own)
}
export const avc1 = visualEntry('avc1', 1280, 720, box('avcC', hex('01 42 e0 1f ff e1 0000 00')))
/** Main profile, compatible with 1 and 2, main tier, level 3.1, progressive: hvc1.1.6.L93.90 */
export const hvc1 = visualEntry('hvc1', 2560, 1440, box('hvcC', hex('01 01 60000000 900000000000 5d f000 00')))

export interface TrackBoxes {
  readonly id?: number
  readonly handler?: string
  readonly timescale?: number
  readonly entry?: Buffer
  /** Version 1 of the boxes whose instants are 64 bits wide. */
  readonly long?: boolean
}
export const trak = ({ id = 1, handler = 'vide', timescale = 90_000, entry = avc1, long = false }: TrackBoxes = {}) =>
  box(
    'trak',
    box('tkhd', u32(long ? 0x0100_0007 : 7), zeros(long ? 16 : 8), u32(id), zeros(long ? 68 : 64)),
    box(
      'mdia',
      box('mdhd', u32(long ? 0x0100_0000 : 0), zeros(long ? 16 : 8), u32(timescale), zeros(long ? 12 : 8)),
      box('hdlr', zeros(8), Buffer.from(handler), zeros(13)),
      box('minf', box('stbl', box('stsd', u32(0, 1), entry))),
    ),
  )
export const trex = (id: number, duration: number, flags: number): Buffer =>
  box('mvex', box('trex', u32(0, id, 1, duration, 0, flags)))
export const moov = (...contents: readonly Buffer[]): Buffer => box('moov', box('mvhd', zeros(100)), ...contents)
export const ftyp = box('ftyp', Buffer.from('iso5'), u32(512), Buffer.from('iso6mp41'))

/** 8.8.7: flags 0x020000 default-base-is-moof, 0x08 default duration, 0x20 default flags. */
export const tfhd = (id: number, flags: number, ...fields: readonly number[]): Buffer =>
  box('tfhd', u32(0x02_0000 | flags, id, ...fields))
export const tfdt = (time: number): Buffer => box('tfdt', u32(0, time))
export const tfdt64 = (high: number, low: number): Buffer => box('tfdt', u32(0x0100_0000, high, low))
/** 8.8.8: flags 0x01 data offset, 0x04 first sample's flags, 0x100 duration, 0x200 size, 0x400 flags, 0x800 offset. */
export const trun = (versionAndFlags: number, count: number, ...fields: readonly number[]): Buffer =>
  box('trun', u32(versionAndFlags, count, ...fields))
export const moof = (...trafs: readonly (readonly Buffer[])[]): Buffer =>
  box('moof', box('mfhd', u32(0, 1)), ...trafs.map((parts) => box('traf', ...parts)))
export const mdat = (bytes = 4): Buffer => box('mdat', zeros(bytes))
export const SYNC = 0x0200_0000
export const NOT_SYNC = 0x0101_0000
