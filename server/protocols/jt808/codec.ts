/**
 * JT/T 808 道路运输车辆卫星定位系统 终端通讯协议, editions 2011, 2013 and 2019. Big-endian, between two 0x7e:
 *
 *   7e | header 12 (2019: 17), 4 more in parts | body 0..1023 | xor u8 | 7e      escaped: 7e → 7d 02, 7d → 7d 01
 *
 * This file is the protocol's public face, in both directions: servers and simulators open no other.
 */
import { EMPTY } from '../bytes.ts'
import { type Body, kindOfId, kindOfType } from './catalogue.ts'
import type { Fault, FaultKind } from './fault.ts'
import { MAX_PENDING, type Segment, split, wrap, xor } from './framing.ts'
import { type Header, readHeader, type Sender, startFrame } from './header.ts'
import type { Edition } from './kind.ts'

export {
  type AdditionalValues,
  additionalItems,
  additionalValues,
  satellitesIn,
  writeAdditional,
} from './additional.ts'
export { type Result, results } from './answers.ts'
export type { Authentication } from './authentication.ts'
export type { BatchItem, LocationBatch } from './batch.ts'
export type { Body } from './catalogue.ts'
export { MAX_TEXT_BYTES, textFlags } from './downlink.ts'
export { type Fault, type FaultKind, faultKinds } from './fault.ts'
export type { Header, Sender } from './header.ts'
export { hasFix, type Location, status } from './location.ts'
export { HEARTBEAT_INTERVAL, meaning, type Parameter } from './parameters.ts'
export type { Registration } from './registration.ts'
export { maxIndexes } from './resend.ts'

export interface Message<B extends Body = Body> {
  readonly header: Header
  readonly body: B
  /** The body's bytes, unescaped. */
  readonly content: Buffer
  /** As it came, flags included. */
  readonly raw: Buffer
}
export type MessageOf<T extends Body['type']> = Message<Extract<Body, { readonly type: T }>>

export interface Decoding {
  readonly messages: readonly Message[]
  /** In the order of the frames. Some accompany a message whose rest could be read. */
  readonly faults: readonly Fault[]
  /** Put in front of the next bytes. A single flag is all there is after a whole frame. */
  readonly rest: Buffer
  /** Bytes before the first flag, passed over. */
  readonly skipped: number
}

/**
 * Reads what a stream holds so far. Never throws and never guesses: a frame that cannot be read is a fault,
 * an unfinished one is in `rest`, a message id we do not know is a message of type `unknown` with its bytes,
 * and one whose body is wrong is of type `unreadable` beside the fault, so that it can be answered.
 * @param limit how many frames to look at, so that a flood costs the caller no more than it allows
 */
export const decode = (bytes: Uint8Array, limit = Number.POSITIVE_INFINITY): Decoding => {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const { segments, rest, skipped } = split(buffer, limit)
  const messages: Message[] = []
  const faults: Fault[] = []
  for (const segment of segments) {
    const message = decodeSegment(segment, faults)
    if (message) messages.push(message)
  }
  if (rest.length > MAX_PENDING && segments.length < limit) {
    const detail = `${rest.length} bytes and no end flag; the bound is ${MAX_PENDING}`
    faults.push({ fault: 'unterminated', detail, frame: rest, header: null })
    return { messages, faults, rest: EMPTY, skipped }
  }
  return { messages, faults, rest, skipped }
}

const decodeSegment = ({ wire, plain }: Segment, faults: Fault[]): Message | undefined => {
  const refuse = (fault: FaultKind, detail: string, header: Header | null) => {
    faults.push({ fault, detail, frame: wire, header })
    return undefined
  }
  if ('fault' in plain) return refuse(plain.fault, plain.detail, null)
  const last = plain.length - 1
  if (plain.length > 1) {
    const sum = xor(plain, 0, last)
    if (sum !== plain[last] && plain.length >= SHORTEST)
      return refuse('bad-checksum', `the checksum is ${hex(plain[last]!, 2)}, should be ${hex(sum, 2)}`, null)
  }
  const read = readHeader(plain)
  if (read.is === 'fault') return refuse(read.fault, read.detail, read.header)
  const { header, bodyAt } = read
  const body = plain.subarray(bodyAt, last)
  if (header.part) return { header, body: { type: 'part', content: body }, content: body, raw: wire }
  const before = faults.length
  const message = decodeBody(header, body, wire, faults)
  // A frame with the other edition's header is believed only when everything in it makes sense.
  if (read.asOtherEdition && (faults.length > before || message.body.type === 'unknown')) {
    faults.length = before
    return refuse('wrong-length', 'the length contradicts the version bit, and the other header fits no better', null)
  }
  return message
}

const SHORTEST = 13
const hex = (value: number, digits: number): string => `0x${value.toString(16).padStart(digits, '0')}`

/** Reads a body that is whole: from one frame, or put together from parts. What is wrong goes to `faults`. */
export const decodeBody = (header: Header, content: Buffer, raw: Buffer, faults: Fault[]): Message => {
  const { id } = header
  const kind = kindOfId(id)
  if (!kind) return { header, body: { type: 'unknown', id, content }, content, raw }
  const remark = (fault: FaultKind, detail: string) => {
    faults.push({ fault, detail, frame: raw, header })
  }
  const body = kind.read(content, { edition: header.edition, remark })
  if (!('unreadable' in body)) return { header, body, content, raw }
  remark('bad-body', body.unreadable)
  return { header, body: { type: 'unreadable', id, content }, content, raw }
}

/** One frame, ready for the wire. Throws RangeError when the body needs more than one: see `encodeInParts`. */
export const encode = (message: Sender & { readonly body: Body }): Buffer => {
  const { id, bytes } = bodyBytes(message.body, message.edition)
  return frame(id, message, bytes)
}

/** As many frames as the body needs, the serials counting up from that of the first. `most` is for testing small parts. */
export const encodeInParts = (message: Sender & { readonly body: Body }, most = 1023): Buffer[] => {
  const { id, bytes } = bodyBytes(message.body, message.edition)
  const total = Math.ceil(bytes.length / most)
  if (total <= 1) return [frame(id, message, bytes)]
  return Array.from({ length: total }, (_, i) => {
    const serial = (message.serial + i) & 0xffff
    return frame(id, { ...message, serial, part: { total, index: i + 1 } }, bytes.subarray(i * most, (i + 1) * most))
  })
}

const frame = (id: number, sender: Sender, body: Buffer): Buffer => {
  const { plain, bodyAt } = startFrame(id, sender, body.length)
  body.copy(plain, bodyAt)
  return wrap(plain)
}

const bodyBytes = (body: Body, edition: Edition): { id: number; bytes: Buffer } => {
  if (body.type === 'unknown' || body.type === 'unreadable') return { id: body.id, bytes: body.content }
  if (body.type === 'part') throw new RangeError('a part is sent by encodeInParts')
  const kind = kindOfType(body.type)
  return { id: kind.id, bytes: kind.write(body, edition) }
}
