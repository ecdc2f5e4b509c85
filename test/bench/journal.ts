import fs from 'node:fs'
import path from 'node:path'
import { monitorEventLoopDelay } from 'node:perf_hooks'
import { storedArchive } from '../../server/journal/archive.ts'
import type { Journal } from '../../server/journal/journal.ts'
import { openJournal } from '../../server/journal/open.ts'
import { type ChainRow, verifyEntries } from '../../server/journal/verify.ts'
import type { Database } from '../../server/storage/database.ts'
import { quiet } from '../../server/storage/log.ts'
import { fix } from '../journal/drafts.ts'
import { temporaryFolder, testStore } from '../support/database.ts'
import type { BenchRow } from './row.ts'

const ENTRIES = 20_000
const SINGLES = 1_000
/** As sockets bring them: forty devices, a batch upload each. */
const CALLERS = 40
const CALL = 25

const perSecond = async (count: number, work: () => Promise<unknown>): Promise<number> => {
  const started = performance.now()
  await work()
  return (count / (performance.now() - started)) * 1_000
}

const appendMany = (journal: Journal, from: number, count: number): Promise<unknown> =>
  Promise.all(
    Array.from({ length: CALLERS }, async (_, n) => {
      for (let i = from; i < from + count / CALLERS; i += CALL)
        await journal.append(Array.from({ length: CALL }, (_, j) => fix(i + j, n)))
    }),
  )

/** 2,000 entries/s for two seconds, each 50 ms a hundred; how late the event loop ran, p99 in ms. */
const loopDelay = async (journal: Journal): Promise<number> => {
  const delay = monitorEventLoopDelay({ resolution: 1 })
  delay.enable()
  for (let tick = 0; tick < 40; tick++) {
    void journal.append(Array.from({ length: 100 }, (_, j) => fix(tick * 100 + j, 77)))
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  delay.disable()
  return delay.percentile(99) / 1e6
}

/** A table like the journal, indexes, checks and all, without its triggers. */
const twin = async (db: Database, name: string): Promise<void> => {
  await db.query(`drop table if exists ${name}`)
  await db.query(`create table ${name} (like journal including all)`)
}

const singles = async (db: Database): Promise<number> => {
  await twin(db, 'bench_single')
  const rows = await db.query('select * from journal order by seq limit $1', [SINGLES])
  return perSecond(rows.length, async () => {
    for (const r of rows)
      await db.query(
        `insert into bench_single (seq, recorded_at, kind, observed_at, source, key, body, raw, hash)
         values ($1, $2, $3, $4, $5, $6, $7, $8, $9) on conflict do nothing`,
        [r.seq, r.recorded_at, r.kind, r.observed_at, r.source, r.key, r.body, r.raw, r.hash],
      )
  })
}

/** COPY from a file on the server's own disk: no client at all, which flatters it. */
const copy = async (db: Database): Promise<number> => {
  await twin(db, 'bench_copy')
  const [{ dir } = { dir: '' }] = await db.query<{ dir: string }>(`select current_setting('data_directory') as dir`)
  const file = path.join(dir, 'bench.copy')
  await db.query(`copy (select * from journal order by seq limit ${ENTRIES}) to '${file}' with (format binary)`)
  const rate = await perSecond(ENTRIES, () => db.query(`copy bench_copy from '${file}' with (format binary)`))
  fs.rmSync(file, { force: true })
  return rate
}

interface Figures {
  readonly append: number
  readonly single: number
  readonly copy: number | undefined
  readonly delay: number
  readonly verify: number
  readonly verifyMemory: number
}

const measure = async (postgresqlUrl: string | undefined): Promise<Figures> => {
  const store = await testStore(postgresqlUrl)
  const keys = temporaryFolder('keys')
  const db = await store.open()
  const journal = await openJournal({ database: db, clock: Date.now, signingKey: path.join(keys, 'key'), log: quiet })
  try {
    await appendMany(journal, 1_000_000, 4_000)
    const append = await perSecond(ENTRIES, () => appendMany(journal, 0, ENTRIES))
    const delay = await loopDelay(journal)
    const single = await singles(db)
    const lists: (readonly ChainRow[])[] = []
    const archive = await storedArchive(db)
    const verify = await perSecond(archive.head.seq, () =>
      verifyEntries(archive.entries, archive.checkpoints, archive.publicKeys, { head: archive.head }),
    )
    for await (const rows of (await storedArchive(db)).entries) lists.push(rows)
    const verifyMemory = await perSecond(archive.head.seq, () => verifyEntries(lists, [], []))
    return { append, single, copy: db.kind === 'postgresql' ? await copy(db) : undefined, delay, verify, verifyMemory }
  } finally {
    await journal.close()
    await db.close()
    store.remove()
    fs.rmSync(keys, { recursive: true })
  }
}

const beside = (id: string, what: string, value: number, peer: string, peerValue: number, least: number): BenchRow => {
  const ratio = value / peerValue
  return { id, what, value, unit: '/s', peer, peerValue, ratio, goal: `≥ ${least} ×`, met: ratio >= least }
}
const absolute = (id: string, what: string, value: number, unit: string, goal: string, met: boolean): BenchRow => ({
  id,
  what,
  value,
  unit,
  peer: null,
  peerValue: null,
  ratio: null,
  goal,
  met,
})

/** P3 and the speed of verify in P10, on the PostgreSQL given and on the embedded store. */
export const benchJournal = async (postgresqlUrl: string): Promise<BenchRow[]> => {
  const pg = await measure(postgresqlUrl)
  const embedded = await measure(undefined)
  return [
    beside('P3', 'entries appended, PostgreSQL', pg.append, 'single inserts, one commit each', pg.single, 15),
    beside('P3', 'entries appended, PostgreSQL', pg.append, 'COPY from a file of the server', pg.copy!, 0.5),
    beside('P3', 'entries appended, embedded', embedded.append, 'the same on PostgreSQL', pg.append, 0.4),
    beside(
      'P3',
      'entries appended, embedded',
      embedded.append,
      'its single inserts, one sync each',
      embedded.single,
      15,
    ),
    absolute('P3', 'event-loop delay p99 at 2,000 entries/s, PostgreSQL', pg.delay, 'ms', '≤ 25 ms', pg.delay <= 25),
    absolute(
      'P3',
      'event-loop delay p99 at 2,000 entries/s, embedded',
      embedded.delay,
      'ms',
      '≤ 25 ms',
      embedded.delay <= 25,
    ),
    absolute('P10', 'entries verified, read from PostgreSQL', pg.verify, '/s', '≥ 200,000/s', pg.verify >= 200_000),
    absolute(
      'P10',
      'entries verified, read from the embedded store',
      embedded.verify,
      '/s',
      '≥ 200,000/s',
      embedded.verify >= 200_000,
    ),
    absolute('P10', 'entries verified, in memory', pg.verifyMemory, '/s', '≥ 200,000/s', pg.verifyMemory >= 200_000),
  ]
}
