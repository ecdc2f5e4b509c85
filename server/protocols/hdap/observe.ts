import type { RadioFix } from '../radio-position.ts'
import type { Gps, Hdap } from './codec.ts'

const KMH_PER_KNOT = 1.852

/** A fix of LP as every make tells it. */
export const fixOf = ({ valid, time, latitude, longitude, speedKnots, course }: Gps): RadioFix => ({
  valid,
  time,
  latitude,
  longitude,
  speedKmh: speedKnots === null ? null : speedKnots * KMH_PER_KNOT,
  headingDeg: course,
})

/** Call types of RCP that are an alarm: emergency group call, emergency alarm, emergency alarm call. */
const alarms: ReadonlySet<number> = new Set([3, 5, 12])

/** The radio that raises an emergency over the repeater as its status says; undefined: no emergency. */
export const emergencySender = ({ body }: Hdap): number | undefined =>
  body.type === 'RepeaterBroadcastTransmitStatus' && alarms.has(body.callType) ? body.sender : undefined
