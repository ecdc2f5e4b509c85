import type { DeadlineView } from '../../../server/contract/custody.ts'

export type Turn = 'calm' | 'near' | 'over'

/** Over past its last lawful instant; near in the last quarter of its time. */
export const turnOf = ({ startedAt, dueAt }: Pick<DeadlineView, 'startedAt' | 'dueAt'>, now: number): Turn => {
  if (now > dueAt) return 'over'
  if (startedAt === null || dueAt <= startedAt) return 'calm'
  return (dueAt - now) / (dueAt - startedAt) <= 0.25 ? 'near' : 'calm'
}

/** Keys of columns, as this workstation remembers them. */
export const isKeys = (x: unknown): x is readonly string[] =>
  Array.isArray(x) && x.every((one) => typeof one === 'string')

/** Told so much later than it happened is worth saying. */
export const LATE_MS = 3_600_000
