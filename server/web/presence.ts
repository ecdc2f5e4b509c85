import { randomUUID } from 'node:crypto'
import { createAdapter } from '@socket.io/redis-streams-adapter'
import { createClient } from 'redis'
import type { Server } from 'socket.io'
import type { ClientMessages, ServerMessages } from '../contract/live.ts'
import type { Clock } from '../domain/time.ts'
import type { Log } from '../storage/log.ts'
import { type Sight, sees } from '../supervision/access.ts'

/** Somebody at a console. */
export interface Present {
  readonly displayName: string
  readonly unit: string | null
}
/** What servers of one bureau tell each other. Everything else each of them reads from the journal itself. */
export interface BetweenServers {
  people: (server: string, people: readonly Present[]) => void
}
export type FeedServer = Server<ClientMessages, ServerMessages, BetweenServers>

/** A server that has said nothing for so long is gone, and its people with it. */
const GONE_MS = 5_000

/** Who is on duty: at our own consoles and, when several servers share a Redis, at the others'. */
export const createPresence = (io: FeedServer, own: () => Iterable<Present>, clock: Clock) => {
  const self = randomUUID()
  const others = new Map<string, { readonly at: number; readonly people: readonly Present[] }>()
  let together = (): boolean => false
  io.on('people', (server, people) => {
    if (server !== self) others.set(server, { at: clock(), people })
  })

  return {
    /** Names in sight, sorted. */
    names: (sight: Sight): string[] => {
      const names = new Set<string>()
      const add = (people: Iterable<Present>): void => {
        for (const { displayName, unit } of people) if (sees(sight, unit)) names.add(displayName)
      }
      add(own())
      for (const [server, { at, people }] of others)
        if (clock() - at > GONE_MS) others.delete(server)
        else add(people)
      return [...names].sort()
    },
    /** Tells the other servers; nothing to do while we are alone. */
    tell: (): void => {
      if (together()) io.serverSideEmit('people', self, [...own()])
    },
    /** Joins the other servers over Redis. Rejects when it cannot be reached; returns how to leave. */
    join: async (url: string, log: Log): Promise<() => void> => {
      let up = false
      const redis = createClient({
        url,
        socket: {
          connectTimeout: 5_000,
          reconnectStrategy: (tries, cause) => (up ? Math.min(100 * 2 ** tries, 5_000) : cause),
        },
      })
      const warn = (error: Error): void => log.warn({ problem: error.message }, 'the connection to Redis failed')
      redis.on('error', warn)
      // The adapter does not wait for what it publishes: a rejection would have nobody to hear it and end the process.
      const publish = redis.publish.bind(redis)
      const quietly = (...said: Parameters<typeof publish>): Promise<number> =>
        publish(...said).catch((error: Error) => {
          warn(error)
          return 0
        })
      Object.assign(redis, { publish: quietly })
      await redis.connect()
      up = true
      io.adapter(createAdapter(redis, { streamName: 'custodes:live', onlyPlaintext: true, blockTimeInMs: 1_000 }))
      // Who is on duty is told each second: for a Redis that is away it need not wait.
      together = () => redis.isReady
      return () => {
        together = () => false
        redis.destroy()
      }
    },
  }
}
