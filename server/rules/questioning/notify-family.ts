import { all, first } from '../patterns/case-file.ts'
import { adminProcedure, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { noticeKinds, toldWithin } from '../patterns/notices.ts'
import { questioningMeasures } from './clock.ts'

export const questioningNotifyFamily = toldWithin({
  id: 'questioning.notify-family',
  title: { zh: '传唤后未及时通知家属', en: 'Family was not told in good time of the summons' },
  grade: 'B',
  citations: [
    publicOrder2025('第九十七条', '公安机关应当及时将传唤的原因和处所通知被传唤人家属。'),
    publicOrder2012('第八十三条', '公安机关应当及时将传唤的原因和处所通知被传唤人家属。'),
    adminProcedure(
      '第五十五条',
      '身份不明、拒不提供家属联系方式或者因自然灾害等不可抗力导致无法通知的，可以不予通知。告知、通知家属情况或者无法通知家属的原因应当在询问笔录中注明。',
    ),
  ],
  params: [{ from: '2006-03-01', value: { amount: 4, unit: 'hour' } }],
  localSettings: [
    { param: 'amount', title: { zh: '“及时”通知的时间', en: 'What "in good time" means' }, unit: 'hour' },
  ],
  limits: {
    zh: '法律只说“及时”，小时数是本地设定；没有登记过的通知数据来源时不作判断。',
    en: 'The law says "in good time"; the hours are a local setting. Without a declared source of notices it does not judge.',
  },
  consumes: ['measure.started', 'measure.ended', ...noticeKinds],
  measures: questioningMeasures,
  source: 'notices',
  to: ['family', 'guardian'],
  excuses: ['identity-unknown', 'refuses-contact', 'force-majeure', 'no-family'],
  began: (file) => first(file, 'measure.started'),
  ends: (file) => all(file, 'measure.ended').find((e) => e.data.how === 'released'),
})
