import type { DataOf } from '../../domain/observation/index.ts'
import type { DatedParams, Rule } from '../define-rule.ts'
import { type CaseFile, first } from './case-file.ts'
import { deedWithin } from './deed-within.ts'
import type { Limit } from './limit.ts'

type Kinds = 'custody.taken-out' | 'custody.returned'
type OutingRule = Rule<CaseFile<Kinds>, Limit, Kinds>

/** Somebody taken out must be back by the end of a day: zero days are the day of the outing itself. */
export const backWithin = (
  rule: Pick<OutingRule, 'id' | 'title' | 'grade' | 'citations' | 'limits'> &
    Partial<Pick<OutingRule, 'localSettings' | 'shipsOff'>> & {
      readonly params: DatedParams<Limit>
      readonly concerns: (out: DataOf<'custody.taken-out'>) => boolean
    },
): OutingRule => {
  const { concerns, ...head } = rule
  return deedWithin<Kinds>({
    ...head,
    consumes: ['custody.taken-out', 'custody.returned'],
    subject: (o) => (o.kind === 'custody.taken-out' && !concerns(o.data) ? undefined : o.data.outing),
    begins(file) {
      const out = first(file, 'custody.taken-out')
      return (
        out && {
          at: out.at,
          seen: [out],
          unit: out.data.facility,
          officers: out.data.officers,
          facts: { person: out.data.person, purpose: out.data.purpose },
        }
      )
    },
    done: (file) => first(file, 'custody.returned'),
  })
}
