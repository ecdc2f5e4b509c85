import fs from 'node:fs'
import path from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode, encode, encodeRecord, type RowChange } from '../../../server/protocols/debezium/codec.ts'
import { instantIn } from '../../../server/protocols/debezium/values.ts'
import { spent } from '../slowest.ts'

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
const one = (value: unknown): RowChange => {
  const { messages, faults } = decode(bytes(value))
  expect(faults).toEqual([])
  expect(messages).toHaveLength(1)
  return messages[0] as RowChange
}
const faultOf = (value: unknown) => decode(bytes(value)).faults[0]

/** Written by hand from the connectors' documentation. */
const postgresql = {
  version: '3.3.0.Final',
  connector: 'postgresql',
  name: 'PostgreSQL_server',
  ts_ms: 1559033904863,
  ts_us: 1559033904863123,
  snapshot: 'false',
  db: 'postgres',
  sequence: '["24023119","24023128"]',
  schema: 'public',
  table: 'customers',
  txId: 555,
  lsn: 24023128,
  xmin: null,
}
const anne = { id: 1, first_name: 'Anne', email: 'annek@noanswer.org' }
const update = {
  before: anne,
  after: { ...anne, first_name: 'Anne Marie' },
  source: postgresql,
  op: 'u',
  ts_ms: 1465584025523,
}

describe('the sample of the official documentation (REPLICA IDENTITY DEFAULT)', () => {
  const file = path.join(process.env.VECTORS ?? '../shared/vectors', 'misc.json')
  const { update: sample } = JSON.parse(fs.readFileSync(file, 'utf8')).debezium
  it('has a before image that holds the key alone: it is missing, not unchanged', () =>
    expect(one(sample)).toMatchObject({
      op: 'u',
      beforeMissing: true,
      before: { id: 1 },
      after: { id: 1, first_name: 'Anne Marie', last_name: 'Kretchmar', email: 'annek@noanswer.org' },
      table: 'public.customers',
      txId: '556',
      snapshot: false,
      committedAt: 1559033904863,
      unavailable: [],
    }))
})

describe('an envelope says the same in every form', () => {
  const plain = one(update)
  it('plain', () => {
    expect(plain).toMatchObject({
      connector: 'postgresql',
      name: 'PostgreSQL_server',
      db: 'postgres',
      table: 'public.customers',
      op: 'u',
      before: anne,
      after: { first_name: 'Anne Marie' },
      beforeMissing: false,
      txId: '555',
      committedAt: 1559033904863,
      key: null,
    })
  })
  it('with schema, whose column types are kept', () => {
    const columns = [
      { type: 'int32', optional: false, field: 'id' },
      { type: 'int64', optional: true, name: 'io.debezium.time.MicroTimestamp', version: 1, field: 'seen_at' },
    ]
    const schema = { type: 'struct', fields: [{ type: 'struct', fields: columns, optional: true, field: 'before' }] }
    const wrapped = one({ schema, payload: update })
    expect(wrapped).toEqual({ ...plain, types: { seen_at: 'io.debezium.time.MicroTimestamp' } })
  })
  it('as a CloudEvent, as the converter of 3.x and of 2.3 writes it', () => {
    const event = {
      id: 'name:PostgreSQL_server;lsn:24023128;txId:555',
      source: '/debezium/postgresql/PostgreSQL_server',
      specversion: '1.0',
      type: 'io.debezium.connector.postgresql.DataChangeEvent',
      time: '2019-05-28T08:58:24.863Z',
      datacontenttype: 'application/json',
      iodebeziumop: 'u',
      iodebeziumversion: '3.3.0.Final',
      iodebeziumconnector: 'postgresql',
      iodebeziumname: 'PostgreSQL_server',
      iodebeziumtsms: '1559033904863',
      iodebeziumsnapshot: 'false',
      iodebeziumdb: 'postgres',
      iodebeziumsequence: '["24023119","24023128"]',
      iodebeziumschema: 'public',
      iodebeziumtable: 'customers',
      iodebeziumlsn: '24023128',
      iodebeziumxmin: null,
      iodebeziumtxid: '555',
      iodebeziumtxtotalorder: '2',
      iodebeziumtxdatacollectionorder: '1',
      data: { before: update.before, after: update.after },
    }
    expect(one(event)).toEqual({ ...plain, txOrder: 2 })
    const old = { ...event, type: 'io.debezium.postgresql.datachangeevent', iodebeziumtxId: '555' }
    expect(one(old)).toEqual({ ...plain, txOrder: 2 })
    expect(one({ ...event, data: { schema: {}, payload: event.data } })).toEqual({ ...plain, txOrder: 2 })
  })
  it('as a record with its key', () => {
    expect(one({ key: { schema: {}, payload: { id: 1 } }, value: update })).toEqual({ ...plain, key: { id: 1 } })
    expect(one({ key: { id: 1 }, value: { schema: {}, payload: update } })).toEqual({ ...plain, key: { id: 1 } })
  })
})

describe('what an update does not tell is not known', () => {
  const key = { id: 1 }
  it('no before image at all', () => {
    expect(one({ ...update, before: null }).beforeMissing).toBe(true)
    expect(one({ ...update, before: undefined }).beforeMissing).toBe(true)
  })
  it('blanks for everything but the key, as a connector writes that must fill every column', () => {
    const blank = { id: 1, first_name: '', email: null }
    expect(one({ key, value: { ...update, before: blank } }).beforeMissing).toBe(true)
    expect(one({ key, value: { ...update, op: 'd', before: blank, after: null } }).beforeMissing).toBe(true)
  })
  it('a deletion with its whole row tells; one with the key alone does not', () => {
    expect(one({ key, value: { ...update, op: 'd', after: null } }).beforeMissing).toBe(false)
    expect(one({ key, value: { ...update, op: 'd', before: key, after: null } }).beforeMissing).toBe(true)
    expect(one({ ...update, op: 'd', before: key, after: null }).beforeMissing).toBe(true)
  })
  it('a table that is its key only has told all', () =>
    expect(one({ key, value: { ...update, before: key, after: { id: 2 } } }).beforeMissing).toBe(false))
  it('an insertion and a snapshot have nothing to tell of before', () => {
    expect(one({ ...update, op: 'c', before: null }).beforeMissing).toBe(false)
    expect(one({ ...update, op: 'r', before: null, source: { ...postgresql, snapshot: 'last' } })).toMatchObject({
      beforeMissing: false,
      snapshot: true,
    })
  })
  it('names the columns whose value was not sent', () => {
    const after = { ...update.after, photo: '__debezium_unavailable_value', tags: ['__debezium_unavailable_value'] }
    expect(one({ ...update, before: { ...anne, photo: 'x', tags: [] }, after }).unavailable).toEqual(['photo', 'tags'])
    expect(
      one({ ...update, after: { ...after, photo: 'X19kZWJleml1bV91bmF2YWlsYWJsZV92YWx1ZQ==' } }).unavailable,
    ).toEqual(['photo', 'tags'])
  })
})

describe('deletions, tombstones, changed keys, truncation', () => {
  it('a tombstone is known, with and without its key', () => {
    expect(decode(bytes(null))).toEqual({ messages: [{ is: 'tombstone', key: null }], faults: [] })
    expect(decode(bytes({ key: { id: 1 }, value: null })).messages).toEqual([{ is: 'tombstone', key: { id: 1 } }])
    expect(decode(bytes({ schema: null, payload: null })).messages).toEqual([{ is: 'tombstone', key: null }])
  })
  it('a changed primary key is a deletion and an insertion that point at each other', () => {
    const d = {
      key: { id: 1 },
      value: { ...update, op: 'd', after: null },
      headers: { '__debezium.newkey': { id: 9 } },
    }
    const headers = [{ key: '__debezium.oldkey', value: { schema: {}, payload: { id: 1 } } }]
    const c = { key: { id: 9 }, value: { ...update, op: 'c', before: null, after: { ...anne, id: 9 } }, headers }
    expect(one(d)).toMatchObject({ op: 'd', newKey: { id: 9 }, oldKey: null })
    expect(one(c)).toMatchObject({ op: 'c', newKey: null, oldKey: { id: 1 } })
  })
  it('a truncation has neither image', () =>
    expect(one({ source: postgresql, op: 't', ts_ms: 1559033904961 })).toMatchObject({
      op: 't',
      before: null,
      after: null,
      table: 'public.customers',
    }))
  it('boundaries of a transaction and heartbeats say nothing of a row', () => {
    const end = { status: 'END', id: '571:53195832', event_count: 2, ts_ms: 1486500577000, data_collections: [] }
    expect(
      decode(bytes([{ status: 'BEGIN', id: '571:53195829', event_count: null }, end, { ts_ms: 5 }])).messages,
    ).toEqual([
      { is: 'transaction', id: '571:53195829', ended: false, changes: null },
      { is: 'transaction', id: '571:53195832', ended: true, changes: 2 },
      { is: 'heartbeat', at: 5 },
    ])
  })
})

describe('positions compare as text in the order of the log', () => {
  const at = (source: object) => one({ ...update, source: { ...postgresql, ...source } }).position
  const inOrder = (...positions: string[]) => expect(positions.toSorted()).toEqual(positions)
  it('PostgreSQL: by commit, then by LSN', () => {
    inOrder(at({ sequence: null, lsn: 9 }), at({ sequence: null, lsn: 10 }), at({ sequence: null, lsn: 24023128 }))
    // Transaction a committed first although a row of b stands before its last one in the log.
    inOrder(at({ sequence: '["3","7"]', lsn: 7 }), at({ sequence: '["8","4"]', lsn: 4 }))
    expect(at({ sequence: '[null,"24023128"]' })).toBe(at({ sequence: null }))
  })
  it('MySQL and MariaDB: file, position, row', () => {
    const mysql = { connector: 'mysql', schema: undefined, lsn: undefined, file: 'mysql-bin.000003', pos: 484, row: 0 }
    inOrder(
      at({ ...mysql, file: 'mysql-bin.999999', pos: 99999 }),
      at({ ...mysql, file: 'mysql-bin.1000000', pos: 4 }),
      at({ ...mysql, file: 'mysql-bin.1000000', pos: 30, row: 2 }),
      at({ ...mysql, file: 'mysql-bin.1000000', pos: 30, row: 10 }),
    )
    expect(one({ ...update, source: { ...postgresql, ...mysql, txId: undefined } })).toMatchObject({
      table: 'customers',
      txId: null,
    })
  })
  it('Oracle: SCN, then the place in the redo log', () => {
    const oracle = { connector: 'oracle', lsn: undefined, scn: '2122185', rs_id: ' 0x000b.00000d43.0010 ', ssn: 0 }
    inOrder(
      at(oracle),
      at({ ...oracle, ssn: 1 }),
      at({ ...oracle, scn: '9999999' }),
      at({ ...oracle, scn: '10000000' }),
    )
    expect(one({ ...update, source: { ...postgresql, ...oracle, txId: '6.28.807' } }).txId).toBe('6.28.807')
  })
  it('SQL Server: commit LSN, change LSN, number', () => {
    const mssql = { connector: 'sqlserver', lsn: undefined, commit_lsn: '00000027:00000758:0005', event_serial_no: 1 }
    inOrder(
      at({ ...mssql, change_lsn: '00000027:00000758:0003' }),
      at({ ...mssql, change_lsn: '00000027:00000758:0003', event_serial_no: 2 }),
      at({ ...mssql, change_lsn: '00000027:00000758:0004' }),
    )
  })
  it('takes the transaction’s number where PostgreSQL writes number and place', () =>
    expect(
      one({
        ...update,
        source: { ...postgresql, txId: undefined },
        transaction: { id: '571:53195832', total_order: '3' },
      }),
    ).toMatchObject({
      txId: '571',
      txOrder: 3,
    }))
})

describe('a key beyond 2^53 is not another key', () => {
  it('keeps its digits', () => {
    const text =
      '{"before":null,"after":{"id":1846271950284710913,"n":12345678901234567},"source":' +
      `${JSON.stringify(postgresql)},"op":"c","ts_ms":1}`
    const { messages } = decode(new TextEncoder().encode(text))
    expect(messages).toMatchObject([{ after: { id: '1846271950284710913', n: '12345678901234567' } }])
  })
  it('leaves texts, fractions and exponents alone', () => {
    const after = '{"a":"x 1846271950284710913 \\" 1846271950284710913","b":0.12345678901234567,"c":1e20,"d":-5}'
    const text = `{"before":null,"after":${after},"source":${JSON.stringify(postgresql)},"op":"c","ts_ms":1}`
    expect(decode(new TextEncoder().encode(text)).messages).toMatchObject([{ after: JSON.parse(after) }])
  })
})

describe('what cannot be read is named', () => {
  it.each([
    [{ ...update, op: 'x' }, 'operation'],
    [{ ...update, op: 7 }, 'operation'],
    [{ before: 1 }, 'not-a-change'],
    [7, 'not-a-change'],
    [{ ...update, after: null }, 'image'],
    [{ ...update, before: [1] }, 'image'],
    [{ ...update, source: null }, 'source'],
    [{ ...update, source: { ...postgresql, table: undefined } }, 'source'],
    [{ ...update, source: { ...postgresql, lsn: null } }, 'position'],
    [{ ...update, source: { ...postgresql, connector: 'mongodb' } }, 'position'],
    [{ ...update, ts_ms: 0, source: { ...postgresql, ts_ms: 0, ts_us: undefined } }, 'time'],
    [{ specversion: '1.0', type: 'com.example.other', data: {} }, 'not-a-change'],
  ])('%j is %s', (value, problem) => expect(faultOf(value)).toMatchObject({ index: null, problem }))
  it('names every bad record of a batch by its place', () =>
    expect(decode(bytes([update, { ...update, op: 'q' }, 3])).faults.map(({ index }) => index)).toEqual([1, 2]))
  it('takes no empty batch, no endless one, no broken text', () => {
    expect(faultOf([])).toMatchObject({ problem: 'empty-batch' })
    expect(faultOf(Array.from({ length: 1_001 }, () => null))).toMatchObject({ problem: 'batch-too-long' })
    expect(decode(new Uint8Array([0xff])).faults).toMatchObject([{ problem: 'not-utf8' }])
    expect(decode(new TextEncoder().encode('{"op":')).faults).toMatchObject([{ problem: 'not-json' }])
  })
  it('never throws, whatever JSON comes', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        decode(bytes(value))
        decode(bytes({ ...update, source: value, before: value, transaction: value }))
        decode(bytes({ key: value, value: update, headers: value }))
        decode(bytes({ ...update, specversion: '1.0', type: 'io.debezium.postgresql.datachangeevent', data: value }))
      }),
      { numRuns: 300 },
    )
  })
  it('reads a megabyte of quotation marks in no time', () =>
    expect(
      spent(() => decode(new TextEncoder().encode(`1234567890123456"${'\\"'.repeat(499_000)}`)), 200),
    ).toBeLessThan(500))
  it('does not let a column named __proto__ become anything else', () => {
    const text = `{"before":null,"after":{"__proto__":{"op":"d"}},"source":${JSON.stringify(postgresql)},"op":"c","ts_ms":1}`
    const [message] = decode(new TextEncoder().encode(text)).messages
    expect(Object.keys((message as RowChange).after!)).toEqual(['__proto__'])
  })
})

describe('what we write is read as it was meant', () => {
  const written = {
    source: postgresql,
    op: 'u' as const,
    before: anne,
    after: { ...anne, email: null },
    writtenAt: 1465584025523,
    transaction: { id: '555:24023128', total_order: 1, data_collection_order: 1 },
  }
  it.each(['plain', 'schema', 'cloudevents'] as const)('%s', (form) => {
    const { messages, faults } = decode(encode([written, { ...written, key: { id: 1 } }], form))
    expect(faults).toEqual([])
    expect(messages).toMatchObject([
      { op: 'u', before: anne, after: { email: null }, txOrder: 1, txId: '555', key: null },
      { key: { id: 1 }, position: '00000000000024023119/00000000000024023128' },
    ])
  })
  it('keeps the headers of a changed key', () =>
    expect(
      one(encodeRecord({ ...written, op: 'd', after: null, headers: { '__debezium.newkey': { id: 2 } } }, 'schema')),
    ).toMatchObject({
      newKey: { id: 2 },
    }))
})

describe('a time in a column is an instant only when it can be one', () => {
  const china = { as: 'china' } as Parameters<typeof instantIn>[1]
  const zoned = {} as Parameters<typeof instantIn>[1]
  it('of China’s clock, and with its zone', () => {
    const at = Date.parse('2026-03-01T00:05:09.250Z')
    expect(instantIn('2026-03-01 08:05:09.250', china, undefined)).toBe(at)
    expect(instantIn('2026-03-01T00:05:09.250Z', zoned, 'io.debezium.time.ZonedTimestamp')).toBe(at)
  })
  it('not on a day that no calendar has, nor at an hour that no clock shows', () => {
    for (const no of ['2026-02-30 08:00:00', '2026-03-01 25:00:00', '2026-03-01 08:61:00'])
      expect(instantIn(no, china, undefined), no).toBeUndefined()
    expect(instantIn('2026-02-30T08:00:00Z', zoned, 'io.debezium.time.ZonedTimestamp')).toBeUndefined()
  })
})
