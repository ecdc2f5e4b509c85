import { spawnSync } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Entry } from '../../server/domain/entry.ts'
import { createEngine } from '../../server/engine/engine.ts'
import type { EngineEvent } from '../../server/engine/event.ts'
import { openJournal } from '../../server/journal/open.ts'
import { rulebook } from '../../server/rules/index.ts'
import { inProcessBus } from '../../server/storage/bus.ts'
import { quiet } from '../../server/storage/log.ts'
import { migrate, openDatabase } from '../../server/storage/open.ts'
import { TYPESCRIPT } from '../../server/storage/thread.ts'
import { cacheDir, type TestStore, temporaryFolder, testStore } from '../support/database.ts'
import { beyond, fixes, inside, roster } from '../support/patrol.ts'
import { at, type Moment } from '../support/timeline.ts'

const day = '2026-03-02'
const moments: readonly Moment[] = [
  ...roster,
  ...fixes(`${day} 09:00`, `${day} 10:00`, () => inside),
  ...fixes(`${day} 10:01`, `${day} 10:10`, () => beyond(1000)),
  ...fixes(`${day} 10:11`, `${day} 11:00`, () => inside, { speedKmh: 90 }),
  ...fixes(`${day} 12:00`, `${day} 12:30`, () => beyond(2000)),
]
const live = rulebook.filter((rule) => !rule.shipsOff)

/** Records the day as a gateway would, and judges it as supervision does: entry by entry, time ticking in between. */
const liveThrough = async (store: TestStore): Promise<{ entries: Entry[]; events: EngineEvent[] }> => {
  const database = await store.open()
  let now = 0
  const signingKey = path.join(store.at.dataDir, '..', 'key.pem')
  const journal = await openJournal({ database, clock: () => now, bus: inProcessBus(), signingKey, log: quiet })
  for (const [index, [happened, kind, data]] of moments.entries()) {
    now = at(happened)
    const observation = { kind, observedAt: now, data } as Entry['observation']
    await journal.append([{ source: 'test', key: String(index), observation }])
  }
  const entries = [...(await journal.read({ limit: 10_000 }))]
  await journal.close()
  await database.close()
  const engine = createEngine(live)
  const events = entries.flatMap((entry, i) => {
    const before = entries[i - 1]?.recordedAt ?? entry.recordedAt
    return [...engine.advance((before + entry.recordedAt) / 2), ...engine.apply(entry)]
  })
  return { entries, events }
}

const replay = (store: TestStore, ...args: string[]) => {
  const { databaseUrl, dataDir } = store.at
  const where = databaseUrl ? ['--database', databaseUrl] : ['--data', path.dirname(dataDir)]
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ['--import', TYPESCRIPT, 'server/commands/replay.ts', ...where, ...args],
    { encoding: 'utf8' },
  )
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  return stdout.split('\n').flatMap((line) => (line ? [JSON.parse(line)] : []))
}

/** An embedded store where the server keeps it: in the folder `store` of its data folder. */
const embeddedStore = async (): Promise<TestStore> => {
  const dir = temporaryFolder('replay')
  const at = { databaseUrl: undefined, dataDir: path.join(dir, 'store') }
  return {
    kind: 'embedded',
    at,
    open: async () => {
      const database = await openDatabase({ ...at, log: quiet, cacheDir })
      await migrate(database)
      return database
    },
    remove: () => fs.rmSync(dir, { recursive: true, force: true }),
  }
}

describe.each([
  ['PostgreSQL', () => testStore(inject('postgresqlUrl'))],
  ['the embedded store', embeddedStore],
])('replay of %s gives what live gave (invariant I3)', (_, make) => {
  let store: TestStore
  let lived: Awaited<ReturnType<typeof liveThrough>>
  beforeAll(async () => {
    store = await make()
    lived = await liveThrough(store)
  })
  afterAll(() => store.remove())

  it('event by event', () => {
    expect(lived.entries).toHaveLength(moments.length)
    expect(replay(store, '--json-events')).toEqual(JSON.parse(JSON.stringify(lived.events)))
  })
  it('for a range: everything before it is folded, and what opened within it is printed', () => {
    const opened = lived.events.flatMap((e) => (e.is === 'opened' ? [e.finding] : []))
    expect(opened.map((f) => f.rule)).toEqual(expect.arrayContaining(['patrol.leaves-beat', 'vehicle.speeding']))
    const [from, to] = [`${day}T10:05:00+08:00`, `${day}T12:00:00+08:00`]
    const within = opened.filter((f) => f.openedAt >= Date.parse(from) && f.openedAt <= Date.parse(to))
    expect(within.length).toBeGreaterThan(0)
    expect(within.length).toBeLessThan(opened.length)
    expect(replay(store, '--from', from, '--to', to).map((f) => f.id)).toEqual(within.map((f) => f.id))
  })
})
