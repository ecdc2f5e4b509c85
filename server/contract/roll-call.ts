import type { DataOf } from '../domain/observation/index.ts'
import type { Cadence } from '../domain/roll-call/cadence.ts'
import type { Chip } from '../domain/roll-call/reconcile.ts'
import type {
  BehalfChannel,
  CallChannel,
  ChipReason,
  ChipSource,
  ExcuseReason,
  Hindrance,
  RollCallPost,
  RowState,
} from '../domain/roll-call/words.ts'
import type { FindingBrief } from './custody.ts'
import type { Instant, Text } from './views.ts'

export {
  behalfChannels,
  callChannels,
  chipSources,
  excuseReasons,
  rollCallPosts,
  rowStates,
} from '../domain/roll-call/words.ts'
export type {
  BehalfChannel,
  Cadence,
  CallChannel,
  Chip,
  ChipReason,
  ChipSource,
  ExcuseReason,
  Hindrance,
  RollCallPost,
  RowState,
}

/** One roll-call. Who is in it is told by its rows. */
export interface CycleView {
  readonly id: string
  readonly seq: number
  readonly mode: 'fixed' | 'random' | 'on-demand'
  readonly by: string
  readonly units: readonly string[]
  readonly openedAt: Instant
  /** The time it was due, to the end of its window; null on demand. */
  readonly slot: { readonly from: Instant; readonly to: Instant } | null
  readonly drawnAt: Instant | null
  readonly reason: string | null
  readonly closed: {
    readonly at: Instant
    readonly by: string
    readonly because: 'complete' | 'time' | 'by-hand'
  } | null
}

export interface CallView {
  readonly at: Instant
  readonly try: number
  readonly channel: CallChannel
  readonly device: string | null
  readonly until: Instant
  readonly by: string
}

/** One line of the board: who is called, what was heard, and what every other source says of it. */
export interface RowView {
  readonly id: string
  readonly seq: number
  readonly cycle: string
  readonly target: string
  readonly unit: string
  readonly post: RollCallPost
  readonly carrier: string | null
  /** The officer's name, the car's, or the room's. */
  readonly name: Text
  readonly plate: string | null
  readonly officers: readonly { readonly id: string; readonly name: string }[]
  readonly channels: readonly { readonly channel: CallChannel; readonly device: string | null }[]
  readonly state: RowState
  /** Since when it is so. */
  readonly since: Instant
  readonly tries: number
  /** How often their radio or terminal was called so far. */
  readonly tried: number
  /** End of the window that runs; null while none does. */
  readonly until: Instant | null
  readonly calls: readonly CallView[]
  readonly answer: {
    readonly at: Instant
    readonly channel: CallChannel
    readonly device: string | null
    readonly radio: string | null
    readonly site: string | null
    /** The site's name; null when none was said, or nobody registered it. */
    readonly siteName: Text | null
    readonly late: boolean
  } | null
  readonly behalf: {
    readonly at: Instant
    readonly channel: BehalfChannel
    /** The radio that was heard, where it was told by voice over one. */
    readonly radio: string | null
    readonly headcount: number
    readonly words: string
    readonly by: string
  } | null
  readonly excuse: {
    readonly at: Instant
    readonly because: ExcuseReason
    readonly words: string | null
    readonly by: string
  } | null
  readonly hindered: { readonly at: Instant; readonly because: Hindrance } | null
  readonly reconciliation: {
    readonly verdict: 'corroborated' | 'contradicted' | 'uncorroborated' | 'unobservable'
    readonly chips: readonly Chip[]
  } | null
  readonly findings: readonly FindingBrief[]
}

/** When the next roll-call is due. `from` and `to` are the same for one at a fixed time; which moment is drawn is secret. */
export interface NextRollCall {
  readonly from: Instant
  readonly to: Instant
}

export interface RollCallBoard {
  readonly seq: number
  readonly at: Instant
  readonly cycles: readonly CycleView[]
  readonly rows: readonly RowView[]
  readonly next: NextRollCall | null
}

/** How the random moment came about: whoever has the seed can draw it again. */
export interface DrawView {
  readonly day: string
  readonly commitment: string
  /** When the seed was fixed; after the window began, the draw proves little. */
  readonly committedAt: Instant
  /** Null until the day is over. */
  readonly seed: string | null
  /** Whether the seed is the one committed to and gives the moment that was used; null while it is secret. */
  readonly holds: boolean | null
}

export interface CycleDetail {
  readonly at: Instant
  readonly cycle: CycleView
  readonly rows: readonly RowView[]
  readonly draw: DrawView | null
  /** Notes for supervisors, by target; empty for who may only see their own unit. */
  readonly notes: Readonly<Record<string, string>>
}

export type StateCounts = Readonly<Record<RowState, number>>
export interface CycleSummary {
  readonly cycle: CycleView
  readonly counts: StateCounts
  readonly contradicted: number
}

/** One unit over a while. In the order of the bureau's own list of units: never a ranking. */
export interface RateView {
  readonly unit: string
  readonly cycles: number
  readonly counts: StateCounts
  readonly contradicted: number
  /** Called and able to be heard, not excused: the base of every rate. */
  readonly base: number
  /** Half of those who answered themselves did so within so long; null when none did. */
  readonly medianAnswerMs: number | null
}

/** A line of the export. */
export interface RowRecord {
  readonly openedAt: Instant
  readonly row: RowView
}

/** One layer of the settings as it was set. */
export interface CadenceLayerView {
  readonly seq: number
  readonly unitKind: string | null
  readonly unit: string | null
  readonly post: RollCallPost | null
  readonly day: string | null
  readonly values: DataOf<'roll-call.cadence-set'>['values']
  readonly validFrom: Instant
  readonly setAt: Instant
  readonly by: string
  readonly reason: string
}
export interface CadenceView {
  readonly usual: Cadence
  /** Every layer ever set, newest first. */
  readonly layers: readonly CadenceLayerView[]
  /** What holds now for each unit, with the values that the bureau or a layer set. */
  readonly units: readonly { readonly unit: string; readonly cadence: Cadence; readonly next: NextRollCall | null }[]
}

/** What an officer's own page shows: their duty, and whether they are being called. Nothing of anybody else. */
export interface MyDutyView {
  readonly at: Instant
  readonly officer: { readonly id: string; readonly name: string; readonly unit: string; readonly unitName: Text }
  readonly duties: readonly {
    readonly id: string
    readonly as: string
    readonly place: Text | null
    readonly startsAt: Instant
    readonly endsAt: Instant
  }[]
  /** Open roll-calls in which they are called, or have answered. */
  readonly calls: readonly {
    readonly cycle: string
    readonly target: string
    readonly post: RollCallPost
    readonly state: RowState
    readonly until: Instant | null
    readonly answeredAt: Instant | null
  }[]
}
