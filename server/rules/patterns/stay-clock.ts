import { z } from 'zod'
import { type ApproverRank, type MeasureKind, shortMeasures } from '../../domain/observation/measure.ts'
import { hours } from '../../domain/time.ts'
import { type DatedParams, defineRule, type Rule } from '../define-rule.ts'
import { ranks } from './approvers.ts'
import { all, type CaseFile, evidence, filed, first } from './case-file.ts'
import { byStay } from './subjects.ts'
import { about, by, idle, over, unknown } from './verdicts.ts'

const kinds = ['person.arrived', 'person.departed', 'measure.started', 'measure.extended', 'measure.ended'] as const
type Kind = (typeof kinds)[number]

export const hoursOnce = z.object({ baseHours: z.number(), extendedHours: z.number(), approvers: ranks })
export type HoursOnce = z.infer<typeof hoursOnce>
/**
 * A measure counted in hours from 到案 to its end, that may be prolonged once by someone with the power,
 * before the time is over, in a case that needs custody (传唤、拘传).
 */
export const hoursFromArrival = (
  rule: Pick<Rule<CaseFile<Kind>, HoursOnce, Kind>, 'id' | 'title' | 'grade' | 'citations' | 'limits'> & {
    readonly measure: MeasureKind
    readonly params: DatedParams<HoursOnce>
  },
): Rule<CaseFile<Kind>, HoursOnce, Kind> => {
  const { measure, ...head } = rule
  return defineRule<CaseFile<Kind>, HoursOnce, Kind>({
    ...head,
    paramSchema: hoursOnce,
    localSettings: [],
    consumes: kinds,
    subject: byStay(...shortMeasures),
    initial: [],
    evolve: filed,
    evaluate(file, { now, paramsAt }) {
      const begun = all(file, 'measure.started').find((m) => m.data.kind === measure)
      if (!begun) return idle(file, now)
      const arrived = first(file, 'person.arrived')
      // After another measure in the same stay, 到案 for this one is when it began.
      const before = all(file, 'measure.started').some((m) => m.at < begun.at && m.data.kind !== measure)
      const startedAt = before ? begun.at : arrived?.at
      if (startedAt === undefined) return unknown('person.arrived', now)
      const law = paramsAt(startedAt)
      if (!law) return over(now)
      const extension = all(file, 'measure.extended').find(
        ({ at, data }) =>
          data.kind === measure &&
          data.total.unit === 'hour' &&
          data.total.amount > law.baseHours &&
          at <= startedAt + hours(law.baseHours) &&
          law.approvers.includes(data.rank as ApproverRank) &&
          (data.grounds.length === 0 || graveAndCustodyNeeded(data.grounds)),
      )
      const limitHours = extension ? Math.min(extension.data.total.amount, law.extendedHours) : law.baseHours
      const left = all(file, 'person.departed').findLast((d) => d.data.how !== 'taken-out' && d.data.how !== 'hospital')
      const ended = all(file, 'measure.ended').find((m) => m.data.kind === measure)
      const ends = [left?.at, ended?.at].filter((x): x is number => x !== undefined)
      return by(
        {
          startedAt,
          dueAt: startedAt + hours(limitHours),
          doneAt: ends.length === 0 ? undefined : Math.min(...ends),
          now,
        },
        {
          evidence: evidence(arrived, begun, extension, left, ended),
          facts: { limitHours, measure: begun.data.measure, person: begun.data.person },
          concerns: about(begun.data.unit, begun.data.officers),
        },
      )
    },
  })
}

/** 案情特别重大、复杂，需要采取拘留、逮捕措施的. */
const graveAndCustodyNeeded = (grounds: readonly string[]): boolean =>
  grounds.includes('custody-needed') && (grounds.includes('especially-grave') || grounds.includes('complex'))
