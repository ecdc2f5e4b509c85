import type { Role } from '../../contract/roles.ts'
import type { Entry } from '../../domain/entry.ts'
import { hours, type Instant, minutes } from '../../domain/time.ts'

/** Somebody at a console. */
export interface Attendance {
  readonly from: Instant
  readonly to: Instant
}

/** Who takes findings from the queue; leaders read, unit leaders see their own unit. */
const operators: ReadonlySet<string> = new Set<Role>(['supervisor', 'chief'])
/** No session lasts longer, even when its end was never told. */
const LONGEST_MS = hours(12)
const WINDOW_MS = minutes(10)

/**
 * When operators were at their consoles, as accounts and sessions in the journal tell. An account of unknown role
 * counts. One person at two consoles is one operator.
 */
export const attendances = (entries: readonly Entry[], until: Instant): readonly Attendance[] => {
  const roles = new Map<string, string>()
  const open = new Map<string, Instant>()
  const found: Attendance[] = []
  const close = (by: string, at: Instant): void => {
    const from = open.get(by)
    if (from === undefined) return
    open.delete(by)
    if (operators.has(roles.get(by) ?? 'supervisor')) found.push({ from, to: Math.min(at, from + LONGEST_MS) })
  }
  for (const { recordedAt, observation: o } of entries) {
    if (o.kind === 'account.created') roles.set(o.data.name, o.data.role)
    else if (o.kind === 'session.opened') {
      const from = open.get(o.data.by)
      if (from !== undefined && recordedAt - from > LONGEST_MS) close(o.data.by, recordedAt)
      if (!open.has(o.data.by)) open.set(o.data.by, recordedAt)
    } else if (o.kind === 'session.closed' && o.data.reason !== 'replaced') close(o.data.by, recordedAt)
  }
  for (const by of [...open.keys()]) close(by, until)
  return found
}

/** How long operators were there between two instants, all of them together, in ms. */
export const operatorMs = (all: readonly Attendance[], from: Instant, to: Instant): number =>
  all.reduce((sum, a) => sum + Math.max(0, Math.min(a.to, to) - Math.max(a.from, from)), 0)

const presentAt = (all: readonly Attendance[], at: Instant): number =>
  all.reduce((n, a) => n + (a.from <= at && at < a.to ? 1 : 0), 0)

/** Findings an operator has in ten minutes on average; null when nobody was there. */
export const perOperator = (count: number, operatorTimeMs: number): number | null =>
  operatorTimeMs === 0 ? null : count / (operatorTimeMs / WINDOW_MS)

/** Of `opened` those that came while nobody was at a console. One walk along both, because there may be very many. */
export const unattended = (opened: readonly Instant[], all: readonly Attendance[]): number => {
  const there = [...all].sort((a, b) => a.from - b.from)
  let next = 0
  let until = Number.NEGATIVE_INFINITY
  let count = 0
  for (const at of [...opened].sort((a, b) => a - b)) {
    while (next < there.length && there[next]!.from <= at) until = Math.max(until, there[next++]!.to)
    if (at >= until) count++
  }
  return count
}

/** The worst ten minutes that begin with a finding: findings for each operator there, over at least one. */
export const peak = (opened: readonly Instant[], all: readonly Attendance[]): number => {
  const sorted = [...opened].sort((a, b) => a - b)
  let worst = 0
  let end = 0
  for (const [i, at] of sorted.entries()) {
    while (end < sorted.length && sorted[end]! < at + WINDOW_MS) end++
    // Counting who is there costs more than counting findings: only where it could matter.
    if (end - i > worst) worst = Math.max(worst, (end - i) / Math.max(1, presentAt(all, at)))
  }
  return worst
}
