import crypto from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Database } from './database.ts'

interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly checksum: string
}

const folder = fileURLToPath(new URL('./migrations', import.meta.url))
/** The same lock in every process: two servers starting together must not both migrate. */
const LOCK = 8_080_001

/**
 * Brings the schema up to date: the files `NNNN-name.sql` in `dir`, each once, in order, all in one transaction.
 * Returns the names of those it ran. Throws, changing nothing, when a file that was run before has been changed
 * or is missing, or when the store was made by a newer version of this program.
 */
export const migrate = async (db: Database, dir: string = folder): Promise<readonly string[]> => {
  const wanted = migrationsIn(dir)
  return db.transaction(async (tx) => {
    await tx.query('select pg_advisory_xact_lock($1)', [LOCK])
    // Asked first: a role that may only append must be able to start on a schema that is up to date.
    const [there] = await tx.query<{ name: string | null }>(`select to_regclass('schema_migration')::text as name`)
    if (!there?.name)
      await tx.query(`create table schema_migration (
        number integer primary key, name text not null, checksum text not null, ran_at timestamptz not null default now())`)
    const rows = await tx.query<{ number: number; name: string; checksum: string }>(
      'select number, name, checksum from schema_migration order by number',
    )
    const ran = new Map(rows.map((row) => [row.number, row]))
    for (const before of rows) {
      const now = wanted.find((m) => m.number === before.number)
      if (!now)
        throw new Error(
          `migration ${before.name} was run on this store but is not in this version: it is newer than this program`,
        )
      if (now.checksum !== before.checksum)
        throw new Error(
          `migration ${now.name} was changed after it was run: put the old text back and add a new migration`,
        )
    }
    const fresh = wanted.filter((m) => !ran.has(m.number))
    for (const { number, name, sql, checksum } of fresh) {
      for (const statement of statementsOf(sql)) await tx.query(statement)
      await tx.query('insert into schema_migration (number, name, checksum) values ($1, $2, $3)', [
        number,
        name,
        checksum,
      ])
    }
    return fresh.map((m) => m.name)
  })
}

const migrationsIn = (dir: string): readonly Migration[] => {
  const files = fs.readdirSync(dir).filter((f) => f.endsWith('.sql'))
  const all = files.sort().map((file) => {
    const match = /^(\d{4})-[a-z0-9-]+\.sql$/.exec(file)
    if (!match) throw new Error(`${file}: a migration is called NNNN-what-it-does.sql`)
    const sql = fs.readFileSync(path.join(dir, file), 'utf8')
    const checksum = crypto.createHash('sha256').update(sql).digest('hex')
    return { number: Number(match[1]), name: file, sql, checksum }
  })
  all.forEach((m, i) => {
    if (all[i + 1]?.number === m.number) throw new Error(`${m.name} and ${all[i + 1]!.name} have the same number`)
  })
  return all
}

/** Splits at the semicolons that end a line, outside `$$ … $$`: one statement a query is what both stores take. */
export const statementsOf = (sql: string): readonly string[] => {
  const statements: string[] = []
  let current = ''
  let inBody = false
  for (const line of sql.split('\n')) {
    const text = inBody ? line : line.replace(/^\s*--.*$/, '')
    if ((text.split('$$').length - 1) % 2 === 1) inBody = !inBody
    current += `${text}\n`
    if (!inBody && /;\s*$/.test(text)) {
      statements.push(current.trim())
      current = ''
    }
  }
  if (current.trim() !== '') statements.push(current.trim())
  return statements
}
