import { AsyncLocalStorage } from 'node:async_hooks'
import fs from 'node:fs'
import type { Database, Queryable, Row } from './database.ts'
import { connectEmbedded, type EmbeddedConnection } from './embedded-connection.ts'
import { afterFirstStart, beforeFirstStart, clusterIn } from './embedded-template.ts'
import { CONNECTION_LOST, databaseError } from './errors.ts'
import { lockFolder } from './lock.ts'
import type { Log } from './log.ts'

export interface EmbeddedOptions {
  /** Folder of this store; made when it is not there. One process at a time. */
  readonly dataDir: string
  readonly log: Log
  /** Where an initialised, empty cluster is kept for the next new store: saves about ten seconds each. */
  readonly cacheDir?: string | undefined
  /** The thread to run; tests run one that records what reaches the disk. */
  readonly thread?: URL
}

const RESTART_MS = [100, 500, 1_000, 2_000, 5_000]

/**
 * Opens the embedded store: PGlite with PostGIS on a thread of its own, in `dataDir`. One connection serves
 * everybody in order, so transactions should be short. A store that breaks (disk full, I/O error) is started
 * again and recovers; meanwhile everything is refused with SQLSTATE 08006.
 */
export const openEmbedded = async ({ dataDir, log, cacheDir, thread }: EmbeddedOptions): Promise<Database> => {
  fs.mkdirSync(dataDir, { recursive: true })
  const unlock = lockFolder(dataDir)
  const entry = thread ?? new URL('./embedded-worker.ts', import.meta.url)
  const heardByChannel = new Map<string, Set<(payload: string) => void>>()
  const heard = (channel: string, payload: string): void => {
    for (const callback of heardByChannel.get(channel) ?? []) callback(payload)
  }
  const inTransaction = new AsyncLocalStorage<{ open: boolean }>()
  let connection: EmbeddedConnection | undefined
  let closed = false
  let restart: NodeJS.Timeout | undefined
  // A transaction has the one connection for itself: whatever comes while one is open waits its turn behind it.
  let lane: Promise<unknown> = Promise.resolve()
  let inLane = 0
  const takeTurn = <T>(work: () => Promise<T>): Promise<T> => {
    inLane++
    const mine = lane.then(work).finally(() => inLane--)
    lane = mine.catch(() => undefined)
    return mine
  }

  const connect = async (): Promise<void> => {
    const next = await connectEmbedded(entry, { cluster: clusterIn(dataDir) }, heard, log)
    connection = next
    for (const channel of heardByChannel.keys()) await next.ask({ op: 'listen', channel })
    void next.ended.then(() => {
      connection = undefined
      again(0)
    })
  }
  const again = (attempt: number): void => {
    if (closed) return
    restart = setTimeout(
      () => {
        log.warn({ attempt }, 'starting the embedded store again')
        connect().catch((error: Error) => {
          log.error({ problem: error.message }, 'the embedded store did not start')
          again(attempt + 1)
        })
      },
      RESTART_MS[Math.min(attempt, RESTART_MS.length - 1)],
    )
  }
  const ask: EmbeddedConnection['ask'] = (request) =>
    connection?.ask(request) ?? Promise.reject(databaseError('the embedded store is not running', CONNECTION_LOST))

  const query = async <R extends Row>(sql: string, params: readonly unknown[] = []): Promise<readonly R[]> => {
    if (inTransaction.getStore()?.open)
      throw new Error('inside a transaction ask the transaction, not the database: there is one connection only')
    const go = (): Promise<readonly Row[]> => ask({ op: 'query', sql, params })
    return (await (inLane > 0 ? takeTurn(go) : go())) as readonly R[]
  }
  const within = async <T>(work: (tx: Queryable) => Promise<T>): Promise<T> => {
    const own = connection
    await ask({ op: 'begin' })
    const scope = { open: true }
    try {
      const result = await inTransaction.run(scope, () =>
        work({
          query: async <R extends Row>(sql: string, params: readonly unknown[] = []) => {
            if (!scope.open) throw new Error('the transaction is over')
            return (await own!.ask({ op: 'query', sql, params })) as readonly R[]
          },
        }),
      )
      scope.open = false
      await own!.ask({ op: 'commit' })
      return result
    } catch (error) {
      scope.open = false
      await own!.ask({ op: 'rollback' }).catch(() => undefined) // the thread is gone, and its transaction with it
      throw error
    }
  }

  try {
    beforeFirstStart(dataDir, cacheDir)
    await connect()
    afterFirstStart(dataDir, cacheDir)
  } catch (error) {
    unlock()
    throw error
  }
  return {
    kind: 'embedded',
    version: connection!.version,
    query,
    transaction: (work) => {
      if (inTransaction.getStore()?.open)
        return Promise.reject(new Error('a transaction is open already: there is one connection only'))
      return takeTurn(() => within(work))
    },
    listen: async (channel, callback) => {
      const before = heardByChannel.get(channel)
      const set = before ?? new Set()
      heardByChannel.set(channel, set.add(callback))
      if (!before) await ask({ op: 'listen', channel })
      return async () => {
        set.delete(callback)
        if (set.size > 0 || heardByChannel.get(channel) !== set) return
        heardByChannel.delete(channel)
        await ask({ op: 'unlisten', channel }).catch(() => undefined)
      }
    },
    close: async () => {
      if (closed) return
      closed = true
      clearTimeout(restart)
      await lane
      await ask({ op: 'close' }).catch(() => undefined)
      await connection?.terminate()
      unlock()
    },
  }
}
