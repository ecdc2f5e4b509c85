import type { LngLat } from '../geo.ts'
import type { Text } from '../text.ts'
import type { Instant } from '../time.ts'

/** What a review is about, as far as it helps to find who may have seen it. */
export interface Scene {
  readonly title: Text
  /** The moment it is about, and the stretch worth looking at. */
  readonly at: Instant
  readonly from: Instant
  readonly to: Instant
  readonly unit: string | null
  readonly cameras: readonly string[]
  readonly rooms: readonly string[]
  readonly carriers: readonly string[]
  readonly place: LngLat | null
  readonly radiusM: number
}

/** A camera that may have seen it. */
export interface Candidate {
  readonly camera: string
  readonly unit: string
  readonly room: string | null
  /** The vehicle or officer that carries it. */
  readonly carrier: string | null
  readonly place: LngLat | null
}

export interface Suggestion {
  readonly camera: string
  readonly because: 'asked' | 'room' | 'carrier' | 'near' | 'unit'
  /** Metres; null when distance says nothing here. */
  readonly distanceM: number | null
}

const order = ['asked', 'room', 'carrier', 'near', 'unit'] as const
/** Metres in a degree of latitude. */
const DEGREE_M = 111_320

/** Good to a metre over the few kilometres that a camera can see. */
export const metresBetween = ([lngA, latA]: LngLat, [lngB, latB]: LngLat): number =>
  Math.hypot((lngB - lngA) * Math.cos((((latA + latB) / 2) * Math.PI) / 180), latB - latA) * DEGREE_M

/** The cameras that may have seen a scene, the likeliest first: named, in the room, carried along, near, of the unit. */
export const suggest = (scene: Scene, cameras: readonly Candidate[]): Suggestion[] =>
  cameras
    .flatMap((c): Suggestion[] => {
      const distanceM = scene.place && c.place ? Math.round(metresBetween(scene.place, c.place)) : null
      const because = scene.cameras.includes(c.camera)
        ? 'asked'
        : c.room !== null && scene.rooms.includes(c.room)
          ? 'room'
          : c.carrier !== null && scene.carriers.includes(c.carrier)
            ? 'carrier'
            : distanceM !== null && distanceM <= scene.radiusM
              ? 'near'
              : scene.unit !== null && c.unit === scene.unit
                ? 'unit'
                : undefined
      return because ? [{ camera: c.camera, because, distanceM }] : []
    })
    .sort(
      (a, b) =>
        order.indexOf(a.because) - order.indexOf(b.because) ||
        (a.distanceM ?? Number.POSITIVE_INFINITY) - (b.distanceM ?? Number.POSITIVE_INFINITY) ||
        (a.camera < b.camera ? -1 : 1),
    )
