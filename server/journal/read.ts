import type { Entry } from '../domain/entry.ts'
import type { Observation, ObservationKind } from '../domain/observation/index.ts'
import type { Queryable } from '../storage/database.ts'
import type { ReadOptions, StoredEntry } from './journal.ts'

const MAX_LIMIT = 10_000
const DEFAULT_LIMIT = 1_000

interface Row extends Record<string, unknown> {
  readonly seq: number
  readonly recordedAt: number
  readonly body: string
}

/** An entry as everybody sees it: what was stored, never the object that was handed in. */
export const entryOf = (row: { readonly seq: number; readonly recordedAt: number; readonly body: string }): Entry => ({
  seq: row.seq,
  recordedAt: row.recordedAt,
  observation: JSON.parse(row.body) as Observation,
})

/** Bounds on the clock as bounds on seq, which runs with it. `undefined`: nothing lies within them. */
const seqBounds = async (
  db: Queryable,
  { from, until }: ReadOptions,
): Promise<{ low: number; high: number } | undefined> => {
  const bounds = { low: 0, high: Number.MAX_SAFE_INTEGER }
  if (from !== undefined) {
    const [row] = await db.query<{ seq: number | null }>(
      `select min(seq) as seq from journal
       where recorded_at = (select min(recorded_at) from journal where recorded_at >= $1)`,
      [from],
    )
    if (row!.seq === null) return undefined
    bounds.low = row!.seq
  }
  if (until !== undefined) {
    const [row] = await db.query<{ seq: number | null }>(
      `select max(seq) as seq from journal
       where recorded_at = (select max(recorded_at) from journal where recorded_at <= $1)`,
      [until],
    )
    if (row!.seq === null) return undefined
    bounds.high = row!.seq
  }
  return bounds
}

/** See `Journal.read`. */
export const readEntries = async (db: Queryable, options: ReadOptions = {}): Promise<readonly Entry[]> => {
  const { after = 0, limit = DEFAULT_LIMIT, kinds } = options
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_LIMIT)
    throw new RangeError(`limit is ${limit}: it must be 1 to ${MAX_LIMIT}`)
  if (kinds?.length === 0) return []
  const bounds = await seqBounds(db, options)
  if (!bounds) return []
  const low = Math.max(after + 1, bounds.low)
  const columns = `seq, recorded_at as "recordedAt", body`
  const rows = kinds
    ? // Kind by kind along the index (kind, seq): a rare kind is found without reading the millions between.
      await db.query<Row>(
        `select e.* from unnest($1::text[]) as wanted (kind) cross join lateral (
           select ${columns} from journal j where j.kind = wanted.kind and seq between $2 and $3 order by seq limit $4
         ) e order by seq limit $4`,
        [[...new Set(kinds)], low, bounds.high, limit],
      )
    : await db.query<Row>(`select ${columns} from journal where seq between $1 and $2 order by seq limit $3`, [
        low,
        bounds.high,
        limit,
      ])
  return rows.map(entryOf)
}

/** See `Journal.inspect`. */
export const inspectEntries = async (db: Queryable, seqs: readonly number[]): Promise<readonly StoredEntry[]> => {
  const rows = await db.query<Row & { source: string; key: string; raw: Uint8Array | null; hash: string }>(
    `select seq, recorded_at as "recordedAt", body, source, key, raw, encode(hash, 'hex') as hash
     from journal where seq = any($1::bigint[]) order by seq`,
    [seqs],
  )
  return rows.map((row) => ({
    entry: entryOf(row),
    source: row.source,
    key: row.key,
    raw: row.raw && Uint8Array.from(row.raw),
    hash: row.hash,
  }))
}

/** See `Journal.known`. */
export const knownKeys = async (
  db: Queryable,
  source: string,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> => {
  if (keys.length > MAX_LIMIT) throw new RangeError(`${keys.length} keys, at most ${MAX_LIMIT}`)
  if (keys.length === 0) return new Map()
  const rows = await db.query<{ key: string; seq: number }>(
    'select key, seq from journal where source = $1 and key = any($2::text[])',
    [source, keys],
  )
  return new Map(rows.map(({ key, seq }) => [key, seq]))
}

/** See `Journal.last`. */
export const lastEntry = async (db: Queryable, source: string, kind: ObservationKind): Promise<Entry | undefined> => {
  const [row] = await db.query<Row>(
    `select seq, recorded_at as "recordedAt", body from journal where kind = $1 and source = $2 order by seq desc limit 1`,
    [kind, source],
  )
  return row && entryOf(row)
}
