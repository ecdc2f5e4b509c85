import { type Around, isObject, type Problem, problem, type RowChange, readChange, unwrapped } from './change.ts'
import type { Json } from './position.ts'

/** Names of the logical types of the columns, from the schema of a value. */
export const typesIn = (whole: unknown): Readonly<Record<string, string>> => {
  const fields = isObject(whole) && isObject(whole.schema) ? whole.schema.fields : undefined
  if (!Array.isArray(fields)) return {}
  const image = fields.find((one) => isObject(one) && (one.field === 'after' || one.field === 'before'))
  const columns = isObject(image) && Array.isArray(image.fields) ? image.fields : []
  return Object.fromEntries(
    columns.flatMap((one) => {
      const known = isObject(one) && typeof one.field === 'string' && typeof one.name === 'string'
      return known ? [[one.field as string, one.name as string]] : []
    }),
  )
}

export const isCloudEvent = (value: Json): boolean =>
  typeof value.specversion === 'string' && typeof value.type === 'string'
/** `io.debezium.connector.postgresql.DataChangeEvent`, and as it was written before version 2.6. */
export const isChangeEventType = (type: string): boolean =>
  /^io\.debezium\.(?:connector\.)?[a-z]+\.data_?changeevent$/i.test(type)

/** Attributes of a CloudEvent in the words of the plain envelope. */
export const readEvent = (event: Json, { key, headers }: Pick<Around, 'key' | 'headers'>): RowChange | Problem => {
  if (!isChangeEventType(String(event.type))) return problem('not-a-change', `type ${String(event.type)}`)
  const source: Record<string, unknown> = {}
  const transaction: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(event)) {
    const short = /^iodebezium(tx)?(.+)$/i.exec(name)
    if (!short) continue
    const [, tx, rest] = short as unknown as [string, string | undefined, string]
    if (tx && rest.toLowerCase() !== 'id') transaction[rest.toLowerCase()] = value
    else source[tx ? 'txId' : (attributes[rest.toLowerCase()] ?? rest.toLowerCase())] = value
  }
  const inner = unwrapped(event.data)
  if (!isObject(inner)) return problem('image', 'data: must be an object with before and after')
  const types = typesIn(event.data)
  const { op } = source
  const time = typeof event.time === 'string' ? Date.parse(event.time) : Number.NaN
  const order = transaction.totalorder === undefined ? null : { total_order: transaction.totalorder }
  const envelope = {
    before: inner.before,
    after: inner.after,
    source: { ts_ms: Number.isNaN(time) ? undefined : time, ...source },
    op,
    transaction: order,
  }
  return readChange(envelope, { key, headers, sequence: event.sequence, types })
}

/** CloudEvents names hold lower-case letters and digits only. */
const attributes: Readonly<Record<string, string>> = {
  tsms: 'ts_ms',
  tsus: 'ts_us',
  rsid: 'rs_id',
  commitlsn: 'commit_lsn',
  changelsn: 'change_lsn',
  eventserialno: 'event_serial_no',
}
