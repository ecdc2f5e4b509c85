import { answeredWithin } from '../patterns/answered-within.ts'
import { criminalProcedure } from '../patterns/enactments.ts'

export const dutyLawyerTold = answeredWithin({
  id: 'coercive-measure.duty-lawyer',
  title: { zh: '值班律师未在二十四小时内得到通知', en: 'The duty lawyer was not told within 24 hours' },
  grade: 'C',
  citations: [criminalProcedure('第四十九条', '看守所应当在二十四小时内通知值班律师。')],
  application: 'duty-lawyer',
  deed: true,
  params: [{ from: '2020-09-01', value: { amount: 24, unit: 'hour' } }],
  limits: {
    zh: '以申请和通知的登记时间为准。',
    en: 'Goes by the recorded request and notice.',
  },
})
