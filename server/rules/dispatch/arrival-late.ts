import { z } from 'zod'
import { publicHelp } from '../basis.ts'
import { policeLaw, publicOrder2012, publicOrder2025 } from '../patterns/enactments.ts'
import { toldOf, trackDefaults, trackSettings } from '../patterns/order-rule.ts'
import { orderWithin } from '../patterns/order-within.ts'

const promise = z.number().min(1).max(240)
const schema = z.object({
  arriveM: z.number().min(10).max(2000),
  moveM: z.number().min(10).max(2000),
  movingKmh: z.number().min(1).max(50),
  urbanUrgentMinutes: promise,
  suburbanUrgentMinutes: promise,
  ruralUrgentMinutes: promise,
  urbanMinutes: promise,
  suburbanMinutes: promise,
  ruralMinutes: promise,
})
type Law = z.infer<typeof schema>

/** 到场时限 (legal table K, 110-arrive-urgent, -other): no national number; what the bureau promised its people. */
export const arrivalLate = orderWithin<Law>({
  id: 'dispatch.arrival-late',
  title: { zh: '处警民警未在承诺时间内到达现场', en: 'Nobody arrived within the time the bureau promises' },
  grade: 'B',
  citations: [
    policeLaw('第二十一条', '对公民的报警案件，应当及时查处。'),
    publicOrder2025('第一百三十九条', '（九）接到要求制止违反治安管理行为的报警后，不及时出警的；'),
    publicOrder2012('第一百一十六条', '（九）接到要求制止违反治安管理行为的报警后，不及时出警的；'),
    publicHelp,
  ],
  paramSchema: schema,
  params: [
    {
      from: '2013-01-01',
      value: {
        ...trackDefaults,
        urbanUrgentMinutes: 5,
        suburbanUrgentMinutes: 10,
        ruralUrgentMinutes: 20,
        urbanMinutes: 10,
        suburbanMinutes: 20,
        ruralMinutes: 30,
      },
    },
  ],
  localSettings: [
    { param: 'urbanUrgentMinutes', title: { zh: '城区紧急警情', en: 'Urban, urgent' }, unit: 'minute' },
    { param: 'suburbanUrgentMinutes', title: { zh: '城郊紧急警情', en: 'Suburban, urgent' }, unit: 'minute' },
    { param: 'ruralUrgentMinutes', title: { zh: '农村紧急警情', en: 'Rural, urgent' }, unit: 'minute' },
    { param: 'urbanMinutes', title: { zh: '城区非紧急警情', en: 'Urban, ordinary' }, unit: 'minute' },
    { param: 'suburbanMinutes', title: { zh: '城郊非紧急警情', en: 'Suburban, ordinary' }, unit: 'minute' },
    { param: 'ruralMinutes', title: { zh: '农村非紧急警情', en: 'Rural, ordinary' }, unit: 'minute' },
    ...trackSettings,
  ],
  limits: {
    zh: '国家没有统一分钟数，均为本局承诺，自下达指令起算。到达以车辆、民警自身定位为先，没有定位的以登记为准；任何一个被派力量到达即算。期满前告知110迟到原因的不认定；地区或者紧急程度没有登记的不作判断；更正登记的，期满以后才更正的不改变已经作出的判断，期满以前更正的按更正后的承诺，仍自下达指令起算；模拟报警不计。',
    en: 'There is no national number; the minutes are the bureau’s promise and run from the order. Arrival is what the car’s and the officers’ own positions show, else what was entered; the first of those ordered counts. Whoever told 110 the reason before the time was over is not late. Without area or urgency nothing is judged; a correction counts when it is made before the time is over, from the order as ever, and changes nothing afterwards. Test calls are left out.',
  },
  minutes(law, order, { area, urgency }) {
    if (!area) return undefined
    const urgent = urgency === null ? order.urgent : urgency === 'urgent'
    return {
      urban: urgent ? law.urbanUrgentMinutes : law.urbanMinutes,
      suburban: urgent ? law.suburbanUrgentMinutes : law.suburbanMinutes,
      rural: urgent ? law.ruralUrgentMinutes : law.ruralMinutes,
    }[area]
  },
  done(state) {
    const { arrived, fixes } = state.track
    const said = toldOf(state, 'dispatch.arrived')[0]
    if (arrived) {
      // The tracker may have been silent when it arrived: an entry in that silence says when.
      const away = fixes.findLast((f) => f.at < arrived.at)
      if (said && said.at < arrived.at && (!away || away.at < said.at))
        return { at: said.at, seen: [said, [arrived.seq]], by: 'dispatch-system' }
      return { at: arrived.at, seen: [[arrived.seq]], by: 'own-position' }
    }
    // Positions that never came near leave the word of the dispatch system without support.
    if (said && state.track.nearest) return { missing: 'a position at the scene' }
    return said && { at: said.at, seen: [said], by: 'dispatch-system' }
  },
  facts: (state, { under: { area, urgency } }) => ({
    area,
    urgency,
    saidArrivedAt: toldOf(state, 'dispatch.arrived')[0]?.at ?? null,
    nearestM: state.track.nearest?.m ?? null,
  }),
})
