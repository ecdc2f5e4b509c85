import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { journalFailureCode } from '../../server/journal/failure.ts'
import type { Journal, Receipt, Watermark } from '../../server/journal/journal.ts'
import { openJournal } from '../../server/journal/open.ts'
import { openRedisBus } from '../../server/storage/bus-redis.ts'
import type { Database } from '../../server/storage/database.ts'
import { quiet } from '../../server/storage/log.ts'
import { migrate, openDatabase } from '../../server/storage/open.ts'
import { survival } from '../support/crash/check.ts'
import { type TestStore, temporaryFolder, testStore } from '../support/database.ts'
import { type PostgresqlServer, startPostgresql } from '../support/postgresql-server.ts'
import { fix, note } from './drafts.ts'

const keys = temporaryFolder('keys')
afterAll(() => fs.rmSync(keys, { recursive: true }))

describe('several processes write one journal at once', () => {
  let store: TestStore
  let databases: Database[]
  let journals: Journal[]
  /** The machines' clocks do not agree. */
  const skews = [0, -2_000, 1_500]
  beforeAll(async () => {
    store = await testStore(inject('postgresqlUrl'))
    databases = [await store.open()]
    for (const _ of skews.slice(1)) databases.push(await openDatabase({ ...store.at, log: quiet }))
    const bus = () => openRedisBus({ url: inject('redisUrl'), log: quiet })
    journals = await Promise.all(
      databases.map(async (database, i) =>
        openJournal({
          database,
          clock: () => Date.now() + skews[i]!,
          // The last one hears of the others by polling alone: its bus is another one.
          bus: i === 2 ? await bus() : undefined,
          signingKey: path.join(keys, `key-${i}`),
          log: quiet,
        }),
      ),
    )
  })
  afterAll(async () => {
    for (const database of databases) await database.close()
    store.remove()
  })

  it('gives one clean chain; everyone hears everything once, in order; no watermark is broken', async () => {
    const heard = journals.map(() => [] as number[])
    journals.forEach((journal, i) => {
      journal.onCommitted((entries) => heard[i]!.push(...entries.map((e) => e.seq)))
    })
    const receipts: Receipt[] = []
    const marks: Watermark[] = []
    const writers = journals.map(async (journal, w) => {
      for (let i = 0; i < 60; i++) {
        // Every fifth fact comes to all of them: only one may store it.
        const own = Array.from({ length: 10 }, (_, j) => fix(i * 10 + j, j % 5 === 0 ? 90 : w))
        receipts.push(...(await journal.append(own)))
        if (i % 10 === w) marks.push(await journal.watermark())
      }
    })
    await Promise.all(writers)
    const total = 3 * 60 * 8 + 60 * 2
    const { seq } = await journals[0]!.watermark()
    expect(seq).toBe(total)
    expect(receipts.filter((r) => !r.duplicate).length).toBe(total)
    const numbers = Array.from({ length: total }, (_, i) => i + 1)
    for (const list of heard) await expect.poll(() => list.length, { timeout: 10_000 }).toBe(total)
    expect(heard).toEqual([numbers, numbers, numbers])
    const times = new Map(receipts.map((r) => [r.seq, r.recordedAt]))
    for (const mark of marks)
      for (const [entry, recordedAt] of times)
        if (entry > mark.seq) expect(recordedAt).toBeGreaterThanOrEqual(mark.recordedAt)

    for (const journal of journals) await journal.close()
    const after = await survival(databases[0]!, 'jt808', new Map())
    expect(after.verification).toMatchObject({ sound: true, entries: total })
    expect(after.doubled).toEqual([])
  })
})

describe('R4: PostgreSQL goes away under load', () => {
  let server: PostgresqlServer
  let database: Database
  let journal: Journal
  const limits = { waiting: 500, patienceMs: 60_000 }
  beforeAll(async () => {
    server = await startPostgresql()
    database = await openDatabase({ databaseUrl: server.url, dataDir: '', log: quiet })
    await migrate(database)
    const signingKey = path.join(keys, 'key-r4')
    journal = await openJournal({ database, clock: Date.now, signingKey, log: quiet, limits })
  })
  afterAll(async () => {
    await journal.close()
    await database.close()
    await server.stop()
  })

  it('keeps what waits up to its bound, refuses the rest at once, and goes on by itself', async () => {
    const acknowledged = new Map<string, number>()
    const heard: number[] = []
    journal.onCommitted((entries) => heard.push(...entries.map((e) => e.seq)))
    let down = false
    const load = Array.from({ length: 10 }, async (_, n) => {
      for (let i = 0; i < 150; i++) {
        const draft = fix(i, n)
        const [receipt] = await journal.append([draft])
        expect(receipt!.duplicate).toBe(false)
        acknowledged.set(draft.key, receipt!.seq)
        if (i % 50 === 49 && n === 0 && !down) {
          // Killed like the machine it runs on, not asked to stop: what was on its way has an unknown outcome.
          down = true
          await server.crash()
          await new Promise((resolve) => setTimeout(resolve, 300))
          await server.start()
          down = false
        }
      }
    })
    await Promise.all(load)
    expect(acknowledged.size).toBe(1_500)
    const after = await survival(database, 'jt808', acknowledged)
    expect([after.lost, after.doubled, after.verification.problem]).toEqual([[], [], undefined])
    await expect.poll(() => heard.length).toBe(1_500)
    expect(heard).toEqual(Array.from({ length: 1_500 }, (_, i) => i + 1))

    await server.halt()
    const waiting = journal.append(Array.from({ length: 400 }, (_, i) => note(i)))
    const refused = await journal
      .append(Array.from({ length: 200 }, (_, i) => note(1_000 + i)))
      .catch(journalFailureCode)
    expect(refused).toBe('overloaded')
    expect(journal.backlog()).toBe(400)
    await expect(journal.watermark()).rejects.toThrow()
    await server.start()
    expect((await waiting).length).toBe(400)
    expect(journal.backlog()).toBe(0)
  })
  it('rejects what waited longer than its patience, and stores nothing of it twice later', async () => {
    const impatient = await openJournal({
      database,
      clock: Date.now,
      signingKey: path.join(keys, 'key-r4'),
      log: quiet,
      limits: { patienceMs: 300 },
    })
    await server.halt()
    const given = await impatient.append([note(5_000)]).catch(journalFailureCode)
    expect(given).toBe('unavailable')
    await server.start()
    const [receipt] = await impatient.append([note(5_000)])
    expect(await impatient.append([note(5_000)])).toEqual([{ ...receipt, duplicate: true }])
    await impatient.close()
  })
})
