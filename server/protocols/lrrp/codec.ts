/**
 * Motorola LRRP (Location Request/Response Protocol), UDP 4001, binary XML (MBXML), as published by OK-DMR (ok-dmrlib) with
 * the examples of Motorola's own text, and by SDRTrunk and Moto.Net:
 *
 *   document uintvar | length uintvar | tokens…        a token: its number, then its value, whose form its number tells
 *
 * Even document numbers carry a table of constants in front; the odd ones, which radios use, do not. A token that is in no
 * table hides the length of its value: what follows it is kept raw.
 */
import { EMPTY } from '../bytes.ts'
import type { TrunkFault } from '../trunk-fault.ts'
import { uintvar, writeInfoTime, writePlace, writeSfloatvar, writeUfloatvar, writeUintvar } from './numbers.ts'
import { type LrrpFields, reportTokens, requestTokens } from './tokens.ts'

export type { LrrpFields } from './tokens.ts'

export const documents = {
  ImmediateLocationRequest: 0x05,
  ImmediateLocationReport: 0x07,
  TriggeredLocationRequest: 0x09,
  TriggeredLocationAnswer: 0x0b,
  TriggeredLocationReport: 0x0d,
  TriggeredLocationStopRequest: 0x0f,
  TriggeredLocationStopAnswer: 0x11,
  UnsolicitedLocationReport: 0x13,
  LocationProtocolRequest: 0x14,
  LocationProtocolReport: 0x15,
} as const
export type LrrpDocument = keyof typeof documents
const requests: ReadonlySet<string> = new Set<LrrpDocument>([
  'ImmediateLocationRequest',
  'TriggeredLocationRequest',
  'TriggeredLocationStopRequest',
  'LocationProtocolRequest',
])
const nameByNumber = new Map<number, LrrpDocument>()
for (const [name, number] of Object.entries(documents) as [LrrpDocument, number][]) {
  nameByNumber.set(number, name)
  // The document before an odd one is the same with a table of constants. 14 has none.
  if (number % 2 === 1 && number < 0x14) nameByNumber.set(number - 1, name)
}

export interface Lrrp {
  /** Null: a document in no table, kept raw. */
  readonly document: LrrpDocument | null
  readonly number: number
  readonly length: number
  readonly fields: LrrpFields
  /** From the first token that is in no table on. */
  readonly unread: Buffer
  readonly raw: Buffer
}
export interface LrrpDecoding {
  readonly messages: readonly Lrrp[]
  readonly faults: readonly TrunkFault[]
  readonly rest: Buffer
}

/** Reads one datagram, or what a stream holds so far. Never throws. */
export const decodeLrrp = (input: Uint8Array, limit = 64): LrrpDecoding => {
  const bytes = Buffer.isBuffer(input) ? input : Buffer.from(input.buffer, input.byteOffset, input.byteLength)
  const messages: Lrrp[] = []
  const faults: TrunkFault[] = []
  let at = 0
  while (at < bytes.length && messages.length < limit) {
    const number = uintvar(bytes, at)
    const length = number && uintvar(bytes, number.next)
    if (!length || length.next + length.value > bytes.length) break
    const end = length.next + length.value
    messages.push(read(number.value, length.value, bytes.subarray(at, end), bytes.subarray(length.next, end), faults))
    at = end
  }
  return { messages, faults, rest: bytes.subarray(at) }
}

const read = (number: number, length: number, raw: Buffer, content: Buffer, faults: TrunkFault[]): Lrrp => {
  const fault = (kind: TrunkFault['fault'], detail: string) => faults.push({ fault: kind, detail, frame: raw })
  const document = nameByNumber.get(number) ?? null
  const fields: LrrpFields = {}
  const message = { document, number, length, fields, raw }
  if (document === null) {
    fault('unknown-type', `document 0x${number.toString(16).padStart(2, '0')}`)
    return { ...message, unread: content }
  }
  const tokens = requests.has(document) ? requestTokens : reportTokens
  let at = 0
  if (number % 2 === 0 && number < 0x14) {
    const constants = uintvar(content, 0)
    if (!constants || constants.next + constants.value > content.length) {
      fault('bad-body', 'the table of constants runs over the end')
      return { ...message, unread: content }
    }
    at = constants.next + constants.value
  }
  while (at < content.length) {
    const id = content[at]!
    const next = tokens[id]?.(fields, content, at + 1)
    if (next === undefined) {
      const what = `token ${id.toString(16).padStart(2, '0')}`
      fault(tokens[id] ? 'bad-body' : 'unknown-type', tokens[id] ? `${what} runs over the end` : what)
      break
    }
    at = next
  }
  if (fields.time === null) fault('bad-body', 'the time is no moment of any calendar')
  return { ...message, unread: content.subarray(at) }
}

/** One document, ready for a datagram. Of the shapes the smallest that holds what is given is written. */
export const encodeLrrp = (document: LrrpDocument, fields: LrrpFields): Buffer => {
  const tokens = requests.has(document) ? writtenRequest(fields) : writtenReport(fields)
  const { requestId } = fields
  const id = requestId ? Buffer.concat([Buffer.from([0x22, requestId.length]), requestId]) : EMPTY
  const content = Buffer.concat([id, ...tokens])
  return Buffer.concat([writeUintvar(documents[document]), writeUintvar(content.length), content])
}

const token = (id: number, ...value: readonly Buffer[]): Buffer => Buffer.concat([Buffer.from([id]), ...value])
const some = <T>(value: T | undefined, written: (value: T) => Buffer): Buffer[] =>
  value === undefined ? [] : [written(value)]

const retInfoTokens: Readonly<Record<string, number>> = { accuracy: 0x50, 'accuracy+time': 0x51, time: 0x52, '': 0x53 }

const writtenRequest = (f: LrrpFields): Buffer[] => [
  ...some(f.oneshotTrigger, () => token(0x33)),
  ...some(f.periodicTrigger, () => token(0x34)),
  ...some(f.intervalS, (s) => token(0x31, writeUintvar(s))),
  ...some(f.retInfo, (info) => token(retInfoTokens[info.join('+')] ?? 0x53)),
  ...(f.wanted ?? []).map(({ token: id, value }) => token(id, ...some(value, writeUintvar))),
]

const writtenReport = (f: LrrpFields): Buffer[] => [
  ...some(f.protocolVersion, (v) => token(0x36, writeUintvar(v))),
  ...some(f.time ?? undefined, (t) => token(0x34, writeInfoTime(t))),
  ...shape(f),
  ...some(f.speedHor, (v) => token(0x6c, writeUfloatvar(v))),
  ...some(f.courseDeg, (v) => token(0x56, Buffer.from([Math.round(v / 2) % 180]))),
  ...some(f.speedVrt, (v) => token(0x70, writeSfloatvar(v))),
  ...some(f.resultCode, (code) => (code === 0 ? token(0x38) : token(0x37, writeUintvar(code)))),
]

const shape = (f: LrrpFields): Buffer[] => {
  if (f.latitude === undefined || f.longitude === undefined) return []
  const place = writePlace(f.latitude, f.longitude)
  const radius = some(f.radiusM, writeUfloatvar)
  const altitude = some(f.altitudeM, writeSfloatvar)
  const accuracy = some(f.altitudeAccuracyM, writeUfloatvar)
  const ids = radius.length > 0 ? [0x51, 0x54, 0x55] : [0x66, 0x69, 0x6a]
  const id = ids[altitude.length === 0 ? 0 : accuracy.length === 0 ? 1 : 2]!
  return [token(id, place, ...radius, ...altitude, ...(altitude.length > 0 ? accuracy : []))]
}
