import type { z } from 'zod'
import type { Facts } from '../../domain/finding.ts'
import type { WatchKind } from '../../domain/observation/case-area.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'
import { type DatedParams, defineRule, type Moment, type Rule } from '../define-rule.ts'
import { type CaseFile, evidence, filed, type Seen } from './case-file.ts'
import { endOf, endOfPeriod, type Limit, limitSchema, unsure } from './limit.ts'
import { about, by, idle, over, unknown } from './verdicts.ts'

type Head<K extends ObservationKind, P> = Pick<
  Rule<CaseFile<K>, P, K>,
  'id' | 'title' | 'grade' | 'citations' | 'limits' | 'consumes' | 'subject'
> &
  Partial<Pick<Rule<CaseFile<K>, P, K>, 'localSettings' | 'shipsOff'>>

/** What starts the clock: when, which entries say so, and who answers. */
export interface Beginning {
  readonly at: Instant
  readonly seen: readonly Seen<ObservationKind>[]
  readonly unit: string | null
  readonly officers?: readonly string[]
  readonly facts?: Facts
}

/**
 * A duty to do something within a time from a beginning. `done` is when it was done, or when the duty fell
 * away; the entries that say so become evidence.
 */
export const deedWithin = <K extends ObservationKind, P extends Limit = Limit>(
  rule: Head<K, P> & {
    /** When the duty has more parameters than its length. */
    readonly paramSchema?: z.ZodType<P>
    readonly params: DatedParams<P>
    /** A period of days that ends on a day off ends with the next working day, unless the person is in custody. */
    readonly pastDaysOff?: true
    /** A source of these must have worked from the beginning to the end of the time: without one silence says nothing. */
    readonly source?: WatchKind
    readonly begins: (file: CaseFile<K>, moment: Moment<P>) => Beginning | undefined
    /** When the length depends on what began; the law's own length otherwise. */
    readonly limitOf?: (law: P, begun: Beginning) => Limit
    /** Kinds of `done` with which the duty falls away undone: the facts then name no moment when it was done. */
    readonly fallsAwayWith?: readonly K[]
    readonly done: (
      file: CaseFile<K>,
      begun: Beginning,
      moment: Moment<P>,
    ) => Seen<ObservationKind> | { readonly at: Instant; readonly seen: readonly Seen<ObservationKind>[] } | undefined
  },
): Rule<CaseFile<K>, P, K> => {
  const { begins, done, fallsAwayWith = [], paramSchema, limitOf, pastDaysOff, source, ...head } = rule
  return defineRule<CaseFile<K>, P, K>({
    localSettings: [],
    ...head,
    paramSchema: paramSchema ?? (limitSchema as unknown as z.ZodType<P>),
    initial: [],
    evolve: filed,
    evaluate(file, moment) {
      const begun = begins(file, moment)
      if (!begun) return idle(file, moment.now)
      const law = moment.paramsAt(begun.at)
      if (!law) return over(moment.now)
      const limit = limitOf ? limitOf(law, begun) : law
      const holidays = moment.register.custody.holidays()
      const sharp = endOf(begun.at, limit, holidays)
      const moves = pastDaysOff && sharp !== undefined && !inCustody(moment.register, begun.facts?.person, sharp)
      const end = moves ? endOfPeriod(begun.at, limit, holidays) : { at: sharp, sure: true }
      if (end?.at === undefined) return unknown('calendar.published', moment.now)
      const deed = done(file, begun, moment)
      const late = deed === undefined || deed.at > end.at
      const to = Math.min(moment.now, end.at)
      if (source && late && !moment.register.custody.fedFromTo(source, begun.at, to))
        return unknown(`sensor.installed watches ${source}`, moment.now)
      const seen = deed === undefined ? [] : 'seq' in deed ? [deed] : deed.seen
      const undone = deed !== undefined && 'seq' in deed && fallsAwayWith.some((kind) => kind === deed.kind)
      return by(
        { startedAt: begun.at, dueAt: end.at, doneAt: deed?.at, now: moment.now },
        {
          evidence: evidence(...begun.seen, ...seen),
          facts: {
            ...{ limit: limit.amount, unit: limit.unit, ...unsure(end), ...begun.facts },
            ...(undone ? { doneAt: null, fellAwayAt: deed.at } : {}),
          },
          concerns: about(begun.unit, begun.officers),
        },
      )
    },
  })
}

/** 在押: nothing of their time is prolonged by days off (刑事诉讼法 105). */
const inCustody = ({ custody }: Register, person: unknown, at: Instant): boolean =>
  typeof person === 'string' &&
  custody.measuresAt(person, at).some((m) => m.kind === 'criminal-detention' || m.kind === 'arrest')
