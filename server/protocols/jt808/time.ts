import { hours, type Instant } from '../../domain/time.ts'
import { bcd } from '../bytes.ts'

const digits = bcd(6)

/** BCD[6] `YYMMDDhhmmss` is in China's time, except in 0x8004, which is UTC. */
export const CHINA = hours(8)
export const UTC = 0

/** The moment six BCD bytes name; null when they name none (all zeros occurs in the field). Years are 2000 to 2099, so every fourth is a leap year. */
export const readTime = (bytes: Buffer, offset: number, zone: number): Instant | null => {
  const year = two(bytes[offset]!)
  const month = two(bytes[offset + 1]!)
  const day = two(bytes[offset + 2]!)
  const hour = two(bytes[offset + 3]!)
  const minute = two(bytes[offset + 4]!)
  const second = two(bytes[offset + 5]!)
  if (year < 0 || month < 1 || month > 12 || day < 1 || day > daysIn(2000 + year, month)) return null
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || second < 0 || second > 59) return null
  return Date.UTC(2000 + year, month - 1, day, hour, minute, second) - zone
}

/** Writes a moment to the second; null as zeros, as devices without time do. */
export const writeTime = (bytes: Buffer, offset: number, at: Instant | null, zone: number): void => {
  const text = at === null ? '' : new Date(at + zone).toISOString().replace(/[-:T]/g, '').slice(2, 14)
  digits.write(bytes, offset, text)
}

/** Two BCD digits; far below zero when one of them is not decimal. */
const two = (byte: number): number => {
  const [high, low] = [byte >> 4, byte & 0x0f]
  return high > 9 || low > 9 ? -1000 : high * 10 + low
}

const lengths = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
const daysIn = (year: number, month: number): number => (month === 2 && year % 4 === 0 ? 29 : lengths[month - 1]!)
