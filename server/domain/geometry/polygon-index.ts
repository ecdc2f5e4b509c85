import type { LngLat, Polygon } from '../geo.ts'
import { METRES_PER_DEGREE, metresPerDegreeLng, planarToSegment } from './metric.ts'

/** `[west, south, east, north]` in degrees. */
export type Box = readonly [west: number, south: number, east: number, north: number]

/** One polygon, prepared to be asked many times. Its edges and vertices belong to it, as for ST_Covers. */
export interface PolygonIndex {
  readonly box: Box
  /** x1, y1, x2, y2 of every edge, all rings one after the other. */
  readonly edges: Float64Array
  readonly covers: (place: LngLat) => boolean
  /** Metres to the nearest edge, from inside or outside. */
  readonly edgeDistanceM: (place: LngLat) => number
  /** Whether the whole circle lies outside, touching nothing of the polygon. */
  readonly circleOutside: (centre: LngLat, radiusM: number) => boolean
  /** Whether the whole circle lies inside. */
  readonly circleInside: (centre: LngLat, radiusM: number) => boolean
  /** Whether the straight way from `a` to `b` touches the polygon. */
  readonly touchedBy: (a: LngLat, b: LngLat) => boolean
}

const known = new WeakMap<Polygon, PolygonIndex>()
/** Two rules ask for the same beat one after the other. */
let lastPolygon: Polygon | undefined
let lastIndex: PolygonIndex | undefined

/** The index of a polygon; built once for each polygon object and forgotten with it. */
export const polygonIndex = (polygon: Polygon): PolygonIndex => {
  if (polygon === lastPolygon) return lastIndex!
  lastPolygon = polygon
  lastIndex = known.get(polygon)
  if (lastIndex) return lastIndex
  lastIndex = build(polygon)
  known.set(polygon, lastIndex)
  return lastIndex
}

const build = (polygon: Polygon): PolygonIndex => {
  const edges = edgesOf(polygon)
  const box = boxOf(edges)
  const strips = stripsOf(edges, box)
  const covers = coverTest(edges, box, strips)

  /** Whether an edge comes within `radiusM` of the centre. */
  const near = ([lng, lat]: LngLat, radiusM: number): boolean => {
    const kx = metresPerDegreeLng(lat)
    const dLat = radiusM / METRES_PER_DEGREE
    if (lat + dLat < box[1] || lat - dLat > box[3] || (box[0] - lng) * kx > radiusM || (lng - box[2]) * kx > radiusM)
      return false
    for (let s = strips.rowOf(lat - dLat); s <= strips.rowOf(lat + dLat); s++)
      for (let k = strips.starts[s]!; k < strips.starts[s + 1]!; k++)
        if (toEdge(edges, strips.items[k]!, lng, lat, kx) <= radiusM) return true
    return false
  }
  return {
    box,
    edges,
    covers,
    edgeDistanceM: ([lng, lat]) => {
      const kx = metresPerDegreeLng(lat)
      let nearest = Number.POSITIVE_INFINITY
      for (let e = 0; e < edges.length; e += 4) nearest = Math.min(nearest, toEdge(edges, e, lng, lat, kx))
      return nearest
    },
    circleOutside: (centre, radiusM) => !covers(centre) && !near(centre, radiusM),
    circleInside: (centre, radiusM) => covers(centre) && !near(centre, radiusM),
    touchedBy: (a, b) => covers(a) || covers(b) || crossesEdge(edges, strips, a, b),
  }
}

const edgesOf = (polygon: Polygon): Float64Array => {
  const edges: number[] = []
  for (const ring of polygon)
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1]!
      const [x2, y2] = ring[i]!
      if (x1 !== x2 || y1 !== y2) edges.push(x1, y1, x2, y2)
    }
  return Float64Array.from(edges)
}

const boxOf = (edges: Float64Array): Box => {
  const box: [number, number, number, number] = [Infinity, Infinity, -Infinity, -Infinity]
  for (let i = 0; i < edges.length; i += 2) {
    box[0] = Math.min(box[0], edges[i]!)
    box[1] = Math.min(box[1], edges[i + 1]!)
    box[2] = Math.max(box[2], edges[i]!)
    box[3] = Math.max(box[3], edges[i + 1]!)
  }
  return box
}

interface Strips {
  readonly rowOf: (lat: number) => number
  /** Edges of strip `s` are `items[starts[s]] … items[starts[s + 1] - 1]`, as offsets into `edges`. */
  readonly starts: Int32Array
  readonly items: Int32Array
}

/** Horizontal strips, each with the edges that pass through it: a point needs to look at one strip only. */
const stripsOf = (edges: Float64Array, box: Box): Strips => {
  const count = Math.max(1, Math.min(256, edges.length >> 2))
  const scale = box[3] > box[1] ? count / (box[3] - box[1]) : 0
  const rowOf = (lat: number): number => Math.max(0, Math.min(count - 1, Math.floor((lat - box[1]) * scale)))
  const rows: number[][] = Array.from({ length: count }, () => [])
  for (let e = 0; e < edges.length; e += 4) {
    const [a, b] = [rowOf(edges[e + 1]!), rowOf(edges[e + 3]!)]
    for (let row = Math.min(a, b); row <= Math.max(a, b); row++) rows[row]!.push(e)
  }
  const starts = new Int32Array(count + 1)
  for (const [row, list] of rows.entries()) starts[row + 1] = starts[row]! + list.length
  return { rowOf, starts, items: Int32Array.from(rows.flat()) }
}

/**
 * Even–odd test with a ray to the east, boundary included, in the very arithmetic of PostGIS (`determineSide` in
 * its point-in-ring): a point so near an edge that the double-precision determinant vanishes counts as on it. Exact
 * arithmetic would differ on some three points in a million that lie within rounding of an edge, and a
 * finding must not depend on whether the database or we were asked.
 */
const coverTest = (edges: Float64Array, box: Box, { rowOf, starts, items }: Strips) => {
  const [west, south, east, north] = box
  const covers = (x: number, y: number): boolean => {
    let inside = false
    const row = rowOf(y)
    for (let k = starts[row]!; k < starts[row + 1]!; k++) {
      const e = items[k]!
      const y1 = edges[e + 1]!
      const y2 = edges[e + 3]!
      if (y1 < y ? y2 < y : y1 > y && y2 > y) continue
      const x1 = edges[e]!
      const x2 = edges[e + 2]!
      if (x1 < x && x2 < x) continue
      if (x1 <= x || x2 <= x) {
        const side = (x2 - x1) * (y - y1) - (x - x1) * (y2 - y1)
        // Within the edge's own box, as the tests above have seen to.
        if (side === 0) return true
        // To the right of an upward edge, or to the left of a downward one: the ray does not meet it.
        if (side > 0 !== y2 > y1) continue
      }
      if (y1 <= y !== y2 <= y) inside = !inside
    }
    return inside
  }
  // Several rules ask about the same place one after the other.
  let lastPlace: LngLat | undefined
  let last = false
  return (place: LngLat): boolean => {
    if (place === lastPlace) return last
    const [x, y] = place
    last = x >= west && x <= east && y >= south && y <= north && covers(x, y)
    lastPlace = place
    return last
  }
}

const toEdge = (edges: Float64Array, e: number, lng: number, lat: number, kx: number): number =>
  planarToSegment(
    (edges[e]! - lng) * kx,
    (edges[e + 1]! - lat) * METRES_PER_DEGREE,
    (edges[e + 2]! - lng) * kx,
    (edges[e + 3]! - lat) * METRES_PER_DEGREE,
  )

const crossesEdge = (
  edges: Float64Array,
  { rowOf, starts, items }: Strips,
  [ax, ay]: LngLat,
  [bx, by]: LngLat,
): boolean => {
  const [west, east, south, north] = [Math.min(ax, bx), Math.max(ax, bx), Math.min(ay, by), Math.max(ay, by)]
  // Every edge lies in each strip that it passes through, those of the whole way are neighbours.
  for (let k = starts[rowOf(south)]!; k < starts[rowOf(north) + 1]!; k++) {
    const e = items[k]!
    const x1 = edges[e]!
    const y1 = edges[e + 1]!
    const x2 = edges[e + 2]!
    const y2 = edges[e + 3]!
    if ((x1 < west && x2 < west) || (x1 > east && x2 > east)) continue
    if ((y1 < south && y2 < south) || (y1 > north && y2 > north)) continue
    const apart = side(ax, ay, bx, by, x1, y1) * side(ax, ay, bx, by, x2, y2) > 0
    if (!apart && side(x1, y1, x2, y2, ax, ay) * side(x1, y1, x2, y2, bx, by) <= 0) return true
  }
  return false
}

/** On which side of the line through the first two points the third lies: −1, 0 or 1. */
const side = (x1: number, y1: number, x2: number, y2: number, x: number, y: number): number =>
  Math.sign((x2 - x1) * (y - y1) - (x - x1) * (y2 - y1))
