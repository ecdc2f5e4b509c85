import { createClient } from 'redis'
import type { Bus } from './bus.ts'
import type { Log } from './log.ts'

export interface RedisBusOptions {
  /** `redis://user:password@host:port/database` */
  readonly url: string
  readonly log: Log
}

/**
 * A bus over Redis publish/subscribe. Both connections come back by themselves and subscribe again; what was
 * published meanwhile is not heard. Throws when Redis cannot be reached at the start.
 */
export const openRedisBus = async ({ url, log }: RedisBusOptions): Promise<Bus> => {
  let started = false
  const client = createClient({
    url,
    // A publisher must not pile up messages for a Redis that is away: it fails and the receiver looks by itself.
    disableOfflineQueue: true,
    pingInterval: 15_000,
    socket: {
      connectTimeout: 5_000,
      reconnectStrategy: (tries, cause) => (started ? Math.min(100 * 2 ** tries, 5_000) : cause),
    },
  })
  // The subscriber keeps its commands: a subscription made while Redis is away holds once it is back.
  const subscriber = client.duplicate({ disableOfflineQueue: false })
  const warn = (error: Error): void => log.warn({ problem: error.message }, 'the connection to Redis failed')
  client.on('error', warn)
  subscriber.on('error', warn)
  try {
    await Promise.all([client.connect(), subscriber.connect()])
    started = true
  } catch (error) {
    client.destroy()
    subscriber.destroy()
    throw new Error(`Redis cannot be reached (REDIS_URL): ${(error as Error).message}`, { cause: error })
  }
  return {
    publish: async (channel, payload) => {
      await client.publish(channel, payload)
    },
    subscribe: async (channel, heard) => {
      const own = (payload: string): void => heard(payload)
      await subscriber.subscribe(channel, own)
      return async () => {
        await subscriber.unsubscribe(channel, own)
      }
    },
    close: async () => {
      await Promise.allSettled([client.close(), subscriber.close()])
    },
  }
}
