import { z } from 'zod'
import { minutes } from '../../domain/time.ts'
import { publicHelp } from '../basis.ts'
import { all, first } from '../patterns/case-file.ts'
import { deed, dueWithin } from '../patterns/due-within.ts'
import { adminProcedure } from '../patterns/enactments.ts'

const schema = z.object({ feedbackMinutes: z.number().positive(), sceneMinutes: z.number().positive() })
const kinds = ['dispatch.arrived', 'dispatch.refused', 'dispatch.closed', 'dispatch.fed-back'] as const

/** 处警反馈 (legal table K, 110-feedback). */
export const feedbackLate = dueWithin<(typeof kinds)[number], z.infer<typeof schema>>({
  id: 'dispatch.feedback-late',
  title: { zh: '处警结果没有及时反馈', en: 'What was done about a call was not entered in time' },
  grade: 'C',
  citations: [
    adminProcedure(
      '第六十一条',
      '公安机关应当对报案、控告、举报、群众扭送或者违法嫌疑人投案分别作出下列处理，并将处理情况在接报案登记中注明：',
    ),
    publicHelp,
  ],
  paramSchema: schema,
  params: [{ from: '2013-01-01', value: { feedbackMinutes: 60, sceneMinutes: 240 } }],
  localSettings: [
    {
      param: 'feedbackMinutes',
      title: { zh: '处警结束后的反馈时限', en: 'Time to report after the order is done' },
      unit: 'minute',
    },
    { param: 'sceneMinutes', title: { zh: '到场后的反馈时限', en: 'Time to report after arrival' }, unit: 'minute' },
  ],
  limits: {
    zh: '分钟数为本局设定：处警结束的自结束起算，未结束的自登记到场起算；到场后的时限已过才结束的，不因结束而重新计算。未到场而撤回的指令，同一警情的其他指令反馈即可；拒绝的指令不要求反馈。反馈内容是否属实由人核查。模拟报警不计。',
    en: 'The minutes are a setting: from the end of the order, or from the entered arrival while it lasts; an end that comes when that time is over gives no more of it. For an order called off before anybody arrived the report of another order of the same call is enough; one that was declined needs none. Whether the report is true is for people to check. Test calls are left out.',
  },
  consumes: kinds,
  subject: (o, { casework }) =>
    o.kind === 'dispatch.fed-back' ? [...new Set([o.data.order, ...casework.ordersOf(o.data.incident)])] : o.data.order,
  begins(file, { register: { casework }, subject, paramsAt }) {
    const order = casework.order(subject)
    if (casework.incident(order?.incident)?.test) return undefined
    const closed = first(file, 'dispatch.closed')
    const arrived = first(file, 'dispatch.arrived')
    // Whoever declined it has nothing to tell; that it was declined is watched by itself.
    if (!arrived && first(file, 'dispatch.refused')) return undefined
    const sceneMs = minutes((arrived && paramsAt(arrived.at)?.sceneMinutes) ?? 0)
    // An end that comes when the time at the scene is over gives no more of it.
    const overdue = arrived !== undefined && closed !== undefined && closed.at > arrived.at + sceneMs
    const of = overdue ? arrived : (closed ?? arrived)
    return of && { at: of.at, seen: [of], unit: order?.unit ?? null, facts: { order: subject, closed: of === closed } }
  },
  limit: (law, begun) => ({
    amount: begun.facts?.closed === true ? law.feedbackMinutes : law.sceneMinutes,
    unit: 'minute',
  }),
  // What became of a call is told once: by whoever was there, for those as well who were called off on the way.
  done: (file, _, { subject }) =>
    deed(
      first(file, 'dispatch.arrived')
        ? all(file, 'dispatch.fed-back').find((f) => f.data.order === subject)
        : first(file, 'dispatch.fed-back'),
    ),
})
