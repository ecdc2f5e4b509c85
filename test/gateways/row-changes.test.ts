import { createHash, createHmac, randomBytes } from 'node:crypto'
import { afterEach, describe, expect, it } from 'vitest'
import { startIntake } from '../../server/gateways/cloudevents.ts'
import { createRows } from '../../server/gateways/rows/rows.ts'
import { readMappings } from '../../server/protocols/debezium/mapping.ts'
import { memoryJournal } from '../support/memory-journal.ts'

const now = Date.parse('2026-01-05T12:00:00+08:00')
const clock = () => now
const secret = randomBytes(32)
const warnings: unknown[] = []
const log = { info: () => {}, warn: (fields: unknown) => void warnings.push(fields), error: () => {} }
const source = {
  name: 'stream',
  owner: 'traffic',
  secrets: [secret],
  sources: ['/debezium/postgresql/s'],
  types: ['io.debezium.*'],
}
const text = JSON.stringify([
  {
    system: 'tickets',
    sender: 'stream',
    connector: 'postgresql',
    db: 'vio',
    numbered: true,
    tables: {
      'public.ticket': {
        columns: {
          ticket: 'id',
          plate: 'hphm',
          amountYuan: { column: 'fkje', as: 'fen' },
          occurredAt: { column: 'wfsj', as: 'china' },
          status: { column: 'zt', values: { 1: 'entered', 9: 'cancelled' } },
          operator: 'czr',
        },
        steps: { entered: { at: { column: 'lrsj', as: 'china' }, by: 'czr' } },
      },
    },
  },
])
const closers: (() => Promise<void>)[] = []
afterEach(async () => {
  for (const close of closers.splice(0)) await close()
})

const door = async (journal = memoryJournal(clock), holdMs = 60) => {
  const read = readMappings(text)
  if ('problems' in read) throw new Error(read.problems.join())
  const rows = createRows({ journal, mappings: read.mappings, sources: [source], clock, log, holdMs })
  const { port, close } = await startIntake({
    journal,
    sources: [source],
    clock,
    log,
    rows,
    host: '127.0.0.1',
    port: 0,
  })
  closers.push(close)
  return { journal, url: `http://127.0.0.1:${port}/intake/row-changes`, base: `http://127.0.0.1:${port}` }
}
let serial = 0
const post = async (url: string, value: unknown, { key = secret, type = 'application/json' } = {}) => {
  const body = Buffer.from(JSON.stringify(value))
  const [id, at] = [`m${++serial}`, String(now / 1000)]
  const signature = createHmac('sha256', key).update(`${id}.${at}.`).update(body).digest('base64')
  const headers = {
    'content-type': type,
    'webhook-id': id,
    'webhook-timestamp': at,
    'webhook-signature': `v1,${signature}`,
  }
  const reply = await fetch(url, { method: 'POST', body: new Uint8Array(body), headers })
  // biome-ignore lint/suspicious/noExplicitAny: tests read whatever the door answers
  return { status: reply.status, body: (await reply.json()) as any }
}
const before = { id: 7, hphm: '宁A12345', fkje: 20000, wfsj: '2026-01-02 08:12:30', zt: 1, czr: 'zhang', lrsj: null }
const change = (sequence: number, more: object = {}, after: object = { fkje: 5000 }) => ({
  sequence,
  key: { id: 7 },
  value: {
    before,
    after: { ...before, ...after },
    op: 'u',
    ts_ms: now,
    source: {
      connector: 'postgresql',
      name: 's',
      db: 'vio',
      schema: 'public',
      table: 'ticket',
      txId: 80,
      lsn: 1000 + sequence,
      ts_ms: now - 1000,
    },
    ...more,
  },
})

describe('POST /intake/row-changes', () => {
  it('keeps the row, says what it means, and answers when the journal has both', async () => {
    const { url, journal } = await door()
    const reply = await post(url, [change(1), null, { ts_ms: 5 }])
    expect(reply).toMatchObject({
      status: 200,
      body: { recorded: 1, duplicates: 0, passedOver: 2, rows: [{ index: 0, duplicate: false }] },
    })
    expect(journal.said('row.changed')).toMatchObject([
      { observedAt: now - 1000, data: { system: 'tickets', table: 'public.ticket', txId: '80', before } },
    ])
    expect(journal.said('ticket.changed')).toMatchObject([
      {
        data: {
          ticket: '7',
          op: 'changed',
          operator: 'zhang',
          changes: [{ field: 'amountYuan', before: 200, after: 50 }],
          fields: { amountYuan: 50, status: 'entered', occurredAt: Date.parse('2026-01-02T08:12:30+08:00') },
        },
      },
    ])
    expect(journal.said('row.mapping-declared')).toMatchObject([
      { data: { owner: 'traffic', unwatched: ['violationCode', 'driver', 'points'], numbered: true } },
    ])
    expect(warnings).toContainEqual({ system: 'tickets', unwatched: ['violationCode', 'driver', 'points'] })
  })
  it('tells a step once its column is filled', async () => {
    const { url, journal } = await door()
    await post(url, change(1, {}, { lrsj: '2026-01-04 09:00:00' }))
    expect(journal.said('ticket.step-taken')).toMatchObject([
      {
        observedAt: Date.parse('2026-01-04T09:00:00+08:00'),
        data: { step: 'entered', officers: ['zhang'], plate: '宁A12345' },
      },
    ])
  })
  it('links the rows of a system in a chain that anyone can work out', async () => {
    const { url, journal } = await door()
    await post(url, [change(1), change(2)])
    const links = journal.said('row.changed').map((o) => o.data as unknown as Record<string, unknown>)
    let hash = Buffer.alloc(32)
    for (const [i, { chain, late: _, ...row }] of links.entries()) {
      const sorted = (value: unknown): unknown =>
        value !== null && typeof value === 'object' && !Array.isArray(value)
          ? Object.fromEntries(
              Object.entries(value)
                .sort(([a], [b]) => (a < b ? -1 : 1))
                .map(([k, v]) => [k, sorted(v)]),
            )
          : value
      hash = createHash('sha256')
        .update(hash)
        .update(JSON.stringify(sorted(row)))
        .digest()
      expect(chain).toEqual({ number: i + 1, hash: hash.toString('hex') })
    }
  })
  it('records a change once, also after a restart, and refuses other contents under its place', async () => {
    const { url, journal } = await door()
    await post(url, [change(1), change(2)])
    expect((await post(url, [change(1), change(2)])).body).toMatchObject({ recorded: 0, duplicates: 2 })
    const again = await door(journal)
    expect((await post(again.url, [change(2), change(3)])).body).toMatchObject({ recorded: 1, duplicates: 1 })
    expect(journal.said('row.changed').map((o) => (o.data as { chain: { number: number } }).chain.number)).toEqual([
      1, 2, 3,
    ])
    expect(await post(again.url, change(2, {}, { fkje: 1 }))).toMatchObject({
      status: 409,
      body: { error: 'id-reused' },
    })
    expect(journal.said('row.changed')).toHaveLength(3)
  })
  it('puts in order what comes out of order, and says which numbers never came', async () => {
    const { url, journal } = await door()
    await post(url, change(1))
    await Promise.all([post(url, change(3)), post(url, change(2))])
    const numbers = () => journal.said('row.changed').map((o) => (o.data as { sequence: number }).sequence)
    expect(numbers()).toEqual([1, 2, 3])
    await post(url, change(6))
    expect(numbers()).toEqual([1, 2, 3, 6])
    expect(journal.said('row.gap-seen')).toMatchObject([{ data: { from: 4, to: 5, by: 'sequence' } }])
    await post(url, [change(4), change(5)])
    expect(journal.said('row.gap-closed')).toMatchObject([{ data: { from: 4 } }])
    expect(journal.said('row.changed').map((o) => (o.data as { late: boolean }).late)).toEqual([
      false,
      false,
      false,
      false,
      true,
      true,
    ])
  })
  it('a before image that holds the key alone is missing, never "unchanged"', async () => {
    const { url, journal } = await door()
    await post(url, change(1, { before: { id: 7 } }))
    expect(journal.said('ticket.changed')).toMatchObject([{ data: { beforeMissing: true, changes: [] } }])
  })
  it('takes the same as CloudEvents', async () => {
    const { base, journal } = await door()
    const { source: of } = change(1).value
    const event = {
      specversion: '1.0',
      id: '1',
      source: '/debezium/postgresql/s',
      type: 'io.debezium.connector.postgresql.DataChangeEvent',
      time: '2026-01-05T11:59:59+08:00',
      ...{ iodebeziumop: 'u', iodebeziumconnector: 'postgresql', iodebeziumdb: 'vio', iodebeziumschema: 'public' },
      ...{ iodebeziumtable: 'ticket', iodebeziumlsn: String(of.lsn), iodebeziumtxid: '80', sequence: '1' },
      data: { before, after: { ...before, zt: 9 } },
    }
    const type = 'application/cloudevents+json'
    expect(await post(`${base}/intake/cloudevents`, event, { type })).toMatchObject({ status: 200 })
    expect(journal.said('ticket.changed')).toMatchObject([
      { data: { changes: [{ field: 'status', before: 'entered', after: 'cancelled' }] } },
    ])
    const other = { ...event, source: '/debezium/postgresql/elsewhere' }
    expect(await post(`${base}/intake/cloudevents`, other, { type })).toMatchObject({
      body: { error: 'source-not-yours' },
    })
  })
  it('refuses by name what it cannot take, whole', async () => {
    const { url, journal } = await door()
    expect(await post(url, change(1), { key: randomBytes(32) })).toMatchObject({
      status: 401,
      body: { error: 'forged' },
    })
    expect(await post(url, change(1), { type: 'text/plain' })).toMatchObject({
      status: 415,
      body: { error: 'json-only' },
    })
    expect(await post(url, [change(1), { op: 'x' }])).toMatchObject({
      status: 400,
      body: { error: 'unreadable', detail: { events: [{ index: 1 }] } },
    })
    const elsewhere = change(1)
    elsewhere.value.source.db = 'other'
    expect(await post(url, elsewhere)).toMatchObject({ status: 422, body: { error: 'unmapped' } })
    expect(journal.said('row.changed')).toEqual([])
  })
  it('answers nothing before the journal has it; what the journal lost may come again', async () => {
    const { url, journal } = await door()
    journal.fail(new Error('away'))
    expect(await post(url, change(1))).toMatchObject({ status: 503 })
    journal.fail(undefined)
    expect(await post(url, change(1))).toMatchObject({ status: 200, body: { recorded: 1 } })
    expect(journal.said('row.changed')).toMatchObject([{ data: { chain: { number: 1 } } }])
  })
})
