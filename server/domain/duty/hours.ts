import type { HolidayTable } from '../calendar.ts'
import type { DataOf } from '../observation/index.ts'
import { chinaDate, chinaDay, days, hours, type Instant, minutes } from '../time.ts'
import { common, joined, type Stretch } from './spans.ts'
import type { Said } from './state.ts'

type Posted = DataOf<'window.hours-posted'>
type Hours = Posted['weekly'][number]['hours']

/** When a window is to be open, and the days of which that cannot be told because the year's holidays are unknown. */
export interface OpenTimes {
  readonly open: readonly Stretch[]
  readonly untold: readonly Stretch[]
}

/** The hours posted, version by version, written out between two instants. */
export const openTimes = (
  versions: readonly Said<Posted>[],
  from: Instant,
  to: Instant,
  holidays: HolidayTable,
): OpenTimes => {
  const open: Stretch[] = []
  const untold: Stretch[] = []
  versions.forEach(({ data, at }, i) => {
    const holds = { from: Math.max(from, at), to: Math.min(to, versions[i + 1]?.at ?? Number.POSITIVE_INFINITY) }
    for (let day = chinaDay(chinaDate(holds.from)); day < holds.to; day += days(1)) {
      const hours = hoursOf(data, day, holidays)
      const spans = (hours ?? weeklyOf(data, day)).map((h) => ({ from: day + clock(h.from), to: day + clock(h.to) }))
      const target = hours === undefined ? untold : open
      target.push(...common(spans, [holds]))
    }
  })
  return { open: joined(open), untold: joined(untold) }
}

const clock = (text: string): number => {
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  return hours(hour) + minutes(minute)
}

/** 1 is Monday. */
const weekdayOf = (day: Instant): number => new Date(day + hours(8)).getUTCDay() || 7

const weeklyOf = ({ weekly }: Posted, day: Instant): Hours => weekly.find((w) => w.day === weekdayOf(day))?.hours ?? []

/** Undefined when only the holiday table, which is missing, could tell. */
const hoursOf = (posted: Posted, day: Instant, holidays: HolidayTable): Hours | undefined => {
  const date = chinaDate(day)
  const exception = posted.exceptions.find((e) => e.day === date)
  if (exception) return exception.hours
  const weekly = weeklyOf(posted, day)
  if (!posted.holidaysClosed) return weekly
  const year = holidays[Number(date.slice(0, 4))]
  // A week-end in the midst of holidays is one of them: whoever opens on Saturdays is shut on that one.
  return year && (year.holidays.includes(date) ? [] : weekly)
}
