import type { Queryable } from '../storage/database.ts'
import { chainHash, GENESIS } from './chain.ts'
import type { Checkpoint } from './checkpoint.ts'
import type { ChainRow } from './verify.ts'

/** An entry with everything that was hashed of it, and the hash before it: whoever has it can compute its place again. */
export interface ProvenEntry extends ChainRow {
  readonly previous: string
}

/** Entries with their places in the chain, in order; those that are not there are left out. */
export const proveEntries = async (db: Queryable, seqs: readonly number[]): Promise<readonly ProvenEntry[]> => {
  const rows = await db.query<ProvenEntry & Record<string, unknown>>(
    `select j.seq, j.recorded_at as "recordedAt", j.observed_at as "observedAt", j.kind, j.source, j.key, j.body,
            encode(j.raw, 'hex') as raw, encode(j.hash, 'hex') as hash,
            coalesce(encode(b.hash, 'hex'), $2) as previous
       from journal j left join journal b on b.seq = j.seq - 1 where j.seq = any($1::bigint[]) order by j.seq`,
    [[...new Set(seqs)], GENESIS],
  )
  return rows.map(({ seq, recordedAt, observedAt, kind, source, key, raw, body, hash, previous }) => ({
    ...{ seq, recordedAt, observedAt, kind, source, key, raw, body, hash, previous },
  }))
}

/** Whether the hash of an entry follows from its contents and from the hash before it. */
export const isProven = (entry: ProvenEntry): boolean => chainHash(entry.previous, entry) === entry.hash

/** The first checkpoint that was signed at or after `seq`; undefined while there is none. */
export const checkpointFrom = async (db: Queryable, seq: number): Promise<Checkpoint | undefined> => {
  const [row] = await db.query<Checkpoint & Record<string, unknown>>(
    `select seq, count, encode(hash, 'hex') as hash, recorded_at as "recordedAt", key_id as "keyId",
            encode(signature, 'hex') as signature from journal_checkpoint where seq >= $1 order by seq limit 1`,
    [seq],
  )
  return row && { ...row }
}
