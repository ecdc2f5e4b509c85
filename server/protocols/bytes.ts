import iconv from 'iconv-lite'

/** A field that knows how to read and to write itself, so that the two cannot drift apart. Callers check lengths first. */
export interface Field<T> {
  readonly size: number
  readonly read: (bytes: Buffer, offset: number) => T
  readonly write: (bytes: Buffer, offset: number, value: T) => void
}

/** Unsigned byte, and unsigned big-endian words of 16 and 32 bits. */
export const u8: Field<number> = {
  size: 1,
  read: (bytes, offset) => bytes[offset]!,
  write: (bytes, offset, value) => {
    bytes[offset] = value
  },
}
export const u16: Field<number> = {
  size: 2,
  read: (bytes, offset) => (bytes[offset]! << 8) | bytes[offset + 1]!,
  write: (bytes, offset, value) => {
    bytes.writeUInt16BE(value, offset)
  },
}
export const u32: Field<number> = {
  size: 4,
  read: (bytes, offset) => bytes.readUInt32BE(offset),
  write: (bytes, offset, value) => {
    bytes.writeUInt32BE(value >>> 0, offset)
  },
}
/** Signed, two's complement, big-endian. */
export const i16: Field<number> = {
  size: 2,
  read: (bytes, offset) => bytes.readInt16BE(offset),
  write: (bytes, offset, value) => {
    bytes.writeInt16BE(value, offset)
  },
}

/** A number sent as a whole count of parts, such as millionths of a degree: `scaled(u32, 1e6)`. */
export const scaled = (field: Field<number>, partsPerOne: number): Field<number> => ({
  size: field.size,
  read: (bytes, offset) => field.read(bytes, offset) / partsPerOne,
  write: (bytes, offset, value) => field.write(bytes, offset, Math.round(value * partsPerOne)),
})

/** Two digits a byte, as a string of hexadecimal digits; whether they are decimal is for the caller to check. */
export const bcd = (size: number): Field<string> => ({
  size,
  read: (bytes, offset) => bytes.toString('hex', offset, offset + size),
  write: (bytes, offset, value) => {
    bytes.write(value.padStart(size * 2, '0'), offset, size, 'hex')
  },
})

/** Bytes without meaning to us. */
export const opaque = (size: number): Field<Buffer> => ({
  size,
  read: (bytes, offset) => bytes.subarray(offset, offset + size),
  write: (bytes, offset, value) => {
    value.copy(bytes, offset, 0, size)
  },
})

/** GBK text. Devices pad with NUL or blanks, in front or behind; other characters are theirs and stay. */
export const gbkText = (bytes: Buffer): string => iconv.decode(bytes, 'gbk').replace(/^[\0 ]+|[\0 ]+$/g, '')
/** The bytes of a text in GBK; what GBK cannot say becomes `?`. */
export const gbkBytes = (text: string): Buffer => iconv.encode(text, 'gbk')

/** GBK text in a place of fixed size, filled up with NUL behind; what does not fit is cut at a whole character. */
export const gbk = (size: number): Field<string> => ({
  size,
  read: (bytes, offset) => gbkText(bytes.subarray(offset, offset + size)),
  write: (bytes, offset, value) => {
    let text = value
    while (gbkBytes(text).length > size) text = text.slice(0, -1)
    bytes.fill(0, offset, offset + size)
    gbkBytes(text).copy(bytes, offset)
  },
})

/** Any set of fields; what each holds is known to whoever named it. */
// biome-ignore lint/suspicious/noExplicitAny: a table of fields of different types
type Fields = Record<string, Field<any>>
export type Struct<F extends Fields> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never }

/** Fields one after another, as the tables of a standard list them. Field names must not be numbers. */
export const struct = <F extends Fields>(fields: F): Field<Struct<F>> => {
  const steps: { readonly name: string; readonly field: Field<unknown>; readonly at: number }[] = []
  let size = 0
  for (const [name, field] of Object.entries(fields)) {
    steps.push({ name, field, at: size })
    size += field.size
  }
  return {
    size,
    read: (bytes, offset) => {
      const value: Record<string, unknown> = {}
      for (const { name, field, at } of steps) value[name] = field.read(bytes, offset + at)
      return value as Struct<F>
    },
    write: (bytes, offset, value) => {
      for (const { name, field, at } of steps) field.write(bytes, offset + at, value[name])
    },
  }
}

/** The bytes of one field, or of a struct. */
export const bytesOf = <T>(field: Field<T>, value: T): Buffer => {
  const bytes = Buffer.alloc(field.size)
  field.write(bytes, 0, value)
  return bytes
}

export const EMPTY = Buffer.alloc(0)
