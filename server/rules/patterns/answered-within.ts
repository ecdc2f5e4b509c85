import type { DataOf } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import type { DatedParams, Rule } from '../define-rule.ts'
import { all, type CaseFile, first, type Seen } from './case-file.ts'
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
      readonly pastDaysOff?: true
      /** Something is to be done with it: a refusal is none. Else it is to be decided, which passing it on is not. */
      readonly deed?: true
      /** Whether the time runs for this application at all. */
      readonly applies?: (made: Seen<'application.made'>, register: Register) => boolean
      /** Only what was handed in at a facility of this kind; a lock-up where the application does not say. */
      readonly facility?: 'detention-house' | 'lockup'
    },
): ApplicationRule => {
  const { application, facility, applies, deed = false, ...head } = rule
  const leavesOpen = deed ? ['refused'] : ['forwarded', 'arranged']
  return deedWithin<Kinds>({
    ...head,
    consumes: ['application.made', 'application.answered'],
    subject: (o) => {
      if (o.kind !== 'application.made') return byApplication(o)
      const elsewhere = facility !== undefined && (o.data.facilityKind ?? 'lockup') !== facility
      return o.data.kind !== application || elsewhere ? undefined : byApplication(o)
    },
    begins(file, { register }) {
      const made = first(file, 'application.made')
      if (!made || applies?.(made, register) === false) return undefined
      return { at: made.at, seen: [made], unit: made.data.unit, facts: { person: made.data.person } }
    },
    done: (file) => all(file, 'application.answered').find(({ data }) => !leavesOpen.includes(data.result)),
  })
}
