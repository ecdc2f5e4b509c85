import { days, type Instant } from './time.ts'

/** How long the register remembers what is over; a report later than this is judged without it. */
export const REMEMBERED_MS = days(40)

/** Of what is over, only what the register remembers. `overAt`: undefined while it lasts. */
export const remembered = <T>(
  all: readonly T[] | undefined,
  overAt: (item: T) => Instant | undefined,
  now: Instant,
): readonly T[] => (all ?? []).filter((item) => (overAt(item) ?? now) >= now - REMEMBERED_MS)
