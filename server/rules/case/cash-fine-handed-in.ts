import { z } from 'zod'
import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { adminProcedure, publicOrder2012, publicOrder2025, trafficProcedure } from '../patterns/enactments.ts'
import { type Limit, limitSchema } from '../patterns/limit.ts'
import { byPayment } from '../patterns/subjects.ts'
import { wholeSumIn } from '../patterns/whole-sum.ts'

const schema = z.object({ ordinary: limitSchema, traffic: limitSchema })
type Law = { ordinary: Limit; traffic: Limit }

/** 当场收缴的罚款上交 (legal table I, case-fine-collection). */
export const cashFineHandedIn = dueWithin<'fine.collected' | 'fine.landed' | 'fine.handed-in', Law>({
  id: 'case.cash-fine-handed-in',
  title: { zh: '当场收缴的罚款未在二日以内交至公安机关', en: 'Cash fines were not handed in within two days' },
  grade: 'B',
  citations: [
    publicOrder2025(
      '第一百二十四条',
      '人民警察当场收缴的罚款，应当自收缴罚款之日起二日以内，交至所属的公安机关；在水上、旅客列车上当场收缴的罚款，应当自抵岸或者到站之日起二日以内，交至所属的公安机关；',
    ),
    publicOrder2012('第一百零五条', '人民警察当场收缴的罚款，应当自收缴罚款之日起二日内，交至所属的公安机关；'),
    adminProcedure('第二百一十六条', '人民警察应当自收缴罚款之日起二日内，将当场收缴的罚款交至其所属公安机关；'),
    trafficProcedure('第八十一条', '本规定所称的“二日”“三日”“五日”“七日”“十日”“十五日”，是指工作日，不包括节假日。'),
  ],
  paramSchema: schema,
  params: [
    {
      from: '2006-03-01',
      value: { ordinary: { amount: 2, unit: 'day' }, traffic: { amount: 2, unit: 'day' } },
    },
    {
      from: '2020-05-01',
      value: { ordinary: { amount: 2, unit: 'day' }, traffic: { amount: 2, unit: 'working-day' } },
    },
  ],
  limits: {
    zh: '治安、其他行政案件按自然日，末日逢节假日顺延；道路交通按工作日，需要当年节假日表。水上、列车上自抵岸、到站起算。全数上交才算上交，可以分次。',
    en: 'Calendar days for public order and others, a last day off moves on; working days for traffic, which need the holiday table. On the water or a train it counts from landing. It is handed in when all of it is, be it in parts.',
  },
  consumes: ['fine.collected', 'fine.landed', 'fine.handed-in'],
  subject: byPayment,
  begins(file) {
    const taken = first(file, 'fine.collected')
    if (!taken) return undefined
    const { unit, officer, yuan, type, awayFromShore } = taken.data
    const landed = first(file, 'fine.landed')
    const of = { unit, officers: [officer], facts: { yuan, type } }
    if (!awayFromShore) return { at: taken.at, seen: [taken], ...of }
    return landed
      ? { at: landed.at, seen: [taken, landed], ...of }
      : { at: taken.at, seen: [taken], ...of, stopped: true }
  },
  limit: (law, begun) => (begun.facts?.type === 'traffic' ? law.traffic : law.ordinary),
  done: (file, begun) => deed(wholeSumIn(all(file, 'fine.handed-in'), begun.facts?.yuan)),
})
