import type { LngLat } from '../../../server/contract/views.ts'
import type { Draft } from './zone-draft.ts'

type Points = Draft['routePoints']

/** Six decimals are a decimetre, finer than anybody points. */
const rounded = ([lng, lat]: LngLat): LngLat => [Number(lng.toFixed(6)), Number(lat.toFixed(6))]

/** An id no point of this zone has; a removed one's is not given again while a later one stands. */
const freshId = (d: Draft): string => {
  const numbers = d.routePoints.map((p) => Number(/-p(\d+)$/.exec(p.id)?.[1] ?? 0))
  return `${d.id}-p${Math.max(0, ...numbers) + 1}`
}

const withPoints = (d: Draft, routePoints: Points): Draft => ({ ...d, routePoints })

/** One more point at the end of the round. */
export const placed = (d: Draft, place: LngLat, name: string): Draft =>
  withPoints(d, [...d.routePoints, { id: freshId(d), place: rounded(place), name }])

export const dragged = (d: Draft, id: string, place: LngLat): Draft =>
  withPoints(
    d,
    d.routePoints.map((p) => (p.id === id ? { ...p, place: rounded(place) } : p)),
  )

export const renamed = (d: Draft, id: string, name: string): Draft =>
  withPoints(
    d,
    d.routePoints.map((p) => (p.id === id ? { ...p, name } : p)),
  )

export const removed = (d: Draft, id: string): Draft =>
  withPoints(
    d,
    d.routePoints.filter((p) => p.id !== id),
  )

/** Earlier (−1) or later (+1) in the round; the first stays first. */
export const shifted = (d: Draft, id: string, by: -1 | 1): Draft => {
  const from = d.routePoints.findIndex((p) => p.id === id)
  const to = from + by
  if (from < 0 || to < 0 || to >= d.routePoints.length) return d
  const points = [...d.routePoints]
  const [point] = points.splice(from, 1)
  points.splice(to, 0, point!)
  return withPoints(d, points)
}
