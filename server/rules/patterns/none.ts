import { z } from 'zod'
import type { DatedParams } from '../define-rule.ts'

/** A duty without a number: what the law says holds from a day on, and that is all. */
export const noNumber = z.object({})
export type NoNumber = z.infer<typeof noNumber>
export const inForceFrom = (from: string): DatedParams<NoNumber> => [{ from, value: {} }]
