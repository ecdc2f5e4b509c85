import { answeredWithin } from '../patterns/answered-within.ts'
import { lockups } from '../patterns/enactments.ts'

export const leaveDecision = answeredWithin({
  id: 'detention.leave-decision',
  title: {
    zh: '请假出所申请未在十二小时内决定',
    en: 'A request for leave from the lock-up was not decided within 12 hours',
  },
  grade: 'B',
  citations: [
    lockups('第二十七条', '拘留决定机关应当在被拘留人或者其近亲属提出申请的12小时内作出是否准予请假出所的决定。'),
  ],
  application: 'detention-leave',
  params: [{ from: '2012-04-01', value: { amount: 12, unit: 'hour' } }],
  limits: { zh: '以收到和决定的登记时间为准。', en: 'Goes by the recorded receipt and decision.' },
})
