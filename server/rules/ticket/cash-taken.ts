import { z } from 'zod'
import { first } from '../patterns/case-file.ts'
import { trafficLaw, trafficProcedure } from '../patterns/enactments.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

export const cashTaken = wrongWhen({
  id: 'ticket.cash-taken',
  title: { zh: '违反规定当场收缴罚款', en: 'A fine was taken in cash where it may not be, or without a receipt' },
  grade: 'A',
  citations: [
    trafficLaw('第一百零八条', '对行人、乘车人和非机动车驾驶人的罚款，当事人无异议的，可以当场予以收缴罚款。'),
    trafficLaw('第一百一十五条', '（九）当场收取罚款不开具罚款收据或者不如实填写罚款额的；'),
    trafficProcedure(
      '第五十九条',
      '交通警察依法当场收缴罚款的，应当开具省、自治区、直辖市财政部门统一制发的罚款收据；',
    ),
  ],
  paramSchema: z.object({}),
  params: [{ from: '2004-05-01', value: {} }],
  limits: {
    zh: '只看登记或者视频巡查录入的当场收款；没有录入的看不到。',
    en: 'Cash that was recorded, or entered from a video patrol; what nobody entered cannot be seen.',
  },
  consumes: ['roadside.cash-taken'],
  // Two may take cash at the same moment, and the hour is often written to the minute only.
  subject: ({ observedAt, data: { unit, officers, ticket, from } }) =>
    [unit, observedAt, ticket ?? from, ...officers].join('/'),
  remembersMs: 1,
  judge(file) {
    const taken = first(file, 'roadside.cash-taken')
    if (!taken) return undefined
    const { from, receipt, unit, officers, ticket, amountYuan } = taken.data
    const why = from === 'motor-driver' ? 'motor-driver' : receipt === false ? 'no-receipt' : undefined
    if (!why) return undefined
    return { since: taken.at, seen: [taken], unit, officers, facts: { why, ticket, amountYuan } }
  },
})
