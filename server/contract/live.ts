import type { RoomView, StayView } from './custody.ts'
import type { IncidentView } from './dispatch.ts'
import type { Permission } from './roles.ts'
import type { CycleView, MyDutyView, RowView } from './roll-call.ts'
import type { VideoView } from './video.ts'
import type { CarrierView, FindingView, Instant, PositionDelta, Snapshot, StatusView, ZoneView } from './views.ts'

/** Socket.IO path and namespace of the live feed. The session cookie authenticates the handshake. */
export const LIVE_PATH = '/live'

/** What the server says. Each carries the `seq` up to which it is true; a gap means: ask for a snapshot. */
export interface ServerMessages {
  snapshot: (snapshot: Snapshot) => void
  /** At most five times a second. `n` counts this feed's batches, so that a lost one is noticed. */
  positions: (batch: {
    readonly seq: number
    readonly n: number
    readonly at: Instant
    readonly items: readonly PositionDelta[]
  }) => void
  /** At once, never batched. */
  finding: (change: { readonly seq: number; readonly view: FindingView }) => void
  carrier: (change: { readonly seq: number; readonly view: CarrierView }) => void
  zone: (change: { readonly seq: number; readonly view: ZoneView }) => void
  /** The case area, at once; masked. */
  stay: (change: { readonly seq: number; readonly view: StayView }) => void
  room: (change: { readonly seq: number; readonly view: RoomView }) => void
  /** A call of 110 or what follows it, at once. */
  incident: (change: { readonly seq: number; readonly view: IncidentView }) => void
  /** A roll-call opened or closed. */
  cycle: (change: { readonly seq: number; readonly view: CycleView }) => void
  /** One line of a roll-call, at once. */
  call: (change: { readonly seq: number; readonly view: RowView }) => void
  /** An officer's own duty and calls: on connecting, at once when they change, and every few seconds as a sign of life. */
  duty: (view: MyDutyView) => void
  /** Cameras whose state changed, and whether live pictures can be had; at most four times a second. */
  video: (change: VideoView) => void
  /** Every second: the clock, the age of data, the counts. */
  status: (status: StatusView) => void
  /** The session is over; the socket is about to be closed. */
  ended: (why: { readonly reason: 'idle' | 'expired' | 'revoked' | 'logout' }) => void
}

/** What a console may say on the socket; everything that changes something goes by HTTP. */
export interface ClientMessages {
  /** Ask for a whole snapshot: after a gap, or to be sure. */
  resync: () => void
  /** Somebody touched the console (at most once a minute is enough): it is not idle, though it asks for nothing. */
  here: () => void
}

/** What a reader needs to be told each message, and to say one. Connecting itself needs `situation.view`, or `duty.own`. */
export const needsByServerMessage: Readonly<Record<keyof ServerMessages, Permission | 'session'>> = {
  snapshot: 'situation.view',
  positions: 'situation.view',
  finding: 'findings.view',
  carrier: 'situation.view',
  zone: 'situation.view',
  stay: 'custody.view',
  room: 'custody.view',
  incident: 'situation.view',
  cycle: 'roll-call.view',
  call: 'roll-call.view',
  duty: 'duty.own',
  video: 'cameras.view',
  status: 'situation.view',
  ended: 'session',
}
export const needsByClientMessage: Readonly<Record<keyof ClientMessages, Permission | 'session'>> = {
  resync: 'situation.view',
  here: 'session',
}
