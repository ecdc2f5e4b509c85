import { z } from 'zod'
import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { supervisionRules, unread } from '../patterns/elsewhere.ts'
import { limitSchema } from '../patterns/limit.ts'

const schema = limitSchema.extend({ appealMonths: z.number().int().positive() })
type Kind = 'supervision-decision.objected' | 'supervision-decision.answered'

/** 督察决定的复核、申诉 (legal table O, du-review). */
export const objectionUnanswered = deedWithin<Kind, z.infer<typeof schema>>({
  id: 'supervision.objection-unanswered',
  title: {
    zh: '对督察决定的复核、申诉未按时答复',
    en: 'An objection to a decision of supervision was not answered in time',
  },
  grade: 'C',
  citations: [
    supervisionRules('第四十六条、第四十七条', '申请复核的，十日内作出复核决定；向上一级申诉的，一个月内答复。'),
  ],
  paramSchema: schema,
  params: [{ from: '2011-10-01', value: { amount: 10, unit: 'day', appealMonths: 1 } }],
  limits: {
    zh: '以登记的收到时间为准，按日历日、月计；是否在三日、五日内提出由人核查。复核、申诉期间不停止执行。',
    en: 'Goes by the receipt on record, in calendar days and months; whether it was raised within three or five days is for people to check. The decision holds meanwhile.',
  },
  shipsOff: unread,
  consumes: ['supervision-decision.objected', 'supervision-decision.answered'],
  subject: (o) => o.data.objection,
  begins(file) {
    const objected = first(file, 'supervision-decision.objected')
    return (
      objected && { at: objected.at, seen: [objected], unit: objected.data.unit, facts: { step: objected.data.step } }
    )
  },
  limitOf: (law, { facts }) => (facts?.step === 'appeal' ? { amount: law.appealMonths, unit: 'month' } : law),
  done: (file) => first(file, 'supervision-decision.answered'),
})
