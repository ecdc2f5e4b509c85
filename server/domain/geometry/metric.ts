import type { LngLat } from '../geo.ts'

/** Mean radius of the earth in metres (IUGG). */
const EARTH_M = 6_371_008.8
const RADIAN = Math.PI / 180
/** Metres in one degree of latitude on that sphere. */
export const METRES_PER_DEGREE = EARTH_M * RADIAN

/** Metres in one degree of longitude at a latitude. */
export const metresPerDegreeLng = (lat: number): number => METRES_PER_DEGREE * Math.cos(lat * RADIAN)

/**
 * Metres that two places are at most apart, as if every parallel were as long as the widest one between them. Costs a
 * cosine instead of four functions, and tells of most places that they are nearer than something.
 */
export const atMostM = (a: LngLat, b: LngLat): number => {
  const dLat = a[1] - b[1]
  // A cosine changes by no more than its argument does.
  const dLng = (a[0] - b[0]) * (Math.cos(a[1] * RADIAN) + Math.abs(dLat) * RADIAN)
  return Math.sqrt(dLng * dLng + dLat * dLat) * METRES_PER_DEGREE
}

/** Great-circle distance in metres (haversine); within 0.5 % of the ellipsoid. */
export const distanceM = (a: LngLat, b: LngLat): number => {
  const dLat = Math.sin(((b[1] - a[1]) * RADIAN) / 2)
  const dLng = Math.sin(((b[0] - a[0]) * RADIAN) / 2)
  const h = dLat * dLat + Math.cos(a[1] * RADIAN) * Math.cos(b[1] * RADIAN) * dLng * dLng
  return 2 * EARTH_M * Math.asin(Math.min(1, Math.sqrt(h)))
}

/**
 * Metres from `p` to the segment `a`–`b` on the plane that touches the earth at `p`. Good to 0.5 % up to
 * some 50 km, which is a county; exact enough for a buffer because only the near part of an edge matters.
 */
export const distanceToSegmentM = (p: LngLat, a: LngLat, b: LngLat): number => {
  const kx = metresPerDegreeLng(p[1])
  return planarToSegment(
    (a[0] - p[0]) * kx,
    (a[1] - p[1]) * METRES_PER_DEGREE,
    (b[0] - p[0]) * kx,
    (b[1] - p[1]) * METRES_PER_DEGREE,
  )
}

/** Distance from the origin to the segment `(ax, ay)`–`(bx, by)`, in the units of the coordinates. */
export const planarToSegment = (ax: number, ay: number, bx: number, by: number): number => {
  const dx = bx - ax
  const dy = by - ay
  const length2 = dx * dx + dy * dy
  const t = length2 === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length2))
  const x = ax + t * dx
  const y = ay + t * dy
  return Math.sqrt(x * x + y * y)
}
