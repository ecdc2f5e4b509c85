import net from 'node:net'
import type { Clock, Instant } from '../domain/time.ts'
import type { Draft, Journal } from '../journal/journal.ts'
import type { DeviceBook } from './device-book.ts'
import { faultLimit } from './fault-limit.ts'
import { bulkGate } from './jt808/bulk-gate.ts'
import { commandsOf, type Jt808Commands } from './jt808/commands.ts'
import { settledFaults } from './jt808/faults.ts'
import { type Limits, usualLimits } from './jt808/limits.ts'
import { read } from './jt808/reading.ts'
import { cut, departure, type House, newSession, type Session } from './jt808/session.ts'
import { sweep } from './jt808/sweep.ts'
import type { Log, Metrics } from './telemetry.ts'

export interface Jt808Options {
  readonly journal: Journal
  readonly book: DeviceBook
  /** The journal's clock; bounds and timers run on the real one. */
  readonly clock: Clock
  /** The bureau's secret from which each terminal's authentication code is made. */
  readonly secret: string | Uint8Array
  readonly host: string
  /** 0 picks a free one. */
  readonly port: number
  readonly limits?: Partial<Limits>
  readonly log: Log
  readonly metrics: Metrics
}

/** A terminal that is authenticated now. */
export interface Jt808Session {
  readonly device: string
  readonly remoteAddress: string
  readonly edition: '2013' | '2019'
  readonly connectedAt: Instant
  readonly lastFrameAt: Instant
  readonly frames: number
}

export interface Jt808Gateway extends Jt808Commands {
  readonly port: number
  sessions(): readonly Jt808Session[]
  /** Open TCP connections, authenticated or not. */
  connections(): number
  /** Stops listening, ends every connection and resolves when what was read has been journalled. */
  close(): Promise<void>
}

/**
 * The TCP server for vehicle terminals. Registers those on the list, takes in what authenticated ones report,
 * and acknowledges it once the journal has it. Rejects when the address cannot be had.
 */
export const startJt808Gateway = async (options: Jt808Options): Promise<Jt808Gateway> => {
  const limits: Limits = { ...usualLimits, ...options.limits }
  const house: House = {
    ...options,
    limits,
    faults: {
      terminals: faultLimit({ windowMs: limits.faultWindowMs, total: 600 }),
      strangers: faultLimit({ windowMs: limits.faultWindowMs, total: 60 }),
    },
    bulk: bulkGate(limits.bulkInFlight),
    alarms: new Map(),
    online: new Map(),
  }
  const { book, clock, log, metrics, journal } = house
  const sessions = new Set<Session>()
  const departing = new Set<Promise<unknown>>()
  let opened = 0

  const journalApart = (drafts: readonly Draft[]): void => {
    if (drafts.length === 0) return
    const appended = journal
      .append(drafts)
      .catch((err: unknown) => log.error({ err }, 'the journal did not take what the JT/T 808 gateway had to say'))
      .finally(() => departing.delete(appended))
    departing.add(appended)
  }

  const refusedFor = (remoteAddress: string): string | undefined => {
    if (sessions.size >= limits.connections) return 'connections'
    let same = 0
    let strangers = 0
    for (const session of sessions) {
      if (session.remoteAddress !== remoteAddress) continue
      same++
      if (session.device === undefined) strangers++
    }
    if (same >= limits.connectionsPerAddress) return 'connections-per-address'
    return strangers >= limits.strangersPerAddress ? 'strangers-per-address' : undefined
  }

  const server = net.createServer({ noDelay: true }, (socket) => {
    const remoteAddress = (socket.remoteAddress ?? 'unknown').replace(/^::ffff:/, '')
    const full = refusedFor(remoteAddress)
    if (full !== undefined) {
      metrics.add(`jt808.full.${full}`)
      socket.on('error', () => socket.destroy())
      socket.destroy()
      return
    }
    const at = clock()
    const session = newSession(
      socket,
      `${at.toString(36)}-${process.pid.toString(36)}-${opened++}`,
      remoteAddress,
      at,
      performance.now(),
    )
    sessions.add(session)
    metrics.add('jt808.connections')
    socket.on('data', (chunk) => read(house, session, chunk))
    socket.on('error', (err) => {
      log.info({ device: session.device, remoteAddress, err: err.message }, 'JT/T 808 connection failed')
      cut(house, session, 'connection-error')
    })
    socket.on('close', () => {
      session.ended ??= 'closed-by-terminal'
      sessions.delete(session)
      // Behind everything that was read before, so that nothing of it stands after the departure.
      const draft = departure(house, session, session.ended)
      if (draft) journalApart([draft])
      for (const command of session.commands.values()) command.settle(undefined, undefined)
      session.commands.clear()
    })
  })

  const stopListening = book.onChange((device) => {
    const session = house.online.get(device)
    if (session && book.standing(device) === 'blocked') cut(house, session, 'blocked')
  })
  const timer = setInterval(() => {
    const now = performance.now()
    for (const session of sessions) sweep(house, session, now)
    journalApart(settledFaults(house, now))
  }, limits.sweepMs)

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(options.port, options.host, () => {
      server.off('error', reject)
      server.on('error', (err) => log.error({ err }, 'JT/T 808 listener'))
      resolve()
    })
  })
  const { port } = server.address() as net.AddressInfo
  log.info({ host: options.host, port }, 'JT/T 808 gateway listens')

  return {
    ...commandsOf(house),
    port,
    connections: () => sessions.size,
    sessions: () =>
      [...house.online].map(([device, { remoteAddress, header, connectedAt, lastSeenAt, frames }]) => ({
        device,
        remoteAddress,
        edition: header?.edition ?? '2013',
        connectedAt,
        lastFrameAt: lastSeenAt,
        frames,
      })),
    close: async () => {
      clearInterval(timer)
      stopListening()
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      // The listener reports itself closed before its sockets do, and only they journal who left.
      const left = [...sessions].map(({ tail, socket }) =>
        Promise.all([tail, new Promise((resolve) => socket.once('close', resolve))]),
      )
      for (const session of sessions) cut(house, session, 'gateway-stopped')
      await Promise.all([closed, ...left])
      while (departing.size > 0) await Promise.all(departing)
    },
  }
}
