import type { CarrierView, FindingView, StatusView } from '../contract/views.ts'
import type { Instant } from '../domain/time.ts'

export const countUnacknowledged = (views: Iterable<FindingView>): StatusView['unacknowledged'] => {
  const counts = { A: 0, B: 0, C: 0 }
  for (const view of views) if (view.status === 'new') counts[view.finding.grade]++
  return counts
}

/** The top strip for one reader, made of what that reader may see. */
export const statusOf = (seen: {
  readonly now: Instant
  readonly store: StatusView['store']
  readonly unobservable: number
  readonly findings: Iterable<FindingView>
  readonly newestDataAt: Instant | null
  readonly onDuty: readonly string[]
  readonly rollCall: StatusView['rollCall']
  readonly demo: StatusView['demo']
}): StatusView => ({
  now: seen.now,
  store: seen.store,
  newestDataAt: seen.newestDataAt,
  unacknowledged: countUnacknowledged(seen.findings),
  unobservable: seen.unobservable,
  onDuty: seen.onDuty,
  rollCall: seen.rollCall,
  demo: seen.demo,
})

/** When anything of these carriers was last heard. */
export const newestOf = (carriers: readonly CarrierView[]): Instant | null =>
  carriers.reduce<Instant | null>(
    (newest, { recordedAt }) => (recordedAt !== null && (newest === null || recordedAt > newest) ? recordedAt : newest),
    null,
  )
