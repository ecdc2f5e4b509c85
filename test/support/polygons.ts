import type { LngLat, Polygon, Ring } from '../../server/domain/geo.ts'

/** Reproducible chance: a linear congruential generator with the constants of Numerical Recipes. */
export const chance = (seed: number): (() => number) => {
  let state = seed >>> 0
  return () => {
    state = (state * 1664525 + 1013904223) >>> 0
    return state / 2 ** 32
  }
}

/** A ragged star around a centre, some `reach` degrees wide: simple, not convex. */
export const star = (dice: () => number, lng: number, lat: number, vertices = 200, reach = 0.03): Polygon => {
  const ring: LngLat[] = []
  for (let i = 0; i < vertices; i++) {
    const angle = (2 * Math.PI * i) / vertices
    const radius = reach * (0.5 + 0.5 * dice())
    ring.push([lng + radius * Math.cos(angle), lat + radius * Math.sin(angle)])
  }
  return [[...ring, ring[0]!]] satisfies Ring[]
}

/** Every vertex, every middle of an edge, and a point somewhere on each edge — as near as numbers come to it. */
export const onEdges = (polygon: Polygon, dice: () => number): LngLat[] =>
  polygon.flatMap((ring) =>
    ring.slice(1).flatMap((b, i) => {
      const a = ring[i]!
      const t = dice()
      return [
        a,
        [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2],
        [a[0] + t * (b[0] - a[0]), a[1] + t * (b[1] - a[1])],
      ] as LngLat[]
    }),
  )
