import { continuedQuestioning } from '../patterns/enactments.ts'
import { noticeKinds, toldWithin } from '../patterns/notices.ts'
import { incidentDuring } from './incident.ts'

export const continuedQuestioningDeathFamily = toldWithin({
  id: 'continued-questioning.death-family',
  title: {
    zh: '被盘问人死亡未立即通知家属或者单位',
    en: 'Family or employer was not told at once of a death in continued questioning',
  },
  grade: 'A',
  citations: [continuedQuestioning('第二十四条', '（三） 立即通知被盘问人的家属或者单位。')],
  params: [{ from: '2004-10-01', value: { amount: 120, unit: 'minute' } }],
  localSettings: [
    { param: 'amount', title: { zh: '“立即”通知的时间', en: 'What "at once" means for the notice' }, unit: 'minute' },
  ],
  limits: {
    zh: '法律只说“立即”，分钟数是本地设定；没有登记过的通知数据来源时不作判断。身份不明或者没有家属、单位而无法通知的，须注明。保护现场、保管尸体由人核查。',
    en: 'The law says "at once"; the minutes are a local setting. Without a declared source of notices it does not judge. Whoever has nobody to be told, or is unknown, must be noted so. The scene and the body are for people to check.',
  },
  consumes: ['custody.incident', ...noticeKinds],
  source: 'notices',
  to: ['family', 'employer', 'guardian'],
  excuses: ['identity-unknown', 'no-family', 'unreachable'],
  began: (file, register) => incidentDuring(file, register, ['death']),
})
