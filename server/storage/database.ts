/** A row as the driver gives it; bigint columns arrive as numbers below 2^53. */
export type Row = Record<string, unknown>

export interface Queryable {
  /** Runs one statement with `$1…` parameters. */
  query<R extends Row = Row>(sql: string, params?: readonly unknown[]): Promise<readonly R[]>
}

/**
 * One thin face over PostgreSQL (`pg`) and the embedded PGlite, both with PostGIS and the same SQL.
 * A promise that resolves means *durable*: PostgreSQL with synchronous_commit on; embedded after its
 * write-ahead log was handed to fdatasync, because PGlite itself never syncs.
 */
export interface Database extends Queryable {
  readonly kind: 'postgresql' | 'embedded'
  /** Server version and PostGIS version, for the console and the logs. */
  readonly version: string
  /** Runs `work` in one transaction; rolls back and rethrows when it throws. Resolves once durable. */
  transaction<T>(work: (tx: Queryable) => Promise<T>): Promise<T>
  /** Calls back for every NOTIFY on a channel. Returns how to stop. */
  listen(channel: string, heard: (payload: string) => void): Promise<() => Promise<void>>
  close(): Promise<void>
}
