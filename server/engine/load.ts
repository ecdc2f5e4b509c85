import type { ObservationKind } from '../domain/observation/index.ts'
import { passingKinds, type Register, registerKinds } from '../domain/register.ts'
import { settingKinds } from '../domain/settings.ts'
import type { AnyRule } from '../rules/define-rule.ts'
import type { Ask, LoadedRule, RuleFailure } from './cell.ts'
import { inForceOf, valueAt } from './in-force.ts'

export interface EngineOptions {
  /**
   * `as-shipped`: a rule that ships switched off says nothing until the journal switches it on, as in the live house.
   * `given`: every rule handed in runs from the start; those who hand it in have chosen. The journal's switches
   * hold in both.
   */
  readonly start?: 'as-shipped' | 'given'
  /** Rules that run whatever the journal says, for what-if. */
  readonly alwaysOn?: ReadonlySet<string>
}

/** Whom an observation of one kind concerns. */
interface Concerned {
  readonly rules: readonly LoadedRule[]
  readonly register: boolean
  readonly settings: boolean
}

/** The rules of a rulebook as the engine runs them, and which of them an observation concerns. */
export const loadRules = (
  rulebook: readonly AnyRule[],
  register: Register,
  failures: readonly RuleFailure[],
  options: EngineOptions,
) => {
  /** The values and switches of a rule by what was agreed on so far. */
  const inForceNow = (rule: AnyRule): LoadedRule['inForce'] => {
    const pinned = options.alwaysOn?.has(rule.id) ?? false
    const agreed = register.settings.agreedFor(rule.id).filter(({ change }) => !pinned || change.is === 'setting')
    return inForceOf(rule, agreed, pinned || options.start !== 'as-shipped' || rule.shipsOff === undefined)
  }
  const asks = new Map<AnyRule['subject'], Ask>()
  const askOf = ({ subject }: AnyRule): Ask => {
    const ask = asks.get(subject) ?? { subject, seq: Number.NaN, answer: undefined }
    asks.set(subject, ask)
    return ask
  }
  const rules: LoadedRule[] = rulebook.map((rule) => {
    const loaded: LoadedRule = {
      rule,
      ask: askOf(rule),
      moment: { now: 0, paramsAt: (at) => valueAt(loaded.inForce.steps, at), register, subject: '' },
      inForce: inForceNow(rule),
      cells: new Set(),
      failure: failures.find((f) => f.rule === rule.id),
    }
    return loaded
  })
  const concerned = new Map<ObservationKind, Concerned>()
  const concernedBy = (kind: ObservationKind): Concerned => {
    const known = concerned.get(kind)
    if (known) return known
    const made = {
      rules: rules.filter(({ rule }) => (rule.consumes as readonly ObservationKind[]).includes(kind)),
      register: registerKinds.has(kind) || passingKinds.has(kind),
      settings: settingKinds.has(kind),
    }
    concerned.set(kind, made)
    return made
  }
  return { rules, concernedBy, inForceNow }
}
