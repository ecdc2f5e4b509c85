import type { Finding, Grade } from '../domain/finding.ts'
import type { LngLat, Polygon } from '../domain/geo.ts'
import type { Text } from '../domain/text.ts'
import type { Instant } from '../domain/time.ts'
import type { Permission, Role } from './roles.ts'

export type { Finding, Grade, Instant, LngLat, Polygon, Text }

/** Who sits at the console. */
export interface UserView {
  readonly name: string
  readonly displayName: string
  readonly role: Role
  readonly unit: string | null
  /** Their number in the register, as far as the account says who they are. */
  readonly officer: string | null
  readonly permissions: readonly Permission[]
}

/**
 * live: heard within the freshness bound · last-known: older, shown with its age · silent: on duty and
 * not heard · off-duty: no shift now.
 */
export type CarrierState = 'live' | 'last-known' | 'silent' | 'off-duty'

/** A patrol car or an officer on the map. Every instant with the clock it belongs to. */
export interface CarrierView {
  readonly id: string // vehicle/<id> or officer/<id>
  readonly kind: 'vehicle' | 'officer'
  readonly name: string
  /** A car's name in English; left out for officers, and where it has none of its own. */
  readonly nameEn?: string
  readonly plate: string | null
  readonly unit: string
  readonly state: CarrierState
  readonly device: string | null
  readonly online: boolean
  readonly position: LngLat | null
  readonly accuracyM: number | null
  readonly speedKmh: number | null
  readonly headingDeg: number | null
  readonly mocked: boolean
  /** The device's clock. */
  readonly observedAt: Instant | null
  /** Ours. */
  readonly recordedAt: Instant | null
  readonly shift: {
    readonly id: string
    readonly beat: string | null
    readonly startsAt: Instant
    readonly endsAt: Instant
  } | null
  readonly order: { readonly id: string; readonly urgent: boolean } | null
}

/** One carrier's movement in a 5 Hz batch: a tuple, because frames × clients is the cost. */
export type PositionDelta = readonly [
  carrier: string,
  longitude: number | null,
  latitude: number | null,
  speedKmh: number | null,
  headingDeg: number | null,
  accuracyM: number | null,
  observedAt: Instant,
  state: CarrierState,
]

/** Seen and active are two axes: acknowledge is not verify, verify is not close. */
export interface FindingView {
  readonly finding: Finding
  readonly title: Text
  readonly active: boolean
  readonly endedAt: Instant | null
  readonly acknowledged: { readonly by: string; readonly at: Instant } | null
  /** `at` is the holder's last step on it: a claim is stale `CLAIM_GRACE_MS` later (contract/actions.ts). */
  readonly claimed: { readonly by: string; readonly at: Instant } | null
  readonly shelved: {
    readonly by: string
    readonly until: Instant
    readonly reason: string
    readonly secondedBy?: string | null
  } | null
  readonly verified: {
    readonly by: string
    readonly at: Instant
    readonly outcome: Outcome
    readonly reason: string
  } | null
  /** Grade A: proposed by one, confirmed by another. */
  readonly dismissal: {
    readonly proposedBy: string
    readonly at: Instant
    readonly outcome: Outcome
    readonly reason: string
    /** Set once it took effect: by the same person for B and C, by a second one for A. */
    readonly confirmed?: { readonly by: string; readonly at: Instant } | null
  } | null
  /** Grade A: shelving proposed by one, waiting for another. */
  readonly shelvingProposed?: {
    readonly by: string
    readonly at: Instant
    readonly until: Instant
    readonly reason: string
  } | null
  /** Ten or more of one rule and unit within ten minutes share this key, so that a queue can fold them. */
  readonly storm?: string | null
  readonly closed: { readonly by: string; readonly at: Instant; readonly reason: string } | null
  readonly status: FindingStatus
  /** `seq` of the last entry that changed this view. */
  readonly seq: number
}
export type Outcome = 'substantiated' | 'lawful-exception' | 'cleared-by-evidence' | 'sensor-fault' | 'rule-fault'
export type FindingStatus =
  | 'new'
  | 'acknowledged'
  | 'shelved'
  | 'dismissal-proposed'
  | 'verified'
  | 'dismissed'
  | 'closed'

/** One step in a finding's history. */
export interface StepView {
  readonly seq: number
  readonly at: Instant
  readonly by: string
  readonly what: string
  readonly detail: Readonly<Record<string, unknown>>
}

/** The card: what duty · which article · since when · what evidence · what next. */
export interface FindingDetail {
  readonly view: FindingView
  readonly rule: RuleView
  readonly evidence: readonly EvidenceView[]
  readonly history: readonly StepView[]
  /** What this user may do now, in the order the card offers it. */
  readonly next: readonly FindingAction[]
}
export type FindingAction =
  | 'acknowledge'
  | 'claim'
  | 'release'
  | 'shelve'
  | 'confirm-shelving'
  | 'refuse-shelving'
  | 'unshelve'
  | 'note'
  | 'verify'
  | 'dismiss'
  | 'confirm-dismissal'
  | 'refuse-dismissal'
  | 'close'

export interface EvidenceView {
  readonly seq: number
  readonly kind: string
  readonly observedAt: Instant
  readonly recordedAt: Instant
  readonly source: string
  readonly data: Readonly<Record<string, unknown>>
  /** The frame as it came, lower-case hex; null when there was none. */
  readonly rawHex: string | null
  readonly hash: string
}

export interface RuleView {
  readonly id: string
  readonly title: Text
  readonly grade: Grade
  readonly citations: readonly {
    readonly law: string
    readonly article: string
    readonly text: string
    readonly from: string
    readonly until: string | null
    readonly checked: 'verified' | 'secondary'
  }[]
  readonly limits: Text
  readonly params: readonly { readonly from: string; readonly value: Readonly<Record<string, unknown>> }[]
  readonly localSettings: readonly { readonly param: string; readonly title: Text; readonly unit: string }[]
  readonly shipsOff: Text | null
  /** False after the rule threw; it is then skipped and shown so. */
  readonly healthy: boolean
}

export interface UnitView {
  readonly id: string
  readonly name: Text
  readonly kind: string
  readonly parent: string | null
  readonly place: LngLat | null
}

export interface ZoneView {
  readonly id: string
  readonly kind: string
  readonly name: Text
  readonly unit: string | null
  readonly polygon: Polygon
  readonly routePoints: readonly { readonly id: string; readonly place: LngLat; readonly name: string }[]
  readonly limitKmh: number | null
  readonly validFrom: Instant
  readonly validUntil: Instant | null
  readonly by: string
  readonly reason: string
}

export interface DeviceView {
  readonly id: string
  readonly protocol: string
  readonly carrier: string | null
  readonly owner: string | null
  /**
   * unknown: never approved · approved · blocked; of a source of the intake, whom its configuration lets in and nobody
   * approves: source · unlisted, it asked and is on no list
   */
  readonly trust: 'unknown' | 'approved' | 'blocked' | 'source' | 'unlisted'
  readonly online: boolean
  readonly lastHeardAt: Instant | null
  readonly lastFrameHex: string | null
  readonly plate: string | null
  readonly faults: number
  readonly lastFault: { readonly at: Instant; readonly fault: string; readonly detail: string } | null
}

/** A radio of a carrier. */
export interface RadioView {
  readonly radio: string
  /** Null: nothing was ever said of it. */
  readonly registered: boolean | null
  /** The site that carried it last; null when its system does not say. */
  readonly site: { readonly zh: string; readonly en: string } | null
  readonly lastHeardAt: Instant | null
  /** Whether it could be heard at all. */
  readonly channel: 'up' | 'down' | 'unknown'
}

/** A trunking gateway or one site of it. */
export interface TrunkView {
  readonly gateway: string
  readonly name: { readonly zh: string; readonly en: string }
  /** Null for the whole gateway. */
  readonly site: { readonly zh: string; readonly en: string } | null
  readonly channel: 'up' | 'down' | 'unknown'
  readonly since: Instant | null
}

/** An account as its administrator sees it: never a password, never a secret. */
export interface AccountView {
  readonly name: string
  readonly displayName: string
  readonly person: string
  readonly role: Role
  readonly unit: string | null
  readonly officer: string | null
  readonly secondFactor: boolean
  readonly createdAt: Instant
  readonly disabledAt: Instant | null
  /** When its newest session was opened; sessions are remembered for some days only. */
  readonly lastLoginAt: Instant | null
}

export interface AuditView {
  readonly seq: number
  readonly at: Instant
  readonly by: string | null
  readonly kind: string
  readonly data: Readonly<Record<string, unknown>>
}

/** A fix of a track. `delivery` says whether it was known at the time. */
export interface TrackPoint {
  readonly seq: number
  readonly observedAt: Instant
  readonly recordedAt: Instant
  readonly position: LngLat | null
  readonly speedKmh: number | null
  readonly headingDeg: number | null
  readonly accuracyM: number | null
  readonly delivery: 'live' | 'backfill'
}

/** What the top strip shows. */
export interface StatusView {
  readonly now: Instant
  readonly store: { readonly kind: 'postgresql' | 'embedded'; readonly version: string }
  readonly newestDataAt: Instant | null
  readonly unacknowledged: Readonly<Record<Grade, number>>
  readonly unobservable: number
  readonly onDuty: readonly string[]
  /** Nothing could be recorded from `from` to `to`, and what fell due is not judged before `settledAt`; null afterwards. */
  readonly outage: { readonly from: Instant; readonly to: Instant; readonly settledAt: Instant } | null
  /** When the next roll-call is due, and how many are under way; `next` is null when none is scheduled. */
  readonly rollCall: {
    readonly next: { readonly from: Instant; readonly to: Instant } | null
    readonly running: number
  }
  /** Set when the clock does not run at the world's pace: the screen must say so. */
  readonly demo: { readonly clockSpeed: number } | null
}

/** Everything a console needs to start or to start again; applied whole even when it looks equal (invariant I8). */
export interface Snapshot {
  readonly seq: number
  readonly at: Instant
  readonly carriers: readonly CarrierView[]
  readonly findings: readonly FindingView[]
  readonly units: readonly UnitView[]
  readonly zones: readonly ZoneView[]
  readonly status: StatusView
}

/** What may be said before anybody has logged in: to the login page, and where the bureau's own map tiles are. */
export interface WelcomeView {
  readonly version: string
  /** Only in a demonstration: the accounts anyone may try. Null everywhere else. */
  readonly demo:
    | readonly { readonly name: string; readonly password: string; readonly title: Text; readonly role: Role }[]
    | null
  readonly tiles: TilesView | null
}

/** Map tiles served by the bureau. `crs` is their declared datum; a shifted one is corrected at display only (I7). */
export interface TilesView {
  readonly url: string // with {z}, {x} and {y}
  readonly crs: 'wgs84' | 'cgcs2000' | 'gcj02'
  readonly attribution: string
  readonly minZoom: number
  readonly maxZoom: number
}
