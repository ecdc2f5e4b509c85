import { answeredWithin } from '../patterns/answered-within.ts'
import { adminProcedure } from '../patterns/enactments.ts'

export const suspendDecision = answeredWithin({
  id: 'detention.suspend-decision',
  title: {
    zh: '暂缓执行行政拘留申请未在二十四小时内决定',
    en: 'A request to suspend detention was not decided within 24 hours',
  },
  grade: 'B',
  citations: [
    adminProcedure('第二百二十三条', '公安机关应当在收到被处罚人提出暂缓执行行政拘留申请之时起二十四小时内作出决定。'),
  ],
  application: 'suspend-detention',
  params: [{ from: '2013-01-01', value: { amount: 24, unit: 'hour' } }],
  limits: { zh: '以收到和决定的登记时间为准。', en: 'Goes by the recorded receipt and decision.' },
})
