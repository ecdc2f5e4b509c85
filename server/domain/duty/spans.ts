import type { Interval } from '../custody/marks.ts'
import type { Instant } from '../time.ts'

/** From `from` until just before `to`, which is Infinity while it lasts. */
export interface Stretch {
  readonly from: Instant
  readonly to: Instant
}

export const stretchOf = ({ from, to }: Omit<Interval, 'evidence'>): Stretch => ({
  from,
  to: to ?? Number.POSITIVE_INFINITY,
})

/** Sorted, with touching ones made one; empty ones are dropped. */
export const joined = (all: readonly Stretch[]): Stretch[] => {
  const found: Stretch[] = []
  for (const next of all.filter((s) => s.to > s.from).sort((a, b) => a.from - b.from)) {
    const last = found.at(-1)
    if (last && next.from <= last.to) found[found.length - 1] = { from: last.from, to: Math.max(last.to, next.to) }
    else found.push(next)
  }
  return found
}

/** Where these hold and none of those does. */
export const without = (these: readonly Stretch[], those: readonly Stretch[]): Stretch[] => {
  const holes = joined(those)
  return joined(these).flatMap(({ from, to }) => {
    const left: Stretch[] = []
    let reached = from
    for (const hole of holes) {
      if (hole.to <= reached) continue
      if (hole.from >= to) break
      if (hole.from > reached) left.push({ from: reached, to: hole.from })
      reached = Math.max(reached, hole.to)
    }
    if (reached < to) left.push({ from: reached, to })
    return left
  })
}

/** Where both hold. */
export const common = (these: readonly Stretch[], those: readonly Stretch[]): Stretch[] => {
  const others = joined(those)
  return joined(these).flatMap((a) =>
    others.flatMap((b) => {
      const [from, to] = [Math.max(a.from, b.from), Math.min(a.to, b.to)]
      return from < to ? [{ from, to }] : []
    }),
  )
}
