import type { Entry } from '../domain/entry.ts'
import { parseObservation, schemaOf } from '../domain/observation/index.ts'
import type { Instant } from '../domain/time.ts'
import { instantOf, isMisscaled, loosened, unknownFields } from './liberal.ts'

export type JournalLine =
  | { readonly is: 'entry'; readonly entry: Entry; readonly notes: readonly string[] }
  | { readonly is: 'fault'; readonly problem: string }
  | { readonly is: 'empty' }

type Json = Readonly<Record<string, unknown>>

/**
 * Reads a journal written as JSON lines (docs/journal-format.md). Liberal in form — instants as milliseconds or
 * ISO 8601, `seq` and `recordedAt` optional, nested or flat — and strict in content: what is wrong is named,
 * and a line is taken whole or not at all.
 */
export const createLineReader = () => {
  let line = 0
  let seq = -1
  let recordedAt: Instant = Number.NEGATIVE_INFINITY

  return (text: string): JournalLine => {
    line++
    if (text.trim() === '') return { is: 'empty' }
    const read = readLine(text, { seq: Math.max(seq + 1, line), recordedAt })
    if (typeof read === 'string') return { is: 'fault', problem: read }
    const { entry } = read
    if (entry.seq <= seq) return { is: 'fault', problem: `seq: is ${entry.seq}, must be greater than ${seq} before it` }
    if (entry.recordedAt < recordedAt)
      return {
        is: 'fault',
        problem: `recordedAt: is ${new Date(entry.recordedAt).toISOString()}, runs back behind ${new Date(recordedAt).toISOString()}`,
      }
    seq = entry.seq
    recordedAt = entry.recordedAt
    return { is: 'entry', ...read }
  }
}

interface Next {
  readonly seq: number
  readonly recordedAt: Instant
}

/** The entry a line stands for, or what is wrong with it. */
const readLine = (text: string, next: Next): { entry: Entry; notes: string[] } | string => {
  const outer = parseJson(text)
  if (typeof outer === 'string') return outer
  const nested = 'observation' in outer
  const inner = nested ? outer.observation : outer
  if (!isObject(inner)) return 'observation: must be an object with kind, observedAt and data'
  const known = new Set(
    nested ? ['seq', 'recordedAt', 'observation'] : ['seq', 'recordedAt', 'kind', 'observedAt', 'data'],
  )
  const notes = Object.keys(outer).flatMap((name) =>
    known.has(name) ? [] : [`${name}: is not a field of an entry, ignored`],
  )

  const seq = 'seq' in outer ? outer.seq : next.seq
  if (typeof seq !== 'number' || !Number.isSafeInteger(seq) || seq < 0) return 'seq: must be a whole number from 0'
  const observedAt = asInstant(inner.observedAt)
  if (observedAt === undefined) return `observedAt: ${WANTED}`
  // What was not said to be recorded later was recorded when it happened, but never before the line above.
  const recordedAt = 'recordedAt' in outer ? asInstant(outer.recordedAt) : Math.max(observedAt, next.recordedAt)
  if (recordedAt === undefined) return `recordedAt: ${WANTED}`

  const { kind } = inner
  const schema = typeof kind === 'string' ? schemaOf(kind) : undefined
  const data = schema ? loosened(schema, inner.data ?? {}) : inner.data
  if (schema)
    for (const name of unknownFields(schema, data)) notes.push(`data.${name}: is not a field of ${kind}, ignored`)
  const parsed = parseObservation({ kind, observedAt, data })
  if (parsed.is === 'fault') return parsed.problem
  return { entry: { seq, recordedAt, observation: parsed.observation }, notes }
}

const WANTED = 'must be whole milliseconds since 1970 UTC, or ISO 8601 with a zone such as 2026-03-02T09:00:00+08:00'

const parseJson = (text: string): Json | string => {
  try {
    const value: unknown = JSON.parse(text.replace(/^\uFEFF/, ''))
    return isObject(value) ? value : 'must be a JSON object'
  } catch (error) {
    return `must be JSON: ${(error as Error).message}`
  }
}

const isObject = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value)

const asInstant = (value: unknown): Instant | undefined => {
  if (typeof value === 'number' && Number.isSafeInteger(value) && !isMisscaled(value)) return value
  return typeof value === 'string' ? instantOf(value) : undefined
}
