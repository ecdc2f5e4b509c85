import { z } from 'zod'
import { isPromised, promised } from '../../domain/casework/promise.ts'
import { publicHelp } from '../basis.ts'
import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { policeLaw } from '../patterns/enactments.ts'

const schema = z.object({ urgentMinutes: z.number().positive(), orderMinutes: z.number().positive() })
type Law = z.infer<typeof schema>
const minutesFor = (law: Law, urgency: unknown): number => (urgency === 'urgent' ? law.urgentMinutes : law.orderMinutes)
const kinds = ['call.received', 'incident.reclassified', 'dispatch.ordered', 'dispatch.fed-back'] as const

/** 派警指令时限 (legal table K, 110-dispatch-latency). */
export const orderLate = dueWithin<(typeof kinds)[number], Law>({
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
    zh: '没有国家数字，为本局设定；自通话结束起算，未登记结束时间的自接听起算。非警务警情、模拟报警不计；电话中处理完毕并已反馈的视为办结。更正紧急程度的，期满以后才更正的不改变已经作出的判断。责任在指挥中心（登记有且只有一个的）。',
    en: 'There is no national number; the minutes are a setting and run from the end of the call, else from its answer. Calls that are not the police’s and test calls are left out; one settled on the telephone and fed back is done. A correction of the urgency made after the time was over changes nothing. Charged to the command centre, if one and only one is registered.',
  },
  consumes: kinds,
  subject: (o) => o.data.incident,
  begins(file, { register, subject, paramsAt }) {
    const call = first(file, 'call.received')
    if (!call || call.data.test) return undefined
    const endedAt = Math.max(call.at, call.data.endedAt ?? call.at)
    const law = paramsAt(endedAt)
    const classes = register.casework.incident(subject)?.classes ?? []
    const promise = law && promised(classes, endedAt, ({ urgency }) => minutesFor(law, urgency))
    if (!isPromised(promise)) return undefined
    const { from, under } = promise
    const corrected = all(file, 'incident.reclassified').filter((r) => r.at === under.from)
    const facts = { urgency: under.urgency, endKnown: call.data.endedAt !== null }
    const centres = register.units().filter((u) => u.kind === 'command-centre')
    const unit = centres.length === 1 ? centres[0]!.unit : null
    return { at: from, seen: [call, ...corrected], unit, facts }
  },
  limit: (law, begun) => ({ amount: minutesFor(law, begun.facts?.urgency), unit: 'minute' }),
  done: (file) => deed(first(file, 'dispatch.ordered', 'dispatch.fed-back')),
})
