import { type DataOf, type Observation, parseObservation } from '../../domain/observation/index.ts'
import { ticketFields } from '../../domain/observation/ticket.ts'
import type { Json, RowChange } from './codec.ts'
import type { SystemMapping, TableMapping } from './mapping.ts'
import { instantIn, type Value, valueIn } from './values.ts'

type TicketChanged = DataOf<'ticket.changed'>
type Change = TicketChanged['changes'][number]

export interface ObservedRow {
  /** Without its place in the chain. */
  readonly row: Omit<DataOf<'row.changed'>, 'chain' | 'late'>
  /** What it means in our words. */
  readonly derived: readonly Observation[]
  /** Columns that could not be read, each with why; the row is kept all the same. */
  readonly problems: readonly string[]
}

/** What a changed row says: the row itself, and, for a table of tickets, the ticket and the steps taken. */
export const observeRow = (message: RowChange, mapping: SystemMapping, sequence: number | null): ObservedRow => {
  const { connector, db, table, op, key, position, txId, snapshot, before, after } = message
  const { unavailable, beforeMissing, newKey, oldKey } = message
  const { system } = mapping
  const row = {
    ...{ system, connector, db, table, op, key, logPosition: position, txId, sequence, snapshot, before, after },
    ...{ unavailable, beforeMissing, newKey, oldKey },
  }
  const known = mapping.tables[table]
  if (!known) return { row, derived: [], problems: [] }
  if (op === 't') {
    const data = { system, table, logPosition: position, txId }
    return { row, derived: [{ kind: 'ticket.table-emptied', observedAt: message.committedAt, data }], problems: [] }
  }
  const read = { message, mapping: known, system }
  const changed = ticketChanged(read)
  if (typeof changed === 'string') return { row, derived: [], problems: [changed] }
  const derived = [changed.observation, ...stepsTaken(read, changed.ticket)]
  const faulty = derived.flatMap((one) => {
    const parsed = parseObservation(one)
    return parsed.is === 'fault' ? [parsed.problem] : []
  })
  if (faulty.length > 0) return { row, derived: [], problems: faulty }
  return { row, derived, problems: changed.problems }
}

interface Reading {
  readonly message: RowChange
  readonly mapping: TableMapping
  readonly system: string
}

const nothing = ticketFields.parse({})
const fieldNames = Object.keys(nothing)
const isField = (name: string): name is keyof typeof nothing => fieldNames.includes(name)

const ticketChanged = ({ message, mapping, system }: Reading) => {
  const { op, before, after, beforeMissing, unavailable, types } = message
  const read = (row: Json | null, name: string): Value => {
    const spec = mapping.columns.find((one) => one.name === name)
    if (row === null || !spec) return null
    if (unavailable.includes(spec.column)) return undefined
    return valueIn(name, row[spec.column], spec, types[spec.column])
  }
  const now = after ?? before
  const ticket = read(now, 'ticket')
  if (ticket === null || ticket === undefined) return `the column for ticket holds nothing in ${message.table}`
  const fields: Record<string, Value> = { ...nothing }
  const unknown: string[] = []
  const changes: Change[] = []
  const problems: string[] = []
  for (const { name, column } of mapping.columns) {
    if (!isField(name)) continue
    const value = read(now, name)
    const was = beforeMissing || before === null || after === null ? value : read(before, name)
    if (value === undefined || was === undefined) {
      unknown.push(name)
      if (!unavailable.includes(column)) problems.push(`${message.table}.${column}: cannot be read as ${name}`)
    } else if (was !== value) changes.push({ field: name, before: was, after: value })
    fields[name] = value ?? null
  }
  const text = (name: string): string | null => (read(now, name) ?? null) as string | null
  const ofKey = (row: Json | null): string | null => {
    const column = mapping.columns.find((one) => one.name === 'ticket')!.column
    const value = row?.[column]
    return value === null || value === undefined ? null : String(value)
  }
  const data = {
    system,
    ticket: String(ticket),
    op: op === 'c' ? 'issued' : op === 'd' ? 'deleted' : op === 'r' ? 'seen' : 'changed',
    fields,
    changes: op === 'u' ? changes : [],
    unknown,
    beforeMissing,
    logPosition: message.position,
    txId: message.txId,
    operator: text('operator'),
    terminal: text('terminal'),
    ip: text('ip'),
    renumberedTo: ofKey(message.newKey),
    renumberedFrom: ofKey(message.oldKey),
  }
  const observation = { kind: 'ticket.changed', observedAt: message.committedAt, data } as unknown as Observation
  return { ticket: String(ticket), observation, problems }
}

/** Steps whose column was empty and is filled now. A snapshot tells what is, not that it just happened. */
const stepsTaken = ({ message, mapping, system }: Reading, ticket: string): Observation[] => {
  const { op, before, after, beforeMissing, types } = message
  if (after === null || op === 'r' || beforeMissing) return []
  const field = (name: string): Value => {
    const spec = mapping.columns.find((one) => one.name === name)
    return spec ? (valueIn(name, after[spec.column], spec, types[spec.column]) ?? null) : null
  }
  return Object.entries(mapping.steps).flatMap(([step, { at, by }]): Observation[] => {
    const filled = after[at.column] ?? null
    if (filled === null || (before !== null && (before[at.column] ?? null) !== null)) return []
    const observedAt = instantIn(filled, at, types[at.column])
    const officer = by === undefined ? null : (after[by] ?? null)
    if (typeof observedAt !== 'number') return []
    const data = {
      system,
      ticket,
      step,
      unit: field('unit'),
      officers: officer === null ? [] : [String(officer)],
      kind: field('kind'),
      amountYuan: step === 'decided' ? field('amountYuan') : null,
      points: step === 'decided' ? field('points') : null,
      driver: step === 'decided' ? field('driver') : null,
      plate: field('plate'),
      penalties: [],
      by: null,
    }
    return [{ kind: 'ticket.step-taken', observedAt, data } as unknown as Observation]
  })
}
