import { nameIn } from '../../domain/ticket/register.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { trafficProcedure } from '../patterns/enactments.ts'

export const noticeFiled = deedWithin({
  id: 'ticket.notice-filed',
  title: { zh: '违法行为处理通知书二十四小时内未报备案', en: 'A notice to come in was not filed within 24 hours' },
  grade: 'C',
  citations: [
    trafficProcedure('第四十六条', '交通警察应当在二十四小时内将违法行为处理通知书报所属公安机关交通管理部门备案。'),
  ],
  params: [{ from: '2020-05-01', value: { amount: 24, unit: 'hour' } }],
  limits: {
    zh: '以登记的开具和备案时间为准。',
    en: 'Goes by the times of issue and filing on record.',
  },
  consumes: ['ticket.step-taken', 'ticket.changed'],
  subject: (o) =>
    o.kind === 'ticket.step-taken'
      ? o.data.step === 'filed'
        ? nameIn(o.data.system, o.data.ticket)
        : undefined
      : o.data.op === 'issued' && o.data.fields.kind === 'notice'
        ? nameIn(o.data.system, o.data.ticket)
        : undefined,
  begins(file) {
    const begun = file.find((s) => s.kind === 'ticket.changed' && s.data.fields.kind === 'notice')
    if (begun?.kind !== 'ticket.changed') return undefined
    const { unit, officer } = begun.data.fields
    return {
      at: begun.at,
      seen: [begun],
      unit,
      officers: officer ? [officer] : [],
      facts: { ticket: begun.data.ticket },
    }
  },
  done: (file) => file.find((s) => s.kind === 'ticket.step-taken' && s.data.step === 'filed'),
})
