import { type TicketStatus, ticketStatuses } from '../domain/observation/ticket.ts'
import type { FindingStatus, Grade, Instant, Text } from './views.ts'

export { type TicketStatus, ticketStatuses }
export const ticketSorts = [
  '-changedAt',
  'changedAt',
  '-occurredAt',
  'occurredAt',
  '-amount',
  'amount',
  'unit',
  'ticket',
  '-needing',
] as const
export type TicketSort = (typeof ticketSorts)[number]
/** any: at least one finding · none · open: one that is not finished · unseen: changes that could not be observed. */
export const ticketFilters = ['any', 'none', 'open', 'unseen'] as const
export type TicketFilter = (typeof ticketFilters)[number]

export interface TicketFinding {
  readonly id: string
  readonly rule: string
  readonly title: Text
  readonly grade: Grade
  readonly since: Instant
  readonly active: boolean
  readonly status: FindingStatus
  /** What of the law's ways was not there, in the journal's words; null: the finding is of another kind. */
  readonly missing: string | null
}

/** One ticket as its system had it last. Plate and driver masked. */
export interface TicketRow {
  /** `system/ticket`, as in addresses. */
  readonly id: string
  readonly system: string
  readonly ticket: string
  readonly serial: string | null
  readonly kind: string | null
  readonly status: string | null
  readonly unit: string | null
  readonly officer: string | null
  readonly plate: string | null
  readonly driver: string | null
  readonly violationCode: string | null
  readonly amountYuan: number | null
  readonly points: number | null
  readonly occurredAt: Instant | null
  readonly issuedAt: Instant | null
  readonly changedAt: Instant
  readonly changes: number
  /** Changes that need one of the law's grounds. */
  readonly needing: number
  /** Changes of which the source did not tell how the row was. */
  readonly unseen: number
  readonly deleted: boolean
  readonly findings: readonly TicketFinding[]
}

export type TicketValue = string | number | boolean | null
export interface FieldChange {
  readonly field: string
  readonly before: TicketValue
  readonly after: TicketValue
  readonly protected: boolean
}

/** What the application's own log says of the transaction. */
export interface TicketAudit {
  readonly seq: number
  readonly at: Instant
  readonly action: string
  readonly account: string
  readonly accountOf: string | null
  readonly officer: string | null
  readonly rank: string | null
  readonly unit: string | null
  readonly terminal: string | null
  readonly ip: string | null
  readonly ground: number | null
  readonly groundText: string | null
  readonly proofs: readonly string[]
  readonly document: string | null
  readonly approver: string | null
  readonly approverRank: string | null
  readonly reason: string | null
}

/**
 * Where a change stands: `none`: the ordinary course, no ground needed · `lawful`: judged, and nothing was missing ·
 * `waiting`: log or ground may still come until `until` · `missing`: a finding says what is not there · `unseen`: the
 * row before was not told, so it cannot be observed · `unjudged`: no rule that is on looks at it.
 */
export type ChangeStanding =
  | { readonly is: 'none' | 'lawful' | 'unseen' | 'unjudged' }
  | { readonly is: 'waiting'; readonly until: Instant }
  | { readonly is: 'missing'; readonly missing: readonly string[] }

/** One change of the row, whatever was told of its transaction, and where it stands in law. */
export interface TicketChange {
  readonly seq: number
  readonly at: Instant
  readonly recordedAt: Instant
  readonly op: 'issued' | 'changed' | 'deleted' | 'seen'
  readonly needs: string | null
  readonly changes: readonly FieldChange[]
  /** Fields whose value was not sent: neither changed nor unchanged. */
  readonly unknown: readonly string[]
  readonly beforeMissing: boolean
  /** What the row itself names. */
  readonly operator: string | null
  readonly terminal: string | null
  readonly ip: string | null
  readonly ground: number | null
  readonly proof: string | null
  readonly renumberedTo: string | null
  readonly renumberedFrom: string | null
  readonly transaction: string | null
  readonly logPosition: string | null
  /** Its link in the system's own chain, as the journal keeps it; null: told by the system and not by its stream. */
  readonly chain: { readonly seq: number; readonly number: number; readonly hash: string } | null
  readonly sinceIssueMs: number | null
  readonly audits: readonly TicketAudit[]
  readonly standing: ChangeStanding
  readonly findings: readonly TicketFinding[]
}

/** A step, a driver established, an objection, a decision revoked: what the law's ways rest on. */
export interface TicketFact {
  readonly seq: number
  readonly at: Instant
  readonly recordedAt: Instant
  readonly kind: string
  readonly detail: Readonly<Record<string, TicketValue | readonly TicketValue[]>>
}

export interface TicketDetail {
  readonly at: Instant
  readonly ticket: TicketRow
  /** In the order of the source's log. */
  readonly changes: readonly TicketChange[]
  readonly facts: readonly TicketFact[]
  readonly findings: readonly TicketFinding[]
}

/** For whoever gave a purpose: what the masks hide, change by change. */
export interface UnmaskedTicket {
  readonly plate: string | null
  readonly driver: string | null
  readonly changes: readonly {
    readonly seq: number
    readonly field: string
    readonly before: TicketValue
    readonly after: TicketValue
  }[]
}

export const clusterKinds = ['benefits', 'approver', 'terminal', 'hour', 'account'] as const
export type ClusterKind = (typeof clusterKinds)[number]
/** How many changes that need a ground share something. A statistic, never a finding. */
export interface TicketCluster {
  readonly by: ClusterKind
  readonly value: string
  readonly changes: number
  readonly tickets: number
}
export interface TicketClusters {
  /** All changes that need a ground in the while: what the numbers are a part of. */
  readonly base: number
  readonly clusters: readonly TicketCluster[]
}
