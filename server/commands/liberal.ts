import type { z } from 'zod'
import { isCalendarDay } from '../domain/time.ts'

/** What a schema is made of, as far as reading a hand-written journal needs to know. */
interface Def {
  readonly type: string
  readonly shape?: Readonly<Record<string, Schema>>
  readonly innerType?: Schema
  readonly element?: Schema
  readonly items?: readonly Schema[]
}
interface Schema {
  readonly def: Def
  readonly meta: () => { readonly format?: unknown } | undefined
}

/** ISO 8601 with seconds optional and a zone that must be there: an hour without a zone is no instant. */
const iso = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})$/

/** Milliseconds of an instant written as ISO 8601 with a zone; undefined when it is not one. */
export const instantOf = (text: string): number | undefined => {
  if (!iso.test(text)) return undefined
  if (!isCalendarDay(text.slice(0, 10))) return undefined
  const ms = Date.parse(text)
  return Number.isNaN(ms) ? undefined : ms
}

/**
 * Whether a number can only be seconds or microseconds: as milliseconds it would lie in 1970–1973 or behind the year 5000.
 * A moment that early or late is written as ISO 8601.
 */
export const isMisscaled = (instant: number): boolean => {
  const size = Math.abs(instant)
  return (size >= 1e8 && size < 1e11) || size >= 1e14
}

/**
 * Makes of a hand-written value what the schema asks for: instants may be ISO 8601 wherever a number is wanted,
 * and a field that may be null may be left out. Everything else stays as it is, for the schema to judge.
 */
export const loosened = (schema: z.ZodType, value: unknown): unknown => loosen(schema as unknown as Schema, value)

const loosen = (schema: Schema, value: unknown): unknown => {
  const { type, shape, innerType, element, items } = schema.def
  if (type === 'number' && typeof value === 'string') return instantOf(value) ?? value
  // As text it meets the schema's own word for what an instant is.
  if (typeof value === 'number' && schema.meta()?.format === 'instant' && isMisscaled(value)) return String(value)
  if (innerType) return value === null ? null : loosen(innerType, value)
  if (element && Array.isArray(value)) return value.map((one) => loosen(element, one))
  if (items && Array.isArray(value)) return value.map((one, i) => (items[i] ? loosen(items[i], one) : one))
  if (!shape || typeof value !== 'object' || value === null || Array.isArray(value)) return value
  const given = value as Readonly<Record<string, unknown>>
  const made: Record<string, unknown> = { ...given }
  for (const [name, field] of Object.entries(shape)) {
    if (name in given) made[name] = loosen(field, given[name])
    else if (mayBeNull(field)) made[name] = null
  }
  return made
}

const mayBeNull = ({ def }: Schema): boolean =>
  def.type === 'nullable' || (def.type === 'readonly' && def.innerType !== undefined && mayBeNull(def.innerType))

/** Fields of an object that its schema does not know: most likely misspelt. */
export const unknownFields = (schema: z.ZodType, value: unknown): string[] => {
  const { shape } = (schema as unknown as Schema).def
  if (!shape || typeof value !== 'object' || value === null) return []
  return Object.keys(value).filter((name) => !(name in shape))
}
