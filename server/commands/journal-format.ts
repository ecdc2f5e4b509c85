import fs from 'node:fs'
import path from 'node:path'
import { z } from 'zod'
import { type ObservationKind, observationSchemas, schemaOf } from '../domain/observation/index.ts'
import { rulebook } from '../rules/index.ts'
import { exampleOf } from './example.ts'
import { introduction } from './journal-introduction.ts'
import { fieldMeanings, kindMeanings } from './journal-words.ts'

/** The part of JSON Schema that our observations use. */
export interface JsonSchema {
  readonly type?: string | readonly string[]
  readonly properties?: Readonly<Record<string, JsonSchema>>
  readonly required?: readonly string[]
  readonly items?: JsonSchema | boolean
  readonly prefixItems?: readonly JsonSchema[]
  readonly anyOf?: readonly JsonSchema[]
  readonly enum?: readonly (string | number)[]
  readonly description?: string
  readonly default?: unknown
  readonly format?: string
  readonly pattern?: string
  readonly minimum?: number
  readonly maximum?: number
  readonly exclusiveMinimum?: number
  readonly minLength?: number
  readonly maxLength?: number
  readonly minItems?: number
}

export const jsonSchemaOf = (kind: ObservationKind): JsonSchema =>
  z.toJSONSchema(schemaOf(kind)!, { io: 'input' }) as JsonSchema

const kinds = Object.keys(observationSchemas) as ObservationKind[]

/** docs/journal-format.md: the introduction, every kind with every field, and an example for each rule that has one. */
export const journalFormat = (examples: string): string =>
  [
    introduction,
    '## Kinds of observation\n',
    kinds.map((kind) => `[${kind}](#${kind.replaceAll('.', '')})`).join(' · '),
    '',
    ...kinds.map(kindSection),
    '## A worked example for each rule\n',
    'Each is a file under `docs/examples`; `npm run --silent replay -- docs/examples/<rule>.jsonl --rules <rule>` prints its finding. Journals of custody for the limits, the switch of 2026-01-01, late reports and months lie in `docs/examples/custody`, for rules of custody that ship switched off in `docs/examples/switched-off` (name the rule with `--rules`), of radios and roll-calls in `docs/examples/radio`, of cases, property and calls in `docs/examples/casework`, of tickets in `docs/examples/tickets`, of duty, windows, body cameras, vehicles, patrols and recording in the folders of their names, with what each must give in `test/commands/*-examples.test.ts`.\n',
    ...rulebook.flatMap(({ id, title }) => {
      const file = path.join(examples, `${id}.jsonl`)
      if (!fs.existsSync(file)) return []
      return [
        `### ${id}\n\n${title.en} · ${title.zh}\n\n\`\`\`jsonl\n${fs.readFileSync(file, 'utf8').trim()}\n\`\`\`\n`,
      ]
    }),
  ].join('\n')

const kindSection = (kind: ObservationKind): string => {
  const schema = jsonSchemaOf(kind)
  const example = { kind, observedAt: '2026-03-02T10:00:00+08:00', data: exampleOf(schema, kind) }
  return [
    `### ${kind}\n`,
    `${meaningOf(kind) ?? ''}\n`,
    '| field | type | meaning |',
    '|---|---|---|',
    ...rows(schema, kind, ''),
    '',
    `\`\`\`json\n${JSON.stringify(example)}\n\`\`\`\n`,
  ].join('\n')
}

/** What a kind says; undefined when nobody wrote it down. */
export const meaningOf = (kind: ObservationKind): string | undefined =>
  jsonSchemaOf(kind).description ?? kindMeanings[kind]

/** What a field says, and what the values of a list mean; undefined when nobody wrote it down. */
export const fieldMeaning = (kind: string, name: string, schema: JsonSchema): string | undefined => {
  const own = schema.description ?? fieldMeanings[`${kind}.${name}`] ?? fieldMeanings[name]
  const values = typeof schema.items === 'object' && schema.items.enum ? schema.items.description : undefined
  return own && values ? `${own}: ${values}` : (own ?? values)
}

const rows = (schema: JsonSchema, kind: string, prefix: string): string[] =>
  Object.entries(schema.properties ?? {}).flatMap(([name, field]) => {
    const needed = schema.required?.includes(name) && !nullable(field)
    const optional = 'default' in field ? `optional, else ${code(field.default)}` : needed ? '' : 'may be left out'
    const type = [typeOf(field), optional].filter((t) => t !== '').join('; ')
    const row = `| ${code2(prefix + name)} | ${cell(type)} | ${cell(fieldMeaning(kind, name, field) ?? '')} |`
    return [row, ...inner(field).flatMap((one) => rows(one, kind, `${prefix}${name}.`))]
  })

/** The objects within a field whose fields deserve rows of their own. */
const inner = (field: JsonSchema): readonly JsonSchema[] => {
  const items = typeof field.items === 'object' ? [field.items] : []
  return [field, ...(field.anyOf ?? []), ...items].flatMap((one) => (one.properties ? [one] : []))
}

const nullable = ({ type, anyOf }: JsonSchema): boolean =>
  (Array.isArray(type) && type.includes('null')) || (anyOf?.some((one) => one.type === 'null') ?? false)

const code = (value: unknown): string => `\`${JSON.stringify(value)}\``
const code2 = (text: string): string => `\`${text}\``
const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll('\n', ' ')

/** A type in words, with its range. */
const typeOf = (schema: JsonSchema): string => {
  const { type, anyOf, prefixItems, items, format, pattern } = schema
  if (anyOf) return anyOf.map(typeOf).join(' or ')
  if (schema.enum) return schema.enum.map((one) => code2(String(one))).join(' · ')
  if (Array.isArray(type)) return type.map((one) => typeOf({ ...schema, type: one })).join(' or ')
  if (format === 'instant') return 'instant'
  if (type === 'null') return 'null'
  if (prefixItems) return '`[longitude, latitude]` WGS-84 degrees'
  if (type === 'array') {
    const of = typeof items === 'object' ? typeOf(items) : 'anything'
    return `list of ${of}${schema.minItems ? ` (at least ${schema.minItems})` : ''}`
  }
  if (type === 'string') return `text${pattern ? ` like ${code2(pattern)}` : lengths(schema)}`
  if (type === 'number' || type === 'integer')
    return `${type === 'integer' ? 'whole number' : 'number'}${range(schema)}`
  return type === 'boolean' ? 'true or false' : type === 'object' ? 'object' : 'anything'
}

const lengths = ({ minLength, maxLength }: JsonSchema): string =>
  maxLength === undefined ? '' : ` of ${minLength ?? 0}–${maxLength} characters`

const range = ({ minimum, maximum, exclusiveMinimum }: JsonSchema): string => {
  const low = exclusiveMinimum === undefined ? within(minimum) : exclusiveMinimum
  const high = within(maximum)
  if (low !== undefined && high !== undefined) return ` ${low}–${high}`
  if (low !== undefined) return exclusiveMinimum === undefined ? ` ≥ ${low}` : ` > ${low}`
  return high === undefined ? '' : ` ≤ ${high}`
}

/** Bounds that only say "a safe whole number" say nothing. */
const within = (bound: number | undefined): number | undefined =>
  bound === undefined || Math.abs(bound) >= Number.MAX_SAFE_INTEGER ? undefined : bound
