import { z } from 'zod'
import { bureauChiefs, cityBureaus, ranks } from '../patterns/approvers.ts'
import { first } from '../patterns/case-file.ts'
import { criminalProcedure } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const bailForfeitureApproval = wrongWhen({
  id: 'coercive-measure.bail-forfeiture-approval',
  title: { zh: '没收保证金未经有权负责人批准', en: 'A bail deposit was forfeited without a competent approval' },
  grade: 'B',
  citations: [
    criminalProcedure(
      '第九十七条',
      '需要没收保证金的，应当经过严格审核后，报县级以上公安机关负责人批准，制作没收保证金决定书。',
    ),
    criminalProcedure('第九十七条', '决定没收五万元以上保证金的，应当经设区的市一级以上公安机关负责人批准。'),
  ],
  paramSchema: z.object({ approvers: ranks, largeYuan: z.number(), largeApprovers: ranks }),
  params: [{ from: '2013-01-01', value: { approvers: bureauChiefs, largeYuan: 50_000, largeApprovers: cityBureaus } }],
  limits: {
    zh: '以没收决定登记的批准人职务和数额为准；是否符合没收情形由人核查。',
    en: 'Goes by the approver and the sum on the decision; whether there was a ground to forfeit is for people to check.',
  },
  consumes: ['bail.forfeited'],
  subject: ({ data }) => data.forfeiture,
  judge(file, { approvers, largeYuan, largeApprovers }) {
    const made = first(file, 'bail.forfeited')
    if (!made) return undefined
    const { yuan, rank, unit, person } = made.data
    const needed = yuan >= largeYuan ? largeApprovers : approvers
    if (rank !== null && needed.includes(rank)) return undefined
    return { since: made.at, seen: [made], unit, facts: { yuan, rank, large: yuan >= largeYuan, person } }
  },
})
