import type { Socket } from 'socket.io'
import type { ClientMessages, ServerMessages } from '../contract/live.ts'
import type { UserView } from '../contract/views.ts'
import type { Sight } from '../supervision/access.ts'

export type FeedSocket = Socket<ClientMessages, ServerMessages>

/** One console on the feed. */
export interface Connection {
  readonly socket: FeedSocket
  readonly user: UserView
  /** Sees the situation; otherwise it is an officer's own page, which hears of its officer and nobody else. */
  readonly watches: boolean
  readonly sessionId: string
  readonly sight: Sight
  readonly group: string
  snapshotAt: number
  wantsSnapshot: boolean
  /** Since when it hears nothing because it does not take what it was sent. */
  laggingSince: number | undefined
  /** What a snapshot put into the buffer: large by right, and not held against the console until it has drained. */
  allowance: number
  messages: number
}

/** What may wait for one console (goal R5). */
export const BUFFER_LIMIT = 1024 * 1024
const DRAINED = 64 * 1024

/** The parts of engine.io and ws that tell how much waits; the types hide them, the objects have them. */
interface Engine {
  readonly writeBuffer: readonly { readonly data?: unknown }[]
  readonly transport: { readonly socket?: { readonly bufferedAmount?: number } }
}

const sizeOf = (data: unknown): number =>
  typeof data === 'string' ? data.length : data instanceof Uint8Array ? data.byteLength : 0

/** Bytes (roughly: characters) that wait in engine.io and in the WebSocket for this console. */
export const buffered = ({ socket }: Pick<Connection, 'socket'>): number => {
  const { writeBuffer, transport } = socket.conn as unknown as Engine
  let sum = 0
  for (const packet of writeBuffer) sum += sizeOf(packet.data)
  return sum + (transport.socket?.bufferedAmount ?? 0)
}

export const noteSnapshot = (c: Connection): void => {
  c.allowance = buffered(c)
}

export const isOverfull = (c: Connection): boolean => {
  const waiting = buffered(c)
  if (waiting <= DRAINED) c.allowance = 0
  return waiting > BUFFER_LIMIT + c.allowance
}

export const isDrained = (c: Connection): boolean => buffered(c) <= DRAINED
