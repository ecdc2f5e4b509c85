import { io, type Socket } from 'socket.io-client'
import { type ClientMessages, LIVE_PATH, type ServerMessages } from '../../server/contract/live.ts'
import { createValue } from '../ui/subscribable.ts'
import { applyVideo } from './cameras.ts'
import { createServerClock } from './clock.ts'
import { type Happening, start, step } from './connection.ts'
import { caseArea } from './custody.ts'
import { incidents } from './incidents.ts'
import { createPicture } from './picture.ts'
import { rollCalls } from './roll-call.ts'
import { createSharedSecond } from './shared-second.ts'

/** The one live picture, the server's clock and the state of the connection. */
export const live = createPicture()
export const connection = createValue(start)
export const clock = createServerClock(() => Date.now())
const { second, tick, tell } = createSharedSecond(clock, () => performance.now())
setInterval(tick, 200)

export { second }

const happened = (what: Happening): void => connection.set(step(connection.get(), what, performance.now()))

/** A carrier that no snapshot explains is asked about no oftener than this. */
const STRANGERS_MS = 10_000
/** A handshake that the server refused is tried again, in case it could only not record it. */
const REFUSED_MS = 3_000

/** How often the server is told that somebody touches the console, and by what it is known. */
const HERE_MS = 60_000
const touches = ['pointerdown', 'keydown', 'wheel'] as const

export type EndReason = Parameters<ServerMessages['ended']>[0]['reason']

/**
 * Opens the feed and keeps it open. `onEnded`: the server closed this session; `onRefused`: the handshake was
 * refused, which an expired session looks like. Returns how to close it.
 */
export const openFeed = (onEnded: (why: EndReason) => void, onRefused: () => void): (() => void) => {
  const socket: Socket<ServerMessages, ClientMessages> = io({
    path: LIVE_PATH,
    transports: ['websocket'],
    reconnectionDelay: 500,
    reconnectionDelayMax: 5_000,
  })
  happened('opening')
  let asked = false
  let askedForStrangersMs = Number.NEGATIVE_INFINITY
  const resync = (): void => {
    if (asked) return // one question is enough until its answer
    asked = true
    socket.emit('resync')
  }

  socket.on('snapshot', (snapshot) => {
    asked = false
    tell(snapshot.status.now, snapshot.status.demo?.clockSpeed)
    live.applySnapshot(snapshot)
    happened('heard')
  })
  socket.on('positions', (batch) => {
    if (asked || live.at() === undefined) return
    const result = live.applyPositions(batch)
    if (result === 'gap') resync()
    if (result !== 'unknown' || performance.now() - askedForStrangersMs < STRANGERS_MS) return
    askedForStrangersMs = performance.now()
    resync()
  })
  socket.on('finding', ({ view }) => live.applyFinding(view))
  socket.on('carrier', ({ view }) => live.applyCarrier(view))
  socket.on('zone', ({ view }) => live.applyZone(view))
  socket.on('stay', ({ view }) => caseArea.applyStay(view))
  socket.on('room', ({ view }) => caseArea.applyRoom(view))
  socket.on('incident', ({ view }) => incidents.apply(view))
  socket.on('cycle', ({ view }) => rollCalls.applyCycle(view))
  socket.on('call', ({ view }) => rollCalls.applyRow(view))
  socket.on('video', applyVideo)
  socket.on('status', (status) => {
    tell(status.now, status.demo?.clockSpeed)
    live.applyStatus(status)
    // Before the first snapshot there is nothing to call live.
    if (live.at() !== undefined) happened('heard')
  })
  socket.on('ended', ({ reason }) => {
    socket.close()
    onEnded(reason)
  })
  socket.on('disconnect', () => {
    asked = false
    happened('lost')
  })
  socket.on('connect_error', () => {
    happened('attempt')
    if (socket.active) return // Socket.IO tries again by itself
    onRefused()
    again = setTimeout(() => socket.connect(), REFUSED_MS)
  })
  socket.io.on('reconnect_attempt', () => happened('attempt'))

  // Whoever works on the map asks the server for nothing, and is not away for that.
  let saidHereMs = Number.NEGATIVE_INFINITY
  const here = (): void => {
    if (!socket.connected || performance.now() - saidHereMs < HERE_MS) return
    saidHereMs = performance.now()
    socket.emit('here')
  }
  for (const touch of touches) addEventListener(touch, here, { passive: true })

  let again: ReturnType<typeof setTimeout> | undefined
  const ticking = setInterval(() => happened('tick'), 500)
  return () => {
    for (const touch of touches) removeEventListener(touch, here)
    clearInterval(ticking)
    clearTimeout(again)
    socket.removeAllListeners()
    socket.close()
    connection.set(start)
  }
}
