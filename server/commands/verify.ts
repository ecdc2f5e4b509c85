import fs from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { placesIn, readConfig } from '../config.ts'
import { type Archive, entriesBehindHead, storedArchive } from '../journal/archive.ts'
import { isDamagedDump, openDump, writeDump } from '../journal/dump.ts'
import { type Verification, verifyEntries } from '../journal/verify.ts'
import type { Database } from '../storage/database.ts'
import { quiet } from '../storage/log.ts'
import { openDatabase } from '../storage/open.ts'

const usage = `Usage: npm run --silent verify -- [--database URL | --data DIR | --dump FILE] [--public-key FILE]… [--json]
       npm run --silent verify -- [--database URL | --data DIR] --write-dump FILE
Checks the journal from its first entry: numbers, clock, hash chain, signed checkpoints, its end. Names the first
bad entry. Without a place it takes the store of the settings (DATABASE_URL, DATA_DIR). An embedded store is checked
while its server is stopped. Checkpoints are checked with the keys given; without one, with <DATA_DIR>/signing-key.pub
if it is there, or else with the keys stored in the journal itself, which proves less.
Exit code: 0 sound; 1 not sound; 2 it could not be checked.`

/** Ends the program when the journal could not be checked at all. */
const fail = (problem: string): never => {
  console.error(problem)
  process.exit(2)
}
const readCall = () => {
  try {
    return parseArgs({
      options: {
        database: { type: 'string' },
        data: { type: 'string' },
        dump: { type: 'string' },
        'write-dump': { type: 'string' },
        'public-key': { type: 'string', multiple: true, default: [] },
        json: { type: 'boolean', default: false },
        help: { type: 'boolean', default: false },
      },
    }).values
  } catch (error) {
    return fail(`${(error as Error).message}\n\n${usage}`)
  }
}

const call = readCall()
if (call.help) {
  console.log(usage)
  process.exit(0)
}
if ([call.database, call.data, call.dump].filter((place) => place !== undefined).length > 1)
  fail(`--database, --data and --dump are three places: name one\n\n${usage}`)

/** Where to look: what the call names, or the settings. */
const place = (): { databaseUrl: string | undefined; dataDir: string } => {
  if (call.data !== undefined) return { databaseUrl: undefined, dataDir: call.data }
  const read = readConfig()
  if ('problems' in read) {
    if (call.database === undefined && call.dump === undefined) fail(read.problems.join('\n'))
    return { databaseUrl: call.database, dataDir: 'data' }
  }
  return { databaseUrl: call.database ?? read.config.databaseUrl, dataDir: read.config.dataDir }
}
const { databaseUrl, dataDir } = place()
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
  const files = call['public-key'].length > 0 ? call['public-key'] : fs.existsSync(beside) ? [beside] : []
  if (files.length === 0)
    return { pems: archive.publicKeys, from: 'the journal itself (--public-key would prove more)' }
  return { pems: files.map((file) => fs.readFileSync(file, 'utf8')), from: files.join(', ') }
}

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

try {
  const { archive, database } = await open()
  if (call['write-dump'] !== undefined) {
    const count = await writeDump(archive, call['write-dump'])
    await database?.close()
    console.log(`${count.toLocaleString('en')} entries written to ${call['write-dump']}`)
    process.exit(0)
  }
  const { pems, from } = publicKeys(archive)
  let found = await verifyEntries(archive.entries, archive.checkpoints, pems, { head: archive.head, progress })
  const behind = found.sound && database ? await entriesBehindHead(database) : 0
  if (behind > 0) {
    const words = `${behind} entries lie behind the end of the journal, ${archive.head.seq}`
    found = { ...found, sound: false, problem: { seq: archive.head.seq + 1, what: 'head', words } }
  }
  await database?.close()
  report(found, archive.head.seq, from)
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
