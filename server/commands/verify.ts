import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { placesIn, readConfig } from '../config.ts'
import { type Archive, entriesBehindHead, storedArchive } from '../journal/archive.ts'
import { isDamagedDump, openDump, writeDump } from '../journal/dump.ts'
import { readEntries } from '../journal/read.ts'
import { type ChainRow, type Verification, verifyEntries } from '../journal/verify.ts'
import type { Database } from '../storage/database.ts'
import { quiet } from '../storage/log.ts'
import { openDatabase } from '../storage/open.ts'
import { unprovenManifest, verifyArchive } from '../video/proof/verify-archive.ts'
import { createExpectation, verifyFolder } from '../video/proof/verify-folder.ts'
import { checkRows, type Kept } from './rows-check.ts'

const usage = `Usage: npm run --silent verify -- ARCHIVE.zip [--key PUBLIC.pem]… [--json]
       npm run --silent verify -- [--database URL | --data DIR | --dump FILE] [--public-key FILE]… [--json]
       npm run --silent verify -- [--database URL | --data DIR] --write-dump FILE
       npm run --silent verify -- [--database URL | --data DIR] --rows EXPORT.jsonl --system NAME
Checks the journal from its first entry: numbers, clock, hash chain, signed checkpoints, its end. Names the first
bad entry. Without a place it takes the store of the settings (DATABASE_URL, DATA_DIR). An embedded store is checked
while its server is stopped. Checkpoints are checked with the keys given; without one, with <DATA_DIR>/signing-key.pub
if it is there, or else with the keys stored in the journal itself, which proves less.
With --rows it holds a ticket system's own change history (Debezium records, one JSON a line) against the rows that came to us,
checks their chain, and names the first difference.
Then every recording that should be in the folder of recordings is held against the hash that was journalled
(--no-video: not). An ARCHIVE of exported recordings is proved alone: on any machine, with the public key.
Exit code: 0 sound; 1 not sound; 2 it could not be checked.`

/** Ends the program when the journal could not be checked at all. */
const fail = (problem: string): never => {
  console.error(problem)
  process.exit(2)
}
const readCall = () => {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        database: { type: 'string' },
        data: { type: 'string' },
        dump: { type: 'string' },
        'write-dump': { type: 'string' },
        rows: { type: 'string' },
        system: { type: 'string' },
        'public-key': { type: 'string', multiple: true, default: [] },
        key: { type: 'string', multiple: true, default: [] },
        'no-video': { type: 'boolean', default: false },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    })
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${usage}`)
  }
}

const { values: call, positionals } = readCall()
const keyFiles = [...call['public-key'], ...call.key]
if (call.help) {
  console.log(usage)
  process.exit(0)
}
if ([call.database, call.data, call.dump].filter((place) => place !== undefined).length > 1)
  fail(`--database, --data and --dump are three places: name one\n\n${usage}`)

/** An archive of recordings needs neither a store nor settings. */
const verifyExport = async (file: string): Promise<never> => {
  const own = async (): Promise<string[]> => {
    const manifest = await unprovenManifest(file)
    return manifest ? [manifest.key.publicKey] : []
  }
  const pems = keyFiles.length > 0 ? keyFiles.map((name) => fs.readFileSync(name, 'utf8')) : await own()
  const from = keyFiles.length > 0 ? keyFiles.join(', ') : 'the archive itself (--key would prove more)'
  const found = await verifyArchive(file, pems)
  const { manifest, ...rest } = found
  if (call.json) console.log(JSON.stringify({ ...rest, export: manifest?.export ?? null, keys: from }))
  else if (found.sound) console.log(`sound: ${found.files} files of export ${manifest!.export.id}; key from ${from}`)
  else
    console.log(`NOT SOUND: ${found.file}: ${found.words}\n${found.files} files before it are sound; key from ${from}`)
  process.exit(found.sound ? 0 : 1)
}
if (positionals.length > 1) fail(`one archive at a time\n\n${usage}`)
if (positionals[0] !== undefined)
  await verifyExport(positionals[0]).catch((error: unknown) =>
    fail(`the archive could not be checked: ${(error as Error).message}`),
  )

/** Where to look: what the call names, or the settings. */
const place = (): { databaseUrl: string | undefined; dataDir: string; video?: string } => {
  if (call.data !== undefined) return { databaseUrl: undefined, dataDir: call.data }
  const read = readConfig()
  if ('problems' in read) {
    if (call.database === undefined && call.dump === undefined) fail(read.problems.join('\n'))
    return { databaseUrl: call.database, dataDir: 'data' }
  }
  const { dataDir, recordings } = read.config
  return { databaseUrl: call.database ?? read.config.databaseUrl, dataDir, video: recordings.folder }
}
const { databaseUrl, dataDir, video } = place()
const places = placesIn(dataDir)

const open = async (): Promise<{ archive: Archive; database?: Database }> => {
  if (call.dump !== undefined) return { archive: await openDump(call.dump) }
  if (databaseUrl === undefined && !fs.existsSync(path.join(places.store, 'ready')))
    return fail(`${dataDir} holds no embedded store: name one with --data, or a PostgreSQL with --database`)
  const database = await openDatabase({ databaseUrl, dataDir: places.store, log: quiet })
  return { archive: await storedArchive(database), database }
}

const publicKeys = (archive: Archive): { pems: readonly string[]; from: string } => {
  const beside = places.publicKey
  const files = keyFiles.length > 0 ? keyFiles : fs.existsSync(beside) ? [beside] : []
  if (files.length === 0)
    return { pems: archive.publicKeys, from: 'the journal itself (--public-key would prove more)' }
  return { pems: files.map((file) => fs.readFileSync(file, 'utf8')), from: files.join(', ') }
}

/** Lets the recordings be expected while the chain is checked. */
async function* watched(
  lists: Archive['entries'],
  expected: ReturnType<typeof createExpectation>,
): AsyncGenerator<readonly ChainRow[]> {
  for await (const rows of lists) {
    for (const row of rows) if (footageFamilies.test(row.kind)) expected.apply(row.seq, JSON.parse(row.body))
    yield rows
  }
}
const footageFamilies = /^(segment|footage|recording)\./

const started = performance.now()
const speed = (entries: number): string =>
  `${Math.round(entries / Math.max(0.001, (performance.now() - started) / 1_000)).toLocaleString('en')}/s`
let shown = started
const progress = (entries: number): void => {
  if (performance.now() - shown < 1_000) return
  shown = performance.now()
  process.stderr.write(`${entries.toLocaleString('en')} entries, ${speed(entries)}\n`)
}

const report = (v: Verification, total: number, keys: string): void => {
  if (call.json) {
    console.log(JSON.stringify({ ...v, problem: v.problem ?? null, keys, ms: Math.round(performance.now() - started) }))
    return
  }
  const read = `${v.entries.toLocaleString('en')} of ${total.toLocaleString('en')} entries read (${speed(v.entries)})`
  const signed = `${v.checkpoints} signed checkpoints, ${v.unsigned} entries after the last; keys from ${keys}`
  if (v.sound) console.log(`sound: ${read}; ${signed}`)
  else console.log(`NOT SOUND: ${v.problem!.words} [${v.problem!.what}]\n${read}; ${signed}`)
}

/** The rows of one system, in the order of their chain. */
const keptRows = async (database: Database, system: string): Promise<Kept[]> => {
  const kept: Kept[] = []
  for (let after = -1; ; ) {
    const page = await readEntries(database, { after, kinds: ['row.changed'], limit: 5_000 })
    for (const { observation: o } of page) if (o.kind === 'row.changed' && o.data.system === system) kept.push(o.data)
    if (page.length < 5_000) return kept
    after = page.at(-1)!.seq
  }
}

try {
  const { archive, database } = await open()
  if (call.rows !== undefined) {
    if (!database || call.system === undefined) fail(`--rows needs --system NAME and a store, not a dump\n\n${usage}`)
    const lines = fs
      .readFileSync(call.rows, 'utf8')
      .split('\n')
      .filter((line) => line.trim() !== '')
    const checked = checkRows(
      await keptRows(database!, call.system!),
      lines.map((line) => JSON.parse(line) as unknown),
    )
    await database!.close()
    if (call.json) console.log(JSON.stringify(checked))
    else if (checked.sound) console.log(`sound: ${checked.rows} rows here, ${checked.exported} in the export, the same`)
    else console.log(`NOT THE SAME: ${checked.difference}`)
    process.exit(checked.sound ? 0 : 1)
  }
  if (call['write-dump'] !== undefined) {
    const count = await writeDump(archive, call['write-dump'])
    await database?.close()
    console.log(`${count.toLocaleString('en')} entries written to ${call['write-dump']}`)
    process.exit(0)
  }
  const { pems, from } = publicKeys(archive)
  const expected = createExpectation()
  let found = await verifyEntries(watched(archive.entries, expected), archive.checkpoints, pems, {
    head: archive.head,
    progress,
  })
  const behind = found.sound && database ? await entriesBehindHead(database) : 0
  if (behind > 0) {
    const words = `${behind} entries lie behind the end of the journal, ${archive.head.seq}`
    found = { ...found, sound: false, problem: { seq: archive.head.seq + 1, what: 'head', words } }
  }
  await database?.close()
  const folder = video ?? places.video
  const recorded = found.sound && database && !call['no-video'] ? await verifyFolder(folder, expected.all()) : undefined
  const [first] = recorded?.problems ?? []
  if (first && recorded) {
    const words = `recording ${first.segment} of entry ${first.seq} is ${first.what}; ${recorded.problems.length} of ${recorded.segments} are not as they were sealed`
    found = { ...found, sound: false, problem: { seq: first.seq, what: 'recording', words } }
  }
  report(found, archive.head.seq, from)
  if (recorded && recorded.segments > 0 && !call.json)
    console.log(
      `${recorded.segments - recorded.problems.length} of ${recorded.segments} recordings are as they were sealed`,
    )
  process.exit(found.sound ? 0 : 1)
} catch (error) {
  if (isDamagedDump(error)) {
    if (call.json)
      console.log(JSON.stringify({ sound: false, problem: { seq: 0, what: 'dump', words: error.message } }))
    else console.log(`NOT SOUND: ${error.message} [dump]`)
    process.exit(1)
  }
  fail(`the journal could not be checked: ${(error as Error).message}`)
}
