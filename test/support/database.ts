import crypto from 'node:crypto'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import pg from 'pg'
import type { Database } from '../../server/storage/database.ts'
import { quiet } from '../../server/storage/log.ts'
import { migrate, openDatabase } from '../../server/storage/open.ts'

/** Where initialised embedded clusters are kept from run to run. */
export const cacheDir = path.resolve('.cache')

/** A temporary folder; the caller removes it. */
export const temporaryFolder = (name: string): string => fs.mkdtempSync(path.join(os.tmpdir(), `custodes-${name}-`))

/** Makes a new, empty database on the run's PostgreSQL; `url` is what the setup provides as `postgresqlUrl`. */
export const freshPostgresqlUrl = async (url: string): Promise<string> => {
  const name = `test_${crypto.randomBytes(6).toString('hex')}`
  const client = new pg.Client(url)
  await client.connect()
  await client.query(`create database ${name}`)
  await client.end()
  const fresh = new URL(url)
  fresh.pathname = `/${name}`
  return fresh.href
}

/** A store of one kind for one test file, and how to open it again. */
export interface TestStore {
  readonly kind: Database['kind']
  /** What `openDatabase` takes. */
  readonly at: { readonly databaseUrl: string | undefined; readonly dataDir: string }
  /** Opens it, migrated. */
  open(): Promise<Database>
  remove(): void
}

/** `postgresqlUrl` as the setup provides it; without it an embedded store. */
export const testStore = async (postgresqlUrl?: string): Promise<TestStore> => {
  const dir = temporaryFolder('store')
  const databaseUrl = postgresqlUrl && (await freshPostgresqlUrl(postgresqlUrl))
  const at = { databaseUrl, dataDir: path.join(dir, 'data') }
  return {
    kind: databaseUrl ? 'postgresql' : 'embedded',
    at,
    open: async () => {
      const db = await openDatabase({ ...at, log: quiet, cacheDir })
      await migrate(db)
      return db
    },
    remove: () => fs.rmSync(dir, { recursive: true, force: true }),
  }
}
