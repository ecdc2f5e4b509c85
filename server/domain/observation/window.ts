import { z } from 'zod'
import { id, text } from './field.ts'
import { chinaDay } from './person.ts'

/** `HH:MM` on China's clock; 24:00 ends the day. */
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$|^24:00$/, 'must be HH:MM')
const hours = z
  .array(
    z
      .object({ from: timeOfDay, to: timeOfDay })
      // As text HH:MM compares in the order of the clock.
      .refine(({ from, to }) => from < to, {
        path: ['to'],
        error: 'must lie after from; hours past midnight are written as two, up to 24:00 and from 00:00',
      })
      .readonly(),
  )
  .max(6)
  .readonly()
/** Of two entries for one day only one could hold. */
const oncePerDay = {
  check: (days: readonly { readonly day: number | string }[]): boolean =>
    new Set(days.map(({ day }) => day)).size === days.length,
  error: 'must name each day once, with all its hours',
}
const window = id.describe('our id of the window')
const source = z.enum(['queue-system', 'door', 'people-count', 'camera', 'desk'])

/** Service windows: the hours posted, who sits there, who waits. */
export const windowObservations = {
  'window.hours-posted': z
    .object({
      window,
      unit: id,
      name: text,
      weekly: z
        .array(z.object({ day: z.number().int().min(1).max(7), hours }).readonly())
        .max(7)
        .refine(oncePerDay.check, oncePerDay.error)
        .readonly()
        .describe('day 1 is Monday; a day that is not named is closed; each `to` lies after its `from`'),
      holidaysClosed: z
        .boolean()
        .default(true)
        .describe(
          'closed on the public holidays of calendar.published, without which no day of that year is judged (unknown) unless exceptions name it; week-end days worked instead are open only where weekly or exceptions name them',
        ),
      exceptions: z
        .array(z.object({ day: chinaDay, hours, reason: z.string().max(200).default('') }).readonly())
        .max(400)
        .refine(oncePerDay.check, oncePerDay.error)
        .readonly()
        .default([])
        .describe('posted beforehand for single days; no hours: closed'),
    })
    .describe('窗口公示的办公时间, from observedAt on; the same window again replaces it'),
  'window.staffed': z
    .object({ window, unit: id, officer: id.nullable().default(null), source })
    .describe('somebody took the window, or was seen there'),
  'window.unstaffed': z
    .object({ window, unit: id, officer: id.nullable().default(null), source })
    .describe('nobody is at the window from observedAt on'),
  'queue.ticket-taken': z
    .object({
      ticket: id,
      unit: id,
      window: window.nullable().default(null).describe('null: whichever is free'),
      business: z.string().max(100),
    })
    .describe('取号'),
  'queue.ticket-served': z
    .object({ ticket: id, unit: id, window, officer: id.nullable().default(null) })
    .describe('叫号办理; observedAt is when service began'),
  'queue.ticket-abandoned': z
    .object({ ticket: id, unit: id, reason: z.enum(['no-show', 'left', 'turned-away', 'cancelled']) })
    .describe('no-show: called and not there · left: gave up · turned-away: the window would not deal with it'),
} as const
