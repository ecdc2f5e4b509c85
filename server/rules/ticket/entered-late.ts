import { nameIn } from '../../domain/ticket/register.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { trafficProcedure } from '../patterns/enactments.ts'

export const enteredLate = deedWithin({
  id: 'ticket.entered-late',
  title: { zh: '监控记录采集后五日内未审核', en: 'A record of a camera was not reviewed within five days' },
  grade: 'C',
  citations: [
    trafficProcedure(
      '第十九条',
      '交通技术监控设备收集违法行为记录资料后五日内，违法行为发生地公安机关交通管理部门应当对记录内容进行审核，经审核无误后录入道路交通违法信息管理系统，作为处罚违法行为的证据。',
    ),
    trafficProcedure('第八十一条', '本规定所称的“二日”“三日”“五日”“七日”“十日”“十五日”，是指工作日，不包括节假日。'),
  ],
  params: [{ from: '2020-05-01', value: { amount: 5, unit: 'working-day' } }],
  limits: {
    zh: '以登记的采集、审核、录入时间为准；审核不合格而未录入的，以审核为准。五日为工作日。',
    en: 'Goes by the times of capture, review and entry on record; one that was reviewed and left out counts as reviewed. Five working days.',
  },
  consumes: ['ticket.step-taken'],
  subject: (o) =>
    ['captured', 'reviewed', 'entered'].includes(o.data.step) ? nameIn(o.data.system, o.data.ticket) : undefined,
  begins(file) {
    const begun = file.find((one) => one.data.step === 'captured')
    return begun && { at: begun.at, seen: [begun], unit: begun.data.unit, facts: { ticket: begun.data.ticket } }
  },
  done: (file) => file.find((one) => one.data.step === 'reviewed' || one.data.step === 'entered'),
})
