import { AHEAD_MS } from '../domain/entry.ts'
import type { LngLat } from '../domain/geo.ts'
import type { ObservationOf } from '../domain/observation/index.ts'
import type { Register } from '../domain/register.ts'
import { type Instant, minutes, seconds } from '../domain/time.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { Taken } from './define-rule.ts'

/** The kinds that change what a carrier may do or where: an order known late excuses what it covered. */
export const dutyKinds = [
  'shift.scheduled',
  'shift.cancelled',
  'task.approved',
  'task.withdrawn',
  'dispatch.ordered',
  'dispatch.closed',
] as const
export type DutyKind = (typeof dutyKinds)[number]

/** Reports that took longer than this to reach us are history: judged, but never as "now" (invariant I5). */
export const LATE_AFTER_MS = minutes(5)
/** A late finding is over when the backlog it came from has been quiet this long. */
export const BACKLOG_QUIET_MS = seconds(60)

const LATE = '/late'

/**
 * The cell a report belongs to: the carrier, or — for buffered and late reports — a cell beside it, so that
 * history is judged in its own order and nothing that is shown as "now" moves backwards.
 */
export const cellOf = (
  o: Taken<'position.reported' | DutyKind>,
  _register: Register,
  recordedAt: Instant,
): string | readonly string[] | undefined => {
  if (o.kind !== 'position.reported') return 'carriers' in o.data ? o.data.carriers : o.data.carrier
  const { carrier, delivery } = o.data
  if (carrier === null) return undefined
  return delivery === 'backfill' || recordedAt - o.observedAt > LATE_AFTER_MS ? carrier + LATE : carrier
}

/** As `cellOf`, for duties of vehicles only. */
export const vehicleCellOf = (
  o: Taken<'position.reported' | DutyKind | 'vehicle.trip-approved'>,
  register: Register,
  recordedAt: Instant,
): string | readonly string[] | undefined => {
  if (o.kind === 'vehicle.trip-approved') return `vehicle/${o.data.vehicle}`
  const cell = cellOf(o, register, recordedAt)
  if (typeof cell === 'string') return isVehicle(cell) ? cell : undefined
  return cell?.filter(isVehicle)
}

const LAST = LATE.charCodeAt(LATE.length - 1)
/** Asked six times a position: nearly every name is told apart by its last letter. */
export const isLate = (subject: string): boolean =>
  subject.charCodeAt(subject.length - 1) === LAST && subject.endsWith(LATE)
export const carrierOf = (subject: string): string => (isLate(subject) ? subject.slice(0, -LATE.length) : subject)
export const isVehicle = (subject: string): boolean => subject.startsWith('vehicle/')

/** A position that may be relied on. */
export interface Fix {
  readonly at: Instant
  readonly recordedAt: Instant
  readonly seq: number
  readonly place: LngLat
  /** Radius of the error circle in metres. */
  readonly accuracyM: number
  readonly speedKmh: number | null
}

/** `alive`: heard, without a position we could rely on; `mocked`: made up by an app, which proves nothing either way. */
export type Reading = Fix | 'alive' | 'mocked'

/** The last report read, and what it said: a dozen rules read the same one after the other. */
let lastRead: ObservationOf<'position.reported'> | undefined
let lastSeq = 0
let lastAssumedM = 0
let lastReading: Reading = 'alive'

/** Reads a report. `assumedAccuracyM` stands in where the device does not say how good its position is. */
export const readFix = (
  observation: ObservationOf<'position.reported'>,
  { seq, recordedAt }: { readonly seq: number; readonly recordedAt: Instant },
  assumedAccuracyM: number,
): Reading => {
  if (observation === lastRead && seq === lastSeq && assumedAccuracyM === lastAssumedM) return lastReading
  lastRead = observation
  lastSeq = seq
  lastAssumedM = assumedAccuracyM
  lastReading = read(observation, seq, recordedAt, assumedAccuracyM)
  return lastReading
}

const read = (
  observation: ObservationOf<'position.reported'>,
  seq: number,
  recordedAt: Instant,
  assumedAccuracyM: number,
): Reading => {
  const { position, accuracyM, speedKmh, mocked } = observation.data
  if (mocked === true) return 'mocked'
  if (position === null || observation.observedAt > recordedAt + AHEAD_MS) return 'alive'
  return {
    at: observation.observedAt,
    recordedAt,
    seq,
    place: position,
    accuracyM: accuracyM ?? assumedAccuracyM,
    speedKmh,
  }
}

export const isFix = (reading: Reading): reading is Fix => typeof reading === 'object'

/** Says of history that it is history: the finding tells it was late, and ends when its backlog falls quiet. */
export const asLate = (verdict: Verdict, heardAt: Instant, now: Instant): Verdict => {
  const quietAt = heardAt + BACKLOG_QUIET_MS
  if (now >= quietAt) return { is: 'clear', forgetAt: now + 1 }
  if (verdict.is === 'breach') return { ...verdict, facts: { ...verdict.facts, late: true }, reviewAt: quietAt }
  return { is: 'unknown', missing: 'live reports', reviewAt: quietAt }
}
