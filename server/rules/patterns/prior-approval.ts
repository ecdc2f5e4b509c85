import { z } from 'zod'
import type { ApproverRank } from '../../domain/observation/measure.ts'
import { ranks } from './approvers.ts'
import { all, type CaseFile, first } from './case-file.ts'
import type { Judgement } from './wrong-when.ts'

export const approvedBy = z.object({ approvers: ranks })
type Kinds = 'measure.started' | 'measure.decided'

/** A measure that needs an approval first: none, refused, late, or by someone without the power. */
export const priorApproval = (file: CaseFile<Kinds>, approvers: readonly ApproverRank[]): Judgement => {
  const started = first(file, 'measure.started')
  if (!started) return undefined
  const before = all(file, 'measure.decided').filter((d) => d.at <= started.at)
  const competent = before.find((d) => d.data.decision === 'approved' && approvers.includes(d.data.rank))
  if (competent) return undefined
  const decided = all(file, 'measure.decided').at(-1)
  return {
    since: started.at,
    seen: decided ? [started, decided] : [started],
    unit: started.data.unit,
    officers: started.data.officers,
    facts: {
      measure: started.data.measure,
      person: started.data.person,
      decision: decided?.data.decision ?? null,
      rank: decided?.data.rank ?? null,
      decidedAt: decided?.at ?? null,
    },
  }
}
