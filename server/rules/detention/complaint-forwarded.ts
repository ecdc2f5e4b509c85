import { answeredWithin } from '../patterns/answered-within.ts'
import { lockups } from '../patterns/enactments.ts'

export const complaintForwarded = answeredWithin({
  id: 'detention.complaint-forwarded',
  title: {
    zh: '被拘留人的举报、控告、复议诉讼材料未在二十四小时内转送',
    en: 'Complaints and appeals from the lock-up were not forwarded within 24 hours',
  },
  grade: 'B',
  citations: [lockups('第二十九条', '拘留所应当在24小时内将有关材料转送有关机关，不得检查或者扣押。')],
  application: 'complaint',
  deed: true,
  facility: 'lockup',
  params: [{ from: '2012-04-01', value: { amount: 24, unit: 'hour' } }],
  limits: {
    zh: '以收到和转送的登记时间为准；看守所的见另一规则。',
    en: 'Goes by the recorded receipt and forwarding; the detention house has a rule of its own.',
  },
})
