import type { FindingView } from '../../../server/contract/views.ts'
import { type Cursor, REACH_MS } from '../../time/cursor.ts'

export interface Span {
  readonly from: number
  readonly to: number
}

/** The stretch of time the bar shows: the last hours, or as much around an older cursor. */
export const spanOf = (cursor: Cursor, now: number): Span => {
  if (cursor.mode === 'live' || cursor.at >= now - REACH_MS) return { from: now - REACH_MS, to: now }
  // Stepwise, so that the bar does not slide away under the pointer.
  const middle = Math.round(cursor.at / (REACH_MS / 6)) * (REACH_MS / 6)
  return { from: middle - REACH_MS / 2, to: middle + REACH_MS / 2 }
}

/** Where an instant lies on the bar, 0…1. */
export const shareOf = (at: number, { from, to }: Span): number => (at - from) / (to - from)
export const instantAt = (share: number, { from, to }: Span): number =>
  Math.round(from + Math.max(0, Math.min(1, share)) * (to - from))

/** Full half hours of China's clock within the span; full hours are `main`. */
export const ticksOf = ({ from, to }: Span): readonly { at: number; main: boolean }[] => {
  const step = 30 * 60_000
  const first = Math.ceil(from / step) * step
  return Array.from({ length: Math.max(0, Math.floor((to - first) / step) + 1) }, (_, i) => {
    const at = first + i * step
    return { at, main: at % (2 * step) === 0 }
  })
}

/** Findings that lasted within the span, as stretches of the bar. */
export const barsOf = (findings: Iterable<FindingView>, span: Span, now: number) =>
  [...findings].flatMap((f) => {
    const from = Math.max(f.finding.since, span.from)
    const to = Math.min(f.active ? now : (f.endedAt ?? f.finding.since), span.to)
    if (f.finding.since > span.to || to < span.from) return []
    return [
      {
        id: f.finding.id,
        grade: f.finding.grade,
        title: f.title,
        since: f.finding.since,
        left: shareOf(from, span),
        right: shareOf(to, span),
      },
    ]
  })
