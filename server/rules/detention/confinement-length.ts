import { z } from 'zod'
import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { convictRules, detentionHouseRules, unread } from '../patterns/elsewhere.ts'
import { limitSchema } from '../patterns/limit.ts'

export const confinementLength = deedWithin({
  id: 'detention.confinement-length',
  title: {
    zh: '看守所禁闭超过最长期限',
    en: 'Solitary confinement in the detention house lasted longer than it may',
  },
  grade: 'A',
  citations: [
    detentionHouseRules('第四十八条', '禁闭一般为一日至十日，最长不超过十五日。'),
    convictRules('第七十条', '对罪犯的禁闭为五日至十日。'),
  ],
  paramSchema: limitSchema.extend({ convictAmount: z.number() }),
  params: [
    { from: '1991-10-05', value: { amount: 15, unit: 'day', convictAmount: 15 } },
    { from: '2013-11-23', value: { amount: 15, unit: 'day', convictAmount: 10 } },
  ],
  shipsOff: unread,
  limits: {
    zh: '以禁闭登记的起止为准，首日不计；罪犯与其他在押人员的期限不同。',
    en: 'Goes by the recorded beginning and end, the first day not counted; convicts have a shorter limit.',
  },
  limitOf: ({ convictAmount, ...limit }, begun) =>
    begun.facts?.convict === true ? { ...limit, amount: convictAmount } : limit,
  consumes: ['custody.confined', 'custody.confinement-ended'],
  subject: ({ data }) => (data.facilityKind === 'detention-house' ? data.confinement : undefined),
  begins(file) {
    const begun = first(file, 'custody.confined')
    return (
      begun && {
        at: begun.at,
        seen: [begun],
        unit: begun.data.facility,
        facts: { convict: begun.data.convict, person: begun.data.person },
      }
    )
  },
  done: (file) => first(file, 'custody.confinement-ended'),
})
