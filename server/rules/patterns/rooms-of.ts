import type { ObservationKind } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { defineRule, type Moment, type Rule } from '../define-rule.ts'
import { evidence } from './case-file.ts'
import { about, breach, LATE_MS, over } from './verdicts.ts'
import type { Judgement } from './wrong-when.ts'

/** When the room was last heard of: all else is in the register. */
interface Heard {
  readonly at: Instant | undefined
}

/** The rooms an observation is about: entered or left, come from, or left behind on leaving the premises. */
export const roomsOf = (o: { readonly data: object }, { custody }: Register): readonly string[] => {
  const data = o.data as { room?: string | null; who?: string; person?: string; sensor?: string }
  const at = custody.whereabouts(data.who ?? data.person ?? '')
  const sensed = data.sensor === undefined ? undefined : custody.sensor(data.sensor)?.room
  return [...new Set([data.room, sensed, data.who ? at?.from : at?.room])].filter(
    (r): r is string => typeof r === 'string',
  )
}

/** A duty about one room, judged on what the register knows of it. */
export const roomRule = <K extends ObservationKind, P>(
  rule: Pick<
    Rule<Heard, P, K>,
    'id' | 'title' | 'grade' | 'citations' | 'limits' | 'consumes' | 'paramSchema' | 'params'
  > &
    Partial<Pick<Rule<Heard, P, K>, 'localSettings' | 'shipsOff'>> & {
      readonly judge: (room: string, law: P, moment: Moment<P>) => Judgement
    },
): Rule<Heard, P, K> => {
  const { judge, ...head } = rule
  return defineRule<Heard, P, K>({
    localSettings: [],
    ...head,
    subject: roomsOf,
    initial: { at: undefined },
    evolve: (_, { observation }) => ({ at: observation.observedAt }),
    evaluate({ at }, moment): Verdict {
      const law = at === undefined ? undefined : moment.paramsAt(at)
      const found = law === undefined ? undefined : judge(moment.subject, law, moment)
      if (found === undefined) return over(moment.now)
      if ('missing' in found) return { is: 'unknown', missing: found.missing, forgetAt: moment.now + LATE_MS }
      if ('dueAt' in found) return { is: 'pending', ...found }
      const { since, seen, unit, officers, facts = {} } = found
      return breach(
        since,
        { evidence: evidence(...seen), facts, concerns: about(unit, officers) },
        moment.now + LATE_MS,
      )
    },
  })
}
