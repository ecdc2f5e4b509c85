import type { Instant } from '../domain/time.ts'

/** Ahead of a deadline: yellow at 75 %, orange at 90 % of the way (architecture, "Timers are data"). */
export type WarningLevel = 'C' | 'B'

const ladder: readonly { readonly level: WarningLevel; readonly share: number }[] = [
  { level: 'C', share: 0.75 },
  { level: 'B', share: 0.9 },
]

/** The next warning on the way from `startedAt` to `dueAt`, after `given`. */
export const nextWarning = (
  { dueAt, startedAt }: { readonly dueAt: Instant; readonly startedAt: Instant },
  given: WarningLevel | undefined,
): { readonly level: WarningLevel; readonly at: Instant } | undefined => {
  const step = ladder[given === undefined ? 0 : ladder.findIndex((s) => s.level === given) + 1]
  return step && { level: step.level, at: Math.ceil(startedAt + (dueAt - startedAt) * step.share) }
}
