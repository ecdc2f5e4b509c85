import { answeredWithin } from '../patterns/answered-within.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'

export const releaseSuggestionAnswer = answeredWithin({
  id: 'coercive-measure.release-suggestion',
  title: {
    zh: '检察院建议释放或者变更措施逾期未回复',
    en: 'The procuratorate’s suggestion to release was not answered in ten days',
  },
  grade: 'C',
  citations: [
    criminalProcedureLaw('第九十五条', '有关机关应当在十日以内将处理情况通知人民检察院。'),
    criminalProcedure('第一百五十九条', '公安机关应当在十日以内将处理情况通知人民检察院。'),
  ],
  application: 'release-suggestion',
  params: [{ from: '2013-01-01', value: { amount: 10, unit: 'day' } }],
  limits: {
    zh: '收到之日不计，按日历日计算；以登记时间为准。',
    en: 'The day of receipt is not counted, calendar days; goes by the register.',
  },
})
