import type { Instant } from '../time.ts'
import { common, joined, type Stretch } from './spans.ts'

/** What one source saw of a post; told again without a change it only moves `lastAt`. */
export interface SeenAtPost {
  /** Source, and device where one was named. */
  readonly source: string
  readonly device: string | null
  readonly at: Instant
  readonly lastAt: Instant
  readonly on: boolean
  readonly seq: number
}

/** A room or a window that must be manned, and what was seen of it; by the devices' clocks. */
export interface PostRecord {
  readonly unit: string
  readonly seen: readonly SeenAtPost[]
}

/** When somebody was at a post, and when anybody could have told. */
export interface Manning {
  readonly manned: readonly Stretch[]
  readonly observed: readonly Stretch[]
}

/** More a post may not have; junk cannot fill the memory. */
const MOST = 400

const inOrder = (seen: readonly SeenAtPost[], mark: SeenAtPost): SeenAtPost[] => {
  let i = seen.length
  while (i > 0 && seen[i - 1]!.at > mark.at) i--
  return [...seen.slice(0, i), mark, ...seen.slice(i)]
}

/** Files what a source saw; a statement that changes nothing only says that it still holds. */
export const withSeen = (seen: readonly SeenAtPost[], mark: SeenAtPost, forgetBefore: Instant): SeenAtPost[] => {
  const before = seen.findLastIndex((m) => m.source === mark.source && m.at <= mark.at)
  const held = seen[before]
  if (held?.on === mark.on) return seen.map((m) => (m === held ? { ...m, lastAt: Math.max(m.lastAt, mark.lastAt) } : m))
  // Known late, of a time in the midst of what was told again since: it was so until then, and is so again.
  const all =
    held && held.lastAt > mark.at
      ? inOrder(inOrder(seen.with(before, { ...held, lastAt: mark.at }), mark), { ...held, at: held.lastAt })
      : inOrder(seen, mark)
  // Whatever a source said last holds, however long ago.
  const kept = all.filter(
    (m, at) => m.lastAt >= forgetBefore || !all.some((l, later) => later > at && l.source === m.source),
  )
  return kept.slice(-MOST)
}

/**
 * What the sources say together. `upOf` tells when a declared device worked; what an undeclared one said is
 * believed for `holdMs` after it was last heard.
 */
export const manningOf = (
  seen: readonly SeenAtPost[],
  upOf: (mark: SeenAtPost) => readonly Stretch[] | undefined,
  holdMs: number,
): Manning => {
  const manned: Stretch[] = []
  const observed: Stretch[] = []
  seen.forEach((mark, i) => {
    const next = seen.find((m, later) => later > i && m.source === mark.source)
    const up = upOf(mark)
    const ends = next?.at ?? (up ? Number.POSITIVE_INFINITY : mark.lastAt + holdMs)
    const span = { from: mark.at, to: up ? ends : Math.min(ends, mark.lastAt + holdMs) }
    const held = up ? common([span], up) : [span]
    observed.push(...held)
    if (mark.on) manned.push(...held)
  })
  return { manned: joined(manned), observed: joined(observed) }
}
