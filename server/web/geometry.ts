import type { Polygon, Ring } from '../domain/geo.ts'
import type { Text } from '../domain/text.ts'

export const MAX_VERTICES = 2_000
/** Mainland China and a margin: what lies outside is a mistake of datum, sign or order. */
const BOUNDS = { west: 73, east: 136, south: 3, north: 54 } as const
/** A zone wider than this is not a zone of a county. */
const MAX_EXTENT_DEG = 5

type Point = readonly [number, number]

/** What is wrong with a polygon that somebody drew, or undefined. */
export const geometryProblem = (polygon: Polygon): Text | undefined => {
  const vertices = polygon.reduce((sum, ring) => sum + ring.length, 0)
  if (vertices > MAX_VERTICES)
    return {
      zh: `顶点 ${vertices} 个，超过 ${MAX_VERTICES} 个。`,
      en: `${vertices} vertices, more than ${MAX_VERTICES}.`,
    }
  for (const ring of polygon) {
    const problem = ringProblem(ring)
    if (problem) return problem
  }
  return crossings(polygon)
    ? { zh: '边界自相交，或孔洞与外边界相交。', en: 'The outline crosses itself, or a hole crosses the outline.' }
    : undefined
}

const ringProblem = (ring: Ring): Text | undefined => {
  const [first, last] = [ring[0]!, ring.at(-1)!]
  if (first[0] !== last[0] || first[1] !== last[1])
    return { zh: '环未闭合：末点须与首点相同。', en: 'A ring is not closed: its last point must repeat the first.' }
  if (ring.length < 4) return { zh: '环至少需要三个不同的点。', en: 'A ring needs at least three different points.' }
  const [lngs, lats] = [ring.map((p) => p[0]), ring.map((p) => p[1])]
  const [west, east, south, north] = [Math.min(...lngs), Math.max(...lngs), Math.min(...lats), Math.max(...lats)]
  if (west < BOUNDS.west || east > BOUNDS.east || south < BOUNDS.south || north > BOUNDS.north)
    return {
      zh: '坐标超出中国范围；应为 WGS-84 经度在前、纬度在后。',
      en: 'Coordinates lie outside China; they must be WGS-84, longitude first.',
    }
  if (east - west > MAX_EXTENT_DEG || north - south > MAX_EXTENT_DEG)
    return { zh: `范围超过 ${MAX_EXTENT_DEG} 度。`, en: `It is more than ${MAX_EXTENT_DEG} degrees across.` }
  return Math.abs(area(ring)) === 0 ? { zh: '面积为零。', en: 'Its area is zero.' } : undefined
}

/** Twice the signed area, in square degrees. */
const area = (ring: Ring): number => {
  let sum = 0
  for (let i = 0; i + 1 < ring.length; i++) sum += ring[i]![0] * ring[i + 1]![1] - ring[i + 1]![0] * ring[i]![1]
  return sum
}

interface Edge {
  readonly a: Point
  readonly b: Point
  readonly ring: number
  readonly index: number
  readonly length: number
}

/** Whether any two edges that are not neighbours touch. Sorted by west, so that only overlapping ones are compared. */
const crossings = (polygon: Polygon): boolean => {
  const edges: Edge[] = polygon.flatMap((ring, r) =>
    ring.slice(1).map((b, i) => ({ a: ring[i]!, b, ring: r, index: i, length: ring.length - 1 })),
  )
  edges.sort((p, q) => Math.min(p.a[0], p.b[0]) - Math.min(q.a[0], q.b[0]))
  for (let i = 0; i < edges.length; i++) {
    const east = Math.max(edges[i]!.a[0], edges[i]!.b[0])
    for (let j = i + 1; j < edges.length; j++) {
      const other = edges[j]!
      if (Math.min(other.a[0], other.b[0]) > east) break
      if (clash(edges[i]!, other)) return true
    }
  }
  return false
}

const clash = (p: Edge, q: Edge): boolean => {
  if (p.ring === q.ring) {
    const gap = Math.abs(p.index - q.index)
    if (gap === 1 || gap === p.length - 1) return foldsBack(p, q)
  }
  const [d1, d2] = [side(q.a, q.b, p.a), side(q.a, q.b, p.b)]
  const [d3, d4] = [side(p.a, p.b, q.a), side(p.a, p.b, q.b)]
  if (d1 * d2 < 0 && d3 * d4 < 0) return true
  return (
    (d1 === 0 && within(q, p.a)) ||
    (d2 === 0 && within(q, p.b)) ||
    (d3 === 0 && within(p, q.a)) ||
    (d4 === 0 && within(p, q.b))
  )
}

/** Neighbours share a point; they clash only when one runs back over the other, or has no length. */
const foldsBack = (p: Edge, q: Edge): boolean => {
  const [before, after] = same(p.b, q.a) ? [p, q] : [q, p]
  if (same(before.a, before.b) || same(after.a, after.b)) return true
  if (side(before.a, before.b, after.b) !== 0) return false
  const [ux, uy] = [before.a[0] - before.b[0], before.a[1] - before.b[1]]
  const [vx, vy] = [after.b[0] - after.a[0], after.b[1] - after.a[1]]
  return ux * vx + uy * vy > 0
}

const same = (p: Point, q: Point): boolean => p[0] === q[0] && p[1] === q[1]
const side = (a: Point, b: Point, p: Point): number =>
  Math.sign((b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]))
const within = ({ a, b }: Edge, p: Point): boolean =>
  Math.min(a[0], b[0]) <= p[0] &&
  p[0] <= Math.max(a[0], b[0]) &&
  Math.min(a[1], b[1]) <= p[1] &&
  p[1] <= Math.max(a[1], b[1])
