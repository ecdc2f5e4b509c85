import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import type { Database } from '../../server/storage/database.ts'
import { codeOf } from '../../server/storage/errors.ts'
import { migrate } from '../../server/storage/open.ts'
import { type TestStore, temporaryFolder } from '../support/database.ts'

const refusal = (work: Promise<unknown>): Promise<string> => work.then(() => 'accepted', codeOf)

/** What `Database` promises, asked of one kind of store. */
export const databaseContract = (make: () => Promise<TestStore>): void => {
  let store: TestStore
  let db: Database
  beforeAll(async () => {
    store = await make()
    db = await store.open()
    await db.query('create table thing (id bigint primary key, word text)')
  }, 120_000)
  afterAll(async () => {
    await db.close()
    store.remove()
  })

  it('says what it is', () => {
    expect(db.kind).toBe(store.kind)
    expect(db.version).toMatch(/PostgreSQL 1\d.*PostGIS 3\./)
  })
  it('gives bigint as number, bytea as bytes, jsonb as objects, numeric as text', async () => {
    const [row] = await db.query(
      `select 9007199254740991::bigint as big, array[1,2]::bigint[] as bigs, '\\x00ff'::bytea as bytes,
              '{"a":[1,null]}'::jsonb as json, 1.50::numeric as exact, true as yes, null as nothing, 0.1::float8 as float`,
    )
    expect({ ...row, bytes: [...(row!.bytes as Uint8Array)] }).toEqual({
      big: 9007199254740991,
      bigs: [1, 2],
      bytes: [0, 255],
      json: { a: [1, null] },
      exact: '1.50',
      yes: true,
      nothing: null,
      float: 0.1,
    })
    expect(row!.bytes).toBeInstanceOf(Uint8Array)
  })
  it('takes parameters of every kind that we use', async () => {
    const [row] = await db.query(
      `select $1::text as words, $2::bigint as big, $3::bytea as bytes, $4::jsonb as json, $5::text[] as list,
              $6::bigint[] as bigs, $7::boolean as no, $8::text as nothing, $9::float8 as float`,
      [
        '督察 ✓ \'"\\',
        9007199254740991,
        Uint8Array.of(0, 1, 255),
        { 名: ['a'] },
        ['x,"y"', '{z}'],
        [3, 4],
        false,
        null,
        1e-7,
      ],
    )
    expect({ ...row, bytes: [...(row!.bytes as Uint8Array)] }).toEqual({
      words: '督察 ✓ \'"\\',
      big: 9007199254740991,
      bytes: [0, 1, 255],
      json: { 名: ['a'] },
      list: ['x,"y"', '{z}'],
      bigs: [3, 4],
      no: false,
      nothing: null,
      float: 1e-7,
    })
  })
  it('has PostGIS', async () => {
    const sql = `select st_covers(st_geomfromtext('POLYGON((0 0,0 2,2 2,2 0,0 0))', 4326), st_setsrid(st_point($1, $2), 4326)) as within`
    expect(await db.query(sql, [0, 1])).toEqual([{ within: true }])
    expect(await db.query(sql, [-0.1, 1])).toEqual([{ within: false }])
  })
  it('names errors by SQLSTATE, the same in both stores', async () => {
    await db.query('insert into thing values (1, $1)', ['one'])
    expect(await refusal(db.query('insert into thing values (1)'))).toBe('23505')
    expect(await refusal(db.query('select 1 / 0'))).toBe('22012')
    expect(await refusal(db.query('selec'))).toBe('42601')
    expect(await refusal(db.query('select * from nowhere'))).toBe('42P01')
    expect(await db.query('select 1 as still')).toEqual([{ still: 1 }])
  })
  it('keeps a transaction whole, and rolls it back when its work throws', async () => {
    await db.transaction(async (tx) => {
      await tx.query('insert into thing values (10)')
      await tx.query('insert into thing values (11)')
    })
    const failed = db.transaction(async (tx) => {
      await tx.query('insert into thing values (12)')
      throw new Error('changed my mind')
    })
    await expect(failed).rejects.toThrow('changed my mind')
    const broken = db.transaction(async (tx) => {
      await tx.query('insert into thing values (13)')
      await tx.query('insert into thing values (13)')
    })
    expect(await refusal(broken)).toBe('23505')
    expect(await db.query('select id from thing where id between 10 and 19 order by id')).toEqual([
      { id: 10 },
      { id: 11 },
    ])
  })
  it('lets nothing of others into a transaction', async () => {
    const log: string[] = []
    const tx = db.transaction(async (tx) => {
      await tx.query('insert into thing values (20)')
      await new Promise((resolve) => setTimeout(resolve, 30))
      log.push('transaction')
      throw new Error('undo')
    })
    const others = [21, 22, 23].map((id) => db.query('insert into thing values ($1)', [id]))
    const second = db.transaction((tx2) => tx2.query('insert into thing values (24)'))
    await expect(tx).rejects.toThrow('undo')
    await Promise.all([...others, second])
    const rows = await db.query('select id from thing where id between 20 and 29 order by id')
    expect(rows.map((r) => r.id)).toEqual([21, 22, 23, 24])
  })
  it('answers many at once, in any order they came', async () => {
    const answers = await Promise.all(Array.from({ length: 200 }, (_, i) => db.query('select $1::bigint as i', [i])))
    expect(answers.map((rows) => rows[0]!.i)).toEqual(Array.from({ length: 200 }, (_, i) => i))
  })
  it('calls back for notifications until told to stop', async () => {
    const heard: string[] = []
    const stop = await db.listen('news', (payload) => heard.push(payload))
    await db.query("select pg_notify('news', 'first')")
    await db.transaction((tx) => tx.query("select pg_notify('news', 'second')"))
    await expect.poll(() => heard).toEqual(['first', 'second'])
    await stop()
    await db.query("select pg_notify('news', 'third')")
    await db.query('select 1')
    expect(heard).toEqual(['first', 'second'])
  })

  it('runs a migration once, and refuses a store whose old migrations were changed or are missing', async () => {
    const dir = temporaryFolder('migrations')
    for (const file of fs.readdirSync('server/storage/migrations'))
      fs.copyFileSync(path.join('server/storage/migrations', file), path.join(dir, file))
    const file = path.join(dir, '9001-extra.sql')
    fs.writeFileSync(file, '-- why; and how\ncreate table extra (id int);\n\ninsert into extra values (1);\n')
    expect(await migrate(db, dir)).toEqual(['9001-extra.sql'])
    expect(await migrate(db, dir)).toEqual([])
    expect(await db.query('select id from extra')).toEqual([{ id: 1 }])

    fs.writeFileSync(path.join(dir, '9002-broken.sql'), 'insert into extra values (2);\nselect nonsense;\n')
    expect(await refusal(migrate(db, dir))).toBe('42703')
    expect(await db.query('select count(*)::int as n from extra')).toEqual([{ n: 1 }])
    fs.rmSync(path.join(dir, '9002-broken.sql'))

    fs.appendFileSync(file, 'insert into extra values (3);\n')
    await expect(migrate(db, dir)).rejects.toThrow('9001-extra.sql was changed after it was run')
    fs.rmSync(file)
    await expect(migrate(db, dir)).rejects.toThrow('9001-extra.sql was run on this store but is not in this version')
    await db.query('delete from schema_migration where number = 9001')
    fs.rmSync(dir, { recursive: true })
  })

  const protectedTables = ['journal', 'journal_checkpoint', 'journal_key', 'journal_head']
  it.each(protectedTables)('refuses to delete from, change or empty %s', async (table) => {
    await db.query(
      `insert into journal (seq, recorded_at, kind, observed_at, source, key, body, hash)
       values (1, 1, 'k', 1, 's', 'k', '{}', sha256('')) on conflict do nothing`,
    )
    await db.query(
      `insert into journal_checkpoint (seq, key_id, hash, count, recorded_at, signature)
       values (1, 'k', sha256(''), 1, 1, sha256('')) on conflict do nothing`,
    )
    await db.query(`insert into journal_key values ('k', 'pem', 1) on conflict do nothing`)
    expect(await refusal(db.query(`delete from ${table}`))).toBe('42501')
    expect(await refusal(db.query(`truncate ${table}`))).toBe('42501')
    expect(await refusal(db.query(`truncate ${table} cascade`))).toBe('42501')
    const change =
      table === 'journal_head' ? 'seq = seq - 1' : table === 'journal_key' ? `public_key = ''` : 'seq = seq'
    expect(await refusal(db.query(`update ${table} set ${change}`))).toBe('42501')
    expect(await db.query(`select count(*)::int as n from ${table}`)).toEqual([{ n: 1 }])
  })

  it('opens again with what it had, and refuses after close', async () => {
    await db.close()
    await expect(db.query('select 1')).rejects.toThrow()
    db = await store.open()
    expect(await db.query('select word from thing where id = 1')).toEqual([{ word: 'one' }])
  })
}
