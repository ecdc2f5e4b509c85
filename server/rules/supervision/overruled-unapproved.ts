import { all, first } from '../patterns/case-file.ts'
import { supervisionRegulation } from '../patterns/enactments.ts'
import { inForceFrom, type NoNumber, noNumber } from '../patterns/none.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

type Kind = 'overruling.decided' | 'overruling.approved' | 'overruling.carried-out'

/** 撤销、变更错误的决定、命令 (legal table O, du-approve-override). */
export const overruledUnapproved = wrongWhen<Kind, NoNumber>({
  id: 'supervision.overruled-unapproved',
  title: {
    zh: '督察机构撤销、变更决定，未经行政首长批准即执行',
    en: 'Supervision overruled a decision without the approval of the head of the bureau',
  },
  grade: 'C',
  citations: [
    supervisionRegulation(
      '第十条',
      '对本级公安机关所属单位或者下级公安机关作出的错误决定、命令，可以决定撤销或者变更，报本级公安机关行政首长批准后执行。',
    ),
  ],
  paramSchema: noNumber,
  params: inForceFrom('2011-10-01'),
  limits: {
    zh: '以登记的批准和执行时间为准；原决定是否确有错误由人核查。',
    en: 'Goes by the approval and the execution on record; whether what was overruled was wrong is for people to check.',
  },
  consumes: ['overruling.decided', 'overruling.approved', 'overruling.carried-out'],
  subject: (o) => o.data.overruling,
  judge(file) {
    const done = first(file, 'overruling.carried-out')
    if (!done) return undefined
    const approved = all(file, 'overruling.approved').filter((a) => a.at <= done.at)
    if (approved.some((a) => a.data.as === 'bureau-head')) return undefined
    const decided = first(file, 'overruling.decided')
    return {
      since: done.at,
      seen: [...(decided ? [decided] : []), ...approved, done],
      unit: null,
      facts: { how: decided?.data.how ?? null },
    }
  },
})
