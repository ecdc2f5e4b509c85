import { convictRules, unread } from '../patterns/elsewhere.ts'
import { backWithin } from '../patterns/same-day.ts'

export const convictBackTheSameDay = backWithin({
  id: 'release.convict-back-the-same-day',
  title: {
    zh: '提出看守所的罪犯未在当日送回',
    en: 'A convict taken out of the detention house was not back the same day',
  },
  grade: 'A',
  citations: [convictRules('第五十二条', '办案机关将罪犯提出看守所的，应当当日送回。')],
  params: [{ from: '2013-11-23', value: { amount: 0, unit: 'day' } }],
  shipsOff: unread,
  limits: {
    zh: '只看登记为服刑罪犯的；出所治疗、请假另有规则；寄押他处由人核查。',
    en: 'Only those registered as serving a sentence; treatment and leave are other rules; being lodged elsewhere is for people to check.',
  },
  concerns: ({ facilityKind, convict, purpose }) =>
    facilityKind === 'detention-house' &&
    convict &&
    ['interrogation', 'identification', 'court', 'other'].includes(purpose),
})
