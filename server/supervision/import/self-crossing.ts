import type { LngLat, Ring } from '../../domain/geo.ts'

/** Where a closed ring first crosses itself; undefined when it does not. Sorted by west end, so that far pairs are never compared. */
export const firstSelfCrossing = (ring: Ring): LngLat | undefined => {
  const last = ring.length - 2
  const sides = ring
    .slice(1)
    .map((b, i) => ({ i, a: ring[i]!, b, west: Math.min(ring[i]![0], b[0]), east: Math.max(ring[i]![0], b[0]) }))
    .sort((p, q) => p.west - q.west)
  for (let m = 0; m < sides.length; m++)
    for (let n = m + 1; n < sides.length && sides[n]!.west <= sides[m]!.east; n++) {
      const [p, q] = [sides[m]!, sides[n]!]
      const apart = Math.abs(p.i - q.i)
      if (apart <= 1 || apart === last) continue
      if (crosses(p.a, p.b, q.a, q.b)) return p.a
    }
  return undefined
}

const side = (a: LngLat, b: LngLat, c: LngLat): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0])
const crosses = (a: LngLat, b: LngLat, c: LngLat, d: LngLat): boolean =>
  side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0
