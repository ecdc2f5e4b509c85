import type { RadioFix } from '../radio-position.ts'
import type { Lrrp } from './codec.ts'

/** A report's fix; undefined when the document says neither place nor that there is none. Its speed has no agreed unit. */
export const fixOf = ({ fields: f }: Lrrp): RadioFix | undefined => {
  const none = f.resultCode !== undefined && f.resultCode !== 0
  if (f.latitude === undefined && !none) return undefined
  return {
    valid: f.latitude !== undefined,
    time: f.time ?? null,
    latitude: f.latitude ?? null,
    longitude: f.longitude ?? null,
    accuracyM: f.radiusM ?? null,
    altitudeM: f.altitudeM ?? null,
    speedKmh: null,
    headingDeg: f.courseDeg ?? null,
  }
}
