import { type MessagePort, receiveMessageOnPort } from 'node:worker_threads'
import { PGlite } from '@electric-sql/pglite'
import { postgis } from '@electric-sql/pglite-postgis'
import { durableFiles, type HostFiles } from './embedded-files.ts'
import { keepHouse } from './embedded-housekeeping.ts'
import type { Failure, Reply, Request } from './embedded-protocol.ts'

/**
 * `-F` would turn fsync off; `fsync` is the one way of syncing the log that PGlite's file system can be made to
 * honour. Commits do not wait for the disk one by one: we flush once for all that were waiting (see `flush`),
 * which PostgreSQL keeps consistent by itself (data pages never overtake the log).
 */
const startParams = [
  ...PGlite.defaultStartParams.filter((param) => param !== '-F'),
  ...['wal_sync_method=fsync', 'synchronous_commit=off', 'timezone=UTC', 'client_min_messages=warning'].flatMap(
    (setting) => ['-c', setting],
  ),
]

/** Flushes the log up to everything committed so far; does nothing when nothing was written. */
const flushSql = `select case when pg_current_wal_insert_lsn() > pg_current_wal_flush_lsn()
  then pg_logical_emit_message(false, 'custodes', '', true) end`

/** As many answers may wait for one sync; more would only make the first one late. */
const MAX_SHARING = 64

const asFailure = (error: unknown): Failure => {
  const { message, code, detail, constraint } = error as Partial<Failure> & Error
  return { message, code: code ?? 'XX000', detail, constraint }
}
/** After a PANIC, or anything that is not an error of SQL, the instance must not be asked again. */
const isFatal = (error: unknown): boolean => {
  const { severity, code } = error as { severity?: string; code?: string }
  return (
    severity === undefined || severity === 'PANIC' || severity === 'FATAL' || code === undefined || /^58/.test(code)
  )
}

/** Opens the cluster in `dir` and answers requests until it is closed or breaks. */
export const serveEmbedded = async (
  port: MessagePort,
  dir: string,
  adjust?: (files: HostFiles) => void,
): Promise<void> => {
  const say = (reply: Reply): void => port.postMessage(reply)
  const pg = new PGlite({ fs: durableFiles(dir, adjust), extensions: { postgis }, startParams })
  const held: Reply[] = []
  const inbox: Request[] = []
  const nextRequest = (): Request | undefined =>
    inbox.shift() ?? (receiveMessageOnPort(port) as { message: Request } | undefined)?.message
  let inTransaction = false

  const run = async (request: Request): Promise<Reply> => {
    const done = (rows: readonly Record<string, unknown>[] = []): Reply => ({ is: 'rows', id: request.id, rows })
    try {
      if (request.op === 'query')
        return done((await pg.query(request.sql, request.params as unknown[])).rows as Record<string, unknown>[])
      if (request.op === 'listen' || request.op === 'unlisten') {
        await pg.exec(`${request.op} "${request.channel.replaceAll('"', '""')}"`)
        return done()
      }
      await pg.exec(request.op)
      inTransaction = request.op === 'begin'
      return done()
    } catch (error) {
      if (isFatal(error)) throw error
      if (request.op === 'commit' || request.op === 'rollback') inTransaction = false
      return { is: 'failed', id: request.id, failure: asFailure(error) }
    }
  }

  const flush = async (): Promise<void> => {
    await pg.query(flushSql)
    // A notification of a transaction is passed on when the transaction is durable.
    for (const reply of held.splice(0)) say(reply)
    await house.look()
  }

  const serve = async (): Promise<void> => {
    let request = nextRequest()
    while (request) {
      if (request.op === 'close') {
        await flush()
        await house.close()
        await pg.close()
        say({ is: 'rows', id: request.id, rows: [] })
        port.close()
        return
      }
      const reply = await run(request)
      if (inTransaction) say(reply)
      else held.push(reply)
      // Whoever asked meanwhile shares the next sync.
      request = nextRequest()
      if (!inTransaction && held.length > 0 && (!request || held.length >= MAX_SHARING)) await flush()
    }
  }

  const broke = (error: unknown): void => say({ is: 'broken', failure: asFailure(error) })
  const house = keepHouse(pg)
  try {
    await pg.waitReady
    pg.onNotification((channel, payload) => held.push({ is: 'notified', channel, payload }))
    await pg.exec('create extension if not exists postgis')
    await house.open()
    const { rows } = await pg.query<{ pg: string; gis: string }>(
      `select current_setting('server_version') as pg, (select extversion from pg_extension where extname = 'postgis') as gis`,
    )
    say({ is: 'ready', version: `PGlite (PostgreSQL ${rows[0]!.pg}), PostGIS ${rows[0]!.gis}` })
  } catch (error) {
    broke(error)
    return
  }
  let turn = Promise.resolve()
  port.on('message', (request: Request) => {
    inbox.push(request)
    turn = turn.then(serve).catch(broke)
  })
}
