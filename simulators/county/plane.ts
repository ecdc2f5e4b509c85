/** Metres east and north of the origin of the fictional county. */
export type Point = readonly [x: number, y: number]
/** WGS-84 degrees, longitude first. */
export type LngLat = readonly [longitude: number, latitude: number]

const ORIGIN: LngLat = [106.2, 38.3]
const METRES_PER_DEGREE_LAT = 111_010
const METRES_PER_DEGREE_LNG = 111_320 * Math.cos((ORIGIN[1] * Math.PI) / 180)

const round6 = (n: number): number => Math.round(n * 1e6) / 1e6

/** To degrees, rounded to a millionth (about 0.1 m), as the files and the devices carry it. */
export const toLngLat = ([x, y]: Point): LngLat => [
  round6(ORIGIN[0] + x / METRES_PER_DEGREE_LNG),
  round6(ORIGIN[1] + y / METRES_PER_DEGREE_LAT),
]

export const toPoint = ([lng, lat]: LngLat): Point => [
  (lng - ORIGIN[0]) * METRES_PER_DEGREE_LNG,
  (lat - ORIGIN[1]) * METRES_PER_DEGREE_LAT,
]

export const distance = (a: Point, b: Point): number => Math.hypot(b[0] - a[0], b[1] - a[1])
export const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
]
/** Degrees clockwise from north, 0 ≤ h < 360. */
export const heading = (a: Point, b: Point): number =>
  ((Math.atan2(b[0] - a[0], b[1] - a[1]) * 180) / Math.PI + 360) % 360
export const lengthOf = (line: readonly Point[]): number => {
  let sum = 0
  for (let i = 1; i < line.length; i++) sum += distance(line[i - 1]!, line[i]!)
  return sum
}

/** The nearest point of a segment. */
export const nearestOnSegment = (p: Point, a: Point, b: Point): Point => {
  const [dx, dy] = [b[0] - a[0], b[1] - a[1]]
  const squared = dx * dx + dy * dy
  if (squared === 0) return a
  const t = Math.max(0, Math.min(1, ((p[0] - a[0]) * dx + (p[1] - a[1]) * dy) / squared))
  return [a[0] + dx * t, a[1] + dy * t]
}

/** Metres from a point to a line. */
export const distanceToLine = (p: Point, line: readonly Point[]): number => {
  let best = Number.POSITIVE_INFINITY
  for (let i = 1; i < line.length; i++) best = Math.min(best, distance(p, nearestOnSegment(p, line[i - 1]!, line[i]!)))
  return best
}

/** Whether a point lies in a ring (even-odd). The ring may be closed or not. */
export const inRing = ([x, y]: Point, ring: readonly Point[]): boolean => {
  let inside = false
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i]!
    const [xj, yj] = ring[j]!
    if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) inside = !inside
  }
  return inside
}

/** Where two segments cross, as the share along the first; undefined when they do not. */
export const crossing = (a: Point, b: Point, c: Point, d: Point): { t: number; u: number } | undefined => {
  const [rx, ry] = [b[0] - a[0], b[1] - a[1]]
  const [sx, sy] = [d[0] - c[0], d[1] - c[1]]
  const cross = rx * sy - ry * sx
  if (Math.abs(cross) < 1e-9) return undefined
  const t = ((c[0] - a[0]) * sy - (c[1] - a[1]) * sx) / cross
  const u = ((c[0] - a[0]) * ry - (c[1] - a[1]) * rx) / cross
  return t >= 0 && t <= 1 && u >= 0 && u <= 1 ? { t, u } : undefined
}
