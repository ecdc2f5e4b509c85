import { EMPTY, u8, u16, u32 } from '../bytes.ts'
import { type RadioIp, radioIp, utf16 } from './fields.ts'
import type { Kind } from './kind.ts'

/** Bits of the opcode's high byte; the others are kept as they came. */
const CONFIRMED = 0x8000
const HAS_OPTION = 0x4000

interface Text {
  /** Bit 80 of the opcode. */
  readonly confirmed: boolean
  readonly hasOption: boolean
  readonly requestId: number
  readonly destination: RadioIp
  readonly source: RadioIp
  /** UTF-16LE on the wire. */
  readonly text: string
  /** An option field of unknown meaning, in front of which its length stands. */
  readonly option?: Buffer
  /** Bits of the opcode that mean nothing to us. */
  readonly reservedBits?: number
}
interface Ack extends Omit<Text, 'text' | 'source'> {
  /** A group's acknowledgement may come without. */
  readonly source: RadioIp | null
  /** 0 ok · 1 failed · 3 invalid · 4 busy · 5 receive only · 6 low battery · 8 no acknowledgement · 10 no contact · … */
  readonly result: number
}
export type TextBody<T extends string> = Text & { readonly type: T }
export type TextAckBody<T extends string> = Ack & { readonly type: T; readonly extra?: Buffer }

const bitsOf = (opcode: number) => {
  const reserved = opcode & 0x3f00
  return {
    confirmed: (opcode & CONFIRMED) !== 0,
    hasOption: (opcode & HAS_OPTION) !== 0,
    ...(reserved !== 0 && { reservedBits: reserved >> 8 }),
  }
}
/** The opcode with its flags: what is written in front of the payload. */
export const tmpOpcode = (low: number, body: Pick<Text, 'confirmed' | 'hasOption' | 'reservedBits'>): number =>
  low | (body.confirmed ? CONFIRMED : 0) | (body.hasOption ? HAS_OPTION : 0) | (((body.reservedBits ?? 0) & 0x3f) << 8)

/** Takes the option field off: its length stands in front of everything, itself behind everything. */
const withoutOption = (payload: Buffer, has: boolean): { main: Buffer; option?: Buffer } | { unreadable: string } => {
  if (!has) return { main: payload }
  if (payload.length < 2) return { unreadable: 'an option is announced, its length is missing' }
  const length = u16.read(payload, 0)
  if (2 + length > payload.length)
    return { unreadable: `an option of ${length} bytes, ${payload.length - 2} bytes are there` }
  return { main: payload.subarray(2, payload.length - length), option: payload.subarray(payload.length - length) }
}
const withOption = (main: Buffer, { hasOption, option = EMPTY }: Pick<Text, 'hasOption' | 'option'>): Buffer => {
  if (!hasOption) return main
  const length = Buffer.alloc(2)
  u16.write(length, 0, option.length)
  return Buffer.concat([length, main, option])
}

const HEAD = 12
const textKind = <T extends string>(opcode: number, type: T): Kind<TextBody<T>> => ({
  service: 'TMP',
  opcode,
  type,
  read: (payload, full) => {
    const bits = bitsOf(full)
    const parts = withoutOption(payload, bits.hasOption)
    if ('unreadable' in parts) return parts
    const { main, option } = parts
    if (main.length < HEAD) return { unreadable: `${main.length} bytes of payload, should be ${HEAD} or more` }
    if ((main.length - HEAD) % 2 === 1) return { unreadable: `a text of ${main.length - HEAD} bytes, should be even` }
    return {
      type,
      ...bits,
      requestId: u32.read(main, 0),
      destination: radioIp.read(main, 4),
      source: radioIp.read(main, 8),
      text: utf16.read(main.subarray(HEAD)),
      ...(option && { option }),
    }
  },
  write: (body) => {
    const head = Buffer.alloc(HEAD)
    u32.write(head, 0, body.requestId)
    radioIp.write(head, 4, body.destination)
    radioIp.write(head, 8, body.source)
    return withOption(Buffer.concat([head, utf16.write(body.text)]), body)
  },
})

const ackKind = <T extends string>(opcode: number, type: T): Kind<TextAckBody<T>> => ({
  service: 'TMP',
  opcode,
  type,
  read: (payload, full) => {
    const bits = bitsOf(full)
    const parts = withoutOption(payload, bits.hasOption)
    if ('unreadable' in parts) return parts
    const { main, option } = parts
    if (main.length !== 9 && main.length < 13)
      return { unreadable: `${main.length} bytes of payload, should be 13 (9 without a source)` }
    const source = main.length === 9 ? null : radioIp.read(main, 8)
    return {
      type,
      ...bits,
      requestId: u32.read(main, 0),
      destination: radioIp.read(main, 4),
      source,
      result: u8.read(main, source ? 12 : 8),
      ...(option && { option }),
      ...(main.length > 13 && { extra: main.subarray(13) }),
    }
  },
  write: (body) => {
    const main = Buffer.alloc(body.source ? 13 : 9)
    u32.write(main, 0, body.requestId)
    radioIp.write(main, 4, body.destination)
    if (body.source) radioIp.write(main, 8, body.source)
    u8.write(main, main.length - 1, body.result)
    return withOption(Buffer.concat([main, body.extra ?? EMPTY]), body)
  },
})

/** Text Message Protocol, 0x09. The low byte of the opcode says what it is, the high one holds flags. */
export const tmpKinds = {
  privateMessage: textKind(0xa1, 'SendPrivateMessage'),
  privateMessageAck: ackKind(0xa2, 'SendPrivateMessageAck'),
  groupMessage: textKind(0xb1, 'SendGroupMessage'),
  groupMessageAck: ackKind(0xb2, 'SendGroupMessageAck'),
} as const
