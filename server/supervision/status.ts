import type { CarrierView, FindingView, StatusView } from '../contract/views.ts'
import type { Outage } from '../domain/register.ts'
import type { Instant } from '../domain/time.ts'
import { SETTLE_MS } from '../engine/engine.ts'

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
  readonly outages: readonly Outage[]
  readonly rollCall: StatusView['rollCall']
  readonly demo: StatusView['demo']
}): StatusView => ({
  now: seen.now,
  store: seen.store,
  newestDataAt: seen.newestDataAt,
  unacknowledged: countUnacknowledged(seen.findings),
  unobservable: seen.unobservable,
  onDuty: seen.onDuty,
  outage: outageAt(seen.outages, seen.now),
  rollCall: seen.rollCall,
  demo: seen.demo,
})

const outageAt = (outages: readonly Outage[], at: Instant): StatusView['outage'] => {
  const found = outages.findLast(({ from, to }) => from < at && at < to + SETTLE_MS)
  return found ? { ...found, settledAt: found.to + SETTLE_MS } : null
}

/** When anything of these carriers was last heard. */
export const newestOf = (carriers: readonly CarrierView[]): Instant | null =>
  carriers.reduce<Instant | null>(
    (newest, { recordedAt }) => (recordedAt !== null && (newest === null || recordedAt > newest) ? recordedAt : newest),
    null,
  )
