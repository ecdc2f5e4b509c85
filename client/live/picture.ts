import type { ServerMessages } from '../../server/contract/live.ts'
import type {
  CarrierView,
  FindingView,
  PositionDelta,
  Snapshot,
  StatusView,
  UnitView,
  ZoneView,
} from '../../server/contract/views.ts'

/** What a panel can follow. A change tells only those who follow its topic. */
export type Topic =
  | 'status' // once a second
  | 'findings'
  | 'zones'
  | 'units'
  | 'carriers' // who exists and in which state, not where
  | 'positions' // five times a second: for the canvas only
  | `carrier:${string}`

type Batch = Parameters<ServerMessages['positions']>[0]

/**
 * The situation at one instant, live or replayed, kept outside React: one map a noun, changed in place,
 * with a version a topic. Panels read it the same way whatever the time cursor says.
 */
export type Picture = ReturnType<typeof createPicture>

export const createPicture = () => {
  const carriers = new Map<string, CarrierView>()
  const findings = new Map<string, FindingView>()
  const zones = new Map<string, ZoneView>()
  const units = new Map<string, UnitView>()
  const versions = new Map<Topic, number>()
  const listeners = new Map<Topic, Set<() => void>>()
  let status: StatusView | undefined
  let at: number | undefined
  let lastBatch: number | undefined
  let moved: readonly PositionDelta[] | 'all' = 'all'

  const changed = (...topics: readonly Topic[]): void => {
    for (const topic of topics) versions.set(topic, (versions.get(topic) ?? 0) + 1)
    for (const topic of topics) for (const listener of listeners.get(topic) ?? []) listener()
  }

  /** Whole, even when it looks equal: what we hold may have drifted (invariant I8). */
  const applySnapshot = (s: Snapshot): void => {
    fill(carriers, s.carriers, (c) => c.id)
    fill(findings, s.findings, (f) => f.finding.id)
    fill(zones, s.zones, (z) => z.id)
    fill(units, s.units, (u) => u.id)
    status = s.status
    at = s.at
    lastBatch = undefined
    moved = 'all'
    const followed = [...listeners.keys()].filter((t) => t.startsWith('carrier:'))
    changed('status', 'findings', 'zones', 'units', 'carriers', 'positions', ...followed)
  }

  /** `gap`: a batch is missing before this one. `unknown`: somebody moved whom our snapshot does not have. */
  const applyPositions = (batch: Batch): 'whole' | 'gap' | 'unknown' => {
    if (lastBatch !== undefined && batch.n !== lastBatch + 1) return 'gap'
    lastBatch = batch.n
    at = batch.at
    let strangers = false
    const topics: Topic[] = ['positions']
    for (const delta of batch.items) {
      const before = carriers.get(delta[0])
      if (before === undefined) {
        strangers = true
        continue
      }
      const after = moveTo(before, delta, batch.at)
      carriers.set(delta[0], after)
      if (after.state !== before.state && !topics.includes('carriers')) topics.push('carriers')
      if (listeners.has(`carrier:${delta[0]}`)) topics.push(`carrier:${delta[0]}`)
    }
    moved = batch.items
    changed(...topics)
    return strangers ? 'unknown' : 'whole'
  }

  const applyFinding = (view: FindingView): void => {
    const before = findings.get(view.finding.id)
    if (before !== undefined && before.seq > view.seq) return // an answer overtaken by a newer word
    findings.set(view.finding.id, view)
    changed('findings')
  }

  const applyCarrier = (view: CarrierView): void => {
    carriers.set(view.id, view)
    moved = 'all'
    changed('carriers', 'positions', `carrier:${view.id}`)
  }

  const applyZone = (view: ZoneView): void => {
    if (view.validUntil !== null) zones.delete(view.id)
    else zones.set(view.id, view)
    changed('zones')
  }

  const applyStatus = (next: StatusView): void => {
    status = next
    changed('status')
  }

  const subscribe = (topic: Topic, listener: () => void): (() => void) => {
    const set = listeners.get(topic) ?? new Set()
    listeners.set(topic, set.add(listener))
    return () => {
      set.delete(listener)
      if (set.size === 0) listeners.delete(topic)
    }
  }

  return {
    carriers: carriers as ReadonlyMap<string, CarrierView>,
    findings: findings as ReadonlyMap<string, FindingView>,
    zones: zones as ReadonlyMap<string, ZoneView>,
    units: units as ReadonlyMap<string, UnitView>,
    status: () => status,
    /** The instant this picture shows; undefined before the first snapshot. */
    at: () => at,
    /** What the last change of `positions` moved. */
    moved: () => moved,
    version: (topic: Topic) => versions.get(topic) ?? 0,
    subscribe,
    applySnapshot,
    applyPositions,
    applyFinding,
    applyCarrier,
    applyZone,
    applyStatus,
  }
}

const fill = <T>(map: Map<string, T>, items: readonly T[], id: (item: T) => string): void => {
  map.clear()
  for (const item of items) map.set(id(item), item)
}

/** No marker ever moves backwards: an older fix changes the state but not the place (R3). */
const moveTo = (c: CarrierView, delta: PositionDelta, recordedAt: number): CarrierView => {
  const [, lng, lat, speedKmh, headingDeg, accuracyM, observedAt, state] = delta
  if (c.observedAt !== null && observedAt < c.observedAt) return c.state === state ? c : { ...c, state }
  const position = lng === null || lat === null ? null : ([lng, lat] as const)
  // Alive without a fix is no reason to forget where it was last seen.
  if (position === null) return { ...c, state, observedAt, recordedAt }
  return { ...c, position, speedKmh, headingDeg, accuracyM, observedAt, recordedAt, state, online: true }
}
