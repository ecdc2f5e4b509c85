import type { ObservationOf } from '../domain/observation/index.ts'
import { days, type Instant, minutes } from '../domain/time.ts'

/** A radio's time outside this window around our clock is a fault of its clock, not a time. */
const OLDEST = days(30)
const AHEAD = minutes(10)
/** A report this much older than its arrival was buffered. */
const BUFFERED_AFTER = minutes(2)

export interface RadioFix {
  /** Null: the radio does not say when. */
  readonly time: Instant | null
  readonly valid: boolean
  readonly longitude: number | null
  readonly latitude: number | null
  readonly accuracyM?: number | null
  readonly altitudeM?: number | null
  readonly speedKmh: number | null
  readonly headingDeg: number | null
}

/** Where a radio says it is, in our words. A place without a believable time, or 0,0, is none. WGS-84, all makes. */
export const radioPosition = (
  fix: RadioFix,
  { device, carrier }: { readonly device: string; readonly carrier: string | null },
  receivedAt: Instant,
): ObservationOf<'position.reported'> => {
  const { time, longitude, latitude } = fix
  const usable = time === null || (time >= receivedAt - OLDEST && time <= receivedAt + AHEAD)
  const at = usable && time !== null ? time : receivedAt
  const onGlobe =
    longitude !== null &&
    latitude !== null &&
    Math.abs(longitude) <= 180 &&
    Math.abs(latitude) <= 90 &&
    (longitude !== 0 || latitude !== 0)
  const has = fix.valid && usable && onGlobe
  const heading = has ? fix.headingDeg : null
  return {
    kind: 'position.reported',
    observedAt: at,
    data: {
      device,
      carrier,
      position: has ? [longitude, latitude] : null,
      accuracyM: has ? (fix.accuracyM ?? null) : null,
      altitudeM: has ? (fix.altitudeM ?? null) : null,
      speedKmh: has ? fix.speedKmh : null,
      headingDeg: heading !== null && heading >= 0 && heading <= 360 ? heading : null,
      satellites: null,
      ignitionOn: null,
      delivery: receivedAt - at > BUFFERED_AFTER ? 'backfill' : 'live',
      mocked: null,
    },
  }
}
