import { bitReader } from './bits.ts'
import { type LongReport, readLong } from './long.ts'

/**
 * TETRA: short data that a radio's peripheral interface (PEI, ETSI EN 300 392-5) hands out as text, and the short location
 * report of LIP (ETSI TS 100 392-18-1 §6.2) in it. Velocity curve and reasons for sending after public decoders; checked
 * against field reports whose place is known.
 *
 *   +CTSDSR: 12,<from>,<type>,<to>,<type>,<bits>␍␊<hex, bits ÷ 4 digits, may be odd>␍␊
 *
 *   0a | type 2 = 0 | elapsed 2 | longitude 25 | latitude 24 | error 3 | velocity 7 | direction 4 | kind 1 | reason 8     (bits)
 */

/** One short location report. */
export interface ShortReport {
  readonly pduType: 0
  /** 0 under 5 s · 1 under 5 min · 2 under 30 min · 3 not known. */
  readonly elapsed: number
  readonly longitude: number
  readonly latitude: number
  /** 0 under 2 m, 1 under 20 m, … 5 under 200 km, 6 more, 7 not known. */
  readonly error: number
  /** 0–28 km/h as they are, then a curve; 127 not known. */
  readonly velocity: number
  /** In 22.5°, 0 north. */
  readonly direction: number
  /** 0: `additional` is the reason for sending; 1: it is the user's own. */
  readonly additionalKind: number
  readonly additional: number
}
export const REPORT_BITS = 76
export const LIP = 0x0a

/** Reasons for sending that mean something to us. */
export const reasons = {
  poweredOn: 0,
  poweredOff: 1,
  emergency: 2,
  enteredService: 9,
  lostService: 10,
  asked: 32,
} as const

export interface Sds {
  /** 15 digits country, network and number as the radio writes them, or fewer; null for bare hex. */
  readonly from: string | null
  readonly to: string | null
  /** How many bits were announced; null for bare hex. */
  readonly bits: number | null
  /** The hexadecimal digits, upper case. */
  readonly hex: string
  readonly report: ShortReport | LongReport | null
}
export interface LipFault {
  readonly fault: 'not-lip' | 'truncated' | 'bad-hex' | 'unsupported-pdu' | 'bits-disagree' | 'no-hex' | 'too-long'
  readonly detail: string
  readonly line: string
}
export interface LipDecoding {
  readonly messages: readonly Sds[]
  readonly faults: readonly LipFault[]
  /** A line, or a header whose hex is still to come. */
  readonly rest: string
}

/** No line of a PEI is longer; text without an end beyond this is junk. */
const LONGEST_LINE = 4096

/** Reads what a line of text holds so far. Never throws. What is neither short data nor hex (`OK`, `+CREG: …`) is passed over. */
export const decodeLip = (text: string): LipDecoding => {
  const messages: Sds[] = []
  const faults: LipFault[] = []
  let at = 0
  let header: Header | undefined
  let headerAt = 0
  for (;;) {
    const end = endOfLine(text, at)
    if (end === undefined) break
    const line = text.slice(at, end.at).trim()
    if (header) {
      if (line !== '') {
        take(header, line, messages, faults)
        header = undefined
      }
    } else if (line.startsWith('+CTSDSR')) {
      header = headerOf(line, faults)
      headerAt = at
    }
    at = end.next
  }
  const rest = text.slice(header ? headerAt : at)
  if (rest.length <= LONGEST_LINE) return { messages, faults, rest }
  faults.push({ fault: 'too-long', detail: `${rest.length} characters without an end`, line: rest.slice(0, 80) })
  return { messages, faults, rest: '' }
}

const endOfLine = (text: string, from: number): { at: number; next: number } | undefined => {
  for (let i = from; i < text.length; i++) {
    const c = text[i]
    if (c === '\n') return { at: i, next: i + 1 }
    if (c === '\r') return { at: i, next: text[i + 1] === '\n' ? i + 2 : i + 1 }
  }
  return undefined
}

interface Header {
  readonly from: string
  readonly to: string
  readonly bits: number
}
const headerOf = (line: string, faults: LipFault[]): Header | undefined => {
  const m = /^\+CTSDSR:\s*12\s*,\s*(\d{1,24})\s*,\s*\d+\s*,\s*(\d{1,24})\s*,\s*\d+\s*,\s*(\d{1,5})\s*$/.exec(line)
  if (m) return { from: m[1]!, to: m[2]!, bits: Number(m[3]) }
  faults.push({ fault: 'not-lip', detail: 'should be +CTSDSR: 12,<from>,<type>,<to>,<type>,<bits>', line })
  return undefined
}

const take = (header: Header, line: string, messages: Sds[], faults: LipFault[]): void => {
  const digits = Math.ceil(header.bits / 4)
  if (/^[0-9a-fA-F]+$/.test(line) && line.length !== digits)
    faults.push({ fault: 'bits-disagree', detail: `${line.length} digits, ${header.bits} bits need ${digits}`, line })
  const { messages: found, faults: more } = decodeHex(line)
  faults.push(...more)
  for (const one of found) messages.push({ ...one, from: header.from, to: header.to, bits: header.bits })
}

/** Reads the digits of one short data message; the first byte says what it is. */
export const decodeHex = (digits: string): { messages: readonly Sds[]; faults: readonly LipFault[] } => {
  const hex = digits.replace(/\s+/g, '').toUpperCase()
  const fault = (kind: LipFault['fault'], detail: string) => ({
    messages: [],
    faults: [{ fault: kind, detail, line: digits }],
  })
  if (hex === '') return fault('no-hex', 'the line is empty, should be hexadecimal digits')
  const odd = /[^0-9A-F]/.exec(hex)
  if (odd) return fault('bad-hex', `${JSON.stringify(odd[0])} is no hexadecimal digit`)
  const raw: Sds = { from: null, to: null, bits: null, hex, report: null }
  const protocol = Number.parseInt(hex.slice(0, 2), 16)
  if (protocol !== LIP)
    return { messages: [raw], faults: fault('not-lip', `protocol ${hex.slice(0, 2)}, LIP is 0A`).faults }
  const content = hex.slice(2)
  const type = Number.parseInt(content[0] ?? '', 16) >> 2
  if (type === 1) {
    const report = readLong(content)
    if ('short' in report) return { messages: [raw], faults: fault('truncated', report.short).faults }
    if ('unknown' in report) return { messages: [raw], faults: fault('unsupported-pdu', report.unknown).faults }
    return { messages: [{ ...raw, report }], faults: [] }
  }
  if (type > 1) return { messages: [raw], faults: fault('unsupported-pdu', `type ${type} is reserved`).faults }
  if (content.length * 4 < REPORT_BITS) {
    const detail = `${content.length * 4} bits, a short location report has ${REPORT_BITS}`
    return { messages: [raw], faults: fault('truncated', detail).faults }
  }
  return { messages: [{ ...raw, report: reportOf(content) }], faults: [] }
}

const reportOf = (content: string): ShortReport => {
  const { take, longitude, latitude } = bitReader(content)
  take(2)
  return {
    pduType: 0,
    elapsed: take(2),
    longitude: longitude(),
    latitude: latitude(),
    error: take(3),
    velocity: take(7),
    direction: take(4),
    additionalKind: take(1),
    additional: take(8),
  }
}

const widths = [2, 2, 25, 24, 3, 7, 4, 1, 8] as const
const unsigned = (value: number, bits: number): number => (value < 0 ? value + 2 ** bits : value)

/** Kilometres an hour; null when not known. */
export const velocityKmh = (code: number): number | null =>
  code === 127 ? null : code <= 28 ? code : 16 * 1.038 ** (code - 13)

/** The code nearest to a speed. */
export const velocityCode = (kmh: number | null): number => {
  if (kmh === null) return 127
  if (kmh <= 28) return Math.round(kmh)
  return Math.min(126, Math.round(13 + Math.log(kmh / 16) / Math.log(1.038)))
}

/** The digits of one short location report, protocol identifier in front: 21 of them. */
export const encodeReport = (report: ShortReport): string => {
  const clamp = (value: number, bits: number) =>
    Math.max(-(2 ** (bits - 1)), Math.min(2 ** (bits - 1) - 1, Math.round(value)))
  const fields = [
    0,
    report.elapsed,
    unsigned(clamp((report.longitude * 2 ** 25) / 360, 25), 25),
    unsigned(clamp((report.latitude * 2 ** 24) / 180, 24), 24),
    report.error,
    report.velocity,
    report.direction,
    report.additionalKind,
    report.additional,
  ]
  let bits = 0n
  for (const [i, width] of widths.entries()) bits = (bits << BigInt(width)) | BigInt(fields[i]!)
  return `0A${bits
    .toString(16)
    .toUpperCase()
    .padStart(REPORT_BITS / 4, '0')}`
}

/** A short data message as the PEI hands it out. */
export const encodeSds = (from: string, to: string, hex: string): string =>
  `+CTSDSR: 12,${from},1,${to},1,${hex.length * 4}\r\n${hex}\r\n`

/** What is written to the PEI to send short data; after ETSI EN 300 392-5, not checked against a radio. */
export const encodeSending = (to: string, hex: string): string =>
  `AT+CTSDS=12,0\r\nAT+CMGS=${to},${hex.length * 4}\r\n${hex}\x1a`
