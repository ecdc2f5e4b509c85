import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { demoClock, worldClock } from '../clock.ts'
import { type Config, placesIn, readConfig } from '../config.ts'
import type { Clock } from '../domain/time.ts'
import { openJournal } from '../journal/open.ts'
import { quiet } from '../storage/log.ts'
import { migrate, openDatabase } from '../storage/open.ts'
import { type ImportResult, importCounty } from '../supervision/import/import-county.ts'
import { problemLine } from '../supervision/import/problem.ts'
import type { SourceFile } from '../supervision/import/read-files.ts'
import { instantOf } from './liberal.ts'

const usage = `用法 Usage: npm run import -- DIR [--dry-run] [--by NAME] [--database URL | --data DIR] [--days N] [--demo-from TIME]
Reads the county folder DIR (docs/county.md) and imports it whole, or nothing of it when anything is wrong.
--dry-run    says what would change and changes nothing
--by         the account that imports (default: import)
--database   a PostgreSQL; --data: the data folder of the embedded store. Default: DATABASE_URL and DATA_DIR.
             The embedded store can be opened by one program only: stop the server first.
--days       how many days ahead the repeating roster is written out, 1 to 60 (default 14)
--demo-from  let the running shift begin at this moment (ISO 8601 with a zone), for demonstrations
Exit code: 0 done · 1 refused, nothing was changed · 2 wrong call.`

/** Where the server keeps its template of an empty store. */
const CACHE = path.resolve(import.meta.dirname, '..', '..', '.cache')

const wrongCall = (problem: string): never => {
  console.error(`${problem}\n\n${usage}`)
  process.exit(2)
}

const readCall = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        'dry-run': { type: 'boolean', default: false },
        by: { type: 'string', default: 'import' },
        database: { type: 'string' },
        data: { type: 'string' },
        days: { type: 'string', default: '14' },
        'demo-from': { type: 'string' },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return wrongCall((error as Error).message)
  }
}

/** The folder's files; subfolders and hidden files are not looked at. */
const filesIn = (folder: string): SourceFile[] => {
  if (!fs.statSync(folder, { throwIfNoEntry: false })?.isDirectory())
    return wrongCall(`${folder} 不是文件夹 is not a folder`)
  return fs
    .readdirSync(folder, { withFileTypes: true })
    .filter((f) => f.isFile() && !f.name.startsWith('.'))
    .map(({ name }) => ({ name, bytes: fs.readFileSync(path.join(folder, name)) }))
}

/** The clock the server of the same environment goes by; a demonstration that has not begun stands at its beginning. */
const clockOf = ({ demo, clock: { epoch, anchor = Number.POSITIVE_INFINITY, speed } }: Config): Clock =>
  demo && epoch !== undefined ? demoClock(() => ({ epoch, anchor, speed })) : worldClock

/** Prints what happened, in both languages; returns the exit code. */
const tell = (result: ImportResult): 0 | 1 => {
  if (result.is === 'refused') {
    for (const problem of result.problems) {
      console.error(problemLine(problem, 'zh'))
      console.error(`  ${problemLine(problem, 'en')}`)
    }
    console.error(
      `\n共${result.problems.length}处错误，未作任何更改。${result.problems.length} problems; nothing was changed.`,
    )
    return 1
  }
  if (result.is === 'changed-since') throw new Error('a command agrees to no plan beforehand')
  const { plan, layerReplaced, seq } = result
  console.log(result.is === 'planned' ? '试运行，未作更改 dry run, nothing was changed' : '已导入 imported')
  for (const { kind, added, changed } of plan.kinds)
    if (added + changed > 0) console.log(`  ${kind.padEnd(24)} 新增 added ${added}  变更 changed ${changed}`)
  for (const { about } of plan.changed.slice(0, 50)) console.log(`  ~ ${about}`)
  for (const { about } of plan.held)
    console.log(`  ! ${about}: 已在控制台停用，保持不变 blocked at the console, left alone`)
  console.log(`  不变 unchanged ${plan.unchanged}${layerReplaced ? '；底图 base layer ✓' : ''}`)
  if (seq !== null) console.log(`  日志 journal ${seq - plan.drafts.length}–${seq}`)
  return 0
}

const main = async (): Promise<number> => {
  const { values: v, positionals } = readCall()
  const [folder, ...more] = positionals
  if (v.help) {
    console.log(usage)
    return 0
  }
  if (folder === undefined || more.length > 0) return wrongCall('DIR 缺失或多于一个 give one DIR')
  if (v.database !== undefined && v.data !== undefined)
    return wrongCall('--database 与 --data 只能给一个 give one of them')
  const days = Number(v.days)
  if (!Number.isInteger(days) || days < 1 || days > 60) return wrongCall(`--days ${v.days}: 1 to 60`)
  const beginAt =
    v['demo-from'] === undefined
      ? undefined
      : (instantOf(v['demo-from']) ?? wrongCall(`--demo-from ${v['demo-from']}: ISO 8601`))
  const result = readConfig()
  if ('problems' in result) return wrongCall(result.problems.join('\n'))
  const { config } = result
  const dataDir = v.data === undefined ? config.dataDir : path.resolve(v.data)
  const files = filesIn(folder)
  const clock = clockOf(config)
  fs.mkdirSync(dataDir, { recursive: true, mode: 0o700 })
  const databaseUrl = v.data === undefined ? (v.database ?? config.databaseUrl) : undefined
  const database = await openDatabase({
    databaseUrl,
    dataDir: placesIn(dataDir).store,
    cacheDir: CACHE,
    log: quiet,
  })
  try {
    await migrate(database)
    const journal = await openJournal({
      database,
      clock,
      signingKey: placesIn(dataDir).signingKey,
      log: quiet,
    })
    try {
      const at = clock()
      const roster = { from: at, days, ...(beginAt === undefined ? {} : { beginAt }) }
      return tell(await importCounty({ journal, database, files, at, by: v.by, roster, dryRun: v['dry-run'] }))
    } finally {
      await journal.close()
    }
  } finally {
    await database.close()
  }
}

main().then(
  (code) => {
    process.exitCode = code
  },
  (error: unknown) => {
    console.error(error instanceof Error ? error.message : error)
    process.exitCode = 1
  },
)
