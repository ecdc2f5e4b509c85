import pg from 'pg'
import { encodeRecord } from '../../server/protocols/debezium/codec.ts'
import type { Send } from './door.ts'
import { type Cell, type Output, type Relation, readOutput } from './pgoutput.ts'

const SLOT = 'custodes'
const MOST = 500

type Row = Readonly<Record<string, unknown>>

/** As a connector writes columns: numbers as such, a time without a zone as microseconds as if it were UTC. */
const cellValue = (cell: Cell, type: number): unknown => {
  if (cell === undefined) return '__debezium_unavailable_value'
  if (cell === null) return null
  if ([20, 21, 23, 700, 701, 1700].includes(type)) return Number(cell)
  if (type === 16) return cell === 't'
  if (type === 1114) return Date.parse(`${cell.replace(' ', 'T')}Z`) * 1000
  return cell
}

const rowOf = (relation: Relation, cells: readonly Cell[] | null): Row | null =>
  cells && Object.fromEntries(relation.columns.map((column, i) => [column.name, cellValue(cells[i], column.type)]))

export interface StreamOptions {
  readonly url: string
  readonly db: string
  readonly send: Send
  /** What the house's clock showed when the database's showed `commitMs`. */
  readonly timeOf: (commitMs: number) => number
}

const asText = { getTypeParser: () => (text: string) => text }

/** `0/16B3748` → a number; `pg_lsn` of a demonstration fits. */
const lsnOf = (text: string): number => {
  const [high, low] = text.split('/') as [string, string]
  return Number.parseInt(high, 16) * 2 ** 32 + Number.parseInt(low, 16)
}

/**
 * Reads what the database decodes of its own log and sends it on as Debezium does. A change is taken off the log only
 * after the receiver has said that it has it: what was sent twice is the same change.
 */
export const openStream = async ({ url, db, send, timeOf }: StreamOptions) => {
  const client = new pg.Client(url)
  await client.connect()
  const watch = () => client.query(`select pg_create_logical_replication_slot('${SLOT}', 'pgoutput')`)
  await watch()
  // The log counts transactions in 32 bits; the application in 64.
  const [{ epoch }] = (await client.query('select (txid_current() >> 32)::int as epoch')).rows as [{ epoch: number }]
  const relations = new Map<number, Relation>()
  let lastCommit = 0

  const changesIn = (rows: readonly { lsn: string; data: Buffer }[]) => {
    const records: unknown[] = []
    let begun: Extract<Output, { is: 'begin' }> | undefined
    let endLsn: bigint | undefined
    for (const { lsn, data } of rows) {
      const read = readOutput(data)
      if (read.is === 'relation') relations.set(read.oid, read.relation)
      else if (read.is === 'begin') begun = read
      else if (read.is === 'commit') {
        endLsn = read.endLsn
        lastCommit = Number(read.commitLsn)
      } else if (read.is === 'truncate' && begun)
        for (const oid of read.oids)
          records.push(recordOf(read, { relation: relations.get(oid)!, begun, lsn: lsnOf(lsn) }))
      else if (read.is !== 'truncate' && read.is !== 'other' && begun)
        records.push(recordOf(read, { relation: relations.get(read.oid)!, begun, lsn: lsnOf(lsn) }))
    }
    return { records, endLsn }
  }

  const recordOf = (
    read: Extract<Output, { is: 'insert' | 'update' | 'delete' | 'truncate' }>,
    { relation, begun, lsn }: { relation: Relation; begun: Extract<Output, { is: 'begin' }>; lsn: number },
  ): unknown => {
    const at = timeOf(begun.at)
    const source = {
      ...sourceOf(relation, at, lsn),
      ...{ sequence: JSON.stringify([String(lastCommit), String(lsn)]), txId: epoch * 2 ** 32 + begun.xid },
    }
    if (read.is === 'truncate') return encodeRecord({ source, op: 't', writtenAt: at }, 'plain')
    const [before, after] = [rowOf(relation, read.old), rowOf(relation, read.new)]
    const keys = relation.columns.filter((c) => c.isKey || c.name === 'xh').map((c) => c.name)
    const keyOf = (row: Row) => Object.fromEntries(keys.slice(0, 1).map((k) => [k, row[k]]))
    const op = read.is === 'insert' ? 'c' : read.is === 'update' ? 'u' : 'd'
    return encodeRecord({ source, before, after, writtenAt: at, op, key: keyOf((after ?? before)!) }, 'plain')
  }
  const sourceOf = ({ schema, name: table }: Pick<Relation, 'schema' | 'name'>, at: number, lsn: number) => ({
    ...{ version: '3.0.0.Final', connector: 'postgresql', name: 'vio', ts_ms: at, snapshot: 'false', db },
    ...{ schema, table, lsn },
  })

  return {
    /** Sends what has been committed since; resolves with how many changes the receiver took. */
    pump: async (): Promise<number> => {
      const commitBefore = lastCommit
      const { rows } = await client.query(
        `select lsn::text, data from pg_logical_slot_peek_binary_changes('${SLOT}', null, ${MOST},
          'proto_version', '1', 'publication_names', '${SLOT}')`,
      )
      const { records, endLsn } = changesIn(rows as { lsn: string; data: Buffer }[])
      if (endLsn === undefined) return 0
      try {
        if (records.length > 0) await send('/intake/row-changes', 'application/json', records)
      } catch (error) {
        lastCommit = commitBefore
        throw error
      }
      const lsn = `${(endLsn >> 32n).toString(16)}/${(endLsn & 0xffff_ffffn).toString(16)}`
      await client.query(`select pg_replication_slot_advance('${SLOT}', $1::pg_lsn)`, [lsn])
      return records.length
    },
    /** Its place in the log is gone, and with it whatever is not sent yet. */
    lose: async (): Promise<void> => {
      await client.query(`select pg_drop_replication_slot('${SLOT}')`)
      await watch()
    },
    /** What stands in the table now, as a connector reads it that has lost its place. */
    reread: async (): Promise<number> => {
      const [{ lsn, ms }] = (
        await client.query(
          'select pg_current_wal_lsn()::text as lsn, (extract(epoch from clock_timestamp()) * 1000)::float as ms',
        )
      ).rows as [{ lsn: string; ms: number }]
      const { rows, fields } = await client.query({
        text: 'select * from vio_violation',
        rowMode: 'array',
        types: asText,
      })
      const at = timeOf(ms)
      const source = { ...sourceOf({ schema: 'public', name: 'vio_violation' }, at, lsnOf(lsn)), snapshot: 'true' }
      const records = (rows as (string | null)[][]).map((cells) => {
        const after = Object.fromEntries(fields.map((f, i) => [f.name, cellValue(cells[i], f.dataTypeID)]))
        return encodeRecord({ source, op: 'r', after, writtenAt: at, key: { xh: after.xh } }, 'plain')
      })
      await send('/intake/row-changes', 'application/json', records)
      return records.length
    },
    close: () => client.end(),
  }
}
export type Stream = Awaited<ReturnType<typeof openStream>>
