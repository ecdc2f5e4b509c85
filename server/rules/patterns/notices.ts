import type { ObservationKind } from '../../domain/observation/index.ts'
import type { MeasureKind } from '../../domain/observation/measure.ts'
import type { Register } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'
import type { DatedParams, Rule } from '../define-rule.ts'
import { all, type CaseFile, type Seen } from './case-file.ts'
import { deedWithin } from './deed-within.ts'
import { endOf, type Limit } from './limit.ts'
import { byIncidentOrNotice, byMeasureOrNotice } from './subjects.ts'

type Notice = 'notice.given' | 'notice.excused' | 'notice.excuse-ended'
export const noticeKinds = [
  'notice.given',
  'notice.excused',
  'notice.excuse-ended',
] as const satisfies readonly Notice[]

type To = Seen<'notice.given'>['data']['to']
type Reason = Seen<'notice.excused'>['data']['reason']

/**
 * The entry that ends the duty to notify `to` about `about`: the notice itself, or an excuse that the law
 * knows, is noted, and has not ended. The earliest counts.
 */
const notified = (
  file: CaseFile<Notice>,
  aboutId: string,
  to: readonly To[],
  excuses: readonly Reason[],
): Seen<Notice> | undefined => {
  const mine = all(file, ...noticeKinds).filter((n) => n.data.about === aboutId && to.includes(n.data.to))
  const ended = mine.findLast((n) => n.kind === 'notice.excuse-ended')
  return mine.find((n) => n.kind === 'notice.given' || (holds(n, excuses) && !(ended && ended.at > n.at)))
}

/** An excuse that the law knows and that is noted; 有碍侦查 holds only in cases of state security or terrorism. */
const holds = (n: Seen<Notice>, excuses: readonly Reason[]): boolean =>
  n.kind === 'notice.excused' &&
  n.data.noted &&
  excuses.includes(n.data.reason) &&
  (n.data.reason !== 'impedes-investigation' || n.data.grounds.length > 0)

type Head<K extends ObservationKind> = Pick<
  Rule<CaseFile<K>, Limit, K>,
  'id' | 'title' | 'grade' | 'citations' | 'limits' | 'consumes'
> &
  Partial<Pick<Rule<CaseFile<K>, Limit, K>, 'localSettings'>>

/**
 * The duty to tell somebody of a measure, or of an incident, within a time from `began`. An excuse given in time suspends it until it ends;
 * the law then says 立即 without a number, and the same time runs anew as the longest that can be meant.
 */
export const toldWithin = <K extends ObservationKind>(
  rule: Head<K> & {
    readonly params: DatedParams<Limit>
    /** The measures it is about; left out: it is about an incident. */
    readonly measures?: readonly MeasureKind[]
    readonly source?: 'notices'
    readonly to: readonly To[]
    readonly excuses: readonly Reason[]
    readonly began: (
      file: CaseFile<K>,
      register: Register,
    ) => Seen<'measure.started'> | Seen<'measure.decided'> | Seen<'custody.incident'> | undefined
    /** What makes the duty fall away. */
    readonly ends?: (file: CaseFile<K>) => Seen<ObservationKind> | undefined
  },
): Rule<CaseFile<K>, Limit, K> => {
  const { measures, to, excuses, began, ends, ...head } = rule
  return deedWithin<K>({
    ...head,
    subject: measures ? byMeasureOrNotice(...measures) : byIncidentOrNotice,
    begins(file, { subject, paramsAt, register }) {
      const start = began(file, register)
      if (!start) return undefined
      const law = paramsAt(start.at)
      const due = law && endOf(start.at, law, register.custody.holidays())
      const again = due === undefined ? undefined : takenUpAgain(file as CaseFile<Notice>, subject, to, excuses, due)
      return {
        at: again?.at ?? start.at,
        seen: again ? [start, again] : [start],
        unit: start.data.unit,
        officers: start.kind === 'measure.started' ? start.data.officers : [],
        facts: { person: start.data.person },
      }
    },
    done: (file, _, { subject }) => notified(file as CaseFile<Notice>, subject, to, excuses) ?? ends?.(file),
  })
}

/** Where an excuse that was given in time ended after the time had run out. */
const takenUpAgain = (
  file: CaseFile<Notice>,
  aboutId: string,
  to: readonly To[],
  excuses: readonly Reason[],
  due: Instant,
): Seen<'notice.excuse-ended'> | undefined => {
  const mine = all(file, ...noticeKinds).filter((n) => n.data.about === aboutId && to.includes(n.data.to))
  const excused = mine.some((n) => n.at <= due && holds(n, excuses))
  const ended = mine.findLast((n): n is Seen<'notice.excuse-ended'> => n.kind === 'notice.excuse-ended')
  return excused && ended && ended.at > due ? ended : undefined
}
