import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { promisify } from 'node:util'
import { createGzip, gunzip } from 'node:zlib'
import { days, type Instant } from '../../domain/time.ts'
import type { Database } from '../../storage/database.ts'

/** Up to where a snapshot goes. */
export interface Reached {
  readonly seq: number
  /** `recordedAt` of that entry. */
  readonly recordedAt: Instant
}

/** For so long any moment is near a snapshot; older ones are thinned out to one a week, and after a year to none. */
const NEAR_MS = days(31)
const FAR_MS = days(366)
const WEEK_MS = days(7)

/** Snapshots of one view of the past, of one program and rulebook. */
export const createPastStore = (database: Database, view: string, identity: string, most: number) => {
  /** The newest snapshot that holds nothing recorded after `at`. */
  const before = async (at: Instant): Promise<(Reached & { readonly json: string }) | undefined> => {
    const [row] = await database.query<{ seq: number; recordedAt: number; state: Uint8Array }>(
      `select seq, recorded_at as "recordedAt", state from past_snapshot
       where view = $1 and identity = $2 and recorded_at <= $3 order by seq desc limit 1`,
      [view, identity, at],
    )
    if (!row) return undefined
    const json = (await promisify(gunzip)(row.state)).toString('utf8')
    return { seq: row.seq, recordedAt: row.recordedAt, json }
  }

  const newest = async (): Promise<Reached | undefined> => {
    const [row] = await database.query<{ seq: number; recordedAt: number }>(
      `select seq, recorded_at as "recordedAt" from past_snapshot
       where view = $1 and identity = $2 order by seq desc limit 1`,
      [view, identity],
    )
    return row
  }

  /** Stores one and thins out what is old or too many: of those older than a day, every second one goes. */
  const save = async ({ seq, recordedAt }: Reached, json: Iterable<string>): Promise<void> => {
    const state = await buffer(Readable.from(json).pipe(createGzip({ level: 1 })))
    await database.transaction(async (tx) => {
      await tx.query(
        `insert into past_snapshot (view, identity, seq, recorded_at, state) values ($1, $2, $3, $4, $5)
         on conflict do nothing`,
        [view, identity, seq, recordedAt, state],
      )
      await tx.query(
        `delete from past_snapshot p where view = $1 and (
           identity <> $2 or recorded_at < $3 or (recorded_at < $4 and exists (
             select from past_snapshot q where q.view = p.view and q.identity = p.identity and q.seq < p.seq
               and q.recorded_at / $5 = p.recorded_at / $5)))`,
        [view, identity, recordedAt - FAR_MS, recordedAt - NEAR_MS, WEEK_MS],
      )
      await tx.query(
        `delete from past_snapshot where (view, identity, seq) in (
           select view, identity, seq from (
             select view, identity, seq, recorded_at, row_number() over (order by seq desc) as place,
               count(*) over () as kept
             from past_snapshot where view = $1 and identity = $2
           ) numbered where kept > $3 and place % 2 = 0 and recorded_at < $4)`,
        [view, identity, most, recordedAt - days(1)],
      )
    })
  }

  return { before, newest, save }
}
