import { nameIn } from '../../domain/ticket/register.ts'
import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { trafficProcedure } from '../patterns/enactments.ts'

export const objectionExamined = deedWithin({
  id: 'ticket.objection-examined',
  title: { zh: '异议未在五日内审查', en: 'An objection was not examined within five days' },
  grade: 'B',
  citations: [
    trafficProcedure(
      '第五条',
      '违法行为发生地公安机关交通管理部门应当在五日内予以审查，异议成立的，予以消除；异议不成立的，告知当事人。',
    ),
    trafficProcedure('第八十一条', '本规定所称的“二日”“三日”“五日”“七日”“十日”“十五日”，是指工作日，不包括节假日。'),
  ],
  params: [{ from: '2020-05-01', value: { amount: 5, unit: 'working-day' } }],
  limits: {
    zh: '从收到异议或者收到转办之日起算五个工作日；审查质量由人核查。',
    en: 'Five working days from the day the objection, or its forwarding, was received; how well it was examined is for people to check.',
  },
  consumes: ['ticket.objection-raised', 'ticket.objection-forwarded', 'ticket.objection-decided'],
  subject: (o) => nameIn(o.data.system, o.data.objection),
  begins(file) {
    const raised = first(file, 'ticket.objection-raised')
    if (!raised) return undefined
    const { unit, placeUnit, ticket } = raised.data
    const elsewhere = placeUnit !== null && placeUnit !== unit
    const forwarded = first(file, 'ticket.objection-forwarded')
    // Forwarded, the clock of the unit of the place runs from then on.
    if (elsewhere && !forwarded) return undefined
    const from = elsewhere && forwarded ? forwarded : raised
    return {
      at: from.at,
      seen: [raised, ...(from === raised ? [] : [from])],
      unit: placeUnit ?? unit,
      facts: { ticket },
    }
  },
  done: (file) => first(file, 'ticket.objection-decided'),
})
