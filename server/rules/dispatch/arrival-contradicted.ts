import { z } from 'zod'
import { around } from '../../domain/casework/track.ts'
import { distanceM } from '../../domain/geometry/metric.ts'
import { seconds } from '../../domain/time.ts'
import { publicHelp } from '../basis.ts'
import { defineRule } from '../define-rule.ts'
import { evidence } from '../patterns/case-file.ts'
import { policeLaw } from '../patterns/enactments.ts'
import {
  byOrderAndCarrier,
  evolveOrder,
  noOrder,
  type OrderState,
  orderIn,
  orderKinds,
  placeOf,
  toldOf,
  trackDefaults,
  trackSettings,
} from '../patterns/order-rule.ts'
import { LATE_MS, over } from '../patterns/verdicts.ts'

const schema = z.object({
  arriveM: z.number().min(10).max(2000),
  moveM: z.number().min(10).max(2000),
  movingKmh: z.number().min(1).max(50),
  windowSeconds: z.number().min(10).max(900),
  farM: z.number().min(100).max(20_000),
})
type Law = z.infer<typeof schema>

/** The dispatch system says it arrived; the car and its crew were elsewhere. */
export const arrivalContradicted = defineRule<OrderState, Law, (typeof orderKinds)[number] | 'position.reported'>({
  id: 'dispatch.arrival-contradicted',
  title: {
    zh: '登记的到场时间与车辆、民警自身定位相矛盾',
    en: 'An arrival was reported that the car’s and the officers’ own positions contradict',
  },
  grade: 'B',
  citations: [policeLaw('第二十二条', '（三）弄虚作假，隐瞒案情，包庇、纵容违法犯罪活动；'), publicHelp],
  paramSchema: schema,
  params: [{ from: '2013-01-01', value: { ...trackDefaults, windowSeconds: 120, farM: 500 } }],
  localSettings: [
    ...trackSettings,
    {
      param: 'windowSeconds',
      title: { zh: '登记与定位可相差的时间', en: 'How far the report and a position may lie apart' },
      unit: 'second',
    },
    { param: 'farM', title: { zh: '视为相矛盾的距离', en: 'Distance that counts as elsewhere' }, unit: 'metre' },
  ],
  limits: {
    zh: '报警地点可能不准：以指令或者接警的坐标为准，没有坐标的不作判断。登记前后没有定位的是看不到，不是矛盾。车上任何一名民警的手机在现场，即不作矛盾认定。两处时钟不同步会造成假象。',
    en: 'The place may be wrong: it is the order’s, else the call’s; without one nothing is judged. Without a position around the report it is unseen, not contradicted. One phone of the crew at the scene is enough. Clocks that differ make false contradictions.',
  },
  consumes: ['position.reported', ...orderKinds],
  subject: byOrderAndCarrier,
  initial: noOrder,
  evolve: evolveOrder,
  evaluate(state, { now, paramsAt, register, subject }) {
    const claims = toldOf(state, 'dispatch.arrived')
    const order = register.casework.order(orderIn(subject))
    const claim = claims[0]
    if (!claim || !order) return state.told.length === 0 ? { is: 'clear' } : over(now)
    const law = paramsAt(claim.at)
    if (!law) return over(now)
    const place = placeOf(register, order.order)
    if (place === null) return { is: 'unknown', missing: 'the place of the incident', forgetAt: now + LATE_MS }
    const windowMs = seconds(law.windowSeconds)
    const near = around(state.track, claim.at, windowMs).map((fix) => ({
      fix,
      m: Math.round(distanceM(fix.place, place)),
    }))
    const { arrived } = state.track
    const there =
      near.some(({ fix, m }) => m <= law.arriveM + fix.accuracyM) ||
      (arrived !== null && Math.abs(arrived.at - claim.at) <= windowMs)
    if (there) return over(now)
    // A car that rolls up within the window is no contradiction: wait for it.
    if (now <= claim.at + windowMs) return { is: 'pending', dueAt: claim.at + windowMs }
    const closest = near.toSorted((a, b) => a.m - b.m)[0]
    if (!closest) return { is: 'unknown', missing: 'a position around the reported arrival', forgetAt: now + LATE_MS }
    if (closest.m - closest.fix.accuracyM <= law.farM)
      return { is: 'unknown', missing: 'a position that tells here from there', forgetAt: now + LATE_MS }
    const carrier = claim.data.carrier
    return {
      is: 'breach',
      since: claim.at,
      evidence: evidence(claim, [closest.fix.seq, ...(arrived ? [arrived.seq] : [])]),
      facts: {
        order: order.order,
        incident: order.incident,
        saidArrivedAt: claim.at,
        distanceM: closest.m,
        seenAt: closest.fix.at,
        arrivedAt: arrived?.at ?? null,
        farM: law.farM,
      },
      concerns: {
        unit: register.unitOf(carrier) ?? order.unit,
        carrier,
        officers: register.shiftAt(carrier, claim.at)?.crew ?? [],
        place: closest.fix.place,
      },
      forgetAt: now + LATE_MS,
    }
  },
})
