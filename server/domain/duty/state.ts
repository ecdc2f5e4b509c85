import type { DataOf } from '../observation/index.ts'
import type { Instant } from '../time.ts'
import type { PostRecord } from './posts.ts'

/** A statement of a business system, and which entry made it when. */
export interface Said<T> {
  readonly data: T
  readonly at: Instant
  readonly seq: number
}

/** Everything said of one duty, in whatever order it was heard. */
export interface DutyRecord {
  readonly unit: string
  /** Null while only a swap or a cancellation was heard. */
  readonly assigned: Said<DataOf<'duty.assigned'>> | null
  readonly cancelledAt: Instant | null
  /** By the moment from which each holds. */
  readonly swaps: readonly Said<DataOf<'duty.swapped'>>[]
  readonly heardAt: Instant
}

/** Someone signed in or out. */
export interface SignMark {
  readonly at: Instant
  readonly on: boolean
  readonly seq: number
  readonly duty: string | null
  readonly unit: string
  readonly post: string | null
}

/** A post left with a report, until `endedAt`. */
export interface Absence extends Said<DataOf<'post.absence-reported'>> {
  readonly endedAt: Instant | null
}

export type Leave = DataOf<'leave.approved'> & { readonly seq: number; readonly withdrawnAt: Instant | null }

/** What of duty the journal has told so far, as plain data. Rows are replaced, never changed. */
export interface DutyState {
  duties: Record<string, DutyRecord>
  dutiesByUnit: Record<string, readonly string[]>
  dutiesByOfficer: Record<string, readonly string[]>
  signs: Record<string, readonly SignMark[]>
  absences: Record<string, readonly Absence[]>
  leaves: Record<string, readonly Leave[]>
  appointments: Record<string, readonly Said<DataOf<'leader.appointed'>>[]>
  windows: Record<string, readonly Said<DataOf<'window.hours-posted'>>[]>
  /** Rooms and windows somebody must be at, and what was seen of them. */
  posts: Record<string, PostRecord>
  dressExemptions: Record<string, readonly Said<DataOf<'dress.exempted'>>[]>
  cameraExemptions: Record<string, readonly Said<DataOf<'body-camera.exempted'>>[]>
  /** Who had which body camera, by officer. */
  cameras: Record<string, readonly CameraSpan[]>
  /** What an officer's body camera recorded, and the interruptions they explained. */
  footage: Record<string, readonly FootageSpan[]>
  /** First arrival of a carrier under an order; the key is `order#carrier`. */
  arrivals: Record<string, { readonly at: Instant; readonly seq: number }>
  /** Lights and siren of vehicles, oldest first. */
  lights: Record<string, readonly Said<DataOf<'vehicle.lights-changed'>>[]>
  /** Pursuits by carrier. */
  pursuits: Record<string, readonly { readonly pursuit: string; readonly from: Instant; readonly to: Instant | null }[]>
  drivers: Record<string, Said<DataOf<'driver.registered'>>>
  /** Who drove a vehicle, oldest first: until somebody else did, or they left. */
  drivings: Record<string, readonly Driving[]>
  trips: Record<string, readonly Said<DataOf<'vehicle.trip-approved'>>[]>
  /** The newest notice of each conference, and who stands in for somebody. */
  conferences: Record<string, Said<DataOf<'conference.scheduled'>> & { readonly substitutes: readonly string[] }>
}

/** One officer at the wheel of a vehicle. */
export interface Driving {
  readonly vehicle: string
  readonly officer: string
  readonly from: Instant
  readonly to: Instant | null
}

/** A body camera in an officer's hands. */
export interface CameraSpan {
  readonly device: string
  readonly from: Instant
  readonly to: Instant | null
  readonly seqs: readonly number[]
}

export const noDuty = (): DutyState => ({
  duties: {},
  dutiesByUnit: {},
  dutiesByOfficer: {},
  signs: {},
  absences: {},
  leaves: {},
  appointments: {},
  windows: {},
  posts: {},
  dressExemptions: {},
  cameraExemptions: {},
  cameras: {},
  footage: {},
  arrivals: {},
  lights: {},
  pursuits: {},
  drivers: {},
  drivings: {},
  trips: {},
  conferences: {},
})

/** One run of recording by a body camera, or — without a recording — an interruption that was explained. */
export interface FootageSpan {
  readonly recording: string | null
  readonly from: Instant
  readonly to: Instant | null
  /** The camera stopped it by a fault of its own. */
  readonly broken: boolean
  readonly seqs: readonly number[]
}
