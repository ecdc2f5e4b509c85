import { answeredWithin } from '../patterns/answered-within.ts'
import { lockups } from '../patterns/enactments.ts'

export const wrongDetention = answeredWithin({
  id: 'detention.wrong-detention',
  title: {
    zh: '可能错误拘留未在二十四小时内处理',
    en: 'A possibly wrong detention was not decided on within 24 hours',
  },
  grade: 'A',
  citations: [
    lockups(
      '第十二条',
      '拘留所发现被拘留人可能被错误拘留的，应当通知拘留决定机关，拘留决定机关应当在24小时内作出处理决定；',
    ),
  ],
  application: 'wrong-detention',
  params: [{ from: '2012-04-01', value: { amount: 24, unit: 'hour' } }],
  limits: { zh: '以收到和决定的登记时间为准。', en: 'Goes by the recorded receipt and decision.' },
})
