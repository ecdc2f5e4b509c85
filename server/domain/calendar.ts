import { chinaDate, chinaDay, days, hours, type Instant } from './time.ts'

/** One year of public holidays as the State Council announced it. */
export interface HolidayYear {
  readonly holidays: readonly string[]
  /** Week-end days that are worked instead. */
  readonly workdays: readonly string[]
}
export type HolidayTable = Readonly<Record<number, HolidayYear>>

/** The China day that is `n` days after the one `at` falls on, `YYYY-MM-DD`. */
export const dayAfter = (at: Instant, n: number): string => chinaDate(chinaDay(chinaDate(at)) + days(n))

/**
 * Last lawful instant of a period of `n` days: 24:00 of the n-th day after the day of `at`, because the
 * day on which a period begins is not counted (刑事诉讼法 105, 行政案件程序规定 35). Liberty periods are
 * not prolonged by holidays.
 */
export const endOfDays = (at: Instant, n: number): Instant => chinaDay(dayAfter(at, n)) + days(1)

/** The calendar days from the day of `from` to the day of `to`: the first is not counted. */
export const daysBetween = (from: Instant, to: Instant): number =>
  Math.round((chinaDay(chinaDate(to)) - chinaDay(chinaDate(from))) / days(1))

const monthLength = (year: number, month: number): number => new Date(Date.UTC(year, month, 0)).getUTCDate()

/**
 * The same time of day, `n` months later in China; a day that the month lacks becomes its last one
 * (31 December + 2 months = 28 or 29 February).
 */
export const addMonths = (at: Instant, n: number): Instant => {
  const [y, m, d] = chinaDate(at).split('-').map(Number) as [number, number, number]
  const index = y * 12 + (m - 1) + n
  const [year, month] = [Math.floor(index / 12), (index % 12) + 1]
  const day = Math.min(d, monthLength(year, month))
  const pad = (value: number): string => String(value).padStart(2, '0')
  return chinaDay(`${year}-${pad(month)}-${pad(day)}`) + (at - chinaDay(chinaDate(at)))
}

/** Last lawful instant of a period of `n` months: 24:00 of the same date, clamped to the month's end. */
export const endOfMonths = (at: Instant, n: number): Instant => endOfDays(addMonths(at, n), 0)

/** Whether `date` (YYYY-MM-DD) is worked in China; undefined when that year's table is not known. */
export const isWorkday = (date: string, table: HolidayTable): boolean | undefined => {
  const year = table[Number(date.slice(0, 4))]
  if (!year) return undefined
  if (year.workdays.includes(date)) return true
  if (year.holidays.includes(date)) return false
  const weekday = new Date(chinaDay(date) + hours(8)).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** 24:00 of the n-th working day after the day of `at`; undefined when a year's table is missing on the way. */
export const endOfWorkingDays = (at: Instant, n: number, table: HolidayTable): Instant | undefined => {
  let left = n
  for (let i = 1; ; i++) {
    const date = dayAfter(at, i)
    const worked = isWorkday(date, table)
    if (worked === undefined) return undefined
    if (worked) left--
    if (left === 0) return chinaDay(date) + days(1)
  }
}

/**
 * Moves the end of a period that falls on a day off to 24:00 of the first working day after it. Never for
 * periods of a person who is held. Undefined when the year's table is missing.
 */
export const pastHolidays = (end: Instant, table: HolidayTable): Instant | undefined => {
  // The end is 24:00 of its last day, so the last millisecond before it names that day.
  for (let i = 0; ; i++) {
    const date = dayAfter(end - 1, i)
    const worked = isWorkday(date, table)
    if (worked === undefined) return undefined
    if (worked) return i === 0 ? end : chinaDay(date) + days(1)
  }
}

/** Saturdays and Sundays, all that is known to be a day off in a year whose table was not published to us. */
export const isWeekEnd = (date: string): boolean => [0, 6].includes(new Date(chinaDay(date) + hours(8)).getUTCDay())

/**
 * As `pastHolidays`, but in a year without a table it goes by week-ends alone and says so: the period of a case must
 * not become endless because nobody imported the holidays (decision 0016).
 */
export const pastDaysOff = (end: Instant, table: HolidayTable): { readonly end: Instant; readonly sure: boolean } => {
  let sure = true
  for (let i = 0; ; i++) {
    const date = dayAfter(end - 1, i)
    const worked = isWorkday(date, table)
    sure &&= worked !== undefined
    if (worked ?? !isWeekEnd(date)) return { end: i === 0 ? end : chinaDay(date) + days(1), sure }
  }
}

/**
 * Full years of age (周岁) at `at`: a year is full from the day after the birthday, as the Supreme
 * People's Court reckons it.
 */
export const ageAt = (birthDate: string, at: Instant): number => {
  const [y, m, d] = birthDate.split('-').map(Number) as [number, number, number]
  const [ty, tm, td] = chinaDate(at).split('-').map(Number) as [number, number, number]
  return ty - y - (tm > m || (tm === m && td > d) ? 0 : 1)
}
