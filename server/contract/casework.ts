import type { DeadlineView } from './custody.ts'
import type { Grade, Instant, Text } from './views.ts'

export const caseListTypes = ['public-order', 'administrative', 'criminal'] as const
export const caseSorts = ['urgent', 'due', '-openedAt', 'openedAt', 'unit', 'case'] as const
export type CaseSort = (typeof caseSorts)[number]

/** An active finding of a case, as a row names it. */
export interface CaseFinding {
  readonly id: string
  readonly title: Text
  readonly grade: Grade
  readonly since: Instant
}

/** One case of the list: open ones, and those closed not long ago. */
export interface CaseRow {
  readonly case: string
  readonly unit: string
  /** Null until some source told. */
  readonly type: (typeof caseListTypes)[number] | null
  readonly officers: readonly string[]
  readonly acceptedAt: Instant | null
  readonly filedAt: Instant | null
  readonly closedAt: Instant | null
  readonly items: number
  readonly next: DeadlineView | null
  readonly findings: readonly CaseFinding[]
}

/** One item of case property. */
export interface ItemRow {
  readonly item: string
  readonly case: string | null
  readonly unit: string
  readonly type: (typeof caseListTypes)[number]
  readonly officers: readonly string[]
  readonly next: DeadlineView | null
  readonly findings: readonly CaseFinding[]
}

/** One entry of the journal about a case or a thing. No name, and no free text but what the thing is. */
export interface CaseLine {
  readonly seq: number
  readonly at: Instant
  readonly recordedAt: Instant
  readonly kind: string
  readonly item: string | null
  readonly person: { readonly id: string; readonly masked: string | null } | null
  readonly detail: Readonly<Record<string, string | number | boolean | readonly string[]>>
}

/** How a decision lies to the published band for its facts. Only `outside` is a finding, and its rule finds it. */
export const bandPositions = ['inside', 'reasoned', 'outside', 'no-band', 'no-pattern'] as const
export type BandPosition = (typeof bandPositions)[number]

/** One decision beside its band. */
export interface DecisionRow {
  readonly decision: string
  readonly case: string
  readonly unit: string
  readonly decidedAt: Instant
  readonly decidedBy: string
  readonly rank: string
  readonly enactment: string | null
  readonly article: string | null
  readonly pattern: string | null
  readonly penalties: readonly string[]
  readonly fineYuan: number | null
  readonly detentionDays: number | null
  readonly hasReason: boolean
  readonly lies: BandPosition
  readonly band: {
    readonly id: string
    readonly facts: string
    readonly warning: boolean
    readonly fineFromYuan: number | null
    readonly fineToYuan: number | null
    readonly detentionFromDays: number | null
    readonly detentionToDays: number | null
  } | null
}

/** Decisions of one pattern in one unit, by how they lie. A statistic, never a finding; `base` is all of them. */
export interface BandRate {
  readonly unit: string
  readonly pattern: string
  readonly facts: string | null
  readonly base: number
  readonly counts: Readonly<Record<BandPosition, number>>
  readonly medianFineYuan: number | null
}

/** A case with every clock that runs in it, its property and its decisions, and all that was told of it. */
export interface CaseDetail {
  readonly at: Instant
  readonly case: CaseRow
  readonly deadlines: readonly DeadlineView[]
  readonly property: readonly ItemRow[]
  readonly decisions: readonly DecisionRow[]
  /** Visits to police premises under this case. */
  readonly stays: readonly string[]
  readonly line: readonly CaseLine[]
  /** The line shows its newest part only. */
  readonly truncated: boolean
}

/** A thing with its chain of custody. */
export interface ItemDetail {
  readonly at: Instant
  readonly item: ItemRow
  readonly deadlines: readonly DeadlineView[]
  /** Visits to police premises that its entries name. */
  readonly stays: readonly string[]
  readonly line: readonly CaseLine[]
  readonly truncated: boolean
}
