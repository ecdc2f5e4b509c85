import { dateOf } from './format.ts'

const two = (x = ''): string => x.padStart(2, '0')

/** `2026-11-22`, also with `/` or without leading zeros → the day; undefined for one that no calendar has. */
export const parseDay = (typed: string): string | undefined => {
  const m = /^(\d{4})[-/](\d{1,2})[-/](\d{1,2})$/.exec(typed.trim())
  if (m === null) return undefined
  const day = `${m[1]}-${two(m[2])}-${two(m[3])}`
  const at = Date.parse(`${day}T00:00:00+08:00`)
  // The browser reads 31 February as 3 March.
  return !Number.isNaN(at) && dateOf(at) === day ? day : undefined
}

/** `2026-11-22 13:05:11`, also with `T`, `/` or without seconds → instant of China's clock. */
export const parseMoment = (typed: string): number | undefined => {
  const m = /^(\S+?)[T\s]+(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(typed.trim())
  const day = m === null ? undefined : parseDay(m[1]!)
  if (m === null || day === undefined) return undefined
  const at = Date.parse(`${day}T${two(m[2])}:${m[3]}:${m[4] ?? '00'}+08:00`)
  return Number.isNaN(at) ? undefined : at
}
