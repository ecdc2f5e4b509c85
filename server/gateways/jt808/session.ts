import type net from 'node:net'
import type { Clock, Instant } from '../../domain/time.ts'
import type { Draft, Journal } from '../../journal/journal.ts'
import { EMPTY } from '../../protocols/bytes.ts'
import { type Body, encode, type Header } from '../../protocols/jt808/codec.ts'
import { type Assembly, nothing } from '../../protocols/jt808/subpackage.ts'
import type { DeviceBook } from '../device-book.ts'
import type { FaultLimit } from '../fault-limit.ts'
import type { Log, Metrics } from '../telemetry.ts'
import type { BulkGate } from './bulk-gate.ts'
import type { Command } from './commands.ts'
import type { Limits } from './limits.ts'

/** What all connections of the gateway share. */
export interface House {
  readonly journal: Journal
  readonly book: DeviceBook
  readonly clock: Clock
  readonly secret: string | Uint8Array
  readonly limits: Limits
  readonly log: Log
  readonly metrics: Metrics
  /** Apart, so that junk of strangers does not silence what is wrong with our own terminals. */
  readonly faults: { readonly terminals: FaultLimit; readonly strangers: FaultLimit }
  readonly bulk: BulkGate
  /** Alarm bits of each device's last live report. */
  readonly alarms: Map<string, number>
  /** The one connection of each authenticated device. */
  readonly online: Map<string, Session>
}

/** One TCP connection. `device` is set once it has authenticated. */
export interface Session {
  readonly id: string
  readonly socket: net.Socket
  readonly remoteAddress: string
  readonly connectedAt: Instant
  /** Since when it is not authenticated. Real clock, milliseconds, as all bounds. */
  strangerSince: number
  device: string | undefined
  /** Header of the last frame: replies speak its flavour. */
  header: Header | undefined
  /** Our own serial counter. */
  serial: number
  lastSerial: number
  /** How often the terminal's serial has wrapped: keys of messages without a time of their own need it. */
  epoch: number
  pending: Buffer
  pendingSince: number
  lastFrameAt: number
  lastSeenAt: Instant
  idleMs: number
  assembly: Assembly
  readonly commands: Map<number, Command>
  faults: { since: number; count: number }
  /** Frames it may still send, as of an instant; below zero it has to wait. */
  allowance: { frames: number; at: number }
  ignored: number
  wrongCodes: number
  journalledFaults: number
  frames: number
  inFlight: number
  paused: boolean
  /** Works that wait for the bulk gate; nothing is read meanwhile, so that order is kept. */
  gated: number
  /** Why it ended; nothing is read or acknowledged any more once it is set. */
  ended: string | undefined
  /** Resolves when everything read so far was committed and answered. */
  tail: Promise<void>
}

/** What one read yields: to be journalled first, then sent and done. */
export interface Work {
  readonly drafts: Draft[]
  readonly answers: Buffer[]
  readonly afterwards: (() => void)[]
  /** How many of the drafts were buffered by the terminal: they take their turn. */
  bulk: number
  /** Close the connection after the answers, for this reason. */
  end?: string
}
export const newWork = (): Work => ({ drafts: [], answers: [], afterwards: [], bulk: 0 })

export const newSession = (
  socket: net.Socket,
  id: string,
  remoteAddress: string,
  at: Instant,
  now: number,
): Session => ({
  id,
  socket,
  remoteAddress,
  connectedAt: at,
  strangerSince: now,
  device: undefined,
  header: undefined,
  serial: 0,
  lastSerial: 0,
  epoch: 0,
  pending: EMPTY,
  pendingSince: now,
  lastFrameAt: now,
  lastSeenAt: at,
  idleMs: 0,
  assembly: nothing,
  commands: new Map(),
  faults: { since: now, count: 0 },
  allowance: { frames: Number.POSITIVE_INFINITY, at: now },
  ignored: 0,
  wrongCodes: 0,
  journalledFaults: 0,
  frames: 0,
  inFlight: 0,
  paused: false,
  gated: 0,
  ended: undefined,
  tail: Promise.resolve(),
})

/** Our next frame to this terminal, in its own flavour: version bit, version byte and the phone as it wrote it. */
export const frameTo = (session: Session, to: Header, body: Body): { bytes: Buffer; serial: number } => {
  const { serial } = session
  session.serial = (serial + 1) & 0xffff
  const { edition, protocolVersion, phoneBcd } = to
  return { serial, bytes: encode({ edition, protocolVersion, phone: phoneBcd, serial, body }) }
}

/** Ends a connection. Whatever of it is in flight is still journalled, but no longer acknowledged. */
export const cut = (house: House, session: Session, reason: string): void => {
  if (session.ended !== undefined) return
  session.ended = reason
  house.metrics.add(`jt808.cut.${reason}`)
  house.log.info({ device: session.device, remoteAddress: session.remoteAddress, reason }, 'JT/T 808 connection cut')
  if (!session.socket.writableEnded) session.socket.destroy()
}

/** That a device went, or undefined when it never was there. After it the session counts as a stranger's. */
export const departure = (house: House, session: Session, reason: string): Draft | undefined => {
  const { device } = session
  if (device === undefined) return undefined
  session.device = undefined
  session.strangerSince = performance.now()
  if (house.online.get(device) === session) house.online.delete(device)
  return {
    source: 'jt808',
    key: `${device}/disconnected/${session.id}`,
    observation: {
      kind: 'device.disconnected',
      observedAt: house.clock(),
      data: { device, carrier: house.book.carrier(device), protocol: 'jt808', reason },
    },
  }
}
