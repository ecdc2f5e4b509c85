import { io, type Socket } from 'socket.io-client'
import {
  type ClientMessages,
  LIVE_PATH,
  needsByServerMessage,
  type ServerMessages,
} from '../../server/contract/live.ts'

export type Heard = { [K in keyof ServerMessages]: Parameters<ServerMessages[K]>[0][] }

/** A console on the live feed, and everything it was told. */
export const connect = async (
  url: string,
  cookie: string | undefined,
  headers: Record<string, string> = {},
  query: Record<string, string> = {},
) => {
  const socket: Socket<ServerMessages, ClientMessages> = io(url, {
    path: LIVE_PATH,
    transports: ['websocket'],
    reconnection: false,
    forceNew: true,
    query,
    extraHeaders: { ...(cookie ? { cookie } : {}), ...headers },
  })
  const heard = {
    snapshot: [],
    positions: [],
    finding: [],
    carrier: [],
    zone: [],
    stay: [],
    room: [],
    incident: [],
    cycle: [],
    call: [],
    duty: [],
    video: [],
    status: [],
    ended: [],
  } as Heard
  // Typed by name above; here every message is only kept.
  const raw = socket as unknown as Socket
  for (const name of Object.keys(needsByServerMessage) as (keyof ServerMessages)[])
    raw.on(name, (message) => void (heard[name] as unknown[]).push(message))
  const problem = await new Promise<string | undefined>((resolve) => {
    socket.once('connect', () => resolve(undefined))
    socket.once('connect_error', (error) => resolve(error.message))
  })
  return { socket, heard, problem, close: () => socket.close() }
}
export type Console = Awaited<ReturnType<typeof connect>>
