import type { RadioFix } from '../radio-position.ts'
import { type ShortReport, velocityKmh } from './codec.ts'
import { instantOf, type LongReport, radiusM } from './long.ts'

/** Radius that a code of the position error stands for, metres; null when not known. */
const errorM = [2, 20, 200, 2_000, 20_000, 200_000] as const
/** What the age of a report is at most, milliseconds; one of unknown age is none of now. */
const ageMs = [5_000, 300_000, 1_800_000] as const

/** When a report says its fix is from: null is now, undefined is not known. */
const timeOf = (report: ShortReport | LongReport, receivedAt: number): number | null | undefined => {
  if (report.pduType === 1 && report.time.is === 'at') return instantOf(report.time, receivedAt)
  const elapsed = report.pduType === 0 ? report.elapsed : report.time.is === 'elapsed' ? report.time.elapsed : undefined
  const age = elapsed === undefined ? undefined : ageMs[elapsed]
  return age === undefined ? undefined : elapsed === 0 ? null : receivedAt - age
}

/** The fix of a report. A short one tells its age and not its time; one of unknown age says nothing of now. */
export const fixOf = (report: ShortReport | LongReport, receivedAt: number): RadioFix => {
  const time = timeOf(report, receivedAt)
  const { longitude, latitude, error, velocity, direction } = report
  const radius = report.pduType === 1 && report.uncertainty !== null ? radiusM(report.uncertainty) : null
  return {
    valid: time !== undefined && longitude !== null,
    time: time ?? null,
    latitude,
    longitude,
    accuracyM: radius ?? (error === null ? null : (errorM[error] ?? null)),
    altitudeM: report.pduType === 1 ? report.altitudeM : null,
    speedKmh: velocity === null ? null : velocityKmh(velocity),
    headingDeg: direction === null ? null : report.pduType === 1 ? (direction * 360) / 256 : direction * 22.5,
  }
}
