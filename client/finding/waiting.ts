import { isClaimStale } from '../../server/contract/actions.ts'
import type { FindingView, Grade } from '../../server/contract/views.ts'

/** Nobody has seen it yet. Latching: one that ended by itself still waits to be seen. */
export const isUnseen = (f: FindingView): boolean => f.acknowledged === null && isOpen(f)

/** Still asks something of somebody. */
export const isOpen = (f: FindingView): boolean => !['dismissed', 'closed'].includes(f.status)

/** Grade first, always in this order; then what nobody has seen; then the newest. */
const rank: Readonly<Record<Grade, number>> = { A: 0, B: 1, C: 2 }
export const byUrgency = (a: FindingView, b: FindingView): number =>
  Number(isUnseen(b)) - Number(isUnseen(a)) ||
  rank[a.finding.grade] - rank[b.finding.grade] ||
  b.finding.openedAt - a.finding.openedAt ||
  (a.finding.id < b.finding.id ? -1 : 1)

/** A claim that nobody moved turns amber: somebody may take it over. */
export const claimIsStale = (f: FindingView, now: number): boolean => isOpen(f) && isClaimStale(f, now)
