/**
 * Hytera's data services: HDAP (Hytera DMR Application Protocol), as published by OK-DMR (ok-dmrlib, dmr-kaitai) from
 * captures; the vendor's own text is not public. Big-endian, RCP little-endian:
 *
 *   service u8, bit 80 reliable | opcode u16 | length u16 | payload | checksum u8 | 03
 *
 * in one of two envelopes, or bare:
 *
 *   HSTRP, one datagram     32 42 | 00 | type u8 | sn u16 | options | frames      type: 20 option 10 reject 08 close 04 connect
 *                           option: more 1 bit, command 7 | length u8 | data            02 heartbeat 01 acknowledgement
 *   HRNP, to a mobile       7e | version | block | opcode | src | dst | packet u16 | length u16 | checksum u16 | frame
 *
 * This file is the protocol's public face, in both directions: servers and simulators open no other.
 */
import { EMPTY } from '../bytes.ts'
import type { Fault } from './fault.ts'
import { type Hdap, readFrame } from './frame.ts'
import { HRNP_MAGIC, type Hrnp, readHrnp } from './hrnp.ts'
import { type Hstrp, isHstrp, readHstrp } from './hstrp.ts'

export type { Body, KnownBody } from './catalogue.ts'
export { type Fault, type FaultKind, faultKinds } from './fault.ts'
export type { RadioIp } from './fields.ts'
export { type Hdap, type HdapOf, type Sent, writeFrame } from './frame.ts'
export type { Gps } from './gps.ts'
export { type Hrnp, hrnpName, hrnpOpcodes, writeHrnp } from './hrnp.ts'
export { acknowledge, type Hstrp, type HstrpOption, type HstrpSent, optionNames, writeHstrp } from './hstrp.ts'
export type { Service } from './kind.ts'

/** A frame without an envelope. */
export interface Bare {
  readonly transport: 'none'
  readonly hdap: Hdap
  readonly raw: Buffer
}
export type Message = Hstrp | Hrnp | Bare

export interface Decoding {
  readonly messages: readonly Message[]
  readonly faults: readonly Fault[]
  /** The beginning of a frame or HRNP packet still to come: put it in front of the next bytes. Datagrams have none. */
  readonly rest: Buffer
}

/**
 * `lenient` keeps a frame whose checksum does not agree and names the fault beside it: captures of working radios show such
 * frames. `strict` drops it.
 */
export type Strictness = 'lenient' | 'strict'

/**
 * Reads one datagram (HSTRP), or what a stream of frames or HRNP packets holds so far. Never throws and never guesses.
 * @param limit how many frames of a stream to look at; what is left is in `rest`
 */
export const decode = (
  input: Uint8Array,
  strictness: Strictness = 'lenient',
  limit = Number.POSITIVE_INFINITY,
): Decoding => {
  const bytes = Buffer.isBuffer(input) ? input : Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  const faults: Fault[] = []
  if (isHstrp(bytes)) {
    const read = readHstrp(bytes, faults)
    if (!read) return { messages: [], faults, rest: EMPTY }
    const frames = strictness === 'strict' ? read.frames.filter(sound) : read.frames
    return { messages: [{ ...read, frames }], faults, rest: EMPTY }
  }
  const messages: Message[] = []
  let at = 0
  for (let looked = 0; at < bytes.length; looked++) {
    if (looked >= limit) return { messages, faults, rest: bytes.subarray(at) }
    const step = bytes[at] === HRNP_MAGIC ? packetAt(bytes, at, faults) : frameAt(bytes, at, faults)
    if (step === 'incomplete') return { messages, faults, rest: bytes.subarray(at) }
    if (step === undefined) break
    if (strictness === 'lenient' || whole(step.message)) messages.push(step.message)
    at = step.next
  }
  return { messages, faults, rest: EMPTY }
}

const sound = (hdap: Hdap): boolean => hdap.checksumOk && hdap.endOk
const whole = (message: Message): boolean =>
  message.transport === 'hrnp'
    ? message.checksumOk && (message.hdap === null || sound(message.hdap))
    : message.transport === 'none' && sound(message.hdap)

type Step = { readonly message: Message; readonly next: number } | 'incomplete' | undefined

const frameAt = (bytes: Buffer, at: number, faults: Fault[]): Step => {
  const read = readFrame(bytes, at, faults)
  if (read.is === 'incomplete') return 'incomplete'
  if (read.is === 'frame')
    return { message: { transport: 'none', hdap: read.hdap, raw: read.hdap.raw }, next: read.next }
  // There is no mark to find the next frame by: what is left is lost as a whole.
  const detail = `byte ${at} is ${bytes[at]!.toString(16).padStart(2, '0')}, neither a service of HDAP nor an envelope`
  faults.push({ fault: 'not-hdap', detail, frame: bytes.subarray(at) })
  return undefined
}

const packetAt = (bytes: Buffer, at: number, faults: Fault[]): Step => {
  const read = readHrnp(bytes, at, faults)
  if (read.is === 'incomplete') return 'incomplete'
  if (read.is === 'packet') return { message: read.hrnp, next: read.next }
  faults.push({ fault: 'bad-length', detail: `length ${read.length}, a head has 12`, frame: bytes.subarray(at) })
  return undefined
}
