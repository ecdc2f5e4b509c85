import type { Facts } from '../../domain/finding.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import type { Instant } from '../../domain/time.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { defineRule, type Moment, type Rule } from '../define-rule.ts'
import { type CaseFile, evidence, filed, type Seen } from './case-file.ts'
import { about, breach, clear, LATE_MS, over } from './verdicts.ts'

/** What is wrong: since when, which entries show it, who answers. */
export interface Wrong {
  readonly since: Instant
  readonly seen: readonly (Seen<ObservationKind> | readonly number[])[]
  readonly unit: string | null | undefined
  readonly officers?: readonly string[]
  readonly carrier?: string
  readonly facts?: Facts
  /** How long it is remembered after the last news, where later news are held against it; a month unless told. */
  readonly remembersMs?: number
}

/** Later than now, nothing wrong yet: becomes so after `dueAt`. */
export interface WrongAfter {
  readonly dueAt: Instant
  readonly startedAt: Instant
}

export type Judgement = Wrong | WrongAfter | { readonly missing: string } | undefined

type Head<K extends ObservationKind, P> = Pick<
  Rule<CaseFile<K>, P, K>,
  'id' | 'title' | 'grade' | 'citations' | 'limits' | 'consumes' | 'subject' | 'paramSchema' | 'params'
> &
  Partial<Pick<Rule<CaseFile<K>, P, K>, 'localSettings' | 'shipsOff'>>

/**
 * A circumstance that is wrong in itself. `judge` looks at the whole file of one subject, with the law of
 * `lawAt` (the first observation, unless told otherwise).
 */
export const wrongWhen = <K extends ObservationKind, P>(
  rule: Head<K, P> & {
    readonly lawAt?: (file: CaseFile<K>) => Instant
    /** Kinds that are kept; the others only make the rule look again at what the register knows. */
    readonly keeps?: readonly K[]
    /** How long a subject with nothing wrong is remembered after the last news; 30 days unless the duty spans more. */
    readonly remembersMs?: number
    readonly judge: (file: CaseFile<K>, law: P, moment: Moment<P>) => Judgement
  },
): Rule<CaseFile<K>, P, K> => {
  const { judge, lawAt, keeps, remembersMs = LATE_MS, ...head } = rule
  return defineRule<CaseFile<K>, P, K>({
    localSettings: [],
    ...head,
    initial: [],
    evolve: (file, entry) =>
      keeps && !(keeps as readonly ObservationKind[]).includes(entry.observation.kind) ? file : filed(file, entry),
    evaluate(file, moment): Verdict {
      if (file.length === 0) return clear
      const law = moment.paramsAt(lawAt?.(file) ?? file[0]!.at)
      if (law === undefined) return over(moment.now)
      const found = judge(file, law, moment)
      if (found === undefined) return { is: 'clear', forgetAt: moment.now + remembersMs }
      if ('missing' in found) return { is: 'unknown', missing: found.missing, forgetAt: moment.now + remembersMs }
      if ('dueAt' in found) return { is: 'pending', ...found }
      const { since, seen, unit, officers, carrier = null, facts = {}, remembersMs: wrongFor = LATE_MS } = found
      return breach(
        since,
        { evidence: evidence(...seen), facts, concerns: { ...about(unit, officers), carrier } },
        moment.now + wrongFor,
      )
    },
  })
}
