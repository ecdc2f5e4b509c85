import pg from 'pg'
import type { Log } from './log.ts'

type Heard = (payload: string) => void

export interface Listener {
  listen(channel: string, heard: Heard): Promise<() => Promise<void>>
  close(): Promise<void>
}

/**
 * LISTEN on a connection of its own that comes back by itself. What was notified while it was away is lost,
 * as PostgreSQL has no memory of it: callers look at the tables as well.
 */
export const listenOn = (settings: pg.ClientConfig, log: Log): Listener => {
  const heardByChannel = new Map<string, Set<Heard>>()
  let client: pg.Client | undefined
  let connecting: Promise<pg.Client> | undefined
  let closed = false
  let retry: NodeJS.Timeout | undefined
  let delayMs = 100

  const connect = async (): Promise<pg.Client> => {
    const next = new pg.Client({ ...settings, query_timeout: 10_000, application_name: 'custodes listen' })
    next.on('notification', ({ channel, payload }) => {
      for (const heard of heardByChannel.get(channel) ?? []) heard(payload ?? '')
    })
    next.on('error', (error) => log.warn({ problem: error.message }, 'the listening connection failed'))
    next.on('end', () => {
      if (client !== next) return
      client = undefined
      again()
    })
    try {
      await next.connect()
      for (const channel of heardByChannel.keys()) await next.query(`listen ${pg.escapeIdentifier(channel)}`)
    } catch (error) {
      await next.end().catch(() => undefined)
      throw error
    }
    delayMs = 100
    client = next
    return next
  }
  const connected = (): Promise<pg.Client> => {
    if (client) return Promise.resolve(client)
    connecting ??= connect().finally(() => {
      connecting = undefined
    })
    return connecting
  }
  const again = (): void => {
    if (closed || heardByChannel.size === 0 || retry) return
    retry = setTimeout(() => {
      retry = undefined
      connected().catch(again)
    }, delayMs)
    delayMs = Math.min(delayMs * 2, 5_000)
  }

  return {
    listen: async (channel, heard) => {
      const before = heardByChannel.get(channel)
      const set = before ?? new Set<Heard>()
      heardByChannel.set(channel, set.add(heard))
      if (!before) await connected().then((c) => c.query(`listen ${pg.escapeIdentifier(channel)}`))
      return async () => {
        set.delete(heard)
        if (set.size > 0 || heardByChannel.get(channel) !== set) return
        heardByChannel.delete(channel)
        await client?.query(`unlisten ${pg.escapeIdentifier(channel)}`).catch(() => undefined)
      }
    },
    close: async () => {
      closed = true
      clearTimeout(retry)
      heardByChannel.clear()
      const last = client ?? (await connecting?.catch(() => undefined))
      client = undefined
      await last?.end()
    },
  }
}
