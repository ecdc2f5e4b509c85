import type { DataOf } from '../../domain/observation/index.ts'
import type { DatedParams, Rule } from '../define-rule.ts'
import { type CaseFile, first } from './case-file.ts'
import { deedWithin } from './deed-within.ts'
import type { Limit } from './limit.ts'
import { byApplication } from './subjects.ts'

type Kinds = 'application.made' | 'application.answered'
type ApplicationRule = Rule<CaseFile<Kinds>, Limit, Kinds>

/** An application that must be answered, forwarded or arranged within a time. */
export const answeredWithin = (
  rule: Pick<ApplicationRule, 'id' | 'title' | 'grade' | 'citations' | 'limits'> &
    Partial<Pick<ApplicationRule, 'localSettings' | 'shipsOff'>> & {
      readonly params: DatedParams<Limit>
      readonly application: DataOf<'application.made'>['kind']
    },
): ApplicationRule => {
  const { application, ...head } = rule
  return deedWithin<Kinds>({
    ...head,
    consumes: ['application.made', 'application.answered'],
    subject: (o) => (o.kind === 'application.made' && o.data.kind !== application ? undefined : byApplication(o)),
    begins(file) {
      const made = first(file, 'application.made')
      return made && { at: made.at, seen: [made], unit: made.data.unit, facts: { person: made.data.person } }
    },
    done: (file) => first(file, 'application.answered'),
  })
}
