import { all } from '../patterns/case-file.ts'
import { adminProcedure, lockups, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { noticeKinds, toldWithin } from '../patterns/notices.ts'

export const detentionNotifyFamily = toldWithin({
  id: 'detention.notify-family',
  title: { zh: '决定行政拘留后未及时通知家属', en: 'Family was not told in good time of administrative detention' },
  grade: 'B',
  citations: [
    publicOrder2025('第一百一十六条', '决定给予行政拘留处罚的，应当及时通知被处罚人的家属。'),
    publicOrder2012('第九十七条', '决定给予行政拘留处罚的，应当及时通知被处罚人的家属。'),
    adminProcedure(
      '第一百七十六条',
      '被处理人拒不提供家属联系方式或者不讲真实姓名、住址，身份不明的，可以不予通知，但应当在附卷的决定书中注明。',
    ),
    lockups('第十条', '拘留所收拘被拘留人后，拘留决定机关应当及时通知被拘留人家属。'),
  ],
  params: [{ from: '2006-03-01', value: { amount: 24, unit: 'hour' } }],
  localSettings: [
    { param: 'amount', title: { zh: '“及时”通知的时间', en: 'What "in good time" means' }, unit: 'hour' },
  ],
  limits: {
    zh: '法律只说“及时”，小时数是本地设定；没有登记过的通知数据来源时不作判断。',
    en: 'The law says "in good time"; the hours are a local setting. Without a declared source of notices it does not judge.',
  },
  consumes: ['measure.decided', ...noticeKinds],
  measures: ['administrative-detention'],
  source: 'notices',
  to: ['family', 'guardian'],
  excuses: ['refuses-contact', 'identity-unknown'],
  began: (file) => all(file, 'measure.decided').find((d) => d.data.decision === 'approved'),
})
