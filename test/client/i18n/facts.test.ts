import fs from 'node:fs'
import path from 'node:path'
import { describe, expect, it } from 'vitest'
import { labelOf, readable } from '../../../client/finding/fact.ts'
import { en } from '../../../client/i18n/en.ts'
import { kindOf } from '../../../client/i18n/kind-of.ts'
import { language } from '../../../client/i18n/language.ts'
import { valuesEn, valuesZh } from '../../../client/i18n/values.ts'
import { zh } from '../../../client/i18n/zh.ts'
import { observationSchemas, schemaOf } from '../../../server/domain/observation/index.ts'
import { rulebook } from '../../../server/rules/index.ts'
import { eventKinds, toldFields } from '../../../server/supervision/review/events.ts'

const RULES = path.resolve('server/rules')
const sources = fs
  .readdirSync(RULES, { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.ts'))
  .map((name) => [name, fs.readFileSync(path.join(RULES, name), 'utf8')] as const)

/** The text between the bracket at `open` and its partner. */
const inside = (source: string, open: number): string => {
  let depth = 0
  for (let i = open; i < source.length; i++) {
    if ('{[('.includes(source[i]!)) depth++
    if ('}])'.includes(source[i]!) && --depth === 0) return source.slice(open + 1, i)
  }
  return ''
}
/** The keys of an object literal's own level; spreads are literals of their own elsewhere. */
const keysOf = (body: string): string[] => {
  let depth = 0
  const own = [...body].filter((c) => {
    if ('{[('.includes(c)) depth++
    const kept = depth === 0
    if ('}])'.includes(c)) depth--
    return kept
  })
  return own
    .join('')
    .split(',')
    .flatMap((part) => /^\s*(\w+)\s*(?::|$)/.exec(part)?.[1] ?? [])
}
const factKeys = new Set(
  sources.flatMap(([, source]) =>
    [...source.matchAll(/\bfacts\s*[:=]\s*\{/g)].flatMap((m) => keysOf(inside(source, m.index + m[0].length - 1))),
  ),
)

describe('a fact is told in the reader’s language', () => {
  it('the rules’ sources were read', () => {
    expect(factKeys.size).toBeGreaterThan(100)
    for (const key of ['leftAt', 'gapFrom', 'limitHours']) expect(factKeys).toContain(key)
  })
  it.each([...factKeys].sort())('%s has a label in both', (key) => {
    expect(Object.keys(zh.facts)).toContain(key)
    expect(Object.keys(en.facts)).toContain(key)
  })
})

/** What facts repeat from observations, by the field that has it there. */
const repeated = [
  'kind',
  'rank',
  'caseType',
  'place',
  'grounds',
  'exclusions',
  'reason',
  'fault',
  'watches',
  'examinerIs',
  'decision',
  'of',
  'rights',
  'facility',
  'result',
  'steps',
  'means',
  'how',
  'dangers',
  'source',
  'next',
  'facilityKind',
  'unit',
]
interface Schema {
  readonly def: {
    readonly type: string
    readonly entries?: Readonly<Record<string, string>>
    readonly shape?: Readonly<Record<string, Schema>>
    readonly innerType?: Schema
    readonly element?: Schema
    readonly options?: readonly Schema[]
  }
}
const enumerated = (schema: Schema, key: string): [string, string][] => [
  ...Object.values(schema.def.entries ?? {}).map((value): [string, string] => [key, value]),
  ...Object.entries(schema.def.shape ?? {}).flatMap(([k, inner]) => enumerated(inner, k)),
  ...[schema.def.innerType, schema.def.element, ...(schema.def.options ?? [])].flatMap((inner) =>
    inner === undefined ? [] : enumerated(inner, key),
  ),
]
const valuesOf = (kinds: readonly string[], fields: readonly string[]): string[] =>
  kinds
    .flatMap((kind) => enumerated(schemaOf(kind) as unknown as Schema, ''))
    .filter(([key]) => fields.includes(key))
    .map(([, value]) => value)
const values = new Set([...valuesOf(Object.keys(observationSchemas), repeated), ...valuesOf(eventKinds, toldFields)])

describe('a kind of observation is named, not spelled', () => {
  it.each(Object.keys(observationSchemas))('%s', (kind) => {
    expect(kindOf(zh, kind)).toMatch(/[一-鿿]/)
    expect(kindOf(en, kind)).toMatch(/^[A-Z][^.]*$/)
  })
})

describe('an enumerated value is a word, not a code', () => {
  it('there are some', () => expect(values.size).toBeGreaterThan(150))
  it.each([...values].sort())('%s has a Chinese word', (value) => expect(valuesZh[value]).toMatch(/[一-鿿]/))
  it('an English word stands for a value that has a Chinese one', () => {
    for (const value of Object.keys(valuesEn)) expect(valuesZh).toHaveProperty([value])
  })
  it('lists and chains are told part by part; what is no such value stays as it is', () => {
    language.set('zh')
    expect(readable('measures', 'criminal-summons → bail')).toBe('刑事传唤 → 取保候审')
    expect(readable('grounds', 'roaming,gang')).toBe('流窜作案、结伙作案')
    expect(readable('room', 'R-3')).toBe('R-3')
    expect(labelOf('gapFrom')).toBe('缺录起')
    language.set('en')
    expect(readable('measure', 'summons-written')).toBe('written summons')
    expect(readable('grounds', 'caught-in-act,gang')).toBe('caught in act, gang')
    language.set('zh')
  })
})

/** Every name within a value, but not the places of a list. */
const namesIn = (value: unknown): string[] => {
  if (Array.isArray(value)) return value.flatMap(namesIn)
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => [name, ...namesIn(inner)])
}
describe('the numbers that the law sets are named in the reader’s language', () => {
  const names = rulebook.flatMap(({ params, localSettings }) => {
    const local = new Set(localSettings.map(({ param }) => param))
    return params.flatMap(({ value }) =>
      Array.isArray(value)
        ? namesIn(value)
        : namesIn(Object.entries(value).flatMap(([k, v]) => (local.has(k) ? [] : { [k]: v }))),
    )
  })
  it.each([...new Set(names)].sort())('%s', (name) => {
    for (const { facts, ruleValues } of [zh, en]) expect(Object.keys({ ...facts, ...ruleValues })).toContain(name)
  })
  it('a ladder of extensions and a term read as sentences, not as a program’s text', () => {
    language.set('zh')
    const step = { fromHours: 12, toHours: 24, approvers: ['duty-chief', 'bureau-chief'] }
    expect(readable('ladder', [step, step])).toBe(
      Array(2).fill('自（小时） 12，延长至（小时） 24，有权批准人 值班负责人、局长').join('；'),
    )
    expect(readable('traffic', { amount: 2, unit: 'working-day' })).toBe('2 个工作日')
    // What holds without a condition says none.
    expect(readable('tier', { hours: 24, anyOf: [] })).toBe('小时 24')
  })
})

describe('what a change of a ticket lacked is told in the reader’s language', () => {
  const lacks = sources
    .filter(([name]) => name.startsWith('ticket/'))
    .flatMap(([, source]) => [...source.matchAll(/is: 'missing', missing: ([^}]*)\}/g)])
    .flatMap(([, expression]) => [...expression!.matchAll(/'([a-z-]+)'/g)].map((m) => m[1]!))
  it('the rules’ sources were read', () => expect(lacks).toContain('ground'))
  it.each([...new Set(lacks)].sort())('%s', (word) => expect(Object.keys(valuesZh)).toContain(word))
})
