/** Milliseconds since the Unix epoch, UTC. Calendar dates in law are Asia/Shanghai. */
export type Instant = number

/** Tells the time. Pure code never holds one; it is handed instants. */
export type Clock = () => Instant

export const seconds = (n: number): number => n * 1_000
export const minutes = (n: number): number => n * 60_000
export const hours = (n: number): number => n * 3_600_000
export const days = (n: number): number => n * 86_400_000

/** From `from` to `to`; `to` undefined while it still lasts. */
export interface Span {
  readonly from: Instant
  readonly to: Instant | undefined
}

/** How many milliseconds of the spans lie before `now`. */
export const elapsed = (spans: readonly Span[], now: Instant): number =>
  spans.reduce((sum, { from, to }) => sum + Math.max(0, Math.min(to ?? now, now) - from), 0)

/** Start of a calendar day `YYYY-MM-DD` in China, which has kept UTC+8 all year since 1992. */
export const chinaDay = (isoDate: string): Instant => Date.parse(`${isoDate}T00:00:00+08:00`)

/** The calendar day `YYYY-MM-DD` that `at` falls on in China. */
export const chinaDate = (at: Instant): string => new Date(at + hours(8)).toISOString().slice(0, 10)
/** Whether `YYYY-MM-DD` names a day that there is: no 30 February. */
export const isCalendarDay = (isoDate: string): boolean => {
  const at = chinaDay(isoDate)
  return !Number.isNaN(at) && chinaDate(at) === isoDate
}
