import { readJson } from '../json-text.ts'
import { isObject, type Problem, problem, type RowChange, readChange, unwrapped } from './change.ts'
import { isCloudEvent, readEvent, typesIn } from './cloud-event.ts'
import type { Json } from './position.ts'

export type { RowChange } from './change.ts'
export { isChangeEventType } from './cloud-event.ts'
export type { Json } from './position.ts'
export { placeOf } from './position.ts'

/**
 * Debezium change events (documentation of 3.x), JSON, as the value of a record or as a record with its key:
 *
 *   plain          {"before":{…},"after":{…},"source":{"connector","name","db","schema","table","txId","lsn",…},"op":"u","ts_ms":…}
 *   with schema    {"schema":{…},"payload":<plain>}
 *   CloudEvents    {"specversion":"1.0","type":"io.debezium.connector.postgresql.DataChangeEvent","iodebeziumop":"u",…,"data":{"before","after"}}
 *   record         {"key":<plain or with schema>,"value":<any of the above, or null>,"headers":{…},"sequence":17}
 *   tombstone      null, or a record whose value is null: the row of this key is gone, told by a `d` before it
 *
 * `op`: c created · u updated · d deleted · r read for a snapshot · t truncated. A change of the primary key is a `d`
 * with the header `__debezium.newkey` and a `c` with `__debezium.oldkey`. Boundaries of transactions (`status`) and
 * heartbeats are known and say nothing of a row. `sequence` is no word of Debezium's: a relay that numbers its records
 * lets a hole be seen (as an attribute of CloudEvents it is their "sequence" extension).
 */
export type Message =
  | RowChange
  | { readonly is: 'tombstone'; readonly key: Json | null }
  /** Begin or end of a transaction; `changes` is told at the end. */
  | { readonly is: 'transaction'; readonly id: string; readonly ended: boolean; readonly changes: number | null }
  | { readonly is: 'heartbeat'; readonly at: number }

export interface Fault extends Problem {
  /** Place in a batch, from 0; null for the body as a whole. */
  readonly index: number | null
}

export interface Decoded {
  readonly messages: readonly Message[]
  readonly faults: readonly Fault[]
}

/** Longest batch taken, in records. */
export const BATCH_LIMIT = 1_000

/** Reads a body: one record, or a JSON array of them. Never throws; every record that cannot be read is named. */
export const decode = (body: Uint8Array): Decoded => {
  const read = readJson(body, { longNumbers: 'text' })
  if ('problem' in read) return { messages: [], faults: [{ index: null, problem: read.problem, detail: read.detail }] }
  const { value } = read
  if (!Array.isArray(value)) return gathered([decodeRecord(value)], true)
  if (value.length === 0)
    return { messages: [], faults: [{ index: null, problem: 'empty-batch', detail: 'no record in it' }] }
  if (value.length > BATCH_LIMIT) {
    const detail = `${value.length} records; at most ${BATCH_LIMIT}`
    return { messages: [], faults: [{ index: null, problem: 'batch-too-long', detail }] }
  }
  return gathered(value.map(decodeRecord), false)
}

const gathered = (read: readonly (Message | Problem)[], alone: boolean): Decoded => ({
  messages: read.flatMap((one) => ('is' in one ? [one] : [])),
  faults: read.flatMap((one, index) => ('is' in one ? [] : [{ index: alone ? null : index, ...one }])),
})

/** Reads one record that is JSON already. Never throws. */
export const decodeRecord = (record: unknown): Message | Problem => {
  const isRecord = isObject(record) && 'value' in record && !('op' in record)
  const outer = isRecord ? record : { value: record }
  const key = unwrapped('key' in outer ? outer.key : null)
  const whole = outer.value
  const value = unwrapped(whole)
  if (value === null) return { is: 'tombstone', key: isObject(key) ? key : null }
  if (!isObject(value)) return problem('not-a-change', 'a record is an object, or null for a tombstone')
  const headers = headersOf('headers' in outer ? outer.headers : null)
  if (isCloudEvent(value)) return readEvent(value, { key, headers })
  if (value.op === undefined) return readOther(value)
  return readChange(value, {
    key,
    headers,
    sequence: 'sequence' in outer ? outer.sequence : null,
    types: typesIn(whole),
  })
}

/** As an object, or as the list of key and value that sinks write. */
const headersOf = (headers: unknown): Json => {
  if (isObject(headers)) return headers
  if (!Array.isArray(headers)) return {}
  return Object.fromEntries(headers.flatMap((one) => (isObject(one) ? [[String(one.key), one.value]] : [])))
}

const readOther = (value: Json): Message | Problem => {
  const { status, id, event_count: count } = value
  if ((status === 'BEGIN' || status === 'END') && typeof id === 'string')
    return { is: 'transaction', id, ended: status === 'END', changes: typeof count === 'number' ? count : null }
  if (Object.keys(value).length === 1 && typeof value.ts_ms === 'number') return { is: 'heartbeat', at: value.ts_ms }
  return problem('not-a-change', 'op: missing; a change has before, after, source and op')
}

/** A change to be written; what is not given is left out, as a connector does. */
export interface WrittenChange {
  readonly source: Json
  readonly op: RowChange['op']
  readonly before?: Json | null
  readonly after?: Json | null
  /** When the connector wrote it, milliseconds since the epoch. */
  readonly writtenAt: number
  readonly key?: Json
  readonly headers?: Json
  readonly transaction?: Json
  readonly sequence?: number
}
export type Form = 'plain' | 'schema' | 'cloudevents'

/** One record in one of the forms, as JSON still to be written. */
export const encodeRecord = (change: WrittenChange, form: Form): Json => {
  const { source, op, before = null, after = null, writtenAt, key, headers, transaction, sequence } = change
  const images = { before, after }
  const plain = { ...images, source, op, ts_ms: writtenAt, transaction: transaction ?? null }
  const value =
    form === 'plain'
      ? plain
      : form === 'schema'
        ? { schema: schemaOf(source, images), payload: plain }
        : eventOf(change, images)
  if (key === undefined && headers === undefined && (sequence === undefined || form === 'cloudevents')) return value
  const written = form === 'schema' && key ? { schema: structOf('Key', key), payload: key } : key
  return {
    ...(written && { key: written }),
    value,
    ...(headers && { headers }),
    ...(sequence !== undefined && { sequence }),
  }
}

export const encode = (changes: readonly WrittenChange[], form: Form): Uint8Array =>
  new TextEncoder().encode(JSON.stringify(changes.map((change) => encodeRecord(change, form))))

const typeOf = (value: unknown): string =>
  typeof value === 'boolean'
    ? 'boolean'
    : Number.isInteger(value)
      ? 'int64'
      : typeof value === 'number'
        ? 'double'
        : 'string'

const structOf = (name: string, row: Json) => ({
  type: 'struct',
  name,
  optional: true,
  fields: Object.entries(row).map(([field, value]) => ({ type: typeOf(value), optional: true, field })),
})

const schemaOf = (source: Json, { before, after }: { readonly before: Json | null; readonly after: Json | null }) => {
  const of = `${String(source.name)}.${String(source.table)}`
  const row = structOf(`${of}.Value`, after ?? before ?? {})
  return {
    type: 'struct',
    name: `${of}.Envelope`,
    optional: false,
    fields: [
      { ...row, field: 'before' },
      { ...row, field: 'after' },
      { ...structOf('Source', source), field: 'source' },
      { type: 'string', optional: false, field: 'op' },
      { type: 'int64', optional: true, field: 'ts_ms' },
    ],
  }
}

const eventOf = ({ source, op, transaction, sequence }: WrittenChange, data: Json) => {
  const attribute = (name: string): string => name.replaceAll('_', '').toLowerCase()
  const of = (prefix: string, all: Json) =>
    Object.fromEntries(
      Object.entries(all).flatMap(([name, value]) =>
        value === null || value === undefined ? [] : [[`${prefix}${attribute(name)}`, String(value)]],
      ),
    )
  const { connector, name, lsn, txId } = source
  return {
    specversion: '1.0',
    id: `name:${String(name)};lsn:${String(lsn)};txId:${String(txId)}`,
    source: `/debezium/${String(connector)}/${String(name)}`,
    type: `io.debezium.connector.${String(connector)}.DataChangeEvent`,
    time: new Date(Number(source.ts_ms)).toISOString(),
    datacontenttype: 'application/json',
    iodebeziumop: op,
    ...of('iodebezium', source),
    ...of('iodebeziumtx', transaction ?? {}),
    ...(sequence !== undefined && { sequence: String(sequence) }),
    data,
  }
}
