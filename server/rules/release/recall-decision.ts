import { answeredWithin } from '../patterns/answered-within.ts'
import { communityCorrections } from '../patterns/enactments.ts'

export const recallDecision = answeredWithin({
  id: 'release.recall-decision',
  title: {
    zh: '收监执行建议未在三十日内决定',
    en: 'A proposal to recall to custody was not decided within thirty days',
  },
  grade: 'B',
  citations: [
    communityCorrections(
      '第四十九条',
      '社区矫正决定机关应当在收到建议书后三十日内作出决定，将决定书送达社区矫正机构和公安机关，并抄送人民检察院。',
    ),
  ],
  application: 'recall',
  params: [{ from: '2020-07-01', value: { amount: 30, unit: 'day' } }],
  limits: { zh: '以收到和决定的登记时间为准。', en: 'Goes by the recorded receipt and decision.' },
})
