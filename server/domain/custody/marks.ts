import type { Instant } from '../time.ts'

/** Something went on or off at an instant; `seq` is the entry that said so. */
export interface Mark {
  readonly at: Instant
  readonly on: boolean
  readonly seq: number
}

/** From `from` to `to`; `to` undefined while it lasts. `evidence` are the entries that said so. */
export interface Interval {
  readonly from: Instant
  readonly to: Instant | undefined
  readonly evidence: readonly number[]
}

/** Keeps marks in the order of the devices' clocks, whatever order they were heard in; a repeated mark counts once. */
export const withMark = <M extends Mark>(
  marks: readonly M[],
  mark: M,
  same: (a: M, b: M) => boolean = () => true,
): M[] => {
  if (marks.some((m) => m.at === mark.at && m.on === mark.on && same(m, mark))) return [...marks]
  let i = marks.length
  while (i > 0 && marks[i - 1]!.at > mark.at) i--
  return [...marks.slice(0, i), mark, ...marks.slice(i)]
}

/** The intervals that were on. A second "on" adds nothing; an "off" without an "on" is ignored. */
export const intervals = (marks: readonly Mark[]): Interval[] => {
  const found: Interval[] = []
  for (const { at, on, seq } of marks) {
    const last = found.at(-1)
    const open = last !== undefined && last.to === undefined
    if (on && !open) found.push({ from: at, to: undefined, evidence: [seq] })
    if (!on && open) found[found.length - 1] = { ...last, to: at, evidence: [...last.evidence, seq] }
  }
  return found
}

/** Drops closed history before `before`; what is still on is kept. */
export const pruned = <M extends Mark>(marks: readonly M[], before: Instant): M[] => {
  const kept = marks.filter((m) => m.at >= before)
  const lastOld = marks.findLast((m) => m.at < before)
  return lastOld?.on ? [lastOld, ...kept] : kept
}

/** The union of intervals, sorted, with touching ones joined. */
export const union = (all: readonly Interval[]): Interval[] => {
  const found: Interval[] = []
  for (const next of [...all].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && (last.to === undefined || next.from <= last.to)) {
      const to = last.to === undefined || next.to === undefined ? undefined : Math.max(last.to, next.to)
      found[found.length - 1] = { from: last.from, to, evidence: [...last.evidence, ...next.evidence] }
    } else found.push(next)
  }
  return found
}

/** The parts of `[from, to]` that no interval covers and that are longer than `toleranceMs`. */
export const gaps = (
  all: readonly Interval[],
  from: Instant,
  to: Instant,
  toleranceMs: number,
): { readonly from: Instant; readonly to: Instant }[] => {
  const found: { from: Instant; to: Instant }[] = []
  let reached = from
  for (const { from: a, to: b } of union(all)) {
    if (a >= to) break
    if (a - reached > toleranceMs) found.push({ from: reached, to: a })
    reached = Math.max(reached, b ?? to)
    if (reached >= to) break
  }
  if (to - reached > toleranceMs) found.push({ from: reached, to })
  return found
}

/** Where both intervals hold; undefined when they do not meet. */
export const overlap = (a: Interval, b: Interval): Interval | undefined => {
  const from = Math.max(a.from, b.from)
  const to = a.to === undefined ? b.to : b.to === undefined ? a.to : Math.min(a.to, b.to)
  return to !== undefined && to <= from ? undefined : { from, to, evidence: [...a.evidence, ...b.evidence] }
}
