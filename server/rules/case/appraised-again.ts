import { z } from 'zod'
import { days } from '../../domain/time.ts'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { all } from '../patterns/case-file.ts'
import { adminProcedure } from '../patterns/enactments.ts'
import { byCase } from '../patterns/subjects.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

const schema = z.object({ most: z.number().int().positive(), approvers: ranks })

/** 重新鉴定 (legal table I, case-appraisal-5d): with approval, and once. */
export const appraisedAgain = wrongWhen<'appraisal.begun', z.infer<typeof schema>>({
  id: 'case.appraised-again',
  title: { zh: '重新鉴定超过一次或者未经批准', en: 'A matter was appraised anew more than once, or without approval' },
  grade: 'C',
  citations: [
    adminProcedure('第九十七条', '经县级以上公安机关批准后，进行重新鉴定。同一行政案件的同一事项重新鉴定以一次为限。'),
  ],
  paramSchema: schema,
  params: [{ from: '2013-01-01', value: { most: 1, approvers: bureauChiefs } }],
  limits: {
    zh: '只看行政案件；同一种类、同一人或者物视为同一事项。批准人没有写明的不作判断。',
    en: 'Administrative cases only; the same kind of the same person or thing counts as one matter. An approver who is not named is not judged.',
  },
  consumes: ['appraisal.begun'],
  subject: byCase,
  remembersMs: days(800),
  judge(file, law, { register: { casework }, subject }) {
    if (casework.case(subject)?.type === 'criminal') return undefined
    const again = all(file, 'appraisal.begun').filter((a) => a.data.again)
    for (const one of again) {
      const { kind, person, item, approvedBy, unit } = one.data
      const same = again.filter((a) => a.data.kind === kind && a.data.person === person && a.data.item === item)
      const over = same[law.most]
      if (over)
        return { since: over.at, seen: same, unit, facts: { why: 'more-than-once', kind, count: same.length, person } }
      if (approvedBy !== null && !law.approvers.includes(approvedBy))
        return { since: one.at, seen: [one], unit, facts: { why: 'no-approval', kind, rank: approvedBy } }
    }
    return undefined
  },
})
