import type { Shift } from '../../domain/register.ts'
import { chinaDate, chinaDay, days, type Instant, minutes } from '../../domain/time.ts'
import type { RowOf } from './tables.ts'

/** Which days a roster is written out for. */
export interface RosterWindow {
  /** The first China day is the one this instant lies in. */
  readonly from: Instant
  readonly days: number
  /**
   * Nothing before this: a shift that is running then is taken to begin then, or to be missing when less than
   * two hours of it are left (the next one then begins early). For a demonstration that starts in the middle of a day.
   */
  readonly beginAt?: Instant
}

/**
 * For a demonstration: let the running shift have begun this long before. Long enough that the rules' minutes for
 * taking over are nearly past, short enough that no tracker counts as silent before it could connect.
 */
export const DEMO_HEAD_START_MS = minutes(8)

const MONDAY = chinaDay('2024-01-01')
/** Weeks are counted from a Monday; 2024-01-01 began an odd one. */
export const isOddWeek = (day: Instant): boolean => Math.floor((day - MONDAY) / days(7)) % 2 === 0

/** The shifts that a repeating roster means on the days of a window, in order of time. */
export const writeOut = (duties: readonly RowOf<'roster'>[], { from, days: count, beginAt }: RosterWindow): Shift[] => {
  const first = chinaDay(chinaDate(from))
  // Last night's shift reaches into the first day.
  const dates = Array.from({ length: count + 1 }, (_, i) => first + days(i - 1))
  const shifts = dates.flatMap((day) =>
    duties
      .filter(({ weeks }) => weeks === 'every' || (weeks === 'odd') === isOddWeek(day))
      .map((duty): Shift => {
        const startsAt = day + minutes(duty.start)
        const endsAt = day + minutes(duty.end) + (duty.end > duty.start ? 0 : days(1))
        return {
          shift: `${chinaDate(day)}/${duty.id}`,
          carrier: duty.carrier,
          unit: duty.unit,
          beat: duty.beat,
          startsAt,
          endsAt,
          crew: duty.crew,
        }
      }),
  )
  if (beginAt === undefined) return shifts.filter((s) => s.endsAt > first)
  return beginningAt(shifts, beginAt)
}

const SHORTEST = minutes(120)

const beginningAt = (shifts: readonly Shift[], at: Instant): Shift[] => {
  const ahead = shifts
    .filter((s) => s.endsAt - at >= SHORTEST)
    .map((s) => (s.startsAt < at ? { ...s, startsAt: at } : s))
  // A car whose running shift was too short to keep has its next one begin now.
  const covered = new Set(ahead.filter((s) => s.startsAt === at).map((s) => s.carrier))
  const pulled = new Set<string>()
  return ahead.map((s) => {
    const next = !covered.has(s.carrier) && !pulled.has(s.carrier) && s.startsAt - at < SHORTEST
    if (next) pulled.add(s.carrier)
    return next ? { ...s, startsAt: at } : s
  })
}
