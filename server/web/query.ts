import { z } from 'zod'

/** Pieces of query strings, all of them optional. */
export const paging = {
  page: z.coerce.number().int().min(1).max(100_000).default(1),
  pageSize: z.coerce.number().int().min(1).max(500).default(50),
} as const

export const flag = z
  .enum(['true', 'false', '1', '0'])
  .transform((v) => v === 'true' || v === '1')
  .optional()

/** Comma-separated or repeated values out of a fixed set. */
export const list = <const T extends readonly [string, ...string[]]>(values: T) =>
  z
    .union([z.string(), z.array(z.string())])
    .transform((v) => (Array.isArray(v) ? v : v.split(',')).filter((one) => one.length > 0))
    .pipe(z.array(z.enum(values)))
    .optional()

/** Milliseconds since the epoch; up to the year 9999. */
export const instant = z.coerce.number().int().min(0).max(253_402_300_799_999)
