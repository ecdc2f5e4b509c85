import type { Entry } from '../entry.ts'
import type { Instant } from '../time.ts'
import { applyCasework, type CrewAt } from './fold.ts'
import {
  type BandVersion,
  type CaseFacts,
  type CaseworkState,
  emptyCasework,
  type IncidentFacts,
  type ItemFacts,
  type OrderFacts,
} from './state.ts'

/** Read-only face of what the journal has told of cases, property, calls and orders. */
export type CaseworkRegister = Omit<ReturnType<typeof createCaseworkRegister>, 'apply'>

/** Cases and who handles them, items, calls and their orders, bands of discretion. No clock, no I/O. */
export const createCaseworkRegister = (
  state: CaseworkState = emptyCasework(),
  crewAt: CrewAt = () => [],
  unitOf: (carrier: string) => string | undefined = () => undefined,
) => {
  /** What was asked since the last change: each rule asks the same of every position. */
  const watching = new Map<string, readonly string[]>()
  let lastCarrier: string | undefined
  let lastWatching: readonly string[] = []
  return {
    apply: (entry: Entry): void => {
      watching.clear()
      lastCarrier = undefined
      applyCasework(state, entry, crewAt, unitOf)
    },
    case: (id: string | null | undefined): CaseFacts | undefined => (id ? state.cases[id] : undefined),
    item: (id: string | null | undefined): ItemFacts | undefined => (id ? state.items[id] : undefined),
    cases: (): readonly CaseFacts[] => Object.values(state.cases),
    items: (): readonly ItemFacts[] => Object.values(state.items),
    /** The items that were taken in a case. */
    itemsOf: (id: string | null | undefined): readonly string[] => (id ? (state.cases[id]?.items ?? []) : []),
    decisionsOf: (id: string | null | undefined): readonly string[] => (id ? (state.cases[id]?.decisions ?? []) : []),
    decision: (id: string | null | undefined) => (id ? state.decisions[id] : undefined),
    /** Whom a decision punished. */
    punished: (decision: string): string | undefined => state.decisions[decision]?.person,
    appraisalsOf: (id: string | null | undefined): readonly string[] => (id ? (state.cases[id]?.appraisals ?? []) : []),
    appraisal: (id: string) => state.appraisals[id],
    incident: (id: string | null | undefined): IncidentFacts | undefined => (id ? state.incidents[id] : undefined),
    order: (id: string | null | undefined): OrderFacts | undefined => (id ? state.orders[id] : undefined),
    ordersOf: (incident: string): readonly string[] => state.ordersByIncident[incident] ?? [],
    /** Orders that a carrier's or an officer's position may tell of: under way, or over not long ago. */
    ordersWatching: (carrier: string): readonly string[] => {
      if (carrier === lastCarrier) return lastWatching
      lastCarrier = carrier
      const known = watching.get(carrier)
      lastWatching = known ?? state.ordersByCarrier[carrier] ?? []
      if (!known) watching.set(carrier, lastWatching)
      return lastWatching
    },
    /** The bands for a fact pattern as they stood at `at`. */
    bandsFor: (pattern: string, at: Instant): readonly BandVersion[] =>
      Object.values(state.bands).flatMap((versions) =>
        versions.filter((v) => v.band.pattern === pattern && v.from <= at && (v.until === undefined || at < v.until)),
      ),
    bands: (): readonly BandVersion[] => Object.values(state.bands).flat(),
  }
}
