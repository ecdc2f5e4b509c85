import { chinaDay, isCalendarDay } from '../../domain/time.ts'
import type { ColumnForm, ColumnSpec } from './mapping.ts'

/** What stands in a column, in our form; `undefined` when it cannot be said without guessing. */
export type Value = string | number | null | undefined

const instants = new Set(['occurredAt'])
const numbers = new Set(['amountYuan', 'points', 'ground'])

/** Logical types of Debezium and Kafka Connect that say what a number of time is. */
const byType: Readonly<Record<string, ColumnForm>> = {
  'io.debezium.time.Timestamp': 'ms',
  'io.debezium.time.MicroTimestamp': 'us',
  'io.debezium.time.NanoTimestamp': 'ns',
  'io.debezium.time.ZonedTimestamp': 'iso',
  'org.apache.kafka.connect.data.Timestamp': 'ms',
}
/** These are wall clocks without a zone, written as if they were UTC. */
const zoneless = new Set([
  'io.debezium.time.Timestamp',
  'io.debezium.time.MicroTimestamp',
  'io.debezium.time.NanoTimestamp',
])
const CHINA_MS = 8 * 3_600_000
const perMs: Readonly<Record<string, number>> = { s: 0.001, ms: 1, us: 1_000, ns: 1_000_000 }

const numeric = (value: unknown): number | undefined => {
  if (typeof value === 'number') return Number.isFinite(value) ? value : undefined
  return typeof value === 'string' && /^-?\d+(\.\d+)?$/.test(value.trim()) ? Number(value) : undefined
}

const china = /^(\d{4}-\d{2}-\d{2})[ T]([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(\.\d{1,9})?)?$/

/** An instant, milliseconds; undefined when unit or zone is nowhere said. */
export const instantIn = (value: unknown, { as, local }: ColumnSpec, type: string | undefined): Value => {
  if (value === null) return null
  const form = as ?? (type === undefined ? undefined : byType[type])
  if (form !== undefined && form in perMs) {
    const number = numeric(value)
    if (number === undefined) return undefined
    const ms = Math.floor(number / perMs[form]!)
    return local || (as === undefined && zoneless.has(type ?? '')) ? ms - CHINA_MS : ms
  }
  // Of 31 February nobody knows which day was meant.
  if (typeof value !== 'string' || !isCalendarDay(value.slice(0, 10))) return undefined
  const wall = china.exec(value)
  if (form === 'china' && wall) {
    const [, day, h, m, s = '0', fraction = '0'] = wall
    const ms =
      chinaDay(day!) + ((Number(h) * 60 + Number(m)) * 60 + Number(s)) * 1000 + Math.floor(Number(fraction) * 1000)
    return Number.isFinite(ms) ? ms : undefined
  }
  const zoned = /T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/.test(value) ? Date.parse(value) : Number.NaN
  return Number.isNaN(zoned) ? undefined : zoned
}

/** The value of one of our fields as a row has it. */
export const valueIn = (name: string, value: unknown, spec: ColumnSpec, type: string | undefined): Value => {
  if (value === undefined) return undefined
  if (value === null || value === '') return null
  const mapped = spec.values?.[String(value)]
  if (mapped !== undefined) return mapped
  // A code that nobody explained: of a status it is some other status, of anything else nobody knows.
  if (spec.values) return name === 'status' ? 'other' : undefined
  if (instants.has(name)) return instantIn(value, spec, type)
  if (numbers.has(name)) {
    const number = numeric(value)
    return number !== undefined && spec.as === 'fen' ? number / 100 : number
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? String(value).slice(0, 128)
    : undefined
}
