import type { LngLat } from '../geo.ts'
import type { DataOf } from '../observation/index.ts'
import type { Instant } from '../time.ts'

export type CaseType = DataOf<'case.accepted'>['type']
export type Band = DataOf<'discretion-band.published'>

/** What is known of one case, whatever the rule. */
export interface CaseFacts {
  readonly case: string
  readonly unit: string
  /** Null until somebody said so. */
  readonly type: CaseType | null
  /** Who handles it: those named last, and whoever accepted it since. */
  readonly officers: readonly string[]
  readonly items: readonly string[]
  readonly appraisals: readonly string[]
  readonly decisions: readonly string[]
  /** When the officers were last named by an assignment. */
  readonly assignedAt?: Instant
  readonly acceptedAt: Instant | undefined
  readonly filedAt: Instant | undefined
  readonly closedAt: Instant | undefined
}

export interface ItemFacts {
  readonly item: string
  readonly case: string | null
  readonly unit: string
  readonly type: CaseType
  /** Who took it. */
  readonly officers: readonly string[]
}

/** How the dispatch system classified a call from an instant on. */
export interface CallClass {
  readonly from: Instant
  readonly area: DataOf<'call.received'>['area']
  readonly urgency: DataOf<'call.received'>['urgency']
}

/** What was put right in the classification of a call, and when; null leaves what was. */
export interface Correction {
  readonly at: Instant
  readonly area: CallClass['area']
  readonly urgency: CallClass['urgency']
  readonly place: LngLat | null
}

/** One call; area, urgency and place as the dispatch system had them last. */
export interface IncidentFacts {
  readonly incident: string
  /** As it was classified from when on, oldest first. */
  readonly classes: readonly CallClass[]
  readonly area: DataOf<'call.received'>['area']
  readonly urgency: DataOf<'call.received'>['urgency']
  readonly test: boolean
  readonly place: LngLat | null
  readonly unit: string | null
  readonly receivedAt: Instant
  readonly endedAt: Instant | null
}

export interface OrderFacts {
  readonly order: string
  readonly incident: string
  readonly carriers: readonly string[]
  /** Each carrier, and the officers who by the roster rode in it when it was ordered, with the carrier they rode in. */
  readonly watched: Readonly<Record<string, string>>
  readonly unit: string | null
  readonly place: LngLat | null
  readonly urgent: boolean
  readonly orderedAt: Instant
  readonly closedAt: Instant | undefined
}

/** A band from an instant on. */
export interface BandVersion {
  readonly from: Instant
  readonly until: Instant | undefined
  readonly band: Band
}

/** What of cases, property and calls the journal has told so far, as plain data. */
export interface CaseworkState {
  cases: Record<string, CaseFacts>
  items: Record<string, ItemFacts>
  /** Whom a decision punished, in which case. */
  decisions: Record<string, { readonly case: string; readonly person: string }>
  /** The case and the item that an appraisal belongs to. */
  appraisals: Record<string, { readonly case: string; readonly item: string | null }>
  incidents: Record<string, IncidentFacts>
  /** By call, in the order of the devices’ clocks; a correction may be heard before the call. */
  corrections: Record<string, Correction[]>
  orders: Record<string, OrderFacts>
  ordersByIncident: Record<string, string[]>
  /** Orders by whoever's position may tell of them. */
  ordersByCarrier: Record<string, string[]>
  bands: Record<string, BandVersion[]>
  /** What is over, oldest first, to be forgotten in turn. */
  over: { at: Instant; kind: 'case' | 'item' | 'incident' | 'order'; id: string }[]
}

export const emptyCasework = (): CaseworkState => ({
  cases: {},
  items: {},
  decisions: {},
  appraisals: {},
  incidents: {},
  corrections: {},
  orders: {},
  ordersByIncident: {},
  ordersByCarrier: {},
  bands: {},
  over: [],
})
