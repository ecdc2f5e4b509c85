import { z } from 'zod'
import { bureauChiefs, ranks } from '../patterns/approvers.ts'
import { first } from '../patterns/case-file.ts'
import { lockups } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const leaveApproval = wrongWhen({
  id: 'detention.leave-approval',
  title: {
    zh: '被拘留人请假出所未经拘留决定机关批准',
    en: 'Leave from the lock-up without the approval of the authority that decided the detention',
  },
  grade: 'A',
  citations: [lockups('第二十七条', '请假出所的申请由拘留所提出审核意见，报拘留决定机关决定是否批准。')],
  paramSchema: z.object({ approvers: ranks }),
  params: [{ from: '2012-04-01', value: { approvers: [...bureauChiefs, 'court'] } }],
  limits: {
    zh: '以出所登记的批准人职务为准；所长批准不算。期满未归由另一规则监督；担保人、保证金由人核查。',
    en: 'Goes by the approver on the record; the director’s approval does not count. Not coming back in time is another rule; guarantor and bond are for people to check.',
  },
  consumes: ['custody.taken-out'],
  subject: ({ data }) => (data.facilityKind === 'lockup' && data.purpose === 'leave' ? data.outing : undefined),
  judge(file, { approvers }) {
    const out = first(file, 'custody.taken-out')
    if (!out || (out.data.rank !== null && approvers.includes(out.data.rank))) return undefined
    const { facility, officers, rank, person } = out.data
    return { since: out.at, seen: [out], unit: facility, officers, facts: { rank, person } }
  },
})
