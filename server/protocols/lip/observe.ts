import type { RadioFix } from '../radio-position.ts'
import { type ShortReport, velocityKmh } from './codec.ts'

/** Radius that a code of the position error stands for, metres; null when not known. */
const errorM = [2, 20, 200, 2_000, 20_000, 200_000] as const
/** What the age of a report is at most, milliseconds; one of unknown age is none of now. */
const ageMs = [5_000, 300_000, 1_800_000] as const

/** A short report's fix: it tells its age, not its time. */
export const fixOf = (report: ShortReport, receivedAt: number): RadioFix => {
  const age = ageMs[report.elapsed]
  return {
    valid: age !== undefined,
    time: age === undefined || report.elapsed === 0 ? null : receivedAt - age,
    latitude: report.latitude,
    longitude: report.longitude,
    accuracyM: errorM[report.error] ?? null,
    speedKmh: velocityKmh(report.velocity),
    headingDeg: report.direction * 22.5,
  }
}
