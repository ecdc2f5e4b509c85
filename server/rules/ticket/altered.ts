import { penalties, pointsRules, trafficProcedure } from '../patterns/enactments.ts'
import { changeWithGround, waitingSettings } from '../patterns/ticket-change.ts'
import { groundGiven, grounds, groundsDefault, hasProof, objectionUpheld } from '../patterns/ticket-ways.ts'

export const ticketAltered = changeWithGround({
  id: 'ticket.altered',
  title: {
    zh: '罚单的受保护内容被改动而无法定依据',
    en: 'Protected content of a ticket was changed without one of the law’s grounds',
  },
  grade: 'A',
  citations: [
    trafficProcedure(
      '第二十二条',
      '有下列情形之一并经核实的，违法行为发生地或者机动车登记地公安机关交通管理部门应当自核实之日起三日内予以消除：',
    ),
    trafficProcedure('第五条', '异议成立的，予以消除；异议不成立的，告知当事人。'),
    pointsRules('第三十三条', '（六）弄虚作假，将记分分值高的交通违法行为变更为记分分值低或者不记分的交通违法行为的；'),
    penalties('第七十六条', '（二）擅自改变行政处罚种类、幅度的；'),
  ],
  paramSchema: grounds,
  params: [{ from: '2020-05-01', value: groundsDefault }],
  localSettings: waitingSettings,
  limits: {
    zh: '看录入以后、作出决定以前的金额、号牌、违法代码、记分、时间和状态回退；法律对录入后的更正未另设途径，以消除事由加证明或者异议成立为准。变更前内容未告知的，以及快照与先前所知不同的，不可观测。',
    en: 'Amount, plate, code, points, time and a status set back, after entry and before a decision. The texts know no way of correcting an entered record but a ground with proof or an upheld objection. When the row before is not told, or a snapshot differs from what was told, it cannot be observed.',
  },
  of: ['field', 'unseen'],
  ground(one, { mostGround }) {
    if (one.change.data.op === 'seen')
      return { is: 'unseen', unseen: 'the change: a row read anew differs from what was told' }
    if (one.change.data.beforeMissing) return { is: 'unseen', unseen: 'the row before the change' }
    if (objectionUpheld(one)) return { is: 'lawful' }
    const ground = groundGiven(one, mostGround)
    if (ground !== undefined && hasProof(one)) return { is: 'lawful' }
    if (one.audits.length === 0) return { is: 'missing', missing: 'audit' }
    return { is: 'missing', missing: ground === undefined ? 'ground' : 'proof' }
  },
})
