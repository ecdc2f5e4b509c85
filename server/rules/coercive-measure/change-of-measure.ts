import { answeredWithin } from '../patterns/answered-within.ts'
import { criminalProcedure, criminalProcedureLaw } from '../patterns/enactments.ts'

export const changeOfMeasureAnswer = answeredWithin({
  id: 'coercive-measure.change-of-measure',
  title: {
    zh: '变更强制措施申请逾期未答复',
    en: 'An application to change the measure was not answered in three days',
  },
  grade: 'C',
  citations: [
    criminalProcedureLaw(
      '第九十七条',
      '人民法院、人民检察院和公安机关收到申请后，应当在三日以内作出决定；不同意变更强制措施的，应当告知申请人，并说明不同意的理由。',
    ),
    criminalProcedure(
      '第一百六十条',
      '公安机关应当在收到申请后三日以内作出决定；不同意变更强制措施的，应当告知申请人，并说明理由。',
    ),
  ],
  application: 'change-of-measure',
  pastDaysOff: true,
  params: [{ from: '2013-01-01', value: { amount: 3, unit: 'day' } }],
  limits: {
    zh: '收到之日不计，按日历日计算；末日逢节假日顺延，在押人员的不顺延（刑事诉讼法第一百零五条）。以收件和答复的登记时间为准。',
    en: 'The day of receipt is not counted, calendar days; goes by the register of receipts and answers. A last day off moves on, unless the person is in custody (Criminal Procedure Law 105).',
  },
})
