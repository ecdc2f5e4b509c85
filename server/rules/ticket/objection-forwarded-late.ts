import { nameIn } from '../../domain/ticket/register.ts'
import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { trafficProcedure } from '../patterns/enactments.ts'

export const objectionForwardedLate = deedWithin({
  id: 'ticket.objection-forwarded-late',
  title: {
    zh: '异议未在当日通知违法行为发生地',
    en: 'The place of the violation was not told of an objection the same day',
  },
  grade: 'C',
  citations: [
    trafficProcedure(
      '第五条',
      '处理地公安机关交通管理部门应当在收到当事人申请后当日，通过道路交通违法信息管理系统通知违法行为发生地公安机关交通管理部门。',
    ),
  ],
  params: [{ from: '2020-05-01', value: { amount: 0, unit: 'day' } }],
  limits: {
    zh: '只看登记了违法行为发生地为其他单位的异议；当日至二十四时止，遇节假日不顺延。',
    en: 'Only objections on record as another unit’s; the day ends at midnight, whether or not it is a day off.',
  },
  consumes: ['ticket.objection-raised', 'ticket.objection-forwarded', 'ticket.objection-decided'],
  subject: (o) => nameIn(o.data.system, o.data.objection),
  begins(file) {
    const raised = first(file, 'ticket.objection-raised')
    if (!raised) return undefined
    const { unit, placeUnit, ticket } = raised.data
    if (placeUnit === null || placeUnit === unit) return undefined
    return { at: raised.at, seen: [raised], unit, facts: { ticket } }
  },
  done: (file) => first(file, 'ticket.objection-forwarded', 'ticket.objection-decided'),
})
