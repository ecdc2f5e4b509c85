import { z } from 'zod'
import { carrier, id, instant, printed } from '../../domain/observation/field.ts'
import { zonedTime } from './codec.ts'

/**
 * The form in which a business system writes what we keep as an observation: the same fields, but every
 * instant as RFC 3339 text with its zone instead of milliseconds, and nothing that the schema does not name.
 */
export const wireOf = (schema: z.ZodType): z.ZodType => {
  const { def } = schema._zod as unknown as Internals
  const described = (made: z.ZodType): z.ZodType =>
    schema.description === undefined ? made : made.describe(schema.description)
  if (isInstant(schema)) return described(zonedTime.transform((text) => Date.parse(text)))
  switch (def.type) {
    case 'object':
      // A misspelt field must not vanish silently: the sender hears of it.
      return described(z.strictObject(mapValues(def.shape!, wireOf)))
    case 'array':
      return hasInstant(schema) ? described(z.array(wireOf(def.element!))) : schema
    case 'nullable':
      return hasInstant(schema) ? described(wireOf(def.innerType!).nullable()) : schema
    case 'default':
      return hasInstant(schema) ? described(wireOf(def.innerType!).default(def.defaultValue)) : schema
    case 'readonly':
      return hasInstant(schema) ? described(wireOf(def.innerType!).readonly()) : schema
    default:
      return schema
  }
}

/** What zod keeps of a schema, as far as it is read here. */
interface Internals {
  readonly def: {
    readonly type: string
    readonly shape?: Readonly<Record<string, z.ZodType>>
    readonly element?: z.ZodType
    readonly innerType?: z.ZodType
    readonly defaultValue?: unknown
  }
  /** The schema of which this is a described copy. */
  readonly parent?: z.ZodType
}

/** A schema of the house, or a described copy of it. */
const isA = (...known: readonly z.ZodType[]) => {
  const is = (schema: z.ZodType): boolean => {
    const { parent } = schema._zod as unknown as Internals
    return known.includes(schema) || (parent !== undefined && is(parent))
  }
  return is
}
const isInstant = isA(instant)

/** Whether a field holds a name that its sender gave: of a person, a case, a room, a car, a form. */
export const isName = isA(id, carrier, printed)

const hasInstant = (schema: z.ZodType): boolean => {
  const { def } = schema._zod as unknown as Internals
  if (isInstant(schema)) return true
  if (def.shape) return Object.values(def.shape).some(hasInstant)
  const inner = def.element ?? def.innerType
  return inner !== undefined && hasInstant(inner)
}

const mapValues = (shape: Readonly<Record<string, z.ZodType>>, map: (one: z.ZodType) => z.ZodType) =>
  Object.fromEntries(Object.entries(shape).map(([name, one]) => [name, map(one)]))
