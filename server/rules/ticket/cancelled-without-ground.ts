import { trafficProcedure } from '../patterns/enactments.ts'
import { changeWithGround, waitingSettings } from '../patterns/ticket-change.ts'
import { groundGiven, grounds, groundsDefault, objectionUpheld } from '../patterns/ticket-ways.ts'

export const cancelledWithoutGround = changeWithGround({
  id: 'ticket.cancelled-without-ground',
  title: {
    zh: '违法信息被消除或者作废而无法定事由',
    en: 'A record was cancelled or voided without a ground of the law',
  },
  grade: 'A',
  citations: [
    trafficProcedure(
      '第二十二条',
      '有下列情形之一并经核实的，违法行为发生地或者机动车登记地公安机关交通管理部门应当自核实之日起三日内予以消除：',
    ),
    trafficProcedure('第二十二条', '（八）其他应当消除的情形。'),
    trafficProcedure('第五条', '异议成立的，予以消除；异议不成立的，告知当事人。'),
  ],
  paramSchema: grounds,
  params: [{ from: '2020-05-01', value: groundsDefault }],
  localSettings: waitingSettings,
  limits: {
    zh: '以操作日志或者记录上登记的事由（一至八项）和异议审查结果为准；事由是否属实由人核查。已作出决定的，另按决定变更处理。',
    en: 'Goes by the ground (one to eight) in the log or on the record, and by the result of objections; whether it is true is for people to check. After a decision another rule speaks.',
  },
  of: ['cancelled'],
  ground(one, { mostGround }) {
    if (groundGiven(one, mostGround) !== undefined || objectionUpheld(one)) return { is: 'lawful' }
    return { is: 'missing', missing: one.audits.length === 0 ? 'audit' : 'ground' }
  },
})
