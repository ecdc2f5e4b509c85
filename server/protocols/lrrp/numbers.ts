/** A value and where the bytes behind it begin; undefined when the bytes end too early or it is longer than any. */
export type Read<T> = { readonly value: T; readonly next: number } | undefined

/** A uintvar has at most 5 bytes: 32 bits. */
const LONGEST = 5

/** Seven bits a byte, 80 says another one follows. */
export const uintvar = (bytes: Buffer, at: number): Read<number> => {
  let value = 0
  for (let i = at; i < Math.min(bytes.length, at + LONGEST); i++) {
    value = value * 128 + (bytes[i]! & 0x7f)
    if ((bytes[i]! & 0x80) === 0) return { value, next: i + 1 }
  }
  return undefined
}

/** Whole part and fraction, each a uintvar; the fraction counts 128ths to the power of its bytes. */
export const ufloatvar = (bytes: Buffer, at: number): Read<number> => {
  const whole = uintvar(bytes, at)
  const part = whole && uintvar(bytes, whole.next)
  return part && { value: whole.value + part.value / 128 ** (part.next - whole.next), next: part.next }
}

/** As `ufloatvar`, with the sign in bit 40 of the first byte. */
export const sfloatvar = (bytes: Buffer, at: number): Read<number> => {
  const first = bytes[at]
  if (first === undefined) return undefined
  const unsigned = Buffer.from(bytes.subarray(at, at + 2 * LONGEST))
  unsigned[0] = first & 0xbf
  const read = ufloatvar(unsigned, 0)
  return read && { value: (first & 0x40) !== 0 ? -read.value : read.value, next: at + read.next }
}

export const writeUintvar = (value: number): Buffer => {
  const bytes = [value % 128]
  for (let left = Math.floor(value / 128); left > 0; left = Math.floor(left / 128)) bytes.unshift((left % 128) | 0x80)
  return Buffer.from(bytes)
}

/** To 128ths; a fraction that rounds up to a whole one is carried over. */
export const writeUfloatvar = (value: number): Buffer => {
  const parts = Math.round(value * 128)
  return Buffer.concat([writeUintvar(Math.floor(parts / 128)), writeUintvar(parts % 128)])
}

export const writeSfloatvar = (value: number): Buffer => {
  const bytes = writeUfloatvar(Math.abs(value))
  // Bit 40 of the first byte holds the sign: a whole part that needs it is written a byte longer.
  const wide = (bytes[0]! & 0x40) !== 0 ? Buffer.concat([Buffer.from([0x80]), bytes]) : bytes
  if (value < 0) wide[0] = wide[0]! | 0x40
  return wide
}

/** Sign and 31 bits of magnitude, 180° in all. */
export const latitude = (bytes: Buffer, at: number): Read<number> => {
  if (at + 4 > bytes.length) return undefined
  const raw = bytes.readUInt32BE(at)
  const magnitude = ((raw & 0x7fffffff) * 180) / 2 ** 32
  return { value: raw >= 2 ** 31 ? -magnitude : magnitude, next: at + 4 }
}

/** Two's complement, 360° in all. */
export const longitude = (bytes: Buffer, at: number): Read<number> =>
  at + 4 > bytes.length ? undefined : { value: (bytes.readInt32BE(at) * 360) / 2 ** 32, next: at + 4 }

export const writePlace = (lat: number, lng: number): Buffer => {
  const bytes = Buffer.alloc(8)
  const magnitude = Math.min(2 ** 31 - 1, Math.round((Math.abs(lat) * 2 ** 32) / 180))
  bytes.writeUInt32BE(lat < 0 ? 2 ** 31 + magnitude : magnitude, 0)
  bytes.writeInt32BE(Math.max(-(2 ** 31), Math.min(2 ** 31 - 1, Math.round((lng * 2 ** 32) / 360))), 4)
  return bytes
}

/** Five bytes: year 14 bits, month 4, day 5, hour 5, minute 6, second 6; UTC. Null: no moment of any calendar. */
export const infoTime = (bytes: Buffer, at: number): Read<number | null> => {
  if (at + 5 > bytes.length) return undefined
  const high = bytes.readUInt16BE(at)
  const low = bytes.readUIntBE(at + 2, 3)
  const [year, month] = [high >> 2, ((high & 3) << 2) | (low >> 22)]
  const [day, hour, minute, second] = [(low >> 17) & 31, (low >> 12) & 31, (low >> 6) & 63, low & 63]
  const value = Date.UTC(year, month - 1, day, hour, minute, second)
  const date = new Date(value)
  const real =
    year >= 1970 &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second < 60
  return { value: real ? value : null, next: at + 5 }
}

export const writeInfoTime = (time: number): Buffer => {
  const date = new Date(time)
  const month = date.getUTCMonth() + 1
  const bytes = Buffer.alloc(5)
  bytes.writeUInt16BE((date.getUTCFullYear() << 2) | (month >> 2), 0)
  const low =
    ((month & 3) << 22) |
    (date.getUTCDate() << 17) |
    (date.getUTCHours() << 12) |
    (date.getUTCMinutes() << 6) |
    date.getUTCSeconds()
  bytes.writeUIntBE(low, 2, 3)
  return bytes
}
