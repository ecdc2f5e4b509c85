import type { County } from './county.ts'
import type { Duty } from './people.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** 2024-01-01, a Monday in China, began an odd week. */
const MONDAY = Date.parse('2024-01-01T00:00:00+08:00')

const clockTime = (text: string): number => {
  const [hour = 0, minute = 0] = text.split(':').map(Number)
  return hour * HOUR + minute * 60_000
}

/** The duties that run at an instant, by the same count of weeks as the import uses. */
export const dutiesAt = (county: County, at: number): Duty[] => {
  const midnight = MONDAY + Math.floor((at - MONDAY) / DAY) * DAY
  return [midnight - DAY, midnight].flatMap((day) => {
    const odd = Math.floor((day - MONDAY) / (7 * DAY)) % 2 === 0
    return county.duties.filter((duty) => {
      const [start, end] = [clockTime(duty.start), clockTime(duty.end)]
      const startsAt = day + start
      const endsAt = day + end + (end > start ? 0 : DAY)
      return (duty.weeks === 'odd') === odd && startsAt <= at && at < endsAt
    })
  })
}
