import { z } from 'zod'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { first } from '../patterns/case-file.ts'
import { convictRules, unread } from '../patterns/elsewhere.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const convictOutApproval = wrongWhen({
  id: 'release.convict-out-approval',
  title: {
    zh: '罪犯提出看守所、回家、探亲的手续不全',
    en: 'A convict left the detention house without the approvals and papers for it',
  },
  grade: 'A',
  citations: [
    convictRules('第五十三条', '提出罪犯凭办案机关公函，经看守所领导批准。'),
    convictRules('第五十五条', '拘役罪犯回家由所领导审核，报所属公安机关批准。'),
    convictRules('第六十八条', '离所探亲须有担保人，经所务会研究，报所属公安机关领导批准。'),
  ],
  paramSchema: z.object({ out: ranks, leave: ranks }),
  params: [{ from: '2013-11-23', value: { out: ['facility-director', ...bureauChiefs], leave: bureauChiefs } }],
  shipsOff: unread,
  limits: {
    zh: '以出所登记的批准人职务、担保人和所务会记录为准，未登记的项目不作判断；外籍罪犯的市级批准由人核查。',
    en: 'Goes by the approver, guarantor and committee record as registered; what is not stated is not judged. City approval for foreigners is for people to check.',
  },
  consumes: ['custody.taken-out'],
  subject: ({ data }) => (data.facilityKind === 'detention-house' && data.convict ? data.outing : undefined),
  judge(file, law) {
    const taken = first(file, 'custody.taken-out')
    if (!taken) return undefined
    const { purpose, rank, guarantor, committeeMinutes, facility, officers, person } = taken.data
    const leave = purpose === 'home-leave' || purpose === 'home-visit'
    const needed = leave ? law.leave : law.out
    const why =
      rank === null || !needed.includes(rank)
        ? 'approval'
        : purpose === 'home-visit' && guarantor === false
          ? 'guarantor'
          : purpose === 'home-visit' && committeeMinutes === false
            ? 'committee'
            : undefined
    return why && { since: taken.at, seen: [taken], unit: facility, officers, facts: { why, purpose, rank, person } }
  },
})
