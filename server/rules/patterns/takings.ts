import type { Seen } from './case-file.ts'

/**
 * Each measure by which an item came to the police: what was registered in advance, or held in an administrative case,
 * may be seized afterwards, and what the law asks of a seizure is asked of that one too. The same measure told again is
 * not another.
 */
export const takings = (told: readonly Seen<'property.seized'>[]): Seen<'property.seized'>[] =>
  told.filter(({ data }, i) => data.how !== told[i - 1]?.data.how || data.type !== told[i - 1]?.data.type)
