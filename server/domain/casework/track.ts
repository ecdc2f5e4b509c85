import type { LngLat } from '../geo.ts'
import { distanceM } from '../geometry/metric.ts'
import { type Instant, seconds } from '../time.ts'

/** A position as it is kept for an order. */
export interface TrackFix {
  readonly at: Instant
  readonly place: LngLat
  /** Radius of the error circle, metres. */
  readonly accuracyM: number
  readonly speedKmh: number | null
  readonly seq: number
}
/** When something was first seen, by which entry, how far from the place of the incident. */
export interface Sighting {
  readonly at: Instant
  readonly seq: number
  readonly m: number
}

/** What a carrier's own positions, and those of its crew, tell of one order: in whatever order they are heard. */
export interface OrderTrack {
  /** The earliest position since the order. */
  readonly start: TrackFix | null
  readonly moving: { readonly at: Instant; readonly seq: number } | null
  readonly arrived: Sighting | null
  readonly nearest: Sighting | null
  /** Positions since the order, thinned so that their number is bounded. */
  readonly fixes: readonly TrackFix[]
  readonly spacingMs: number
}

export const noOrderTrack: OrderTrack = {
  start: null,
  moving: null,
  arrived: null,
  nearest: null,
  fixes: [],
  spacingMs: seconds(15),
}

export interface TrackSettings {
  /** Within this distance of the place, error circle added, it is there. */
  readonly arriveM: number
  /** Farther than this from where it was, error circles taken off, or faster than `movingKmh`: it moves. */
  readonly moveM: number
  readonly movingKmh: number
}

/** An error circle wider than this proves nothing about being there or moving. */
const WIDEST_M = 200
const MOST = 40

/** Takes one more position, of whatever time. `place` is where help is wanted; null while nobody knows. */
export const followed = (
  track: OrderTrack,
  fix: TrackFix,
  orderedAt: Instant,
  place: LngLat | null,
  settings: TrackSettings,
): OrderTrack => {
  if (fix.at < orderedAt || fix.accuracyM > WIDEST_M) return track
  const start = track.start === null || fix.at < track.start.at ? fix : track.start
  const m = place === null ? null : Math.round(distanceM(fix.place, place))
  const there = m !== null && m <= settings.arriveM + fix.accuracyM
  const sight: Sighting | null = m === null ? null : { at: fix.at, seq: fix.seq, m }
  return {
    ...kept(track, fix),
    start,
    moving: moves(start, fix, settings) ? earlier(track.moving, { at: fix.at, seq: fix.seq }) : track.moving,
    arrived: there && sight ? earlier(track.arrived, sight) : track.arrived,
    nearest: sight && (track.nearest === null || sight.m < track.nearest.m) ? sight : track.nearest,
  }
}

const moves = (start: TrackFix, fix: TrackFix, { moveM, movingKmh }: TrackSettings): boolean =>
  (fix.speedKmh !== null && fix.speedKmh > movingKmh) ||
  distanceM(start.place, fix.place) > moveM + start.accuracyM + fix.accuracyM

const earlier = <T extends { readonly at: Instant }>(a: T | null, b: T): T => (a === null || b.at < a.at ? b : a)

/** Positions at least `spacingMs` apart; when there are too many, every second one goes and the spacing doubles. */
const kept = (track: OrderTrack, fix: TrackFix): OrderTrack => {
  const near = track.fixes.some((f) => Math.abs(f.at - fix.at) < track.spacingMs)
  if (near) return track
  const fixes = [...track.fixes, fix].sort((a, b) => a.at - b.at)
  if (fixes.length <= MOST) return { ...track, fixes }
  return { ...track, fixes: fixes.filter((_, i) => i % 2 === 0), spacingMs: track.spacingMs * 2 }
}

/** The kept positions within `windowMs` of `at`. */
export const around = (track: OrderTrack, at: Instant, windowMs: number): readonly TrackFix[] =>
  track.fixes.filter((f) => Math.abs(f.at - at) <= windowMs)
