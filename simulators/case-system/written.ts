import type { z } from 'zod'
import { zonedTime } from '../../server/protocols/cloudevents/codec.ts'
import { isName } from '../../server/protocols/cloudevents/wire.ts'
import { rfc3339 } from './link.ts'

/** What zod keeps of a schema, as far as it is read here. */
interface Def {
  readonly type: string
  readonly in?: z.ZodType
  readonly innerType?: z.ZodType
  readonly element?: z.ZodType
  readonly shape?: Readonly<Record<string, z.ZodType>>
  readonly defaultValue?: unknown
}

export interface Writing {
  /** What becomes of a name. */
  readonly name: (name: string) => string
  /** What becomes of a text that may be a name or not: what a field held before it was changed. */
  readonly value: (text: string) => string
  /** What becomes of an instant. */
  readonly instant: (at: number) => number
}

/**
 * The data of an event as its type writes them: instants as text with their zone, and what the journal leaves out said
 * outright, as the receiver guesses nothing. What is wrong stays as it is, for the schema to judge.
 */
export const written = (schema: z.ZodType, value: unknown, writing: Writing): unknown => {
  const { type, in: wire, innerType, element, shape, defaultValue } = schema._zod.def as unknown as Def
  if (type === 'default') return written(innerType!, value === undefined ? defaultValue : value, writing)
  if (type === 'nullable') return value === undefined || value === null ? null : written(innerType!, value, writing)
  if (innerType) return written(innerType, value, writing)
  if (wire === zonedTime) {
    const at = instantOf(value)
    return at === undefined ? value : rfc3339(writing.instant(at))
  }
  if (typeof value === 'string')
    return isName(schema) ? writing.name(value) : type === 'union' ? writing.value(value) : value
  if (element && Array.isArray(value)) return value.map((one) => written(element, one, writing))
  if (!shape || typeof value !== 'object' || value === null) return value
  const given = value as Readonly<Record<string, unknown>>
  // A journal may hold fields that nobody knows; they are ignored there and refused at the door.
  return Object.fromEntries(Object.entries(shape).map(([name, one]) => [name, written(one, given[name], writing)]))
}

const zoned = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/

/** An instant of a journal: whole milliseconds, or ISO 8601 with a zone. */
export const instantOf = (value: unknown): number | undefined => {
  const at = typeof value === 'string' && zoned.test(value) ? Date.parse(value) : value
  return typeof at === 'number' && Number.isSafeInteger(at) ? at : undefined
}
