import type { Database } from './database.ts'
import { openEmbedded } from './embedded.ts'
import type { Log } from './log.ts'
import { openPostgresql } from './postgresql.ts'

export { migrate } from './migrate.ts'

export interface OpenOptions {
  /** A PostgreSQL to use; without it the embedded store in `dataDir`. */
  readonly databaseUrl?: string | undefined
  readonly dataDir: string
  readonly log: Log
  /** See EmbeddedOptions. */
  readonly cacheDir?: string | undefined
}

/** Opens the store. The schema is not touched: call `migrate` next. Throws when it cannot be opened, saying why. */
export const openDatabase = ({ databaseUrl, dataDir, log, cacheDir }: OpenOptions): Promise<Database> =>
  databaseUrl ? openPostgresql({ url: databaseUrl, log }) : openEmbedded({ dataDir, log, cacheDir })
