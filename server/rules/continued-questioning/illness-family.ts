import { continuedQuestioning } from '../patterns/enactments.ts'
import { noticeKinds, toldWithin } from '../patterns/notices.ts'
import { incidentDuring } from './incident.ts'

export const continuedQuestioningIllnessFamily = toldWithin({
  id: 'continued-questioning.illness-family',
  title: {
    zh: '被盘问人突患疾病或者受伤未通知家属或者单位',
    en: 'Family or employer was not told that somebody fell ill or was hurt in continued questioning',
  },
  grade: 'B',
  citations: [
    continuedQuestioning(
      '第二十三条',
      '对在继续盘问期间突患疾病或者受伤的被盘问人，公安派出所应当立即采取措施予以救治，通知其家属或者单位，并向县、市、旗公安局或者城市公安分局负责人报告，做好详细记录。对被盘问人身份不明或者没有家属和单位而无法通知的，应当在《继续盘问登记表》上注明。',
    ),
  ],
  params: [{ from: '2004-10-01', value: { amount: 120, unit: 'minute' } }],
  localSettings: [
    { param: 'amount', title: { zh: '“立即”通知的时间', en: 'What "at once" means for the notice' }, unit: 'minute' },
  ],
  limits: {
    zh: '法律没有规定分钟数，是本地设定；没有登记过的通知数据来源时不作判断。发现的外伤（visible-injury）可能是被带来以前受的，不看；救治、向公安局负责人报告看不到，由人核查。',
    en: 'The law gives no number; the minutes are a local setting. Without a declared source of notices it does not judge. An injury that was noticed (visible-injury) may be older than the questioning and is left out; treatment and the report to the head of the bureau no event tells: for people to check.',
  },
  consumes: ['custody.incident', ...noticeKinds],
  source: 'notices',
  to: ['family', 'employer', 'guardian'],
  excuses: ['identity-unknown', 'no-family', 'unreachable'],
  began: (file, register) => incidentDuring(file, register, ['sudden-illness', 'serious-injury', 'self-harm']),
})
