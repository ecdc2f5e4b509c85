/**
 * Motorola ARS (Automatic Registration Service), UDP 4005, as published by OK-DMR (ok-dmrlib, dmr-kaitai):
 *
 *   length u16 | header u8 | second header u8 when 80 | LV device | LV user | LV password
 *
 *   header: 80 a second header follows · 40 wants an acknowledgement (in an answer: it is a refusal) · 20 priority
 *           10 control · low nibble: 0 registers 1 leaves 4 query 5 user registers 6 user leaves 7 answer to a user F answer
 */
import { EMPTY } from '../bytes.ts'
import { splitByLength, type TrunkFault } from '../trunk-fault.ts'

export const arsTypes = {
  register: 0x0,
  deregister: 0x1,
  query: 0x4,
  'user-register': 0x5,
  'user-deregister': 0x6,
  'user-answer': 0x7,
  answer: 0xf,
} as const
export type ArsType = keyof typeof arsTypes
const nameByType = new Map<number, ArsType>(Object.entries(arsTypes).map(([name, n]) => [n, name as ArsType]))

export interface ArsHeader {
  /** A second header follows. */
  readonly ext: boolean
  /** In a request: an answer is wanted. In an answer: it is a refusal. */
  readonly ack: boolean
  readonly priority: boolean
  readonly control: boolean
}
export type ArsBody =
  | {
      readonly type: 'register' | 'user-register'
      /** 1 initial · 2 refresh · 0 does not matter. Null without a second header. */
      readonly event: number | null
      readonly encoding: number | null
      readonly device: string
      readonly user: string
      readonly password: string
    }
  | { readonly type: 'deregister' | 'query' | 'user-deregister' }
  | {
      readonly type: 'answer' | 'user-answer'
      readonly success: boolean
      /** In units of 30 minutes, 0: never; null when not said. */
      readonly refresh: number | null
      /** 0 device not authorised · 1 user id not valid · 2 time out; null when not said. */
      readonly reason: number | null
      /** Behind the answer, as radios that answer in a CSBK add them: `10 80`. */
      readonly extra: Buffer
    }
  | { readonly type: 'unknown'; readonly code: number; readonly content: Buffer }

export interface Ars {
  readonly header: ArsHeader
  readonly body: ArsBody
  readonly length: number
  readonly raw: Buffer
}
export interface ArsDecoding {
  readonly messages: readonly Ars[]
  readonly faults: readonly TrunkFault[]
  readonly rest: Buffer
}

/** Reads one datagram, or what a stream holds so far. Never throws. */
export const decodeArs = (input: Uint8Array, limit = 64): ArsDecoding => {
  const bytes = Buffer.isBuffer(input) ? input : Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  const { frames, rest } = splitByLength(bytes, limit)
  const faults: TrunkFault[] = []
  const messages = frames.flatMap((frame) => {
    const message = read(frame, faults)
    return message ? [message] : []
  })
  return { messages, faults, rest }
}

const read = (raw: Buffer, faults: TrunkFault[]): Ars | undefined => {
  const fault = (kind: TrunkFault['fault'], detail: string) => faults.push({ fault: kind, detail, frame: raw })
  if (raw.length < 3) {
    fault('bad-body', 'length 0, a header has 1 byte')
    return undefined
  }
  const first = raw[2]!
  const header = { ext: bit(first, 0x80), ack: bit(first, 0x40), priority: bit(first, 0x20), control: bit(first, 0x10) }
  const type = nameByType.get(first & 0x0f)
  const content = raw.subarray(3)
  const message = (body: ArsBody): Ars => ({ header, body, length: raw.length - 2, raw })
  switch (type) {
    case undefined:
      fault('unknown-type', `type 0x${(first & 0x0f).toString(16)}`)
      return message({ type: 'unknown', code: first & 0x0f, content })
    case 'register':
    case 'user-register': {
      const second = header.ext ? content[0] : undefined
      const [device, user, password, whole] = values(header.ext ? content.subarray(1) : content)
      if (!whole || (header.ext && second === undefined))
        fault('bad-body', 'device, user and password do not fit into the length')
      return message({
        type,
        event: second === undefined ? null : (second >> 5) & 3,
        encoding: second === undefined ? null : second & 0x1f,
        device,
        user,
        password,
      })
    }
    case 'answer':
    case 'user-answer': {
      const said = header.ext ? (content[0] ?? null) : null
      if (header.ext && said === null) fault('bad-body', 'a second header is announced and not there')
      return message({
        type,
        success: !header.ack,
        refresh: header.ack || said === null ? null : said & 0x7f,
        reason: !header.ack || said === null ? null : said & 0x7f,
        extra: content.subarray(header.ext ? 1 : 0),
      })
    }
    default:
      if (content.length > 0) fault('trailing', `${content.length} bytes behind the header`)
      return message({ type })
  }
}

const bit = (byte: number, mask: number): boolean => (byte & mask) !== 0

/** Three values with their lengths in front; the last ones may be left out. */
const values = (bytes: Buffer): [string, string, string, boolean] => {
  const found: string[] = []
  let at = 0
  let whole = true
  for (let i = 0; i < 3 && at < bytes.length; i++) {
    const end = at + 1 + bytes[at]!
    whole &&= end <= bytes.length
    found.push(bytes.toString('utf8', at + 1, Math.min(end, bytes.length)))
    at = end
  }
  return [found[0] ?? '', found[1] ?? '', found[2] ?? '', whole && found.length > 0 && at <= bytes.length]
}

/** One message, ready for a datagram. Control and priority as all control messages have them. */
export const encodeArs = (body: ArsBody, header: Partial<ArsHeader> = {}): Buffer => {
  const { content, ext, ack } = written(body)
  const flags = { priority: true, control: true, ack, ...header, ext: header.ext ?? ext }
  const code = body.type === 'unknown' ? body.code : arsTypes[body.type]
  const first =
    code | (flags.ext ? 0x80 : 0) | (flags.ack ? 0x40 : 0) | (flags.priority ? 0x20 : 0) | (flags.control ? 0x10 : 0)
  const bytes = Buffer.concat([Buffer.from([0, 0, first]), content])
  bytes.writeUInt16BE(bytes.length - 2, 0)
  return bytes
}

const lv = (text: string): Buffer => {
  const bytes = Buffer.from(text, 'utf8').subarray(0, 255)
  return Buffer.concat([Buffer.from([bytes.length]), bytes])
}

const written = (body: ArsBody): { content: Buffer; ext: boolean; ack: boolean } => {
  switch (body.type) {
    case 'register':
    case 'user-register': {
      const ext = body.event !== null
      const second = ext ? Buffer.from([((body.event ?? 0) << 5) | (body.encoding ?? 0)]) : EMPTY
      return { content: Buffer.concat([second, lv(body.device), lv(body.user), lv(body.password)]), ext, ack: true }
    }
    case 'answer':
    case 'user-answer': {
      const said = body.success ? body.refresh : body.reason
      const second = said === null ? EMPTY : Buffer.from([said & 0x7f])
      return { content: Buffer.concat([second, body.extra]), ext: said !== null, ack: !body.success }
    }
    case 'unknown':
      return { content: body.content, ext: false, ack: false }
    default:
      return { content: EMPTY, ext: false, ack: body.type === 'query' }
  }
}
