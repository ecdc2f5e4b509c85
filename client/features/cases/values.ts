import { readable } from '../../finding/fact.ts'

/** A word of the journal's vocabulary in the reader's language. */
export const readableValue = (value: string | null): string => readable('', value)
