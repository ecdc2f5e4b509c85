import type { PGlite } from '@electric-sql/pglite'

/** Log written since the last checkpoint, in bytes, that makes us take one: bounds the recovery at the next start. */
const CHECKPOINT_BYTES = 32 * 1024 * 1024
const TIDY_EVERY_MS = 6 * 3_600_000
/** Larger tables are only analysed: vacuuming them would hold everybody up. 8 kB pages. */
const SMALL_PAGES = 2_000

export interface Housekeeping {
  open(): Promise<void>
  /** Called after each sync; mostly does nothing. */
  look(): Promise<void>
  close(): Promise<void>
}

/** A PGlite has no background processes: nobody takes checkpoints, collects statistics or vacuums, so we do. */
export const keepHouse = (pg: PGlite): Housekeeping => {
  let checkpointAt = 0
  let tidiedAt = 0
  let looks = 0

  const written = async (): Promise<number> => {
    const { rows } = await pg.query<{ bytes: string }>(
      `select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as bytes`,
    )
    return Number(rows[0]!.bytes)
  }
  const checkpoint = async (): Promise<void> => {
    await pg.exec('checkpoint')
    checkpointAt = await written()
  }
  const tidy = async (): Promise<void> => {
    tidiedAt = performance.now()
    const { rows } = await pg.query<{ name: string; pages: number }>(
      `select relname as name, pg_relation_size(oid) / 8192 as pages from pg_class
       where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'spatial_ref_sys'`,
    )
    for (const { name, pages } of rows)
      await pg.exec(`${pages <= SMALL_PAGES ? 'vacuum (analyze)' : 'analyze'} "${name.replaceAll('"', '""')}"`)
  }
  return {
    open: async () => {
      await tidy()
      await checkpoint()
    },
    look: async () => {
      // One look in 32 is enough: 32 batches of a thousand entries are about as many megabytes.
      if (++looks % 32 !== 0) return
      if ((await written()) - checkpointAt > CHECKPOINT_BYTES) await checkpoint()
      if (performance.now() - tidiedAt > TIDY_EVERY_MS) await tidy()
    },
    close: () => checkpoint(),
  }
}
