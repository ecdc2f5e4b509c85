import type { Grade, Instant, Text } from './views.ts'

/** How far a stay has come: came in, checked and listed, in a session, record signed, gone. */
export const stages = ['arrived', 'checked', 'session', 'signed', 'left'] as const
export type Stage = (typeof stages)[number]

/** on and off were told by something that works; unknown: nothing that works looks there. Never the same as off. */
export type Coverage = 'on' | 'off' | 'unknown'

/** A person as a board may show one: no name, and nothing a name could be guessed from. */
export interface MaskedPerson {
  readonly id: string
  /** Such as 王某; null while no name was told. */
  readonly masked: string | null
  readonly sex: 'male' | 'female' | null
  /** Full years on arrival; null when no birth date is known. */
  readonly age: number | null
  readonly traits: readonly ('pregnant' | 'nursing' | 'deaf' | 'blind' | 'interpreter' | 'foreigner')[]
}

export interface MeasureView {
  readonly id: string
  readonly kind: string
  readonly unit: string
  readonly case: string | null
  readonly stay: string | null
  readonly approvedAt: Instant | null
  readonly startedAt: Instant | null
  readonly endedAt: Instant | null
}

/** A clock that the law set running. Wrong one millisecond after `dueAt`. */
export interface DeadlineView {
  readonly rule: string
  readonly title: Text
  readonly grade: Grade
  readonly subject: string
  /** Null when the rule names no beginning: then there is nothing to take a quarter of. */
  readonly startedAt: Instant | null
  readonly dueAt: Instant
  /** Its end ends the stay or the measure: who may hold the person until when. */
  readonly ends: boolean
}

export interface ApprovalView {
  readonly seq: number
  readonly at: Instant
  readonly measure: string | null
  readonly what: 'approved' | 'refused' | 'extended'
  readonly rank: string | null
  readonly by: string | null
  readonly document: string | null
  /** The whole length allowed, such as 24 hour. */
  readonly total: { readonly amount: number; readonly unit: string } | null
}

export interface FindingBrief {
  readonly id: string
  readonly rule: string
  readonly grade: Grade
  readonly title: Text
  readonly since: Instant
  readonly active: boolean
  /** The breached rule is one that ends the stay. */
  readonly ends: boolean
}

/** Someone in a room. Held persons carry their id, others the name on the badge. */
export interface OccupantView {
  readonly who: string
  readonly as: string
  readonly name: string | null
  readonly sex: 'male' | 'female' | null
  readonly since: Instant
}

export interface RecorderView {
  readonly state: Coverage
  readonly since: Instant | null
  /** Why it is off or unknown: a fault of the sensor, how the recording ended, or `no-sensor`. */
  readonly cause: string | null
}

/** One row of the board: a person's visit to police premises. */
export interface StayView {
  readonly id: string
  readonly seq: number
  readonly unit: string
  readonly person: MaskedPerson
  readonly measure: MeasureView | null
  readonly arrivedAt: Instant | null
  readonly departedAt: Instant | null
  /** The gate's time and the paper's; more than ten minutes apart is itself flagged. */
  readonly arrival: { readonly gateAt: Instant | null; readonly paperAt: Instant | null; readonly disagree: boolean }
  readonly stage: Stage
  readonly act: { readonly id: string; readonly kind: string; readonly since: Instant } | null
  /** The last that decided how long this may last. */
  readonly approval: ApprovalView | null
  /** Soonest first. */
  readonly deadlines: readonly DeadlineView[]
  readonly findings: readonly FindingBrief[]
  readonly room: { readonly id: string; readonly name: Text; readonly since: Instant } | null
  readonly with: readonly OccupantView[]
  /** Of the room; null while in none. */
  readonly recorder: RecorderView | null
  readonly restraints: readonly { readonly use: string; readonly kind: string; readonly since: Instant }[]
  readonly care: {
    /** Whether anybody tells us of meals and rest at all. */
    readonly told: Coverage
    readonly meals: number
    readonly lastMealAt: Instant | null
    readonly lastRestAt: Instant | null
    readonly restingSince: Instant | null
  }
}

export interface SensorView {
  readonly id: string
  readonly watches: readonly string[]
  readonly works: boolean
  readonly since: Instant | null
  readonly fault: string | null
}

export interface RoomView {
  readonly id: string
  readonly seq: number
  readonly unit: string
  readonly area: string | null
  readonly name: Text
  readonly kind: string
  /** Whether something that works tells who goes in and out. False: what is shown is only what was last known. */
  readonly observable: boolean
  readonly occupants: readonly OccupantView[]
  /** What a camera counted last. */
  readonly counted: { readonly people: number; readonly at: Instant } | null
  readonly recorder: RecorderView
  readonly sensors: readonly SensorView[]
  readonly findings: readonly FindingBrief[]
}

/** The case area at one instant; later `stay` and `room` messages with a greater `seq` are news to it. */
export interface CustodyBoard {
  readonly seq: number
  readonly at: Instant
  readonly stays: readonly StayView[]
  readonly rooms: readonly RoomView[]
}

/** A stretch of a coverage line. `to` is null while it lasts. */
export interface CoverageSpan {
  readonly room: string
  readonly from: Instant
  readonly to: Instant | null
  readonly state: Coverage
  readonly cause: string | null
}

export interface RoomSpan {
  readonly room: string
  readonly name: Text
  readonly from: Instant
  readonly to: Instant | null
}
export interface PresentSpan extends RoomSpan {
  readonly who: string
  readonly as: string
  readonly occupant: string | null
}
export interface ActView {
  readonly id: string
  readonly kind: string
  readonly room: string | null
  readonly officers: readonly string[]
  readonly startedAt: Instant
  readonly endedAt: Instant | null
}

/** One entry of the journal on a person's line, in words that hold no free text. */
export interface LineView {
  readonly seq: number
  readonly at: Instant
  readonly recordedAt: Instant
  readonly kind: string
  readonly stay: string | null
  readonly measure: string | null
  readonly detail: Readonly<Record<string, string | number | boolean>>
}

/** Everything of one stay, on the one line of its person over all stays and measures. */
export interface StayDetail {
  readonly at: Instant
  readonly stay: StayView
  readonly stays: readonly {
    readonly id: string
    readonly unit: string
    readonly arrivedAt: Instant | null
    readonly departedAt: Instant | null
  }[]
  readonly measures: readonly MeasureView[]
  readonly approvals: readonly ApprovalView[]
  readonly acts: readonly ActView[]
  readonly rooms: readonly RoomSpan[]
  readonly present: readonly PresentSpan[]
  readonly recording: readonly CoverageSpan[]
  readonly sensing: readonly CoverageSpan[]
  readonly restraints: readonly {
    readonly use: string
    readonly kind: string
    readonly from: Instant
    readonly to: Instant | null
  }[]
  readonly line: readonly LineView[]
}

/** Gate and paper may differ by so much before it is flagged (rule case-area.arrival-times-disagree). */
export const ARRIVALS_APART_MS = 10 * 60_000
