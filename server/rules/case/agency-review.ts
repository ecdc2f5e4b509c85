import { criminalProcedure } from '../patterns/enactments.ts'
import { requestWithin } from '../patterns/request-within.ts'

/** 移送机关申请复议 (legal table I, intake-no-case-notice-3d). */
export const agencyReview = requestWithin({
  id: 'case.agency-review',
  title: {
    zh: '行政执法机关的复议申请未在三日以内作出决定',
    en: 'A review asked for by an agency was not decided within three days',
  },
  grade: 'B',
  citations: [
    criminalProcedure(
      '第一百八十一条',
      '公安机关应当在收到行政执法机关的复议申请后三日以内作出决定，并书面通知移送案件的行政执法机关。',
    ),
  ],
  params: [{ from: '2013-01-01', value: { amount: 3, unit: 'day' } }],
  of: ['agency-review'],
  limits: {
    zh: '以收到申请的登记时间为准；期满日逢节假日顺延。',
    en: 'Goes by the registered time of receipt; a last day off moves on.',
  },
})
