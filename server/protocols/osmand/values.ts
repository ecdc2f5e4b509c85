import { type Instant, isCalendarDay } from '../../domain/time.ts'

export const KMH_PER_KNOT = 1.852
export const KMH_PER_MPS = 3.6

/** A number; null when there is none, undefined when it is something else. */
export const given = (text: string | null | undefined): number | null | undefined => {
  if (text === null || text === undefined || text.trim() === '') return null
  const number = Number(text)
  return Number.isFinite(number) ? number : undefined
}

/** Null for what is not there and for the negative numbers that mean unknown. */
export const positive = (value: number | null | undefined): number | null =>
  value === null || value === undefined || value < 0 ? null : value

export const inside = (value: number | null | undefined, from: number, to: number): number | null =>
  value === null || value === undefined || value < from || value > to ? null : value

/** Numbers below this are seconds, others milliseconds (2038 in seconds, 1970-01-25 in milliseconds). */
const SECONDS_BELOW = 2 ** 31
const LAST = 8.64e15

/**
 * A timestamp: seconds, milliseconds, ISO 8601 with a `T`, or `yyyy-MM-dd HH:mm:ss` in UTC.
 * Null when there is none, undefined when it is none of these.
 */
export const timeOf = (text: string | null): Instant | null | undefined => {
  if (text === null || text.trim() === '') return null
  if (/^\d+(\.\d+)?$/.test(text)) {
    const number = Number(text)
    const at = Math.round(number < SECONDS_BELOW ? number * 1000 : number)
    return at <= LAST ? at : undefined
  }
  const plain = /^(\d{4}-\d{2}-\d{2}) (\d{2}:\d{2}:\d{2})$/.exec(text)
  if (!plain && !/^\d{4}-\d{2}-\d{2}T/.test(text)) return undefined
  if (!isCalendarDay(text.slice(0, 10))) return undefined
  const at = Date.parse(plain ? `${plain[1]}T${plain[2]}Z` : text)
  return Number.isNaN(at) ? undefined : at
}
