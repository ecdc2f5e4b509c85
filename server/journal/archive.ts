import type { Queryable } from '../storage/database.ts'
import type { Checkpoint } from './checkpoint.ts'
import { type Head, readHead } from './commit.ts'
import type { ChainRow, Lists } from './verify.ts'

/** All of a journal, wherever it lies: what verify and a dump need. */
export interface Archive {
  readonly head: Head
  readonly checkpoints: readonly Checkpoint[]
  /** PEM, as stored with the journal. */
  readonly publicKeys: readonly string[]
  readonly entries: Lists<ChainRow>
}

/** Rows fetched at once: about 2 MB. */
const PAGE = 5_000

/** Opens the journal of a store for reading from its first entry to the end it has now. */
export const storedArchive = async (db: Queryable): Promise<Archive> => {
  const head = await readHead(db)
  const checkpoints = await db.query<Checkpoint & Record<string, unknown>>(
    `select seq, count, encode(hash, 'hex') as hash, recorded_at as "recordedAt", key_id as "keyId",
            encode(signature, 'hex') as signature from journal_checkpoint where seq <= $1 order by seq`,
    [head.seq],
  )
  const keys = await db.query<{ pem: string }>('select public_key as pem from journal_key order by key_id')
  return { head, checkpoints, publicKeys: keys.map(({ pem }) => pem), entries: pages(db, head.seq) }
}

/** The next page is fetched while the one before is being looked at. */
async function* pages(db: Queryable, until: number): AsyncGenerator<readonly ChainRow[]> {
  const page = (after: number): Promise<readonly (ChainRow & Record<string, unknown>)[]> =>
    db.query<ChainRow & Record<string, unknown>>(
      `select seq, recorded_at as "recordedAt", observed_at as "observedAt", kind, source, key, body,
              encode(raw, 'hex') as raw, encode(hash, 'hex') as hash
       from journal where seq > $1 and seq <= $2 order by seq limit ${PAGE}`,
      [after, until],
    )
  let ahead = page(Number.MIN_SAFE_INTEGER)
  for (;;) {
    const rows = await ahead
    if (rows.length === 0) return
    ahead = page(rows.at(-1)!.seq)
    // Whoever stops reading early leaves this one behind; its failure is nobody's then.
    ahead.catch(() => undefined)
    yield rows
  }
}

/** Whether the store holds entries behind its own end: nobody who goes through the journal can have put them there. */
export const entriesBehindHead = async (db: Queryable): Promise<number> => {
  const [row] = await db.query<{ n: number }>(
    'select count(*) as n from journal where seq > (select seq from journal_head)',
  )
  return row!.n
}
