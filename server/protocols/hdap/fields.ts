import { EMPTY, type Field, type Struct, struct } from '../bytes.ts'

/** Little-endian words: RCP alone is written so. */
export const u16le: Field<number> = {
  size: 2,
  read: (bytes, offset) => bytes.readUInt16LE(offset),
  write: (bytes, offset, value) => {
    bytes.writeUInt16LE(value, offset)
  },
}
export const u32le: Field<number> = {
  size: 4,
  read: (bytes, offset) => bytes.readUInt32LE(offset),
  write: (bytes, offset, value) => {
    bytes.writeUInt32LE(value >>> 0, offset)
  },
}

/** An address of a radio: subnet (usually 10) and 24-bit number, drawn as an IPv4 address. */
export interface RadioIp {
  readonly subnet: number
  readonly radioId: number
}
export const radioIp: Field<RadioIp> = {
  size: 4,
  read: (bytes, offset) => ({ subnet: bytes[offset]!, radioId: bytes.readUIntBE(offset + 1, 3) }),
  write: (bytes, offset, { subnet, radioId }) => {
    bytes[offset] = subnet
    bytes.writeUIntBE(radioId & 0xffffff, offset + 1, 3)
  },
}

/** ASCII in a place of fixed size, NUL behind. */
export const ascii = (size: number): Field<string> => ({
  size,
  read: (bytes, offset) => bytes.toString('latin1', offset, offset + size).replace(/\0+$/, ''),
  write: (bytes, offset, value) => {
    bytes.fill(0, offset, offset + size)
    bytes.write(value, offset, size, 'latin1')
  },
})

/** Text to the end of a payload, UTF-16LE. */
export const utf16 = {
  read: (bytes: Buffer): string => bytes.toString('utf16le'),
  write: (text: string): Buffer => Buffer.from(text, 'utf16le'),
}

/** A payload as a body: its fields, and what stands behind them. */
export type Layout<F> = {
  readonly read: (payload: Buffer) => (F & { readonly extra?: Buffer }) | { readonly unreadable: string }
  readonly write: (body: F & { readonly extra?: Buffer }) => Buffer
}

// biome-ignore lint/suspicious/noExplicitAny: a table of fields of different types
type Fields = Record<string, Field<any>>

/** Fields one after another. Bytes behind them are kept as `extra`: makers add some. */
export const layout = <F extends Fields>(fields: F): Layout<Struct<F>> => {
  const table = struct(fields)
  return {
    read: (payload) => {
      if (payload.length < table.size)
        return { unreadable: `${payload.length} bytes of payload, should be ${table.size}` }
      const body = table.read(payload, 0)
      return payload.length > table.size ? { ...body, extra: payload.subarray(table.size) } : body
    },
    write: (body) => {
      const bytes = Buffer.alloc(table.size)
      table.write(bytes, 0, body)
      return Buffer.concat([bytes, (body as { extra?: Buffer }).extra ?? EMPTY])
    },
  }
}
