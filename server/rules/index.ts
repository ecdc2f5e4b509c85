import type { AnyRule } from './define-rule.ts'

/** The rulebook: every duty this system watches, in the order the console lists them. */
export const rulebook: readonly AnyRule[] = []
