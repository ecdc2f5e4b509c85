import type { FeatureCollection } from 'geojson'
import { z } from 'zod'
import { outcomes } from '../domain/observation/supervision.ts'
import type { BandRate, CaseDetail, CaseRow, DecisionRow, ItemDetail, ItemRow } from './casework.ts'
import type { Matrix } from './claims.ts'
import type { CustodyBoard, StayDetail } from './custody.ts'
import type { DispatchRate, IncidentBoard, IncidentView } from './dispatch.ts'
import type { DutyReplies } from './duty.ts'
import { type ExportReplies, exportBodies } from './exports.ts'
import type { ImportReplies } from './imports.ts'
import { type PhoneReplies, phoneBodies } from './phone.ts'
import { type RecordingReplies, recordingBodies } from './recordings.ts'
import { type ReviewReplies, reviewBodies } from './reviews.ts'
import { roles } from './roles.ts'
import type {
  CadenceView,
  CycleDetail,
  CycleSummary,
  MyDutyView,
  RateView,
  RollCallBoard,
  RowRecord,
} from './roll-call.ts'
import { rollCallBodies } from './roll-call-requests.ts'
import {
  BACKTEST_MAX_DAYS,
  type BacktestState,
  type ProposalView,
  type RuleDetail,
  type RuleState,
} from './rulebook.ts'
import type { TicketClusters, TicketDetail, TicketRow, UnmaskedTicket } from './tickets.ts'
import { type VideoReplies, videoBodies } from './video.ts'
import { type VideoPatrolReplies, videoPatrolBodies } from './video-patrol.ts'
import type {
  AccountView,
  AuditView,
  CarrierView,
  DeviceView,
  EvidenceView,
  FindingDetail,
  FindingView,
  RadioView,
  RuleView,
  Snapshot,
  Text,
  TrackPoint,
  TrunkView,
  UnitView,
  UserView,
  WelcomeView,
  ZoneView,
} from './views.ts'

/** Every refusal says what was wrong and what would be right, in both languages. */
export interface Refusal {
  readonly error: string
  readonly message: Text
  readonly detail?: unknown
}

/** Shorter ones are guessed; longer than this is not a password. */
export const PASSWORD_LENGTH = { min: 12, max: 256 } as const
const newPassword = z.string().min(PASSWORD_LENGTH.min).max(PASSWORD_LENGTH.max)
const reason = z.string().trim().min(1).max(4000)
const lngLat = z.tuple([z.number().min(-180).max(180), z.number().min(-90).max(90)])

/** The bodies that consoles send. Routes: docs/api.md. */
export const bodies = {
  login: z.object({
    name: z.string().min(1).max(64),
    password: z.string().min(1).max(256),
    /** The six digits of the second factor; asked for with error `second-factor-required`. */
    code: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  }),
  acknowledge: z.object({}),
  claim: z.object({}),
  release: z.object({}),
  shelve: z.object({ minutes: z.number().int().min(1).max(1440), reason }),
  'confirm-shelving': z.object({}),
  'refuse-shelving': z.object({ reason }),
  unshelve: z.object({}),
  note: z.object({ note: reason }),
  verify: z.object({ outcome: z.enum(outcomes), reason }),
  dismiss: z.object({ outcome: z.enum(outcomes).exclude(['substantiated']), reason }),
  'confirm-dismissal': z.object({}),
  'refuse-dismissal': z.object({ reason }),
  close: z.object({ reason }),
  zone: z.object({
    kind: z.enum(['beat', 'garage', 'fuel', 'speed-limit', 'leisure', 'other']),
    name: z.object({ zh: z.string().min(1), en: z.string().min(1) }),
    unit: z.string().nullable(),
    polygon: z.array(z.array(lngLat).min(4)).min(1),
    routePoints: z.array(z.object({ id: z.string(), place: lngLat, name: z.string() })),
    limitKmh: z.number().positive().nullable(),
    reason,
  }),
  withdrawZone: z.object({ reason }),
  approveDevice: z.object({ carrier: z.string().nullable(), owner: z.string().min(1) }),
  blockDevice: z.object({ reason }),
  locate: z.object({}),
  /** Why the name must be known; it goes into the journal. */
  unmask: z.object({ purpose: z.string().trim().min(4).max(200) }),
  createAccount: z.object({
    name: z.string().regex(/^[A-Za-z0-9._-]{1,64}$/),
    displayName: z.string().trim().min(1).max(64),
    role: z.enum(roles),
    /** Required for unit leaders and officers. */
    unit: z.string().min(1).nullable(),
    /** Who it is, such as a police number: one person may not hold two of the three administrators' roles. */
    person: z.string().trim().min(1).max(64),
    /** Their number in the register; required for officers, whose page shows the duty of that officer only. */
    officer: z.string().min(1).max(128).nullable().default(null),
    password: newPassword,
  }),
  disableAccount: z.object({ reason }),
  setPassword: z.object({ password: newPassword }),
  setSecondFactor: z.object({ on: z.boolean() }),
  /** `validFrom: null` is the moment the second person agrees; `value: null` the rule's default. */
  proposeSetting: z.object({
    param: z.string().min(1).max(64),
    value: z.number().nonnegative().finite().nullable(),
    validFrom: z.number().int().nonnegative().nullable(),
    reason,
  }),
  proposeSwitch: z.object({ on: z.boolean(), validFrom: z.number().int().nonnegative().nullable(), reason }),
  confirmProposal: z.object({}),
  refuseProposal: z.object({ reason }),
  /** `rules`: as `replay --rule-params` takes it. */
  backtest: z.object({
    rules: z.record(z.string().max(128), z.unknown()),
    days: z.number().int().min(1).max(BACKTEST_MAX_DAYS),
  }),
  cancelBacktest: z.object({}),
  ...recordingBodies,
  ...reviewBodies,
  ...exportBodies,
  ...rollCallBodies,
  ...videoBodies,
  ...videoPatrolBodies,
  ...phoneBodies,
} as const
export type Body<K extends keyof typeof bodies> = z.infer<(typeof bodies)[K]>

export interface Page<T> {
  readonly items: readonly T[]
  readonly total: number
  readonly page: number
  readonly pageSize: number
}

/** What each route answers with. */
export interface Replies
  extends DutyReplies,
    ImportReplies,
    RecordingReplies,
    ReviewReplies,
    ExportReplies,
    PhoneReplies,
    VideoReplies,
    VideoPatrolReplies {
  /** The only route besides login that asks for no session. */
  'GET /api/welcome': WelcomeView
  'POST /api/session': { user: UserView }
  'GET /api/session': { user: UserView }
  'DELETE /api/session': Record<string, never>
  'GET /api/snapshot': Snapshot
  /** The base layer of our own: boundary, townships, roads, stations as GeoJSON. */
  'GET /api/county': FeatureCollection
  /** `?at=ms`: the picture as it was. */
  'GET /api/replay': Snapshot
  /** `?status&grade&unit&rule&active&page&pageSize&sort` */
  'GET /api/findings': Page<FindingView>
  'GET /api/findings/:id': FindingDetail
  /** One route for every `FindingAction`. */
  'POST /api/findings/:id/:action': FindingDetail
  /** `last`: newest entries of its devices, newest first. */
  'GET /api/carriers/:id': {
    carrier: CarrierView
    last: readonly EvidenceView[]
    radios: readonly RadioView[]
  }
  /** `?from&to` in ms; gaps are gaps: nothing is interpolated. */
  'GET /api/carriers/:id/track': { points: readonly TrackPoint[]; truncated: boolean }
  /** Asks the device where it is; answers when the device did, or with `answered: false` after 10 s. */
  'POST /api/carriers/:id/locate': { answered: boolean; point: TrackPoint | null }
  'GET /api/zones': { zones: readonly ZoneView[] }
  'PUT /api/zones/:id': { zone: ZoneView }
  'DELETE /api/zones/:id': Record<string, never>
  'GET /api/zones/:id/history': { versions: readonly ZoneView[] }
  'GET /api/cases': Page<CaseRow>
  'GET /api/cases/:id': CaseDetail
  /** As the lists, up to twenty thousand rows; journalled as an export. */
  'GET /api/cases/export': { rows: readonly CaseRow[]; truncated: boolean }
  'GET /api/property/export': { rows: readonly ItemRow[]; truncated: boolean }
  'GET /api/property': Page<ItemRow>
  'GET /api/property/:id': ItemDetail
  /** `?unit&lies&text&page&pageSize`: each beside its band, newest first. */
  'GET /api/decisions': Page<DecisionRow>
  /** `?from&to`: a statistic, never a finding. */
  'GET /api/discretion/rates': { rates: readonly BandRate[] }
  /** Plates and drivers masked. `?unit&officer&status&finding&from&to&text&sort&page&pageSize` */
  'GET /api/tickets': Page<TicketRow>
  /** The same query without pages: at most 20,000 rows, masked. */
  'GET /api/ticket-export': { rows: readonly TicketRow[]; truncated: boolean }
  /** `?from&to`: what changes that need a ground have in common. Statistics, never findings. */
  'GET /api/ticket-clusters': TicketClusters
  /** `:id` is `system/ticket`, encoded whole. */
  'GET /api/tickets/:id': TicketDetail
  /** Journalled with its purpose before plate and driver leave. */
  'POST /api/tickets/:id/unmask': UnmaskedTicket
  /** Persons masked. `?at=ms`: as it was. */
  /** Calls of 110 that run or were over not long ago. */
  'GET /api/dispatch': IncidentBoard
  /** `?from&to`: by unit, area and urgency; test calls counted and left out of all else. */
  'GET /api/dispatch/rates': { rates: readonly DispatchRate[] }
  /** `?from&to&unit&findings&text&page&pageSize`, newest first */
  'GET /api/incidents': Page<IncidentView>
  'GET /api/incidents/:id': IncidentView
  'GET /api/custody': CustodyBoard
  /** Masked as well. `?at=ms`: as it was. */
  'GET /api/stays/:id': StayDetail
  /** Journalled with its purpose before the name leaves. */
  'POST /api/stays/:id/unmask': { person: string; name: string | null }
  /** Open roll-calls and those over for at most two hours. `?at=ms`: as it was. */
  'GET /api/roll-call': RollCallBoard
  'POST /api/roll-calls': { cycle: string }
  /** `?from&to&unit&page&pageSize` */
  'GET /api/roll-calls': Page<CycleSummary>
  'GET /api/roll-calls/:id': CycleDetail
  'POST /api/roll-calls/:id/retry': Record<string, never>
  'POST /api/roll-calls/:id/on-behalf': Record<string, never>
  'POST /api/roll-calls/:id/excuse': Record<string, never>
  'POST /api/roll-calls/:id/close': Record<string, never>
  /** `?from&to`: unit by unit, in the bureau's own order. */
  'GET /api/roll-call/rates': { rates: readonly RateView[] }
  /** `?from&to&unit`: every row of a while, newest first. */
  'GET /api/roll-call/export': { rows: readonly RowRecord[]; truncated: boolean }
  'GET /api/roll-call/cadence': CadenceView
  'POST /api/roll-call/cadence': CadenceView
  /** An officer's own. */
  'GET /api/duty': MyDutyView
  'POST /api/duty/answer': MyDutyView
  'GET /api/rules': { rules: readonly RuleView[]; states: readonly RuleState[] }
  'GET /api/rules/:id': RuleDetail
  'POST /api/rules/:id/settings': { proposal: ProposalView }
  'POST /api/rules/:id/switch': { proposal: ProposalView }
  'POST /api/proposals/:id/confirm': { proposal: ProposalView }
  'POST /api/proposals/:id/refuse': { proposal: ProposalView }
  'GET /api/backtest': BacktestState
  'POST /api/backtest': BacktestState
  'DELETE /api/backtest': BacktestState
  /** `?seqs=1,2,3`: the entries behind a sample of a back-test, newest last. */
  'GET /api/entries': { entries: readonly EvidenceView[] }
  /** What the record claims of an act, held against every other source. */
  'GET /api/claims/:id': Matrix
  'GET /api/devices': { devices: readonly DeviceView[]; trunks: readonly TrunkView[] }
  'POST /api/devices/:id/approve': { device: DeviceView }
  'POST /api/devices/:id/block': { device: DeviceView }
  /** The units an account may belong to come along: a security administrator sees no other picture of them. */
  'GET /api/accounts': { accounts: readonly AccountView[]; units: readonly Pick<UnitView, 'id' | 'name'>[] }
  'POST /api/accounts': { account: AccountView }
  'POST /api/accounts/:id/disable': { account: AccountView }
  'POST /api/accounts/:id/password': { account: AccountView }
  /** The secret is told once, when it is made; `uri` is what an authenticator app reads. */
  'POST /api/accounts/:id/second-factor': {
    account: AccountView
    enrolment: { readonly secret: string; readonly uri: string } | null
  }
  /** `?by&kind&from&to&page&pageSize` */
  'GET /api/audit': Page<AuditView>
}
