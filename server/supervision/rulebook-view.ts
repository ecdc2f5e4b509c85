import { createHash } from 'node:crypto'
import type { RuleView } from '../contract/views.ts'
import type { AnyRule } from '../rules/define-rule.ts'

/** Raised by hand when the engine's or the fold's own state changes its shape. */
const STATE_VERSION = 7

/**
 * What tells one rulebook from another: rules, their dated values and their code. A snapshot taken with another
 * one is of no use, because another rulebook finds other things. `version` is the program's, for code that rules call.
 */
export const rulebookIdentity = (rulebook: readonly AnyRule[], version: string): string => {
  const told = rulebook.map((r) => [
    r.id,
    r.grade,
    r.params,
    r.localSettings,
    r.shipsOff ?? null,
    r.consumes,
    r.initial,
    String(r.subject),
    String(r.evolve),
    String(r.evaluate),
  ])
  return createHash('sha256')
    .update(JSON.stringify([STATE_VERSION, version, told]))
    .digest('hex')
    .slice(0, 32)
}

/** A rule as the console shows it beside every finding. */
export const ruleView = (rule: AnyRule, healthy: boolean): RuleView => ({
  id: rule.id,
  title: rule.title,
  grade: rule.grade,
  citations: rule.citations.map(({ law, article, text, inForce, checked }) => ({
    law,
    article,
    text,
    from: inForce.from,
    until: inForce.until ?? null,
    checked,
  })),
  limits: rule.limits,
  params: rule.params.map(({ from, value }) => ({ from, value: value as Readonly<Record<string, unknown>> })),
  localSettings: rule.localSettings,
  shipsOff: rule.shipsOff ?? null,
  healthy,
})

/** A finding of a rule that has left the rulebook still has to be shown. */
export const goneRule = (id: string, grade: RuleView['grade'], title: RuleView['title']): RuleView => ({
  id,
  title,
  grade,
  citations: [],
  limits: {
    zh: '该规则已不在现行规则库中；此线索按当时的规则产生。',
    en: 'This rule has left the rulebook; the finding was made by the rule of its time.',
  },
  params: [],
  localSettings: [],
  shipsOff: null,
  healthy: false,
})
