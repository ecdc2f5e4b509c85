import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { openJournal } from '../../server/journal/open.ts'
import type { Database } from '../../server/storage/database.ts'
import { grantTo } from '../../server/storage/grants.ts'
import { quiet } from '../../server/storage/log.ts'
import { migrate, openDatabase } from '../../server/storage/open.ts'
import { freshPostgresqlUrl, temporaryFolder } from '../support/database.ts'

describe('invariant I2: the role the server runs as can append to the journal and change nothing in it', () => {
  const role = `app_${Math.trunc(performance.now())}`
  let owner: Database
  let server: Database

  beforeAll(async () => {
    const url = await freshPostgresqlUrl(inject('postgresqlUrl'))
    owner = await openDatabase({ databaseUrl: url, dataDir: '', log: quiet })
    await migrate(owner)
    await owner.query(`create role ${role} login password 'x'`)
    await grantTo(owner, role)
    const own = new URL(url)
    own.username = role
    own.password = 'x'
    server = await openDatabase({ databaseUrl: own.href, dataDir: '', log: quiet })
  })
  afterAll(async () => {
    await server?.close()
    await owner?.close()
  })

  it('starts on a schema that is up to date', async () => {
    expect(await migrate(server)).toEqual([])
  })

  it('appends and reads', async () => {
    const signingKey = `${temporaryFolder('grants')}/key`
    const journal = await openJournal({ database: server, clock: Date.now, signingKey, log: quiet })
    const observation = { kind: 'device.approved', observedAt: 1, data: { device: 'jt808:1', by: 'system' } } as const
    const [receipt] = await journal.append([{ source: 'test', key: '1', observation }])
    expect((await journal.read()).map((e) => e.seq)).toEqual([receipt!.seq])
    await journal.close()
  })

  it.each([
    `update journal set body = 'x'`,
    'delete from journal',
    'truncate journal',
    'alter table journal disable trigger all',
    'drop table journal',
    'delete from journal_checkpoint',
    `update journal_checkpoint set count = 0`,
    'create table mine (x int)',
  ])('is refused: %s', async (sql) => {
    await expect(server.query(sql)).rejects.toThrow(/permission denied|must be owner/)
  })
})
