import type { DutyRole } from '../domain/observation/post-duty.ts'
import type { FindingBrief } from './custody.ts'
import type { Page } from './http.ts'
import type { Instant, LngLat, Text } from './views.ts'

export { dutyRoles } from '../domain/observation/post-duty.ts'
export type { DutyRole }

/** What can tell whether somebody is on duty, in the order in which the board shows it. */
export const presenceSources = ['sign', 'door', 'position', 'roll-call', 'window', 'post', 'body-camera'] as const
export type PresenceSource = (typeof presenceSources)[number]

/** silent: it worked and says nothing of them · unobservable: it did not work, or nobody ever declared one. */
export type PresenceWord = 'present' | 'absent' | 'silent' | 'unobservable'

export interface PresenceEvidence {
  readonly source: PresenceSource
  readonly says: PresenceWord
  /** When it was seen or said, by the source's clock; null where nothing was. */
  readonly at: Instant | null
  /** Position: metres to the unit's place, or to the edge of the error circle if that is nearer. */
  readonly metres: number | null
  /** A room, a window, a device or a carrier; null where the source has none to name. */
  readonly where: string | null
}

/**
 * away: lawfully elsewhere — on an order, with a reported absence or on leave · contradicted: one source saw them
 * and another says they are not there · unknown: nobody can tell.
 */
export const watchStates = ['present', 'absent', 'contradicted', 'away', 'unknown', 'ahead', 'over'] as const
export type WatchState = (typeof watchStates)[number]

export interface PersonView {
  readonly id: string
  /** The id where nobody registered them. */
  readonly name: string
}

export interface AlcoholView {
  readonly at: Instant
  readonly result: 'valid' | 'declined' | 'invalid'
  readonly mgPer100ml: number | null
}

export interface CameraDutyView {
  readonly device: string
  readonly issuedAt: Instant
  readonly returnedAt: Instant | null
  /** Since when it records; null: it does not. */
  readonly recordingSince: Instant | null
  /** End of the newest footage that reached an archive during the watch. */
  readonly uploadedAt: Instant | null
}

/** One person's part of a duty, with everything that tells whether they are there. */
export interface WatchView {
  readonly duty: string
  readonly role: DutyRole
  readonly person: PersonView
  readonly post: { readonly id: string; readonly name: Text } | null
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** Swapped: the person who was to be on duty first. */
  readonly insteadOf: PersonView | null
  readonly backup: PersonView | null
  readonly state: WatchState
  readonly evidence: readonly PresenceEvidence[]
  /** Why away: an order's id, the words of a reported absence, the kind of leave. */
  readonly away:
    | { readonly is: 'order'; readonly order: string }
    | { readonly is: 'absence'; readonly reason: string; readonly substitute: PersonView | null }
    | { readonly is: 'leave'; readonly kind: string }
    | null
  readonly alcohol: AlcoholView | null
  readonly camera: CameraDutyView | null
}

/** A shift of a car or of an officer on foot. */
export interface PatrolView {
  readonly shift: string
  readonly carrier: string
  readonly name: Text
  readonly plate: string | null
  readonly beat: { readonly id: string; readonly name: Text } | null
  readonly crew: readonly PersonView[]
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly state: WatchState
  readonly evidence: readonly PresenceEvidence[]
  readonly order: string | null
  readonly alcohol: readonly (AlcoholView & { readonly person: PersonView })[]
}

/** What stands at the end of a watch that another follows at the same post. */
export interface HandoverView {
  readonly duty: string
  readonly post: { readonly id: string; readonly name: Text }
  readonly from: PersonView
  readonly to: readonly PersonView[]
  readonly dueAt: Instant
  /** Last lawful moment of the record, by the bureau's setting. */
  readonly until: Instant
  /** one-sided: written, and only one side signed. */
  readonly state: 'ahead' | 'due' | 'signed' | 'one-sided' | 'overdue'
  readonly signedAt: Instant | null
  readonly openItems: number | null
  readonly personsHeld: number | null
}

export interface LeaveView {
  readonly person: PersonView
  readonly kind: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  /** On the roster although on leave. */
  readonly onDuty: boolean
}

export interface ConferenceView {
  readonly conference: string
  readonly title: string
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly attendance: readonly {
    readonly person: PersonView
    readonly joinedAt: Instant | null
    readonly leftAt: Instant | null
  }[]
}

export interface UnitShift {
  readonly unit: string
  readonly name: Text
  readonly watches: readonly WatchView[]
  readonly patrols: readonly PatrolView[]
  readonly handovers: readonly HandoverView[]
  readonly leave: readonly LeaveView[]
  readonly conferences: readonly ConferenceView[]
  readonly findings: readonly FindingBrief[]
}

/** A day's roster as it stood at a moment, and what was seen of it by then. */
export interface ShiftBoard {
  readonly seq: number
  /** The moment that everything is true for; the end of the day when the day is over. */
  readonly at: Instant
  readonly from: Instant
  readonly to: Instant
  readonly units: readonly UnitShift[]
}

/**
 * met · short: less in the beat than the bureau asks · unobservable: too little was seen to judge · excused: orders
 * and tasks left too little time to patrol · under-way: the shift goes on, or late reports may still come.
 */
export const beatVerdicts = ['met', 'short', 'unobservable', 'excused', 'under-way', 'ahead'] as const
export type BeatVerdict = (typeof beatVerdicts)[number]

/** A shift with a beat: what was asked and what was seen. Minutes are whole slots of five, as the rule counts. */
export interface BeatRow {
  readonly shift: string
  readonly carrier: string
  readonly name: Text
  readonly plate: string | null
  readonly unit: string
  readonly beat: { readonly id: string; readonly name: Text }
  readonly crew: readonly PersonView[]
  readonly startsAt: Instant
  readonly endsAt: Instant
  readonly verdict: BeatVerdict
  /** Of the shift so far, orders and tasks taken off: what the shares are of. */
  readonly dutyMinutes: number
  readonly excusedMinutes: number
  /** Of `dutyMinutes`, with a position that can be relied on. */
  readonly observedMinutes: number
  readonly unobservableMinutes: number
  readonly inBeatMinutes: number
  /** Of the observed time; null when nothing was observed. */
  readonly sharePercent: number | null
  readonly requiredPercent: number
  readonly requiredObservedPercent: number
  readonly findings: readonly FindingBrief[]
}

export interface BeatPage extends Page<BeatRow> {
  readonly at: Instant
  readonly from: Instant
  readonly to: Instant
}

/** Where cars were: the south-west corner of each cell and the minutes in which a car was seen in it. */
export interface BeatHeat {
  readonly from: Instant
  readonly to: Instant
  readonly stepLng: number
  readonly stepLat: number
  readonly cells: readonly (readonly [lng: number, lat: number, minutes: number])[]
  /** Carriers whose positions were counted. */
  readonly carriers: number
  readonly truncated: boolean
}

export type StopReason =
  | { readonly is: 'order'; readonly id: string }
  | { readonly is: 'task'; readonly purpose: string }
  | { readonly is: 'service' }
  | { readonly is: 'finding'; readonly finding: FindingBrief }
  | { readonly is: 'none' }

export interface StopRow {
  readonly id: string
  readonly carrier: string
  readonly name: Text
  readonly plate: string | null
  readonly unit: string
  readonly shift: string
  readonly from: Instant
  /** The last report from there. */
  readonly to: Instant
  readonly place: LngLat
  readonly zone: Text | null
  readonly inBeat: boolean | null
  readonly reasons: readonly StopReason[]
}

export interface StopPage extends Page<StopRow> {
  readonly from: Instant
  readonly to: Instant
  /** From how long on a stop nothing excuses is a finding. */
  readonly limitMinutes: number
  /** More shifts than are looked at in one go; narrow to a unit. */
  readonly truncated: boolean
}

export interface DutyReplies {
  /** `?day=YYYY-MM-DD&at=ms`: that day's roster, as known at `at` or at the end of the day. */
  'GET /api/shifts': ShiftBoard
  /** `?day&unit&verdict&page&pageSize` */
  'GET /api/beats': BeatPage
  /** `?day&unit&carrier` */
  'GET /api/beats/heat': BeatHeat
  /** `?day&unit&carrier&minutes&page&pageSize`: longest first. */
  'GET /api/beats/stops': StopPage
}
