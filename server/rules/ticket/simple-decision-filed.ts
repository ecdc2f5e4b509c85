import { nameIn } from '../../domain/ticket/register.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { trafficProcedure } from '../patterns/enactments.ts'

export const simpleDecisionFiled = deedWithin({
  id: 'ticket.simple-decision-filed',
  title: { zh: '简易程序处罚决定书二日内未报备案', en: 'A simple decision was not filed within two days' },
  grade: 'C',
  citations: [
    trafficProcedure('第四十四条', '交通警察应当在二日内将简易程序处罚决定书报所属公安机关交通管理部门备案。'),
    trafficProcedure('第八十一条', '本规定所称的“二日”“三日”“五日”“七日”“十日”“十五日”，是指工作日，不包括节假日。'),
  ],
  params: [{ from: '2020-05-01', value: { amount: 2, unit: 'working-day' } }],
  limits: {
    zh: '以登记的决定和备案时间为准；二日为工作日。',
    en: 'Goes by the times of decision and filing on record; two working days.',
  },
  consumes: ['ticket.step-taken'],
  subject: (o) =>
    o.data.step === 'filed' || (o.data.step === 'decided' && o.data.kind === 'simple')
      ? nameIn(o.data.system, o.data.ticket)
      : undefined,
  begins(file) {
    const begun = file.find(
      (s) => s.kind === 'ticket.step-taken' && s.data.step === 'decided' && s.data.kind === 'simple',
    )
    return (
      begun && {
        at: begun.at,
        seen: [begun],
        unit: begun.data.unit,
        officers: begun.data.officers,
        facts: { ticket: begun.data.ticket },
      }
    )
  },
  done: (file) => file.find((s) => s.kind === 'ticket.step-taken' && s.data.step === 'filed'),
})
