import { z } from 'zod'
import { endOfDays, endOfMonths, endOfWorkingDays, type HolidayTable } from '../../domain/calendar.ts'
import { hours, type Instant, minutes } from '../../domain/time.ts'

/** A length of time as the law writes it. */
export const limitSchema = z.object({
  amount: z.number().nonnegative(),
  unit: z.enum(['minute', 'hour', 'day', 'working-day', 'month']),
})
export type Limit = z.infer<typeof limitSchema>

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
