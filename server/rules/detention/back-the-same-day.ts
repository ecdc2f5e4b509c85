import { lockupRules, unread } from '../patterns/elsewhere.ts'
import { backWithin } from '../patterns/same-day.ts'

export const detentionBackTheSameDay = backWithin({
  id: 'detention.back-the-same-day',
  title: {
    zh: '提解被拘留人未在当日送回拘留所',
    en: 'A person taken out of the lock-up was not back the same day',
  },
  grade: 'A',
  citations: [lockupRules('第五十五条', '提解被拘留人出所的，应当当日送回。')],
  params: [{ from: '2012-12-14', value: { amount: 0, unit: 'day' } }],
  shipsOff: unread,
  limits: {
    zh: '以出所、回所登记为准。',
    en: 'Goes by the recorded time out and the recorded return.',
  },
  concerns: ({ facilityKind, purpose }) =>
    facilityKind === 'lockup' && ['interrogation', 'identification'].includes(purpose),
})
