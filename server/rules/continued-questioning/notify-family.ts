import { all } from '../patterns/case-file.ts'
import { continuedQuestioning, policeLaw } from '../patterns/enactments.ts'
import { noticeKinds, toldWithin } from '../patterns/notices.ts'

export const continuedQuestioningNotifyFamily = toldWithin({
  id: 'continued-questioning.notify-family',
  title: {
    zh: '批准继续盘问后未立即通知家属或者单位',
    en: 'Family or employer was not told at once of continued questioning',
  },
  grade: 'B',
  citations: [
    continuedQuestioning('第十四条', '公安派出所应当填写《继续盘问通知书》，送达被盘问人，并立即通知其家属或者单位'),
    policeLaw('第九条', '对于批准继续盘问的，应当立即通知其家属或者其所在单位。'),
  ],
  params: [{ from: '2004-10-01', value: { amount: 120, unit: 'minute' } }],
  localSettings: [
    { param: 'amount', title: { zh: '“立即”通知的时间', en: 'What "at once" means for the notice' }, unit: 'minute' },
  ],
  limits: {
    zh: '法律只说“立即”，分钟数是本地设定；没有登记过的通知数据来源时不作判断。',
    en: 'The law says "at once"; the minutes are a local setting. Without a declared source of notices it does not judge.',
  },
  consumes: ['measure.decided', ...noticeKinds],
  measures: ['continued-questioning'],
  source: 'notices',
  to: ['family', 'employer', 'guardian'],
  excuses: ['identity-unknown', 'no-family', 'unreachable'],
  began: (file) => all(file, 'measure.decided').find((d) => d.data.decision === 'approved'),
})
