import { isCalendarDay } from '../domain/time.ts'
import type { AnyRule, DatedParams } from '../rules/define-rule.ts'

/** A rulebook with other values in some rules, or what was wrong with the values asked for. */
export type WhatIf =
  | {
      readonly is: 'rules'
      readonly rules: readonly AnyRule[]
      readonly changed: ReadonlySet<string>
      readonly alwaysOn: ReadonlySet<string>
    }
  | { readonly is: 'problems'; readonly problems: readonly string[] }

type Json = Readonly<Record<string, unknown>>
const isObject = (x: unknown): x is Json => typeof x === 'object' && x !== null && !Array.isArray(x)

/**
 * The rulebook as it would be with other values: `{ rule: { param: value, … } }` for every day, or
 * `{ rule: [{ from: 'YYYY-MM-DD', value: { … } }, …] }` by days of the law (China); `enabled: true` beside the values
 * runs the rule from the start, `enabled: false` leaves it out. What is not named stays as it is. Any number may be
 * tried, those of the law too, since nothing changes by trying; the rule's schema has the last word.
 */
export const whatIf = (rulebook: readonly AnyRule[], asked: unknown): WhatIf => {
  if (!isObject(asked)) return { is: 'problems', problems: ['must be an object: { "rule.id": { "param": value } }'] }
  const problems: string[] = []
  const rules = new Map(rulebook.map((r) => [r.id, r]))
  const changed = new Set<string>()
  const alwaysOn = new Set<string>()
  for (const [id, wish] of Object.entries(asked)) {
    const rule = rules.get(id)
    if (!rule) {
      problems.push(`${id}: is not a rule`)
      continue
    }
    changed.add(id)
    if (!isObject(wish) && !Array.isArray(wish)) {
      problems.push(`${id}: must be an object of values, or a list of { from, value }`)
      continue
    }
    const { enabled, ...values } = Array.isArray(wish) ? { enabled: undefined } : wish
    if (enabled !== undefined && typeof enabled !== 'boolean') problems.push(`${id}.enabled: must be true or false`)
    if (enabled === false) rules.delete(id)
    else rules.set(id, retold(rule, Array.isArray(wish) ? wish : values, problems))
    if (enabled === true) alwaysOn.add(id)
  }
  return problems.length > 0
    ? { is: 'problems', problems }
    : { is: 'rules', rules: [...rules.values()], changed, alwaysOn }
}

/** The rule with other values. What is tried is no local setting any more: the journal cannot change it back. */
const retold = (rule: AnyRule, wish: Json | readonly unknown[], problems: string[]): AnyRule => {
  const steps = Array.isArray(wish) ? dated(rule, wish, problems) : always(rule, wish as Json)
  if (steps.length === 0 && problems.length === 0) problems.push(`${rule.id}: no values`)
  const known = new Set(rule.params.flatMap(({ value }) => Object.keys(value as object)))
  const tried = new Set<string>()
  for (const { given } of steps)
    for (const name of Object.keys(given)) {
      tried.add(name)
      if (!known.has(name)) problems.push(`${rule.id}.${name}: is not one of ${[...known].join(', ')}`)
    }
  const params = steps.map(({ from, value }) => {
    const parsed = rule.paramSchema.safeParse(value)
    if (!parsed.success)
      for (const { path, message } of parsed.error.issues) problems.push(`${rule.id}.${path.join('.')}: ${message}`)
    return { from, value: parsed.data }
  })
  return { ...rule, params, localSettings: rule.localSettings.filter((s) => !tried.has(s.param)) }
}

interface Tried {
  readonly from: string
  readonly given: Json
  readonly value: Json
}

const always = (rule: AnyRule, given: Json): Tried[] =>
  (rule.params as DatedParams<Json>).map(({ from, value }) => ({ from, given, value: { ...value, ...given } }))

/** What the list leaves out is taken from what the rule says for that day, or from its first words. */
const dated = (rule: AnyRule, list: readonly unknown[], problems: string[]): Tried[] =>
  list.flatMap((one, i): Tried[] => {
    const before = i === 0 ? undefined : (list[i - 1] as Json | undefined)?.from
    if (!isObject(one) || typeof one.from !== 'string' || !isCalendarDay(one.from) || !isObject(one.value)) {
      problems.push(`${rule.id}[${i}]: must be { "from": "YYYY-MM-DD", "value": { … } }`)
      return []
    }
    const { from, value: given } = one
    if (typeof before === 'string' && from <= before) problems.push(`${rule.id}[${i}].from: must lie after ${before}`)
    const law = rule.params as DatedParams<Json>
    const base = law.findLast((p) => p.from <= from) ?? law[0]
    return [{ from, given, value: { ...base?.value, ...given } }]
  })
