import type { Grade } from '../domain/finding.ts'
import type { Text } from '../domain/text.ts'
import type { Instant } from '../domain/time.ts'
import type { RuleView } from './views.ts'

/** What somebody proposed for a rule, and what became of it. */
export interface ProposalView {
  readonly id: string
  readonly rule: string
  readonly change:
    | { readonly is: 'setting'; readonly param: string; readonly value: number | null }
    | { readonly is: 'switch'; readonly on: boolean }
  readonly validFrom: Instant
  readonly by: string
  readonly role: string
  readonly reason: string
  readonly at: Instant
  readonly seq: number
  readonly decision: {
    readonly agreed: boolean
    readonly by: string
    readonly role: string
    readonly reason: string | null
    readonly at: Instant
    readonly seq: number
    /** From when on it holds; null for one that was refused. */
    readonly from: Instant | null
  } | null
}

/** What of a rule holds now, beside its words. */
export interface RuleState {
  readonly rule: string
  readonly on: boolean
  /** Proposals that wait for the second person. */
  readonly waiting: number
  /** Local settings that differ from their default now. */
  readonly set: number
}

/** One rule with its life: values over time, who set them, and what it found. */
export interface RuleDetail {
  readonly rule: RuleView
  readonly state: RuleState
  /** The values over time: dated by the law and by what the bureau set, oldest first. */
  readonly values: readonly { readonly from: Instant; readonly value: Readonly<Record<string, unknown>> }[]
  /** Off and on, oldest first; before the first one the rule was as it ships. */
  readonly switches: readonly { readonly from: Instant; readonly on: boolean }[]
  /** Oldest first. */
  readonly proposals: readonly ProposalView[]
  /** Findings opened on each of the last days, today included, oldest first. */
  readonly days: readonly { readonly day: string; readonly count: number }[]
}

/** A finding that values tried would have made, or that the values in force made. */
export interface SampleView {
  readonly in: 'both' | 'would' | 'made'
  readonly id: string
  readonly rule: string
  readonly title: Text
  readonly grade: Grade
  readonly subject: string
  readonly since: Instant
  readonly openedAt: Instant
  readonly endedAt: Instant | null
  readonly facts: Readonly<Record<string, string | number | boolean | null>>
  readonly evidence: readonly number[]
}

/** What trying came to. `would`: with the values tried; `made`: with those in force, over the same entries. */
export interface BacktestResult {
  readonly from: Instant
  readonly to: Instant
  readonly would: number
  readonly made: number
  readonly both: number
  readonly days: readonly { readonly day: string; readonly would: number; readonly made: number }[]
  readonly load: {
    /** Hours that operators were at their consoles: sessions of supervisors and chiefs. */
    readonly operatorHours: number
    /** Findings an operator has in ten minutes, on average; null when nobody was there. */
    readonly would: number | null
    readonly made: number | null
    /** The worst ten minutes, over at least one operator. */
    readonly peakWould: number
    readonly peakMade: number
    /** Findings that opened while nobody was at a console. */
    readonly unattendedWould: number
  }
  /** What differs first, then what is the same; the newest of each. */
  readonly samples: readonly SampleView[]
  readonly entries: number
  readonly tookMs: number
}

export interface BacktestRequest {
  readonly by: string
  readonly startedAt: Instant
  readonly rules: readonly string[]
  readonly spec: Readonly<Record<string, unknown>>
  readonly days: number
}

/** One at a time in a house; the last result stays until the next run. */
export type BacktestState =
  | { readonly is: 'none' }
  | { readonly is: 'running'; readonly request: BacktestRequest; readonly progress: number; readonly entries: number }
  | { readonly is: 'done'; readonly request: BacktestRequest; readonly result: BacktestResult }
  | { readonly is: 'cancelled'; readonly request: BacktestRequest; readonly by: string }
  | { readonly is: 'failed'; readonly request: BacktestRequest; readonly problem: string }

/** How far back one may try. */
export const BACKTEST_MAX_DAYS = 92
/** How many days a rule's page counts. */
export const RULE_DAYS = 30
