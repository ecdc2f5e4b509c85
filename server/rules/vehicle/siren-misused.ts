import { z } from 'zod'
import { joined, type Stretch, without } from '../../domain/duty/spans.ts'
import type { Register } from '../../domain/register.ts'
import { minutes } from '../../domain/time.ts'
import { policeCars2006 } from '../patterns/elsewhere.ts'
import { roadsideNorm, trafficLaw } from '../patterns/enactments.ts'
import { noLongerThan, toleranceOf } from '../patterns/stretches.ts'

/** 滥用警灯警报 (legal table M, car-siren). */
export const sirenMisused = noLongerThan({
  id: 'vehicle.siren-misused',
  title: {
    zh: '警车非执行紧急任务使用警报器、警灯',
    en: 'A police vehicle used its siren or lights without an urgent task',
  },
  grade: 'B',
  citations: [
    trafficLaw(
      '第五十三条',
      '警车、消防车、救护车、工程救险车非执行紧急任务时，不得使用警报器、标志灯具，不享有前款规定的道路优先通行权。',
    ),
    roadsideNorm('第六十九条', '（二）驾驶警车巡逻执勤时，开启警灯，按规定保持车速和车距，保证安全。'),
    policeCars2006(
      '第十七条',
      '（一）一般情况下，只使用警用标志灯具；通过车辆、人员繁杂的路段、路口或者警告其他车辆让行时，可以断续使用警报器；',
    ),
  ],
  paramSchema: toleranceOf.extend({ holdMinutes: z.number().min(1).max(1440) }),
  params: [{ from: '2009-01-01', value: { toleranceMinutes: 2, holdMinutes: 30 } }],
  localSettings: [
    {
      param: 'toleranceMinutes',
      title: { zh: '断续使用的容许时间', en: 'How long intermittent use may last' },
      unit: 'minute',
    },
    {
      param: 'holdMinutes',
      title: { zh: '开启状态未再报告时的有效时长', en: 'How long a state is believed that nobody repeats' },
      unit: 'minute',
    },
  ],
  limits: {
    zh: '以车载警灯警报控制器报来的状态为准，没有接入的车看不到。有紧急派警指令、护送押解任务、追缉登记的不算；巡逻班次内开警灯不算，连续鸣警报算。口头指令、追捕未录入的看不到；夜间市区、禁鸣区、列队后车鸣警报不判断。',
    en: 'Goes by the state that the controller of lights and siren reports; vehicles without one are invisible. An urgent order, an escort or a recorded pursuit excuses; lights on a patrol shift are lawful, a siren without a break is not. A spoken order is invisible. Sirens at night in town, in quiet zones and in a convoy are not judged.',
  },
  consumes: [
    'vehicle.lights-changed',
    'dispatch.ordered',
    'dispatch.closed',
    'task.approved',
    'task.withdrawn',
    'shift.scheduled',
    'shift.cancelled',
    'pursuit.started',
    'pursuit.ended',
  ],
  subject: (o) => {
    if (o.kind === 'vehicle.lights-changed') return `vehicle/${o.data.vehicle}`
    const carriers = 'carriers' in o.data ? o.data.carriers : [o.data.carrier]
    return carriers.filter((c) => c.startsWith('vehicle/'))
  },
  look(carrier, { holdMinutes }, { register }) {
    const onShift = register.shiftsOf(carrier).map((s) => ({ from: s.startsAt, to: s.endsAt }))
    const ordered = excuses(register, carrier)
    const found = (what: 'siren' | 'lights', excused: readonly Stretch[]) =>
      without(onTimes(register, carrier, what, minutes(holdMinutes)), excused).map((s) => ({ ...s, what }))
    const stretches = [...found('siren', ordered), ...found('lights', [...ordered, ...onShift])]
    const unit = register.unitOf(carrier) ?? null
    return {
      stretches: stretches
        .sort((a, b) => a.from - b.from)
        .map(({ what, ...s }) => {
          const shift = register.shiftAt(carrier, s.from)
          return {
            ...s,
            unit,
            carrier,
            officers: shift?.crew ?? [],
            seen: register.duty
              .lights(carrier.slice('vehicle/'.length))
              .filter((l) => l.at <= s.from)
              .slice(-1)
              .map((l) => l.seq),
            facts: { used: what, shift: shift?.shift ?? null },
          }
        }),
    }
  },
})

const onTimes = (register: Register, carrier: string, what: 'siren' | 'lights', holdMs: number): Stretch[] => {
  const told = register.duty.lights(carrier.slice('vehicle/'.length)).filter((l) => l.data[what] !== null)
  return joined(
    told.flatMap((l, i) => {
      const ends = Math.min(told[i + 1]?.at ?? Number.POSITIVE_INFINITY, l.at + holdMs)
      return l.data[what] ? [{ from: l.at, to: ends }] : []
    }),
  )
}

/** Under an urgent order, or escorting; a pursuit is recorded as an order or asks for one. */
const excuses = (register: Register, carrier: string): Stretch[] => [
  ...register
    .ordersOf(carrier)
    .filter((o) => o.urgent)
    .map((o) => ({ from: o.orderedAt, to: o.closedAt ?? Number.POSITIVE_INFINITY })),
  ...register
    .tasksOf(carrier)
    .filter((t) => t.purpose === 'escort')
    .map((t) => ({ from: t.startsAt, to: t.endsAt })),
  ...register.duty.pursuits(carrier),
]
