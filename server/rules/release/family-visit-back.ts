import { convictRules, detentionHouseRules, unread } from '../patterns/elsewhere.ts'
import { backWithin } from '../patterns/same-day.ts'

export const familyVisitBack = backWithin({
  id: 'release.family-visit-back',
  title: {
    zh: '回家探视的被羁押人未在当日返回',
    en: 'A detainee let out to visit family was not back the same day',
  },
  grade: 'A',
  citations: [
    detentionHouseRules('第三十六条', '回家探视由二名以上办案人员监护，当日返回，不得在外过夜。'),
    convictRules('第五十九条', '罪犯回家看望病危亲属或者奔丧，由二名以上民警押解，当日返回。'),
  ],
  params: [{ from: '1991-10-05', value: { amount: 0, unit: 'day' } }],
  shipsOff: unread,
  limits: {
    zh: '以出所、回所登记为准；监护人数由人核查。',
    en: 'Goes by the recorded time out and the recorded return; the escort is for people to check.',
  },
  concerns: ({ facilityKind, purpose }) => facilityKind === 'detention-house' && purpose === 'family-visit',
})
