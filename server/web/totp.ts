import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto'
import type { Instant } from '../domain/time.ts'

/** RFC 6238 §4: steps of 30 s counted from the Unix epoch. */
const STEP_MS = 30_000

/** RFC 4226 §5.3: HMAC of the counter, dynamically truncated. `algorithm` other than SHA-1 is for RFC 6238's vectors. */
export const hotp = (secret: Uint8Array, counter: number, digits = 6, algorithm = 'sha1'): string => {
  const message = Buffer.alloc(8)
  message.writeBigUInt64BE(BigInt(counter))
  const mac = createHmac(algorithm, secret).update(message).digest()
  const offset = mac[mac.length - 1]! & 0x0f
  const code = (mac.readUInt32BE(offset) & 0x7fff_ffff) % 10 ** digits
  return String(code).padStart(digits, '0')
}

export const stepOf = (at: Instant): number => Math.floor(at / STEP_MS)

/**
 * The step whose code this is, or undefined: the present one or its neighbours (RFC 6238 §5.2 allows for one step
 * of delay or drift), and only after `usedStep`, because a code must not be accepted twice.
 */
export const acceptedStep = (
  secret: Uint8Array,
  code: string,
  at: Instant,
  usedStep: number | null,
): number | undefined => {
  const given = Buffer.from(code)
  const now = stepOf(at)
  return [now, now - 1, now + 1].find((step) => {
    const right = Buffer.from(hotp(secret, step))
    const same = given.length === right.length && timingSafeEqual(given, right)
    return same && (usedStep === null || step > usedStep)
  })
}

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** RFC 4648 §6 without padding, as authenticator apps want it. */
export const base32 = (bytes: Uint8Array): string => {
  let bits = ''
  for (const byte of bytes) bits += byte.toString(2).padStart(8, '0')
  return (bits.match(/.{1,5}/g) ?? []).map((five) => alphabet[Number.parseInt(five.padEnd(5, '0'), 2)]!).join('')
}

/** 160 bits, as RFC 4226 §4 recommends. */
export const newSecret = (): Uint8Array => randomBytes(20)

/** What an authenticator app reads from a QR code. */
export const otpauthUri = (account: string, secret: Uint8Array): string =>
  `otpauth://totp/custodes:${encodeURIComponent(account)}?secret=${base32(secret)}&issuer=custodes&digits=6&period=30`
