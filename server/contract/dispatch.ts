import type { FindingBrief } from './custody.ts'
import type { Instant, LngLat } from './views.ts'

/** One thing that follows an order, by each source that speaks of it. A source that says nothing is null. */
export interface StepSources {
  /** The dispatch system, or the officer's button on it. */
  readonly desk: Instant | null
  /** The car's and its crew's own positions. */
  readonly position: Instant | null
}
export const stepNames = ['moving', 'arrived'] as const

/**
 * What the sources say together: both agree · only the desk says so, and positions were heard that do not show it ·
 * only positions show it · they lie far apart · the desk says so and nobody was seen · nobody says anything yet.
 */
export const agreements = ['agree', 'unsupported', 'unreported', 'apart', 'unseen', 'none'] as const
export type Agreement = (typeof agreements)[number]
/** What says two different things, and must not be read as one. */
export const isContradicted = (agreement: Agreement): boolean => agreement === 'unsupported' || agreement === 'apart'

export interface OrderView {
  readonly id: string
  readonly unit: string | null
  readonly carriers: readonly string[]
  readonly urgent: boolean
  readonly orderedAt: Instant
  readonly acknowledgedAt: Instant | null
  readonly refused: { readonly at: Instant; readonly reason: string } | null
  readonly delayed: { readonly at: Instant; readonly reason: string } | null
  readonly moving: StepSources & { readonly agreement: Agreement }
  readonly arrived: StepSources & { readonly agreement: Agreement }
  /** How near positions came to the place so far; null without a place or a position. */
  readonly nearestM: number | null
  /** Body cameras that recorded for this order. */
  readonly recordings: readonly { readonly from: Instant; readonly to: Instant | null }[]
  readonly fedBack: { readonly at: Instant; readonly outcome: string; readonly case: string | null } | null
  readonly closedAt: Instant | null
  /** The bureau's promise for this area and urgency; null when either is not known. */
  readonly promise: { readonly minutes: number; readonly dueAt: Instant } | null
}

/** One call with everything that followed, each from its own source. */
export interface IncidentView {
  readonly id: string
  readonly seq: number
  readonly unit: string | null
  readonly channel: string
  readonly area: 'urban' | 'suburban' | 'rural' | null
  readonly urgency: 'urgent' | 'ordinary' | 'not-police' | null
  readonly category: string | null
  /** A marked test call: in no statistic. */
  readonly test: boolean
  readonly testApprovedAt: Instant | null
  readonly testEndedAt: Instant | null
  readonly place: LngLat | null
  readonly receivedAt: Instant
  readonly endedAt: Instant | null
  /** Oldest first. */
  readonly orders: readonly OrderView[]
  /** Nothing is left to be done. */
  readonly overAt: Instant | null
  readonly findings: readonly FindingBrief[]
}

/** Calls that run, and those over for at most half an hour; later `incident` messages with a greater `seq` are news. */
export interface IncidentBoard {
  readonly seq: number
  readonly at: Instant
  readonly incidents: readonly IncidentView[]
}

/** What came of the calls of a while, for one unit, area and urgency. Test calls are counted and left out of all else. */
export interface DispatchRate {
  readonly unit: string | null
  readonly area: IncidentView['area']
  readonly urgency: IncidentView['urgency']
  /** Calls, test calls not among them. */
  readonly calls: number
  readonly tests: number
  /** Medians in milliseconds, each with the number of calls it stands on. */
  readonly toOrder: { readonly median: number | null; readonly base: number }
  readonly toAcknowledge: { readonly median: number | null; readonly base: number }
  readonly toArrive: { readonly median: number | null; readonly base: number }
  /** Arrived within the promise, of those with a promise and an arrival that somebody saw. */
  readonly kept: { readonly n: number; readonly base: number }
}
