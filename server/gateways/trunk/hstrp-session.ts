import { createHash } from 'node:crypto'
import { acknowledge, type Hdap, type Hstrp, type HstrpOption, writeHstrp } from '../../protocols/hdap/codec.ts'

export interface HstrpTimes {
  /** Between two heartbeats, ours and theirs. */
  readonly heartbeatMs: number
  /** So many of them without a sign of life mean that the repeater is lost. */
  readonly missed: number
  /** How long an acknowledgement may take before we send again. */
  readonly ackMs: number
  readonly retries: number
}
export const usualTimes: HstrpTimes = { heartbeatMs: 6_000, missed: 10, ackMs: 1_000, retries: 3 }

interface Sent {
  readonly bytes: Buffer
  tries: number
  againAt: number
}

/** What the session hands on. */
export interface HstrpHouse {
  readonly times: HstrpTimes
  send(bytes: Buffer, port: number): void
  connected(): void
  closed(why: string): void
  /**
   * A datagram with frames. `key` names it among all of this session, so that one that is sent again is not counted again.
   * Resolves to whether it may be acknowledged to the repeater: it is durable, or not ours to keep.
   */
  frames(frames: readonly Hdap[], key: string, raw: Buffer): Promise<boolean>
  /** The repeater never acknowledged what we sent. */
  unacknowledged(): void
}

/** The session with one repeater on one port. Real clock, milliseconds. */
export const createHstrpSession = (house: HstrpHouse, name: string, now: number) => {
  const { times } = house
  let open = false
  let port = 0
  let heardAt = now
  let saidAt: number | undefined
  let beatAt = now
  let sn = 0
  let epoch = 0
  let lastSn = 0
  let wraps = 0
  let options: readonly HstrpOption[] = []
  const outstanding = new Map<number, Sent>()

  const keyOf = ({ sn: theirs }: Hstrp, raw: Buffer): string => {
    // 16 bits go round; a number far below the last one is a new round, not an old datagram.
    if (theirs < lastSn - 0x8000) wraps++
    lastSn = theirs
    const hash = createHash('sha256').update(raw).digest('hex').slice(0, 12)
    return `${name}/${epoch.toString(36)}.${wraps}/${theirs}/${hash}`
  }
  const close = (why: string): void => {
    if (!open) return
    open = false
    outstanding.clear()
    house.closed(why)
  }

  return {
    isOpen: () => open,
    /** When the repeater was last heard, by the house's clock; undefined: never, or it is gone. */
    heardAt: (): number | undefined => (open ? saidAt : undefined),
    /** A datagram from the repeater's address; `clock` is the house's and tells sessions of different connections apart. */
    heard: (datagram: Hstrp, fromPort: number, at: number, clock: number): void => {
      heardAt = at
      saidAt = clock
      const { flags } = datagram
      if (flags.connect) {
        if (flags.ack) return
        port = fromPort
        options = datagram.options
        epoch = clock
        lastSn = 0
        wraps = 0
        house.send(acknowledge(datagram), port)
        if (!open) {
          open = true
          beatAt = at
          house.connected()
        }
        return
      }
      if (flags.close) {
        house.send(acknowledge(datagram), fromPort)
        return close('closed by the repeater')
      }
      // A repeater that outlived our restart goes on where it was: it counts as connected again.
      if (!open) {
        port = fromPort
        epoch = clock
        open = true
        beatAt = at
        house.connected()
      }
      port = fromPort
      if (flags.heartbeat) return
      if (flags.ack || flags.reject) {
        outstanding.delete(datagram.sn)
        if (datagram.frames.length === 0) return
      }
      if (datagram.frames.length === 0) return house.send(acknowledge(datagram), port)
      const to = fromPort
      void house.frames(datagram.frames, keyOf(datagram, datagram.raw), datagram.raw).then((mayAcknowledge) => {
        if (mayAcknowledge && !flags.ack) house.send(acknowledge(datagram), to)
      })
    },
    /** Sends frames and again until the repeater acknowledges. False: there is no session. */
    send: (frame: Buffer, at: number): boolean => {
      if (!open) return false
      sn = (sn + 1) & 0xffff || 1
      const bytes = writeHstrp({ sn, options, frames: [frame] })
      outstanding.set(sn, { bytes, tries: 1, againAt: at + times.ackMs })
      house.send(bytes, port)
      return true
    },
    tick: (at: number): void => {
      if (!open) return
      if (at - heardAt > times.heartbeatMs * times.missed) return close(`${times.missed} heartbeats missed`)
      if (at - beatAt >= times.heartbeatMs) {
        beatAt = at
        house.send(writeHstrp({ flags: { heartbeat: true }, sn: 0 }), port)
      }
      for (const [number, one] of outstanding) {
        if (one.againAt > at) continue
        if (one.tries > times.retries) {
          outstanding.delete(number)
          house.unacknowledged()
          continue
        }
        one.tries++
        one.againAt = at + times.ackMs
        house.send(one.bytes, port)
      }
    },
    /** Tells the repeater that we go. */
    close: (): void => {
      if (open) house.send(writeHstrp({ flags: { close: true }, sn: 0 }), port)
      open = false
    },
  }
}
export type HstrpSession = ReturnType<typeof createHstrpSession>
