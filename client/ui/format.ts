import { language } from '../i18n/language.ts'

/** Everything shown is China's time, UTC+8 all year round (invariant I9). */
const SHIFT_MS = 8 * 3_600_000
const china = (at: number): string => new Date(at + SHIFT_MS).toISOString()

/** `2026-11-22` */
export const dateOf = (at: number): string => china(at).slice(0, 10)
/** `13:05:11` */
export const timeOf = (at: number): string => china(at).slice(11, 19)
/** `2026-11-22 13:05:11` */
export const dateTimeOf = (at: number): string => `${dateOf(at)} ${timeOf(at)}`
/** Time alone when it is the same day as `now`, else `11-21 13:05:11`. */
export const shortOf = (at: number, now: number): string =>
  dateOf(at) === dateOf(now) ? timeOf(at) : `${dateOf(at).slice(5)} ${timeOf(at)}`

/** `2026-11-22T13:05:11+08:00`, for addresses that people read. */
export const isoOf = (at: number): string => `${china(at).slice(0, 19)}+08:00`

/** Duration with its two largest units: `42秒`, `3分05秒`, `2小时07分`, `3天4小时`. Negative counts as 0. */
export const durationOf = (ms: number): string => {
  const zh = language.get() === 'zh'
  const s = Math.max(0, Math.floor(ms / 1000))
  const two = (n: number): string => String(n).padStart(2, '0')
  const [d, h, m, sec] = zh ? ['天', '小时', '分', '秒'] : ['d ', 'h ', 'm ', 's']
  if (s < 60) return `${s}${sec}`.trim()
  if (s < 3600) return `${Math.floor(s / 60)}${m}${two(s % 60)}${sec}`.trim()
  if (s < 86_400) return `${Math.floor(s / 3600)}${h}${two(Math.floor(s / 60) % 60)}${m}`.trim()
  return `${Math.floor(s / 86_400)}${d}${Math.floor(s / 3600) % 24}${h}`.trim()
}

/** `1,234`; at most `digits` decimals. */
export const numberOf = (n: number, digits = 0): string =>
  n.toLocaleString('en-US', { maximumFractionDigits: digits, minimumFractionDigits: 0 })

/** `812 B`, `298.6 kB`, `4.5 MB`: powers of ten. */
export const sizeOf = (bytes: number): string => {
  if (bytes < 1_000) return `${bytes} B`
  return bytes < 1_000_000 ? `${numberOf(bytes / 1_000, 1)} kB` : `${numberOf(bytes / 1_000_000, 1)} MB`
}

/** `119.12345, 27.54321`: five decimals are about one metre. */
export const placeOf = ([lng, lat]: readonly [number, number]): string => `${lng.toFixed(5)}, ${lat.toFixed(5)}`
