import { days, type Instant } from '../time.ts'
import type { Said } from './state.ts'

/** How long what is over is remembered. */
export const OVER_MS = days(40)
/** How far back marks of posts and of lights are kept. */
export const SEEN_MS = days(4)
/** Marks one person, post or vehicle may have at most; junk cannot fill the memory. */
export const MOST = 200
/** Versions of posted hours, appointments and exemptions that are kept. */
export const VERSIONS = 40

export const byTime = <T extends { readonly at: Instant }>(items: readonly T[]): T[] =>
  [...items].sort((a, b) => a.at - b.at)

/** Adds a statement to those before it. */
export const said = <T>(before: readonly Said<T>[] | undefined, data: T, at: Instant, seq: number): Said<T>[] =>
  byTime([...(before ?? []), { data, at, seq }]).slice(-VERSIONS)
