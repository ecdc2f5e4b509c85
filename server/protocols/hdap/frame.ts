import { type Body, type KnownBody, kindOf, kindOfType, nameOf } from './catalogue.ts'
import type { Fault, FaultKind } from './fault.ts'
import type { Gps } from './gps.ts'
import { type Service, services } from './kind.ts'
import { tmpOpcode } from './tmp.ts'

/** One application frame. */
export interface Hdap<B extends Body = Body> {
  readonly service: Service
  /** Bit 80 of the service: the sender wants it confirmed. */
  readonly reliable: boolean
  readonly opcode: number
  readonly payload: Buffer
  readonly checksum: number
  readonly checksumOk: boolean
  /** The last byte is 03. */
  readonly endOk: boolean
  readonly body: B
  /** As it came. */
  readonly raw: Buffer
}
export type HdapOf<T extends KnownBody['type']> = Hdap<Extract<KnownBody, { readonly type: T }>>

const END = 0x03
const OVERHEAD = 7
const nameByService = new Map<number, Service>(Object.entries(services).map(([name, byte]) => [byte, name as Service]))

/** Sum of opcode, length and payload, turned round, and 33 more. */
export const checksumOf = (bytes: Buffer, from: number, to: number): number => {
  let sum = 0
  for (let i = from; i < to; i++) sum += bytes[i]!
  return ((~sum & 0xff) + 0x33) & 0xff
}

export const serviceOf = (byte: number): Service | undefined => nameByService.get(byte & 0x7f)

export type FrameRead =
  | { readonly is: 'frame'; readonly hdap: Hdap; readonly next: number }
  /** `needs`: how many bytes it has in all, as far as can be told. */
  | { readonly is: 'incomplete'; readonly needs: number }
  | { readonly is: 'not-hdap' }

/** Reads the frame at `at`. What is wrong with one that could be read goes to `faults`. */
export const readFrame = (bytes: Buffer, at: number, faults: Fault[]): FrameRead => {
  if (at >= bytes.length) return { is: 'incomplete', needs: OVERHEAD }
  const service = serviceOf(bytes[at]!)
  if (!service) return { is: 'not-hdap' }
  if (bytes.length - at < 5) return { is: 'incomplete', needs: OVERHEAD }
  const little = service === 'RCP'
  const opcode = little ? bytes.readUInt16LE(at + 1) : bytes.readUInt16BE(at + 1)
  const length = little ? bytes.readUInt16LE(at + 3) : bytes.readUInt16BE(at + 3)
  const total = length + OVERHEAD
  if (bytes.length - at < total) return { is: 'incomplete', needs: total }
  const raw = bytes.subarray(at, at + total)
  const payload = raw.subarray(5, 5 + length)
  const checksum = raw[5 + length]!
  const right = checksumOf(raw, 1, 5 + length)
  const endOk = raw[6 + length] === END
  const remark = (fault: FaultKind, detail: string) => faults.push({ fault, detail, frame: raw })
  if (checksum !== right) remark('bad-checksum', `the checksum is ${hex2(checksum)}, should be ${hex2(right)}`)
  if (!endOk) remark('bad-end', `the last byte is ${hex2(raw[6 + length]!)}, should be 03`)
  const body = readBody(service, opcode, payload, remark)
  return {
    is: 'frame',
    hdap: {
      service,
      reliable: (bytes[at]! & 0x80) !== 0,
      opcode,
      payload,
      checksum,
      checksumOk: checksum === right,
      endOk,
      body,
      raw,
    },
    next: at + total,
  }
}

const readBody = (
  service: Service,
  opcode: number,
  payload: Buffer,
  remark: (fault: FaultKind, detail: string) => void,
): Body => {
  const name = nameOf(service, opcode)
  const kind = kindOf(service, opcode)
  if (!kind) {
    if (name === null) remark('unknown-opcode', `${service} opcode 0x${opcode.toString(16).padStart(4, '0')}`)
    return { type: 'raw', name }
  }
  const body = kind.read(payload, opcode) as Body | { readonly unreadable: string }
  if ('unreadable' in body) {
    remark('bad-body', `${name}: ${body.unreadable}`)
    return { type: 'raw', name }
  }
  const problem = 'gps' in body ? (body.gps as Gps).problem : null
  if (problem !== null) remark('bad-gps', problem)
  return body
}

const hex2 = (byte: number): string => byte.toString(16).padStart(2, '0')

/** What is needed to write a frame: a body, or a raw payload with its service and opcode. */
export type Sent =
  | { readonly reliable?: boolean; readonly body: KnownBody }
  | { readonly reliable?: boolean; readonly service: Service; readonly opcode: number; readonly payload: Buffer }

/** One frame, ready for its transport. */
export const writeFrame = (sent: Sent | Hdap): Buffer => {
  const { service, opcode, payload } = 'body' in sent && sent.body.type !== 'raw' ? plainOf(sent.body) : (sent as Hdap)
  const bytes = Buffer.alloc(payload.length + OVERHEAD)
  bytes[0] = services[service] | (sent.reliable ? 0x80 : 0)
  if (service === 'RCP') {
    bytes.writeUInt16LE(opcode, 1)
    bytes.writeUInt16LE(payload.length, 3)
  } else {
    bytes.writeUInt16BE(opcode, 1)
    bytes.writeUInt16BE(payload.length, 3)
  }
  payload.copy(bytes, 5)
  bytes[5 + payload.length] = checksumOf(bytes, 1, 5 + payload.length)
  bytes[6 + payload.length] = END
  return bytes
}

const plainOf = (body: KnownBody) => {
  const kind = kindOfType(body.type)
  const opcode = 'confirmed' in body ? tmpOpcode(kind.opcode, body) : kind.opcode
  return { service: kind.service, opcode, payload: kind.write(body) }
}
