import type { Instant } from '../domain/time.ts'
import type { LoadedRule } from './cell.ts'

interface Revision {
  readonly at: Instant
  readonly rule: LoadedRule
}

/** When which rule gets other values or is switched, as far as it lies ahead. Made from the rules, so no snapshot holds it. */
export const createRevisions = (rules: readonly LoadedRule[]) => {
  let ahead: readonly Revision[] = []
  return {
    /** Looks through the rules for what will change after `now`. */
    plan: (now: Instant): void => {
      ahead = rules
        .flatMap((rule) => {
          const { switches, settled } = rule.inForce
          const instants = new Set([...switches.map((s) => s.from), ...settled].filter((from) => from > now))
          return [...instants].map((at) => ({ at, rule }))
        })
        .sort((a, b) => a.at - b.at)
    },
    /** The first change not after `limit`, taken off the list. */
    next: (limit: Instant): Revision | undefined => {
      const first = ahead[0]
      if (!first || first.at > limit) return undefined
      ahead = ahead.slice(1)
      return first
    },
  }
}
