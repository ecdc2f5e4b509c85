import type { AgreedChange } from '../domain/settings.ts'
import { chinaDay, type Instant } from '../domain/time.ts'
import type { AnyRule } from '../rules/define-rule.ts'

/** The values of a rule from an instant on. */
export interface Step {
  readonly from: Instant
  readonly value: unknown
}

/** What of a rule holds when: the dated values of the law with the bureau's settings in them, and whether it runs. */
export interface InForce {
  /** Oldest first. */
  readonly steps: readonly Step[]
  /** Off and on, oldest first; before the first one the rule is as it came. */
  readonly switches: readonly { readonly from: Instant; readonly on: boolean }[]
  readonly onAtFirst: boolean
  /** The instants at which a setting takes effect. A new edition of the law is not among them: it asks by fact. */
  readonly settled: readonly Instant[]
  /** Agreed on and still without effect: not a setting of this rule, or a value its schema refuses. */
  readonly refused: readonly { readonly change: AgreedChange; readonly problem: string }[]
}

/** Why `value` cannot be set; undefined when it can, on every day of the law. */
export const settingProblem = (rule: AnyRule, param: string, value: number | null): string | undefined => {
  if (!rule.localSettings.some((s) => s.param === param)) {
    const names = rule.localSettings.map((s) => s.param).join(', ')
    return `${param} is not a local setting of ${rule.id}; these are: ${names === '' ? 'none' : names}`
  }
  if (value === null) return undefined
  for (const { value: base } of rule.params) {
    const parsed = rule.paramSchema.safeParse({ ...(base as object), [param]: value })
    if (!parsed.success) return parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; ')
  }
  return undefined
}

/**
 * Folds what was agreed on into the dated values. A number of the law is never touched: only the rule's local
 * settings, and only with values that its schema takes; what does not fit is told and left out.
 */
export const inForceOf = (rule: AnyRule, agreed: readonly AgreedChange[], onAtFirst: boolean): InForce => {
  const refused: { change: AgreedChange; problem: string }[] = []
  const settings: { from: Instant; param: string; value: number | null }[] = []
  const switches: { from: Instant; on: boolean }[] = []
  for (const one of agreed) {
    const { change, from } = one
    if (change.is === 'switch') switches.push({ from, on: change.on })
    else {
      const problem = settingProblem(rule, change.param, change.value)
      if (problem === undefined) settings.push({ from, param: change.param, value: change.value })
      else refused.push({ change: one, problem })
    }
  }
  // Stable: of two for the same instant the one agreed on later holds.
  settings.sort((a, b) => a.from - b.from)
  switches.sort((a, b) => a.from - b.from)
  const law = rule.params.map(({ from, value }) => ({ from: chinaDay(from), value: value as object }))
  const edges = [...new Set([...law.map((l) => l.from), ...settings.map((s) => s.from)])].sort((a, b) => a - b)
  const steps = edges.flatMap((from) => {
    const base = law.findLast((l) => l.from <= from)
    if (!base) return []
    const set: Record<string, number> = {}
    for (const s of settings) {
      if (s.from > from) break
      if (s.value === null) delete set[s.param]
      else set[s.param] = s.value
    }
    const value = Object.keys(set).length === 0 ? base.value : { ...base.value, ...set }
    return [{ from, value }]
  })
  return { steps, switches, onAtFirst, settled: [...new Set(settings.map((s) => s.from))], refused }
}

/** The values in force at `at`; undefined before the rule came into force. */
export const valueAt = (steps: readonly Step[], at: Instant): unknown => {
  for (let i = steps.length - 1; i >= 0; i--) if (steps[i]!.from <= at) return steps[i]!.value
  return undefined
}

/** Since when the rule has been running at `at` without a break; undefined while it is off. */
export const onSince = ({ switches, onAtFirst }: InForce, at: Instant): Instant | undefined => {
  let since: Instant | undefined = onAtFirst ? Number.NEGATIVE_INFINITY : undefined
  for (const { from, on } of switches) {
    if (from > at) break
    since = on ? (since ?? from) : undefined
  }
  return since
}
