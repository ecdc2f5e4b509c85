import { isBeforeMissing, unavailableIn } from './columns.ts'
import { connectors, type Json, positionOf } from './position.ts'

/** One change of one row, as the connector told it. */
export interface RowChange {
  readonly is: 'row'
  readonly connector: string
  /** The connector's own name of the database server. */
  readonly name: string | null
  readonly db: string
  /** With its schema where there is one: `public.customers`. */
  readonly table: string
  readonly op: 'c' | 'u' | 'd' | 'r' | 't'
  /** The primary key, when the record came with it. */
  readonly key: Json | null
  readonly before: Json | null
  readonly after: Json | null
  /** Columns whose value was not sent. */
  readonly unavailable: readonly string[]
  /** An update or a deletion that does not tell how the row was. It is not known, never "as before". */
  readonly beforeMissing: boolean
  /** Compares as text, in the order of the log. */
  readonly position: string
  readonly txId: string | null
  /** Place of the change within its transaction, from 1; null when the connector does not count. */
  readonly txOrder: number | null
  /** Number that the sender gave the record, without holes; null when it does not number. */
  readonly sequence: number | null
  readonly snapshot: boolean
  /** When the database made the change, milliseconds since the epoch. */
  readonly committedAt: number
  /** Of a change of the primary key: what it is now (on `d`), what it was (on `c`). */
  readonly newKey: Json | null
  readonly oldKey: Json | null
  /** Names of the columns' logical types, as far as a schema came along: `{ "seen_at": "io.debezium.time.MicroTimestamp" }`. */
  readonly types: Readonly<Record<string, string>>
}

/** What is wrong with a record. */
export interface Problem {
  readonly problem:
    | 'not-utf8'
    | 'not-json'
    | 'empty-batch'
    | 'batch-too-long'
    | 'not-a-change'
    | 'operation'
    | 'image'
    | 'source'
    | 'position'
    | 'time'
  readonly detail: string
}
export const problem = (what: Problem['problem'], detail: string): Problem => ({ problem: what, detail })

export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What a schema wraps. */
export const unwrapped = (value: unknown): unknown =>
  isObject(value) && 'payload' in value && 'schema' in value ? value.payload : value

/** What comes beside the envelope. */
export interface Around {
  readonly key: unknown
  readonly headers: Json
  readonly sequence: unknown
  readonly types: Readonly<Record<string, string>>
}
const operations = ['c', 'u', 'd', 'r', 't'] as const
const isOperation = (op: unknown): op is RowChange['op'] => (operations as readonly unknown[]).includes(op)

/** Reads a plain envelope. */
export const readChange = (envelope: Json, { key, headers, sequence, types }: Around): RowChange | Problem => {
  const { op } = envelope
  if (!isOperation(op)) return problem('operation', `op: ${JSON.stringify(op)} is none of ${operations.join(', ')}`)
  const before = envelope.before ?? null
  const after = envelope.after ?? null
  for (const [name, image] of [
    ['before', before],
    ['after', after],
  ] as const)
    if (image !== null && !isObject(image)) return problem('image', `${name}: must be an object or null`)
  const images = { before: before as Json | null, after: after as Json | null }
  if (images.after === null && (op === 'c' || op === 'u' || op === 'r'))
    return problem('image', `after: must tell the row for op ${op}`)
  if (!isObject(envelope.source)) return problem('source', 'source: missing')
  const source = sourceOf(envelope.source)
  if ('problem' in source) return source
  const at = instantOf(envelope.source) ?? instantOf(envelope)
  if (at === undefined) return problem('time', 'source.ts_ms: missing; when it happened is never guessed')
  const transaction = isObject(envelope.transaction) ? envelope.transaction : {}
  const plainKey = isObject(key) ? key : null
  return {
    is: 'row',
    ...source,
    op,
    key: plainKey,
    ...images,
    unavailable: unavailableIn(images.before, images.after),
    beforeMissing: isBeforeMissing(op, images.before, images.after, plainKey ? Object.keys(plainKey) : undefined),
    txId: source.txId ?? transactionIn(transaction.id),
    txOrder: wholeNumber(transaction.total_order),
    sequence: wholeNumber(sequence),
    committedAt: at,
    newKey: keyIn(headers['__debezium.newkey']),
    oldKey: keyIn(headers['__debezium.oldkey']),
    types,
  }
}

const keyIn = (header: unknown): Json | null => {
  const value = unwrapped(header)
  return isObject(value) ? value : null
}

const wholeNumber = (value: unknown): number | null => {
  const number = typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) ? number : null
}

type Source = Pick<RowChange, 'connector' | 'name' | 'db' | 'table' | 'position' | 'txId' | 'snapshot'>

const sourceOf = (source: Json): Source | Problem => {
  const text = (name: string): string | null => (typeof source[name] === 'string' ? (source[name] as string) : null)
  const connector = text('connector')?.toLowerCase() ?? null
  const [db, table, schema] = [text('db'), text('table'), text('schema')]
  if (!connector || !db || !table) {
    const missing = Object.entries({ connector, db, table }).flatMap(([name, value]) => (value ? [] : [name]))
    return problem('source', `source.${missing.join(', source.')}: missing`)
  }
  const position = positionOf(connector, source)
  if (position === undefined)
    return problem(
      'position',
      connectors.includes(connector)
        ? `source: does not say where in the log of ${connector} it stands`
        : `source.connector: ${connector} is none of ${connectors.join(', ')}; its changes cannot be put in order`,
    )
  const { snapshot } = source
  return {
    connector,
    name: text('name'),
    db,
    table: schema ? `${schema}.${table}` : table,
    position,
    txId: transactionIn(source.txId ?? source.gtid),
    // "incremental", "first", "last", "true", true; "false" and absent are none.
    snapshot: snapshot !== undefined && snapshot !== null && String(snapshot) !== 'false',
  }
}

/** PostgreSQL's transaction metadata write `571:53195832`, the number and a place in the log. */
const transactionIn = (value: unknown): string | null => {
  if (typeof value !== 'number' && typeof value !== 'string') return null
  const text = String(value)
  return /^\d+:\d+$/.test(text) ? text.slice(0, text.indexOf(':')) : text || null
}

/** Milliseconds; a source that tells microseconds only is rounded down to them. */
const instantOf = ({ ts_ms: ms, ts_us: us }: Json): number | undefined => {
  const [inMs, inUs] = [wholeNumber(ms), wholeNumber(us)]
  if (inMs !== null && inMs > 0) return inMs
  return inUs !== null && inUs > 0 ? Math.floor(inUs / 1000) : undefined
}
