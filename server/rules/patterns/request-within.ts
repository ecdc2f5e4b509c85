import type { DataOf } from '../../domain/observation/index.ts'
import type { DatedParams, Rule } from '../define-rule.ts'
import { all, type CaseFile, first } from './case-file.ts'
import { deed, dueWithin } from './due-within.ts'
import { endOfPeriod, type Limit, limitSchema } from './limit.ts'
import { byRequest } from './subjects.ts'

const kinds = ['case.request-made', 'case.request-prolonged', 'case.request-answered'] as const
type Kind = (typeof kinds)[number]
type RequestRule = Rule<CaseFile<Kind>, Limit, Kind>

/**
 * A request in a case that must be answered within a time. `prolongedBy` days are added once when that was approved
 * before expiry and the applicant was told in writing.
 */
export const requestWithin = (
  rule: Pick<RequestRule, 'id' | 'title' | 'grade' | 'citations' | 'limits'> & {
    readonly params: DatedParams<Limit>
    readonly of: readonly DataOf<'case.request-made'>['kind'][]
    readonly prolongedBy?: number
  },
): RequestRule => {
  const { of, prolongedBy = 0, ...head } = rule
  return dueWithin<Kind, Limit>({
    ...head,
    paramSchema: limitSchema,
    consumes: kinds,
    subject: (o) => (o.kind === 'case.request-made' && !of.includes(o.data.kind) ? undefined : byRequest(o)),
    begins(file) {
      const made = first(file, 'case.request-made')
      if (!made) return undefined
      const { unit, kind, person } = made.data
      return { at: made.at, seen: [made], unit, facts: { kind, person } }
    },
    limit(law, begun, file, { register }) {
      const end = endOfPeriod(begun.at, law, register.custody.holidays())
      const prolonged = all(file, 'case.request-prolonged').some(
        (p) => p.data.told && (end === undefined || p.at <= end.at),
      )
      return prolonged ? { ...law, amount: law.amount + prolongedBy } : law
    },
    done: (file) => deed(first(file, 'case.request-answered')),
  })
}
