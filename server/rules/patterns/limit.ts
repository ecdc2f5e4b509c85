import { z } from 'zod'
import { endOfDays, endOfMonths, endOfWorkingDays, type HolidayTable, pastDaysOff } from '../../domain/calendar.ts'
import { hours, type Instant, minutes } from '../../domain/time.ts'
import type { DatedParams } from '../define-rule.ts'

/** A length of time as the law writes it. */
export const limitSchema = z.object({
  amount: z.number().nonnegative(),
  unit: z.enum(['minute', 'hour', 'day', 'working-day', 'month']),
})
export type Limit = z.infer<typeof limitSchema>

/** One length of time from a day on. */
export const limitFrom = (from: string, amount: number, unit: Limit['unit']): DatedParams<Limit> => [
  { from, value: { amount, unit } },
]

/**
 * Last lawful instant of a period that begins at `from`. Minutes and hours are counted exactly; days and
 * months end at 24:00 and the first day is not counted. Undefined when the holiday table of a year is missing.
 */
export const endOf = (from: Instant, { amount, unit }: Limit, holidays: HolidayTable): Instant | undefined => {
  switch (unit) {
    case 'minute':
      return from + minutes(amount)
    case 'hour':
      return from + hours(amount)
    case 'day':
      return endOfDays(from, amount)
    case 'month':
      return endOfMonths(from, amount)
    case 'working-day':
      return endOfWorkingDays(from, amount, holidays)
  }
}

/** The last lawful instant of a period, and whether the holidays of its year were known. */
export interface PeriodEnd {
  readonly at: Instant
  readonly sure: boolean
}

/**
 * As `endOf`, for periods in which nobody is held: one of days or months that would end on a day off ends with the
 * first working day after it (行政案件程序规定 35, 刑事诉讼法 105).
 */
export const endOfPeriod = (from: Instant, limit: Limit, holidays: HolidayTable): PeriodEnd | undefined => {
  const end = endOf(from, limit, holidays)
  if (end === undefined || (limit.unit !== 'day' && limit.unit !== 'month')) return end === undefined ? end : whole(end)
  const rolled = pastDaysOff(end, holidays)
  return { at: rolled.end, sure: rolled.sure }
}
const whole = (at: Instant): PeriodEnd => ({ at, sure: true })

/** Said of a finding whose last day was reckoned without the holidays of its year. */
export const unsure = ({ sure }: { readonly sure: boolean }): { readonly holidaysKnown?: false } =>
  sure ? {} : { holidaysKnown: false }
