import { criminalProcedure } from '../patterns/enactments.ts'
import { requestWithin } from '../patterns/request-within.ts'

/** 不予立案复议、复核 (legal table I, intake-no-case-notice-3d). */
export const nonFilingReview = requestWithin({
  id: 'case.non-filing-review',
  title: {
    zh: '不予立案复议、复核未在三十日以内作出决定',
    en: 'A review of a non-filing was not decided within thirty days',
  },
  grade: 'B',
  citations: [
    criminalProcedure(
      '第一百七十九条',
      '公安机关应当在收到复议申请后三十日以内作出决定，并将决定书送达控告人。',
      '2020-09-01',
    ),
    criminalProcedure('第一百七十九条', '上一级公安机关应当在收到复核申请后三十日以内作出决定。', '2020-09-01'),
    criminalProcedure(
      '第一百七十九条',
      '案情重大、复杂的，公安机关可以延长复议、复核时限，但是延长时限不得超过三十日，并书面告知申请人。',
      '2020-09-01',
    ),
  ],
  params: [{ from: '2020-09-01', value: { amount: 30, unit: 'day' } }],
  of: ['non-filing-review', 'non-filing-re-review'],
  prolongedBy: 30,
  limits: {
    zh: '申请人逾期申请的不在此列，由人核查。延长以届满前批准并书面告知申请人为准。',
    en: 'Whether the applicant came in time is for people to check. An extension counts when approved before expiry and told to the applicant in writing.',
  },
})
