/**
 * ZIP archives as APPNOTE.TXT 6.3.10 lays them out, stored without compression and with one form only: no field is
 * left to choice. The same contents always give the same bytes, so that a reader can write an archive's heads again
 * and find a single changed bit of them.
 *
 *   ( local head  contents )*  ( central head )*  [ zip64 end  zip64 locator ]  end
 */
export interface ZipFile {
  /** Path within the archive, with `/`. */
  readonly name: string
  readonly size: number
  /** CRC-32 of the contents. */
  readonly crc: number
}

/** Sizes and places from here on stand in the zip64 fields. */
const LARGE = 0xffff_ffff
const MANY = 0xffff
/** Names are UTF-8. */
const UTF8 = 0x0800
/** 1980-01-01 00:00: when it was made stands in the manifest, signed. */
const DATE = 0x0021
const PLAIN = 20
const ZIP64 = 45

const table = Uint32Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb8_8320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})

/** CRC-32 as ZIP has it; `before` is that of what came before. */
export const crc32 = (bytes: Uint8Array, before = 0): number => {
  let c = ~before >>> 0
  for (let i = 0; i < bytes.length; i++) c = table[(c ^ bytes[i]!) & 0xff]! ^ (c >>> 8)
  return ~c >>> 0
}

const u16 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 2)
  values.forEach((v, i) => {
    bytes.writeUInt16LE(v, i * 2)
  })
  return bytes
}
const u32 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 4)
  values.forEach((v, i) => {
    bytes.writeUInt32LE(v, i * 4)
  })
  return bytes
}
const u64 = (...values: readonly number[]): Buffer => {
  const bytes = Buffer.alloc(values.length * 8)
  values.forEach((v, i) => {
    bytes.writeBigUInt64LE(BigInt(v), i * 8)
  })
  return bytes
}
const capped = (value: number): number => Math.min(value, LARGE)

/** The head in front of a file's contents. */
export const localHead = ({ name, size, crc }: ZipFile): Buffer => {
  const path = Buffer.from(name)
  const extra = size >= LARGE ? Buffer.concat([u16(1, 16), u64(size, size)]) : Buffer.alloc(0)
  return Buffer.concat([
    ...[u32(0x0403_4b50), u16(extra.length > 0 ? ZIP64 : PLAIN, UTF8, 0, 0, DATE)],
    ...[u32(crc, capped(size), capped(size)), u16(path.length, extra.length), path, extra],
  ])
}

/** The head of a file in the directory at the end; `offset` is where its local head lies. */
export const centralHead = ({ name, size, crc }: ZipFile, offset: number): Buffer => {
  const path = Buffer.from(name)
  const large = [...(size >= LARGE ? [u64(size, size)] : []), ...(offset >= LARGE ? [u64(offset)] : [])]
  const fields = Buffer.concat(large)
  const extra = fields.length > 0 ? Buffer.concat([u16(1, fields.length), fields]) : fields
  const version = extra.length > 0 ? ZIP64 : PLAIN
  return Buffer.concat([
    ...[u32(0x0201_4b50), u16(version, version, UTF8, 0, 0, DATE), u32(crc, capped(size), capped(size))],
    ...[u16(path.length, extra.length, 0, 0, 0), u32(0, capped(offset)), path, extra],
  ])
}

/** What closes an archive of so many files whose directory has this size and lies there. */
export const directoryEnd = (count: number, size: number, offset: number): Buffer => {
  const large = count >= MANY || size >= LARGE || offset >= LARGE
  const zip64 = large
    ? Buffer.concat([
        ...[u32(0x0606_4b50), u64(44), u16(ZIP64, ZIP64), u32(0, 0), u64(count, count, size, offset)],
        ...[u32(0x0706_4b50, 0), u64(offset + size), u32(1)],
      ])
    : Buffer.alloc(0)
  const few = Math.min(count, MANY)
  return Buffer.concat([zip64, u32(0x0605_4b50), u16(0, 0, few, few), u32(capped(size), capped(offset)), u16(0)])
}

/** The directory and the end of an archive of these files, in their order. */
export const directoryOf = (files: readonly ZipFile[]): Buffer => {
  let offset = 0
  const heads: Buffer[] = []
  for (const file of files) {
    heads.push(centralHead(file, offset))
    offset += localHead(file).length + file.size
  }
  const size = heads.reduce((n, h) => n + h.length, 0)
  return Buffer.concat([...heads, directoryEnd(files.length, size, offset)])
}

/** No head is longer: a name has at most 65 535 bytes. */
export const MOST_HEAD_BYTES = 30 + 0xffff + 20

/** Reads a local head; undefined when none begins here, or not one of this form. Never throws. */
export const readLocalHead = (bytes: Uint8Array): (ZipFile & { readonly headBytes: number }) | undefined => {
  if (bytes.length < 30) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (view.getUint32(0, true) !== 0x0403_4b50) return undefined
  const headBytes = 30 + view.getUint16(26, true) + view.getUint16(28, true)
  if (bytes.length < headBytes) return undefined
  const name = Buffer.from(bytes.subarray(30, 30 + view.getUint16(26, true))).toString()
  const short = view.getUint32(22, true)
  const extra = 30 + view.getUint16(26, true)
  const long = short === LARGE && headBytes - extra >= 20 ? view.getBigUint64(extra + 4, true) : BigInt(short)
  if (long > BigInt(Number.MAX_SAFE_INTEGER)) return undefined
  return { name, size: Number(long), crc: view.getUint32(14, true), headBytes }
}
