import { randomUUID } from 'node:crypto'
import type { Server as HttpServer } from 'node:http'
import { Server } from 'socket.io'
import { LIVE_PATH, needsByServerMessage } from '../contract/live.ts'
import { may } from '../contract/roles.ts'
import type { VideoView } from '../contract/video.ts'
import type { Clock } from '../domain/time.ts'
import type { Journal } from '../journal/journal.ts'
import type { Log } from '../storage/log.ts'
import { type Sight, sees, sightOf } from '../supervision/access.ts'
import type { Console, Room } from '../supervision/console.ts'
import { myDuty } from '../supervision/roll-call/my-duty.ts'
import type { Change, Supervision } from '../supervision/supervision.ts'
import type { Video } from '../video/video.ts'
import { type CookieOptions, tokenIn } from './cookie.ts'
import { createBatches } from './live-batch.ts'
import { buffered, type Connection, type FeedSocket, isDrained, isOverfull, noteSnapshot } from './live-buffer.ts'
import { createHolders } from './live-holders.ts'
import { isForeign, type OriginOptions } from './origin.ts'
import { createPresence, type FeedServer } from './presence.ts'
import type { Session, Sessions } from './sessions.ts'

/** Five batches a second: frames times consoles are the cost, not bytes. */
const BATCH_MS = 200
/** A console that asks for snapshots faster than this waits. */
const RESYNC_MS = 1_000
/** A console that takes nothing for so long is let go; it comes back with a snapshot. */
const STALLED_MS = 30_000
/** After so many messages at the latest it is looked at who does not take them. */
const TEND_EVERY = 8
/** An officer's page is told so often that we are there. */
const DUTY_MS = 5_000
/** A store that has not answered for so long is away. It is asked ten times a second. */
const STORE_AWAY_MS = 900
/** More than this from one console in a second is not a console. */
const MAX_MESSAGES_PER_S = 20

export interface FeedOptions {
  readonly http: HttpServer
  readonly supervision: Pick<Supervision, 'onChange' | 'seq' | 'now' | 'unansweredMs' | 'register'>
  readonly console: Pick<Console, 'snapshotFor' | 'statusFor'>
  readonly journal: Pick<Journal, 'append'>
  readonly sessions: Pick<Sessions, 'find' | 'touch' | 'endedAmong'>
  readonly clock: Clock
  readonly houseClock: Clock
  readonly log: Log
  readonly origin: OriginOptions
  readonly cookie: CookieOptions
  readonly trustProxy: boolean
  readonly demo: Room['demo']
  readonly video?: Pick<Video, 'onChange' | 'view'>
}

/** Who hears the same: one room, one encoding. */
export const groupOf = (sight: Sight): string => (sight.is === 'all' ? 'all' : `unit:${sight.unit ?? ''}`)

/** An officer's own page says that it is one; who may not see the situation has no other. */
const isConsole = (socket: FeedSocket, { role }: Session['user']): boolean =>
  may(role, 'situation.view') && socket.handshake.query.page !== 'phone'
const NO_VIDEO: VideoView = { media: { is: 'off' }, epoch: 0, cameras: [] }
const inSight = (view: VideoView, sight: Sight): VideoView => ({
  ...view,
  cameras: view.cameras.filter(({ unit }) => sees(sight, unit)),
})

/** The live feed: a snapshot, then deltas with `seq`; findings at once, positions in batches, the status each second. */
export const createFeed = (options: FeedOptions) => {
  const { supervision, sessions, clock, log, journal } = options
  const io: FeedServer = new Server(options.http, {
    path: LIVE_PATH,
    serveClient: false,
    cookie: false,
    maxHttpBufferSize: 64 * 1024,
    perMessageDeflate: false,
    httpCompression: false,
    pingInterval: 5_000,
    pingTimeout: 5_000,
    allowRequest: (req, answer) => answer(null, !isForeign(req.headers, options.origin)),
  })
  let leaveOthers: (() => void) | undefined
  const connections = new Map<FeedSocket, Connection>()
  const batches = createBatches()

  function* present() {
    for (const { user, watches } of connections.values())
      if (watches) yield { displayName: user.displayName, unit: user.unit }
  }
  const presence = createPresence(io, present, clock)
  const roomFor = (sight: Sight): Room => ({ onDuty: presence.names(sight), demo: options.demo })

  const join = (c: Connection): void => {
    if (!c.watches) return
    void c.socket.join(`situation|${c.group}`)
    if (may(c.user.role, needsByServerMessage.finding as 'findings.view')) void c.socket.join(`findings|${c.group}`)
    if (may(c.user.role, needsByServerMessage.stay as 'custody.view')) void c.socket.join(`custody|${c.group}`)
    if (may(c.user.role, needsByServerMessage.call as 'roll-call.view')) void c.socket.join(`roll-call|${c.group}`)
    if (may(c.user.role, needsByServerMessage.video as 'cameras.view')) void c.socket.join(`video|${c.group}`)
  }
  const leave = (c: Connection): void => {
    void c.socket.leave(`situation|${c.group}`)
    void c.socket.leave(`findings|${c.group}`)
    void c.socket.leave(`custody|${c.group}`)
    void c.socket.leave(`roll-call|${c.group}`)
    void c.socket.leave(`video|${c.group}`)
  }

  const sendSnapshot = (c: Connection): void => {
    c.snapshotAt = clock()
    c.wantsSnapshot = false
    if (!c.watches) return
    const whole = options.console.snapshotFor(c.sight, roomFor(c.sight))
    c.socket.emit('snapshot', may(c.user.role, 'findings.view') ? whole : { ...whole, findings: [] })
    if (may(c.user.role, 'cameras.view')) c.socket.emit('video', inSight(options.video?.view() ?? NO_VIDEO, c.sight))
    noteSnapshot(c)
  }

  io.use((socket, next) => {
    admit(socket).then(
      (session) => {
        socket.data.session = session
        next()
      },
      (error) => next(error instanceof Error ? error : new Error(String(error))),
    )
  })

  /** Rejects with the reason that the console is told; the view is journalled before the first byte. */
  const admit = async (socket: FeedSocket): Promise<Session> => {
    const token = tokenIn(socket.handshake.headers.cookie, options.cookie)
    const found = token === undefined ? undefined : await sessions.find(token, true)
    if (found?.is !== 'open') throw new Error('no-session')
    const { session } = found
    const { user } = session
    const watches = isConsole(socket, user)
    if (!watches && !may(user.role, 'duty.own')) throw new Error('not-permitted')
    if (!watches && user.officer === null) throw new Error('no-officer')
    const seen = watches
      ? ({ what: 'situation', subject: 'live' } as const)
      : ({ what: 'duty', subject: user.officer! } as const)
    const data = { by: user.name, ...seen, purpose: '' }
    const observation = { kind: 'view.opened', observedAt: options.houseClock(), data } as const
    try {
      await journal.append([{ source: 'console', key: randomUUID(), observation }])
    } catch (error) {
      log.error({ err: error }, 'a live view could not be journalled and was refused')
      throw new Error('cannot-record')
    }
    return session
  }

  io.on('connection', (socket: FeedSocket) => {
    const session = socket.data.session as Session
    const sight = sightOf(session.user)
    const c: Connection = {
      socket,
      user: session.user,
      watches: isConsole(socket, session.user),
      sessionId: session.id,
      sight,
      group: groupOf(sight),
      snapshotAt: 0,
      wantsSnapshot: false,
      laggingSince: undefined,
      allowance: 0,
      messages: 0,
    }
    connections.set(socket, c)
    if (c.watches) batches.enter(c.group)
    join(c)
    sendSnapshot(c)
    tellDuty(c)
    socket.on('resync', () => {
      if (!c.watches) return
      c.wantsSnapshot = true
      if (clock() - c.snapshotAt >= RESYNC_MS && c.laggingSince === undefined) sendSnapshot(c)
    })
    socket.on('here', () => {
      sessions.touch(c.sessionId).catch((error) => log.warn({ err: error }, 'a sign of life could not be noted'))
    })
    socket.onAny(() => {
      if (++c.messages > MAX_MESSAGES_PER_S) socket.disconnect(true)
    })
    socket.on('disconnect', () => {
      connections.delete(socket)
      if (c.watches) batches.leave(c.group)
    })
  })

  /** To everybody who sees all, and to the unit concerned; `null` is nobody's unit. */
  const tell = (
    channel: 'situation' | 'findings' | 'custody' | 'roll-call',
    unit: string | null,
    everybody = false,
  ) => {
    if (everybody) return io.local.to([...batches.groups()].map((group) => `${channel}|${group}`))
    return io.local.to(unit === null ? [`${channel}|all`] : [`${channel}|all`, `${channel}|unit:${unit}`])
  }

  /** An officer is told of themselves, and of nobody else. */
  const tellDuty = (c: Connection): void => {
    const { officer } = c.user
    const view = c.watches || officer === null ? undefined : myDuty(officer, supervision.now(), supervision.register)
    if (view) c.socket.emit('duty', view)
  }
  const tellOfficers = (officers: readonly { readonly id: string }[]): void => {
    for (const c of connections.values()) if (officers.some((o) => o.id === c.user.officer)) tellDuty(c)
  }

  const movedFrom = createHolders(options.console.snapshotFor({ is: 'all' }, roomFor({ is: 'all' })))
  /** What has gone to another unit must go from the old one's screens: only a whole snapshot takes something away. */
  const forget = (unit: string | null): void => {
    for (const c of connections.values())
      if (c.sight.is === 'unit' && (unit === null || c.sight.unit === unit)) c.wantsSnapshot = true
  }

  const off = supervision.onChange((change: Change) => {
    const seq = supervision.seq()
    if (change.is === 'carrier' || change.is === 'zone') {
      const left = movedFrom(change.is, change.view.id, change.unit)
      if (left !== undefined) forget(left)
    }
    if (change.is === 'position') batches.add(change.unit, change.delta)
    else if (change.is === 'finding') tell('findings', change.unit).emit('finding', { seq, view: change.view })
    else if (change.is === 'carrier') tell('situation', change.unit).emit('carrier', { seq, view: change.view })
    else if (change.is === 'stay') tell('custody', change.unit).emit('stay', { seq, view: change.view })
    else if (change.is === 'room') tell('custody', change.unit).emit('room', { seq, view: change.view })
    else if (change.is === 'incident') tell('situation', change.unit).emit('incident', { seq, view: change.view })
    else if (change.is === 'cycle') tell('roll-call', null, true).emit('cycle', { seq, view: change.view })
    else if (change.is === 'call') {
      tell('roll-call', change.unit).emit('call', { seq, view: change.view })
      tellOfficers(change.view.officers)
    }
    // A zone of no unit is everybody's.
    else tell('situation', change.unit, change.unit === null).emit('zone', { seq, view: change.view })
    if (change.is === 'position') return
    // In a burst nobody waits for the next turn of the loop: a few megabytes would gather meanwhile.
    if (++untended >= TEND_EVERY) tendAll()
    else tending ??= setImmediate(tendAll)
  })

  const offVideo = options.video?.onChange((change) => {
    for (const [group, sight] of new Map([...connections.values()].map((c) => [c.group, c.sight])))
      io.local.to(`video|${group}`).emit('video', inSight(change, sight))
  })

  /** A slow console costs others nothing: over its bound it hears no more, and drained it starts from a snapshot. */
  const tend = (c: Connection): void => {
    if (c.laggingSince === undefined) {
      if (isOverfull(c)) {
        c.laggingSince = clock()
        leave(c)
      } else if (c.wantsSnapshot && clock() - c.snapshotAt >= RESYNC_MS) sendSnapshot(c)
      return
    }
    if (isDrained(c)) {
      c.laggingSince = undefined
      join(c)
      sendSnapshot(c)
    } else if (clock() - c.laggingSince > STALLED_MS) c.socket.disconnect(true)
  }

  let untended = 0
  let tending: NodeJS.Immediate | undefined
  const tendAll = (): void => {
    clearImmediate(tending)
    tending = undefined
    untended = 0
    for (const c of connections.values()) tend(c)
  }

  const flush = (): void => {
    const [seq, at] = [supervision.seq(), supervision.now()]
    for (const { group, n, items } of batches.take())
      io.local.to(`situation|${group}`).emit('positions', { seq, n, at, items })
    tendAll()
  }

  const status = (): void => {
    // Without the store nothing new can be true: the consoles tell by our silence that what they show is old.
    if (supervision.unansweredMs() > STORE_AWAY_MS) return
    const sights = new Map([...connections.values()].filter((c) => c.watches).map((c) => [c.group, c.sight]))
    for (const [group, sight] of sights)
      io.local.to(`situation|${group}`).emit('status', options.console.statusFor(sight, roomFor(sight)))
    for (const c of connections.values()) c.messages = 0
    presence.tell()
  }

  const expel = async (): Promise<void> => {
    const ids = [...new Set([...connections.values()].map((c) => c.sessionId))]
    if (ids.length === 0) return
    const ended = await sessions.endedAmong(ids)
    for (const c of connections.values()) {
      const reason = ended.get(c.sessionId)
      if (!reason) continue
      c.socket.emit('ended', { reason: reason === 'replaced' ? 'revoked' : reason })
      // One turn of the loop, so that the reason goes out before the connection does.
      setImmediate(() => c.socket.disconnect(true))
    }
  }

  let checking = false
  const check = (): void => {
    if (checking) return
    checking = true
    expel()
      .catch((error) => log.warn({ err: error }, 'sessions of sockets could not be checked'))
      .finally(() => {
        checking = false
      })
  }
  /** Without the store nothing new can be true: a page tells by our silence that it is cut off. */
  const beat = (): void => {
    if (supervision.unansweredMs() > STORE_AWAY_MS) return
    for (const c of connections.values()) tellDuty(c)
  }
  const timers = [
    setInterval(flush, BATCH_MS),
    setInterval(status, 1_000),
    setInterval(check, 1_000),
    setInterval(beat, DUTY_MS),
  ]

  return {
    /** Joins the other servers of the bureau; see presence.ts. */
    join: async (redisUrl: string): Promise<void> => {
      leaveOthers = await presence.join(redisUrl, log)
    },
    roomFor,
    /** Whether an officer's own page is open here. */
    isOpen: (officer: string): boolean =>
      [...connections.values()].some((c) => !c.watches && c.user.officer === officer),
    connections: () => connections.size,
    /** The most that waits for one console, in bytes. */
    buffered: () => [...connections.values()].reduce((most, c) => Math.max(most, buffered(c)), 0),
    lagging: () => [...connections.values()].filter((c) => c.laggingSince !== undefined).length,
    close: async (): Promise<void> => {
      for (const timer of timers) clearInterval(timer)
      off()
      offVideo?.()
      await io.close()
      leaveOthers?.()
    },
  }
}
export type Feed = ReturnType<typeof createFeed>
