/**
 * Motorola TMS (Text Messaging Service), UDP 4007, as published by OK-DMR (ok-dmrlib, dmr-kaitai):
 *
 *   length u16 | header u8 | length of address u8 | address | more headers when 80 | text UTF-16LE
 *
 *   header: 80 more headers follow · 40 wants an acknowledgement · 20 reserved · 10 control · low nibble:
 *           control 0 service available, control F acknowledgement, user 0 text
 *   number and encoding: 80 a second byte follows, 1f low 5 bits of the number; second: 60 high 2 bits, 1f encoding (4: UCS-2)
 */
import { EMPTY } from '../bytes.ts'
import { splitByLength, type TrunkFault } from '../trunk-fault.ts'

export interface TmsHeader {
  readonly ext: boolean
  readonly ack: boolean
  readonly reserved: boolean
  readonly control: boolean
}
export type TmsBody =
  /** 0 limited · 1 internal · 2 external · 3 full. Null when not said. */
  | { readonly type: 'available'; readonly capability: number | null }
  /** The number of the text it acknowledges; null: it acknowledges that we are available. */
  | { readonly type: 'acknowledgement'; readonly sequence: number | null }
  | { readonly type: 'text'; readonly sequence: number | null; readonly encoding: number | null; readonly text: string }
  | { readonly type: 'unknown'; readonly code: number; readonly content: Buffer }

export interface Tms {
  readonly header: TmsHeader
  readonly address: Buffer
  readonly body: TmsBody
  readonly length: number
  readonly raw: Buffer
}
export interface TmsDecoding {
  readonly messages: readonly Tms[]
  readonly faults: readonly TrunkFault[]
  readonly rest: Buffer
}

const UCS2 = 4

/** Reads one datagram, or what a stream holds so far. Never throws. */
export const decodeTms = (input: Uint8Array, limit = 64): TmsDecoding => {
  const bytes = Buffer.isBuffer(input) ? input : Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  const { frames, rest } = splitByLength(bytes, limit)
  const faults: TrunkFault[] = []
  const messages = frames.flatMap((frame) => {
    const message = read(frame, faults)
    return message ? [message] : []
  })
  return { messages, faults, rest }
}

const read = (raw: Buffer, faults: TrunkFault[]): Tms | undefined => {
  const fault = (kind: TrunkFault['fault'], detail: string) => faults.push({ fault: kind, detail, frame: raw })
  const addressEnd = 4 + (raw[3] ?? 0)
  if (raw.length < 4 || addressEnd > raw.length) {
    fault('bad-body', `length ${raw.length - 2}: a header, an address of ${raw[3] ?? 'no length'} bytes do not fit`)
    return undefined
  }
  const first = raw[2]!
  const header = {
    ext: (first & 0x80) !== 0,
    ack: (first & 0x40) !== 0,
    reserved: (first & 0x20) !== 0,
    control: (first & 0x10) !== 0,
  }
  const address = raw.subarray(4, addressEnd)
  const rest = raw.subarray(addressEnd)
  const message = (body: TmsBody): Tms => ({ header, address, body, length: raw.length - 2, raw })
  if (header.ext && rest.length === 0) fault('bad-body', 'more headers are announced and not there')
  switch (first & 0x1f) {
    case 0x10:
      return message({ type: 'available', capability: header.ext && rest.length > 0 ? rest[0]! & 3 : null })
    case 0x1f:
      return message({ type: 'acknowledgement', sequence: header.ext ? numberIn(rest).sequence : null })
    case 0x00: {
      const { sequence, encoding, size } = header.ext ? numberIn(rest) : noNumber
      const text = rest.subarray(size)
      if (text.length % 2 === 1) fault('bad-body', `a text of ${text.length} bytes, should be even`)
      if (encoding !== null && encoding !== UCS2) fault('bad-body', `encoding ${encoding}, should be 4 (UCS-2)`)
      return message({ type: 'text', sequence, encoding, text: text.toString('utf16le') })
    }
    default:
      fault('unknown-type', `type 0x${(first & 0x1f).toString(16)}`)
      return message({ type: 'unknown', code: first & 0x1f, content: rest })
  }
}

const noNumber = { sequence: null, encoding: null, size: 0 }
const numberIn = (bytes: Buffer): { sequence: number | null; encoding: number | null; size: number } => {
  const [low, high] = [bytes[0], bytes[1]]
  if (low === undefined) return noNumber
  if ((low & 0x80) === 0 || high === undefined) return { sequence: low & 0x1f, encoding: null, size: 1 }
  return { sequence: (low & 0x1f) | (high & 0x60), encoding: high & 0x1f, size: 2 }
}

const numbered = (sequence: number | null, encoding: number | null): Buffer => {
  if (sequence === null) return EMPTY
  const second = sequence > 0x1f || encoding !== null
  const low = (sequence & 0x1f) | (second ? 0x80 : 0)
  return Buffer.from(second ? [low, (sequence & 0x60) | (encoding ?? 0)] : [low])
}

/** One message, ready for a datagram. */
export const encodeTms = (
  body: TmsBody,
  { address = EMPTY, ack, reserved }: { address?: Buffer; ack?: boolean; reserved?: boolean } = {},
): Buffer => {
  const made = written(body)
  const first =
    made.code |
    (made.more.length > 0 ? 0x80 : 0) |
    ((ack ?? made.ack) ? 0x40 : 0) |
    ((reserved ?? body.type === 'text') ? 0x20 : 0)
  const bytes = Buffer.concat([Buffer.from([0, 0, first, address.length]), address, made.more, made.text])
  bytes.writeUInt16BE(bytes.length - 2, 0)
  return bytes
}

const written = (body: TmsBody): { code: number; more: Buffer; text: Buffer; ack: boolean } => {
  switch (body.type) {
    case 'available': {
      const more = body.capability === null ? EMPTY : Buffer.from([body.capability])
      return { code: 0x10, more, text: EMPTY, ack: true }
    }
    case 'acknowledgement':
      return { code: 0x1f, more: numbered(body.sequence, null), text: EMPTY, ack: false }
    case 'text': {
      const more = numbered(body.sequence, body.encoding)
      return { code: 0x00, more, text: Buffer.from(body.text, 'utf16le'), ack: true }
    }
    case 'unknown':
      return { code: body.code, more: EMPTY, text: body.content, ack: false }
  }
}
