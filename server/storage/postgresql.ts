import pg from 'pg'
import type { Database, Queryable, Row } from './database.ts'
import { CONNECTION_LOST, codeOf, databaseError } from './errors.ts'
import type { Log } from './log.ts'
import { listenOn } from './postgresql-listen.ts'

const MIN_POSTGRESQL = 150_000
const MIN_POSTGIS = [3, 3] as const

export interface PostgresqlOptions {
  /** `postgresql://user:password@host:port/database`; may carry the options of libpq. */
  readonly url: string
  readonly log: Log
  /** Connections at most; 10 unless told. */
  readonly connections?: number
  /** A statement that takes longer is cancelled: 60,000 ms unless told. */
  readonly statementTimeoutMs?: number
}

/** bigint and oid as numbers; the same in both stores. */
const typesAsNumbers: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === pg.types.builtins.INT8 && format !== 'binary') return Number
    if (oid === 1016 && format !== 'binary')
      return (text: string) => text.slice(1, -1).split(',').filter(Boolean).map(Number)
    return pg.types.getTypeParser(oid, format as 'text')
  }) as pg.CustomTypesConfig['getTypeParser'],
}

/** Errors of `pg` without a code are broken connections; give them the code of one. */
const named = (error: unknown): unknown =>
  error instanceof Error && codeOf(error) === '' && /connection|timeout|terminated|closed|socket/i.test(error.message)
    ? databaseError(error.message, CONNECTION_LOST, error)
    : error

const overClient = (client: Pick<pg.Pool, 'query'>): Queryable => ({
  query: async <R extends Row>(sql: string, params: readonly unknown[] = []) => {
    try {
      return (await client.query<R>(sql, params as unknown[])).rows
    } catch (error) {
      throw named(error)
    }
  },
})

/**
 * Opens PostgreSQL ≥ 15. Commits are synchronous whatever the server's own default, so that a promise that
 * resolves means durable. Throws when the server is too old, lacks PostGIS ≥ 3.3, or cannot be reached.
 */
export const openPostgresql = async (options: PostgresqlOptions): Promise<Database> => {
  const { log } = options
  const timeout = options.statementTimeoutMs ?? 60_000
  const settings: pg.ClientConfig = {
    connectionString: options.url,
    application_name: 'custodes',
    types: typesAsNumbers,
    keepAlive: true,
    connectionTimeoutMillis: 10_000,
    // A network that swallows packets must not hold a commit for ever: the client gives up a little after the server.
    query_timeout: timeout + 5_000,
    options: `-c synchronous_commit=on -c statement_timeout=${timeout} -c timezone=UTC -c client_min_messages=warning`,
  }
  const pool = new pg.Pool({ ...settings, max: options.connections ?? 10, idleTimeoutMillis: 30_000 })
  pool.on('error', (error) => log.warn({ code: codeOf(error), problem: error.message }, 'an idle connection was lost'))
  const query = overClient(pool).query

  const transaction = async <T>(work: (tx: Queryable) => Promise<T>): Promise<T> => {
    const client = await pool.connect().catch((error) => {
      throw named(error)
    })
    let broken = false
    // Without a listener a connection that dies between two statements would end the process.
    const onError = (): void => {
      broken = true
    }
    client.on('error', onError)
    try {
      await client.query('begin')
      const result = await work(overClient(client))
      await client.query('commit')
      return result
    } catch (error) {
      await client.query('rollback').catch(() => {
        broken = true
      })
      throw named(error)
    } finally {
      client.off('error', onError)
      client.release(broken)
    }
  }

  try {
    const version = await checkVersions(query)
    const listener = listenOn(settings, log)
    let closing: Promise<void> | undefined
    return {
      kind: 'postgresql',
      version,
      query,
      transaction,
      listen: listener.listen,
      close: () => {
        closing ??= listener.close().then(() => pool.end())
        return closing
      },
    }
  } catch (error) {
    await pool.end()
    throw error
  }
}

const checkVersions = async (query: Queryable['query']): Promise<string> => {
  const [server] = await query<{ number: string; name: string; postgis: string | null }>(
    `select current_setting('server_version_num') as number, current_setting('server_version') as name,
            (select default_version from pg_available_extensions where name = 'postgis') as postgis`,
  )
  const { number, name, postgis } = server!
  if (Number(number) < MIN_POSTGRESQL)
    throw new Error(`PostgreSQL ${name} is too old: version 15 or newer is needed (DATABASE_URL)`)
  if (postgis === null)
    throw new Error(`PostgreSQL ${name} has no PostGIS: install PostGIS 3.3 or newer (Debian: postgresql-15-postgis-3)`)
  const [major = 0, minor = 0] = postgis.split('.').map(Number)
  if (major < MIN_POSTGIS[0] || (major === MIN_POSTGIS[0] && minor < MIN_POSTGIS[1]))
    throw new Error(`PostGIS ${postgis} is too old: version 3.3 or newer is needed`)
  return `PostgreSQL ${name.split(' ')[0]}, PostGIS ${postgis}`
}
