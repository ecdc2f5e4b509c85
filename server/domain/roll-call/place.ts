import type { LngLat } from '../geo.ts'
import { distanceM } from '../geometry/metric.ts'
import { type PolygonIndex, polygonIndex } from '../geometry/polygon-index.ts'
import type { Register } from '../register.ts'
import type { Instant } from '../time.ts'
import type { Row } from './state.ts'

/** Where someone who is called is to be. */
export type Post =
  | { readonly is: 'at'; readonly place: LngLat; readonly withinM: number }
  | { readonly is: 'beat'; readonly area: PolygonIndex; readonly ring: readonly LngLat[]; readonly bufferM: number }
  /** Sent elsewhere: under an order, at an approved task, or away with a report. */
  | { readonly is: 'sent' }
  /** Nobody has said where. */
  | { readonly is: 'unknown' }

export interface Nearness {
  /** Distance from the unit's place that still counts as there, metres. */
  readonly nearMetres: number
  /** Distance from the edge of the beat that still counts as on it, metres. */
  readonly bufferMetres: number
}

/** Where `row` is to be at `at`, by the roster, the orders and the map as they are known now. */
export const postOf = (row: Row, at: Instant, register: Register, near: Nearness): Post => {
  const carriers = [...(row.carrier === null ? [] : [row.carrier]), ...row.officers.map((o) => `officer/${o}`)]
  if (carriers.some((c) => register.orderAt(c, at) || register.taskAt(c, at))) return { is: 'sent' }
  if (row.officers.length > 0 && row.officers.every((o) => register.duty.absenceAt(o, at))) return { is: 'sent' }
  if (row.post === 'patrol') {
    const beat = row.carrier === null ? null : (register.shiftAt(row.carrier, at)?.beat ?? null)
    const zone = beat === null ? undefined : register.zone(beat, at)
    return zone
      ? { is: 'beat', area: polygonIndex(zone.polygon), ring: zone.polygon[0] ?? [], bufferM: near.bufferMetres }
      : { is: 'unknown' }
  }
  // Whoever keeps a radio in order is not where it stands: of a room that nobody registered the place is not known.
  if (row.room !== null && !register.custody.room(row.room)) return { is: 'unknown' }
  const place = register.unit(row.unit)?.place ?? null
  return place === null ? { is: 'unknown' } : { is: 'at', place, withinM: near.nearMetres }
}

/** A position with its error circle; metres. */
export interface Circle {
  readonly place: LngLat
  readonly accuracyM: number
}

/**
 * Whether somebody is at a post: `there` when some of the error circle is, `away` when none of it is, `coarse` when the
 * circle is larger than the post and says nothing.
 */
export const standing = (
  { place, accuracyM }: Circle,
  post: Extract<Post, { readonly is: 'at' | 'beat' }>,
): { readonly is: 'there' | 'away' | 'coarse'; readonly distanceM: number } => {
  const [centreM, reachM] =
    post.is === 'at'
      ? [distanceM(place, post.place), post.withinM]
      : [post.area.covers(place) ? 0 : post.area.edgeDistanceM(place), post.bufferM]
  const nearestM = Math.max(0, centreM - accuracyM)
  if (nearestM > reachM) return { is: 'away', distanceM: Math.round(nearestM) }
  return { is: accuracyM > Math.max(reachM, 100) ? 'coarse' : 'there', distanceM: Math.round(centreM) }
}

/** The points of a post that a radio site should reach. */
export const pointsOf = (post: Extract<Post, { readonly is: 'at' | 'beat' }>): readonly LngLat[] =>
  post.is === 'at' ? [post.place] : post.ring
