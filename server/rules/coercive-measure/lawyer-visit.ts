import { answeredWithin } from '../patterns/answered-within.ts'
import { criminalProcedureLaw } from '../patterns/enactments.ts'

export const lawyerVisit = answeredWithin({
  id: 'coercive-measure.lawyer-visit',
  title: { zh: '看守所未在四十八小时内安排律师会见', en: 'A lawyer’s visit was not arranged within 48 hours' },
  grade: 'B',
  citations: [criminalProcedureLaw('第三十九条', '看守所应当及时安排会见，至迟不得超过四十八小时。')],
  application: 'lawyer-visit',
  deed: true,
  params: [{ from: '2018-10-26', value: { amount: 48, unit: 'hour' } }],
  limits: {
    zh: '以申请和安排会见的登记时间为准，拒绝的不算安排，所持证件文书是否齐全由人核查；危害国家安全、恐怖活动案件须先经许可，不按本规则登记。',
    en: 'Goes by the register of requests and visits; a refusal arranges none, and whether the lawyer’s papers were complete is for people to check. Cases of state security and terrorism need permission first and are registered otherwise.',
  },
})
