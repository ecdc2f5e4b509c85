import type { ObservationKind } from '../../domain/observation/index.ts'
import { type DatedParams, defineRule, type Moment, type Rule } from '../define-rule.ts'
import { type CaseFile, evidence, filed, type Seen } from './case-file.ts'
import type { Beginning } from './deed-within.ts'
import { endOfPeriod, type Limit, unsure } from './limit.ts'
import { about, by, idle, over, unknown, waiting } from './verdicts.ts'

export type Head<K extends ObservationKind, P> = Pick<
  Rule<CaseFile<K>, P, K>,
  'id' | 'title' | 'grade' | 'citations' | 'limits' | 'consumes' | 'subject' | 'paramSchema'
> &
  Partial<Pick<Rule<CaseFile<K>, P, K>, 'localSettings' | 'shipsOff'>>

export interface Done {
  readonly at: number
  readonly seen: readonly Seen<ObservationKind>[]
}

/** The deed itself, or nothing yet. */
export const deed = (seen: Seen<ObservationKind> | undefined): Done | undefined => seen && { at: seen.at, seen: [seen] }

/**
 * A duty of case handling to do something within a time, whose length may depend on the case. A period of days that
 * would end on a day off ends with the next working day; nobody is held.
 */
export const dueWithin = <K extends ObservationKind, P>(
  rule: Head<K, P> & {
    readonly params: DatedParams<P>
    /** What starts the clock; `stopped` while the law lets it stand still. */
    readonly begins: (file: CaseFile<K>, moment: Moment<P>) => (Beginning & { readonly stopped?: boolean }) | undefined
    readonly limit: (law: P, begun: Beginning, file: CaseFile<K>, moment: Moment<P>) => Limit
    readonly done: (file: CaseFile<K>, begun: Beginning, moment: Moment<P>) => Done | undefined
  },
): Rule<CaseFile<K>, P, K> => {
  const { begins, limit: limitOf, done, ...head } = rule
  return defineRule<CaseFile<K>, P, K>({
    localSettings: [],
    ...head,
    initial: [],
    evolve: filed,
    evaluate(file, moment) {
      const begun = begins(file, moment)
      if (!begun) return idle(file, moment.now)
      if (begun.stopped) return waiting
      const law = moment.paramsAt(begun.at)
      if (law === undefined) return over(moment.now)
      const limit = limitOf(law, begun, file, moment)
      const end = endOfPeriod(begun.at, limit, moment.register.custody.holidays())
      if (!end) return unknown('calendar.published', moment.now)
      const finished = done(file, begun, moment)
      return by(
        { startedAt: begun.at, dueAt: end.at, doneAt: finished?.at, now: moment.now },
        {
          evidence: evidence(...begun.seen, ...(finished?.seen ?? [])),
          facts: { limit: limit.amount, unit: limit.unit, ...unsure(end), ...begun.facts },
          concerns: about(begun.unit, begun.officers),
        },
      )
    },
  })
}
