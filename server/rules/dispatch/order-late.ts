import { z } from 'zod'
import { publicHelp } from '../basis.ts'
import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { policeLaw } from '../patterns/enactments.ts'

const schema = z.object({ urgentMinutes: z.number().positive(), orderMinutes: z.number().positive() })
const kinds = ['call.received', 'incident.reclassified', 'dispatch.ordered', 'dispatch.fed-back'] as const

/** 派警指令时限 (legal table K, 110-dispatch-latency). */
export const orderLate = dueWithin<(typeof kinds)[number], z.infer<typeof schema>>({
  id: 'dispatch.order-late',
  title: { zh: '接警后没有及时下达派警指令', en: 'A call was taken and nobody was ordered out in time' },
  grade: 'C',
  citations: [policeLaw('第二十一条', '对公民的报警案件，应当及时查处。'), publicHelp],
  paramSchema: schema,
  params: [{ from: '2013-01-01', value: { urgentMinutes: 2, orderMinutes: 3 } }],
  localSettings: [
    { param: 'urgentMinutes', title: { zh: '紧急警情派警时限', en: 'Time to order, urgent' }, unit: 'minute' },
    { param: 'orderMinutes', title: { zh: '非紧急警情派警时限', en: 'Time to order, ordinary' }, unit: 'minute' },
  ],
  limits: {
    zh: '没有国家数字，为本局设定；自通话结束起算，未登记结束时间的自接听起算。非警务警情、模拟报警不计；电话中处理完毕并已反馈的视为办结。',
    en: 'There is no national number; the minutes are a setting and run from the end of the call, else from its answer. Calls that are not the police’s and test calls are left out; one settled on the telephone and fed back is done.',
  },
  consumes: kinds,
  subject: (o) => o.data.incident,
  begins(file) {
    const call = first(file, 'call.received')
    if (!call || call.data.test) return undefined
    const urgency = all(file, 'incident.reclassified').findLast((r) => r.data.urgency !== null)?.data.urgency
    const now = urgency ?? call.data.urgency
    if (now === 'not-police') return undefined
    const at = Math.max(call.at, call.data.endedAt ?? call.at)
    return { at, seen: [call], unit: null, facts: { urgency: now, endKnown: call.data.endedAt !== null } }
  },
  limit: (law, begun) => ({
    amount: begun.facts?.urgency === 'urgent' ? law.urgentMinutes : law.orderMinutes,
    unit: 'minute',
  }),
  done: (file) => deed(first(file, 'dispatch.ordered', 'dispatch.fed-back')),
})
