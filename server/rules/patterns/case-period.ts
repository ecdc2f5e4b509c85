import { daysBetween, endOfDays, pastDaysOff } from '../../domain/calendar.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import { days, type Instant } from '../../domain/time.ts'
import type { Seen } from './case-file.ts'

/** A time that is not counted; `to` is undefined while it lasts. */
export interface Pause {
  readonly from: Instant
  readonly to: Instant | undefined
  readonly seen: readonly Seen<ObservationKind>[]
}

/** An approval that prolongs: when it was given, and until when. */
export interface Prolonging {
  readonly at: Instant
  readonly endsAt: Instant
  readonly seen: Seen<ObservationKind>
}

export interface Reckoned {
  /** Last lawful instant; undefined while the clock lawfully stands still. */
  readonly dueAt: Instant | undefined
  readonly sure: boolean
  /** Days that were not counted, and how often it was prolonged. */
  readonly pausedDays: number
  readonly prolonged: number
  readonly seen: readonly Seen<ObservationKind>[]
}

/**
 * A period of days from `startedAt`, in the order of what happened to it: a pause that begins before it has run out
 * moves its end by as many calendar days as lie between its ends (the first day is not counted); an approval before
 * it has run out, at most `times` of them, prolongs it by `step` days or to the day approved, whichever is earlier.
 * What comes after the end revives nothing.
 */
export const reckon = (
  register: Register,
  startedAt: Instant,
  length: number,
  pauses: readonly Pause[],
  prolongings: readonly Prolonging[],
  { step, times }: { readonly step: number; readonly times: number },
): Reckoned => {
  const holidays = register.custody.holidays()
  const steps = [
    ...pauses.map((pause) => ({ at: Math.max(pause.from, startedAt), pause, prolonging: undefined })),
    ...prolongings.map((prolonging) => ({ at: prolonging.at, pause: undefined, prolonging })),
  ].sort((a, b) => a.at - b.at)
  let end = endOfDays(startedAt, length)
  let pausedUntil = startedAt
  const seen: Seen<ObservationKind>[] = []
  let [pausedDays, prolonged] = [0, 0]
  for (const { at, pause, prolonging } of steps) {
    if (at > pastDaysOff(end, holidays).end) continue
    if (prolonging) {
      if (prolonged >= times || prolonging.endsAt <= end) continue
      end = Math.min(prolonging.endsAt, end + days(step))
      prolonged++
      seen.push(prolonging.seen)
      continue
    }
    if (pause.to === undefined)
      return { dueAt: undefined, sure: true, pausedDays, prolonged, seen: [...seen, ...pause.seen] }
    const from = Math.max(at, pausedUntil)
    if (pause.to <= from) continue
    const length = daysBetween(from, pause.to)
    end += days(length)
    pausedDays += length
    pausedUntil = pause.to
    seen.push(...pause.seen)
  }
  const rolled = pastDaysOff(end, holidays)
  return { dueAt: rolled.end, sure: rolled.sure, pausedDays, prolonged, seen }
}
