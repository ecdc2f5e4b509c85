import { answeredWithin } from '../patterns/answered-within.ts'
import { criminalProcedure } from '../patterns/enactments.ts'

export const depositReview = answeredWithin({
  id: 'coercive-measure.deposit-review',
  title: {
    zh: '没收保证金的复议、复核申请未在七日以内决定',
    en: 'An appeal against the forfeiture of a bail deposit was not decided in seven days',
  },
  grade: 'C',
  citations: [
    criminalProcedure('第九十九条', '公安机关应当在收到复议申请后七日以内作出决定。'),
    criminalProcedure('第九十九条', '上一级公安机关应当在收到复核申请后七日以内作出决定。'),
  ],
  application: 'deposit-review',
  pastDaysOff: true,
  params: [{ from: '2013-01-01', value: { amount: 7, unit: 'day' } }],
  limits: {
    zh: '以收到和决定的登记时间为准。末日逢节假日顺延，在押人员的不顺延（刑事诉讼法第一百零五条）。',
    en: 'Goes by the recorded receipt and decision. A last day off moves on, unless the person is in custody (Criminal Procedure Law 105).',
  },
})
