import { bcd, struct, u8, u16 } from '../bytes.ts'
import type { FaultKind } from './fault.ts'

/**
 * Message header. 2011 and 2013 have 12 bytes, 2019 has 17 (bit 14 of the properties); 4 more when bit 13 says
 * that the message was sent in parts.
 *
 *   2011/13:  id u16 | properties u16 |                phone bcd[6]  | serial u16 | [total u16 | index u16]
 *   2019:     id u16 | properties u16 | version u8   | phone bcd[10] | serial u16 | [total u16 | index u16]
 *
 * properties: bits 0-9 length of the body, 10-12 encryption (10 = RSA), 13 parts, 14 version flag, 15 reserved
 */
export interface Header {
  readonly id: number
  /** Layout of the header. 2011 has that of 2013; only registration tells them apart. */
  readonly edition: '2013' | '2019'
  /** 1 in the first 2019 edition; null before. */
  readonly protocolVersion: number | null
  /** Digits without leading zeros: the terminal's identity. */
  readonly phone: string
  /** As it stood in the header, for replies: 12 or 20 hexadecimal digits. */
  readonly phoneBcd: string
  /** 0 to 65535, wrapping. */
  readonly serial: number
  /** `index` counts from 1. */
  readonly part: { readonly total: number; readonly index: number } | null
}

const old = struct({ id: u16, properties: u16, phone: bcd(6), serial: u16 })
const new2019 = struct({ id: u16, properties: u16, version: u8, phone: bcd(10), serial: u16 })
const parts = struct({ total: u16, index: u16 })
const layouts = { '2013': old.size, '2019': new2019.size } as const

const LENGTH = 0x03ff
const ENCRYPTION = 0x1c00
const PARTS = 0x2000
const VERSION = 0x4000

export type ReadHeader =
  | { readonly is: 'header'; readonly header: Header; readonly bodyAt: number; readonly asOtherEdition: boolean }
  | { readonly is: 'fault'; readonly fault: FaultKind; readonly detail: string; readonly header: Header | null }

/** Reads the header of an unescaped frame, checksum still behind it. */
export const readHeader = (plain: Buffer): ReadHeader => {
  if (plain.length < old.size + 1)
    return fault('too-short', `${plain.length} bytes; the shortest frame has ${old.size + 1} with its checksum`)
  const properties = u16.read(plain, 2)
  const named = (properties & VERSION) !== 0 ? '2019' : '2013'
  const other = named === '2019' ? '2013' : '2019'
  const length = properties & LENGTH
  const behind = (properties & PARTS) !== 0 ? parts.size : 0
  const actual = plain.length - 1 - layouts[named] - behind
  let edition: Header['edition'] = named
  if (actual !== length) {
    // Real devices set bit 14 and send the old header, or the other way round: try that before refusing.
    const fits = plain.length - 1 - layouts[other] - behind === length && couldBe(plain, other)
    if (!fits && actual < 0)
      return fault('too-short', `${plain.length - 1} bytes; the header needs ${layouts[named] + behind}`)
    if (!fits) return fault('wrong-length', `the header says a body of ${length} bytes, there are ${actual}`)
    edition = other
  }
  const fixed = edition === '2019' ? new2019.read(plain, 0) : { ...old.read(plain, 0), version: null }
  const phone = phoneOf(fixed.phone)
  if (phone === undefined) return fault('bad-phone', `${fixed.phone} is neither decimal digits nor a binary IMEI`)
  const at = layouts[edition]
  const header: Header = {
    id: fixed.id,
    edition,
    protocolVersion: fixed.version,
    phone,
    phoneBcd: fixed.phone,
    serial: fixed.serial,
    part: behind === 0 ? null : parts.read(plain, at),
  }
  const { part } = header
  if (part && (part.index < 1 || part.index > part.total))
    return fault('bad-part', `part ${part.index} of ${part.total}: the index must be 1 to the total`, header)
  if ((properties & ENCRYPTION) !== 0)
    return fault(
      'encrypted',
      `encryption bits ${(properties & ENCRYPTION) >> 10}: bodies must be sent in clear`,
      header,
    )
  return { is: 'header', header, bodyAt: at + behind, asOtherEdition: edition !== named }
}

const fault = (kind: FaultKind, detail: string, header: Header | null = null): ReadHeader => ({
  is: 'fault',
  fault: kind,
  detail,
  header,
})

/**
 * Whether a frame whose length contradicts bit 14 makes sense with the other header. A frame that is merely
 * five bytes too long or too short must not be taken for it: a 2019 phone is padded with zeros in front
 * where an old phone has its digits.
 */
const couldBe = (plain: Buffer, edition: Header['edition']): boolean =>
  edition === '2019'
    ? plain[4] === 1 && u16.read(plain, 5) === 0 && decimal(plain.toString('hex', 5, 15))
    : !(plain[4] === 1 && u16.read(plain, 5) === 0) && decimal(plain.toString('hex', 4, 10))

const decimal = (digits: string): boolean => /^\d+$/.test(digits)

/**
 * The terminal's identity: digits without leading zeros. Some makers put a 14-digit IMEI there as a 48-bit
 * integer instead; its fifteenth digit is the Luhn digit of the others. Undefined when it is neither.
 */
export const phoneOf = (phoneBcd: string): string | undefined => {
  if (decimal(phoneBcd)) return phoneBcd.replace(/^0+(?=\d)/, '')
  if (phoneBcd.length !== 12) return undefined
  const imei = String(Number.parseInt(phoneBcd, 16))
  return imei.length === 14 ? imei + luhnDigit(imei) : undefined
}

const luhnDigit = (digits: string): number => {
  let sum = 0
  for (let i = 0; i < digits.length; i++) {
    const digit = Number(digits[digits.length - 1 - i])
    const weighed = i % 2 === 0 ? digit * 2 : digit
    sum += weighed > 9 ? weighed - 9 : weighed
  }
  return (10 - (sum % 10)) % 10
}

/** What the sender of a frame says of itself. `phone` may be plain digits or the raw BCD of a reply. */
export interface Sender {
  readonly edition: Header['edition']
  readonly phone: string
  /** 0 to 65535. */
  readonly serial: number
  readonly protocolVersion?: number | null
  readonly part?: Header['part']
}

/** Room for header, body and checksum, with the header written. Throws RangeError when the body is too long for one frame. */
export const startFrame = (id: number, sender: Sender, bodyLength: number): { plain: Buffer; bodyAt: number } => {
  if (bodyLength > LENGTH)
    throw new RangeError(`a body of ${bodyLength} bytes needs subpackages; one frame holds ${LENGTH}`)
  const { edition, phone, serial, part } = sender
  if (phone.length > (edition === '2019' ? 20 : 12)) throw new RangeError(`phone ${phone} is too long for ${edition}`)
  const bodyAt = layouts[edition] + (part ? parts.size : 0)
  const plain = Buffer.alloc(bodyAt + bodyLength + 1)
  const properties = bodyLength | (part ? PARTS : 0) | (edition === '2019' ? VERSION : 0)
  if (edition === '2019')
    new2019.write(plain, 0, { id, properties, version: sender.protocolVersion ?? 1, phone, serial })
  else old.write(plain, 0, { id, properties, phone, serial })
  if (part) parts.write(plain, layouts[edition], part)
  return { plain, bodyAt }
}
