import { z } from 'zod'
import { distanceM, distanceToSegmentM } from '../../domain/geometry/metric.ts'
import type { Register, Shift, Zone } from '../../domain/register.ts'
import { days, type Instant, minutes } from '../../domain/time.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { deployments, orders } from '../basis.ts'
import { defineRule, type Moment } from '../define-rule.ts'
import { ordersAndTasks } from '../excuse.ts'
import { type Fix, isFix, readFix } from '../fix.ts'
import { local } from '../local.ts'
import { countSlots, has, noSlots, type SlotSet, slotOf, withSlot } from './slots.ts'

const paramSchema = z.object({
  sharePercent: z.number().min(0).max(100),
  observedPercent: z.number().min(0).max(100),
  pointsPercent: z.number().min(0).max(100),
  pointRadiusMetres: z.number().min(10).max(2000),
  minimumMinutes: z.number().min(0).max(1440),
  settleMinutes: z.number().min(0).max(1440),
  maxGapSeconds: z.number().min(30).max(3600),
  returnMinutes: z.number().min(0).max(120),
  assumedAccuracyMetres: z.number().min(1).max(500),
})
export type BeatPatrolParams = z.infer<typeof paramSchema>
type Params = BeatPatrolParams

interface State {
  /** The shift as the roster has it now; null before it is known and after it was cancelled. */
  readonly shift: Shift | null
  /** Five-minute slots of the shift with a usable position, and those with one inside the beat. */
  readonly seen: SlotSet
  readonly inBeat: SlotSet
  /** Route points passed, and the entry that showed it. */
  readonly passed: Readonly<Record<string, number>>
  /** The newest position, while there are points to pass: the way from it may lead by one. */
  readonly last: Pick<Fix, 'at' | 'place'> | null
  /** The first entry of the shift and the newest that showed something new. */
  readonly firstSeq: number | null
  readonly lastSeq: number | null
  readonly lateReports: number
}

/** 漏巡、不在巡 (legal table M, pat-not-on-patrol): judged once the shift is over and late reports had time to come. */
export const beatNotPatrolled = defineRule({
  id: 'patrol.beat-not-patrolled',
  title: { zh: '未按要求巡逻巡区', en: 'A beat was not patrolled as ordered' },
  grade: 'C',
  citations: [orders, deployments],
  paramSchema,
  params: [
    {
      from: '2011-10-01',
      value: {
        sharePercent: 50,
        observedPercent: 80,
        pointsPercent: 100,
        pointRadiusMetres: 100,
        minimumMinutes: 60,
        settleMinutes: 15,
        maxGapSeconds: 120,
        returnMinutes: 10,
        assumedAccuracyMetres: 30,
      },
    },
  ],
  localSettings: [
    {
      param: 'sharePercent',
      title: { zh: '应在巡区内的时间比例', en: 'Share of the time to be spent in the beat' },
      unit: 'percent',
    },
    {
      param: 'observedPercent',
      title: { zh: '可作判断所需的定位覆盖比例', en: 'Share of the time that must have been observed to judge' },
      unit: 'percent',
    },
    {
      param: 'pointsPercent',
      title: { zh: '应经过的必巡点比例', en: 'Share of the route points to be passed' },
      unit: 'percent',
    },
    { param: 'pointRadiusMetres', title: { zh: '视为经过的距离', en: 'How near counts as passed' }, unit: 'metre' },
    {
      param: 'minimumMinutes',
      title: { zh: '扣除警情任务后至少须有的巡逻时间', en: 'Patrol time that must remain after orders and tasks' },
      unit: 'minute',
    },
    {
      param: 'settleMinutes',
      title: { zh: '下班后等候补传的时间', en: 'Wait for late reports after the shift' },
      unit: 'minute',
    },
    local('maxGapSeconds'),
    local('returnMinutes'),
    local('assumedAccuracyMetres'),
  ],
  limits: {
    zh: '以五分钟为一格统计，只知道设备到过哪里，不知道是否下车巡查。定位覆盖不足时不作判断；班次开始后才录入的排班，之前的定位不计入。',
    en: 'Counted in slots of five minutes. It sees where the device was, not what the patrol did there. With too little coverage it does not judge. Positions that came before the shift was known are not counted.',
  },
  consumes: [
    'position.reported',
    'shift.scheduled',
    'shift.cancelled',
    'task.approved',
    'task.withdrawn',
    'dispatch.ordered',
    'dispatch.closed',
  ],
  subject(o, register) {
    switch (o.kind) {
      case 'shift.scheduled':
        return o.data.beat === null ? undefined : subjectOf(o.data)
      case 'shift.cancelled':
        return subjectOf(o.data)
      case 'position.reported': {
        const shift = o.data.carrier === null ? undefined : register.shiftAt(o.data.carrier, o.observedAt)
        return shift?.beat ? subjectOfShift(shift) : undefined
      }
      default: {
        const carriers = 'carriers' in o.data ? o.data.carriers : [o.data.carrier]
        return carriers.flatMap((carrier) => {
          const shift = register.shiftAt(carrier, o.observedAt)
          return shift?.beat ? [subjectOf(shift)] : []
        })
      }
    }
  },
  initial: {
    shift: null,
    seen: noSlots,
    inBeat: noSlots,
    passed: {},
    last: null,
    firstSeq: null,
    lastSeq: null,
    lateReports: 0,
  } as State,

  evolve(state: State, entry, { register, paramsAt }): State {
    const { observation: o, seq } = entry
    if (o.kind === 'shift.scheduled') return { ...state, shift: o.data }
    if (o.kind === 'shift.cancelled') return { ...state, shift: null }
    const { shift } = state
    if (o.kind !== 'position.reported' || !shift?.beat) return state
    const params = paramsAt(o.observedAt)
    const on = register.beatAt(shift.carrier, o.observedAt)
    if (!params || !on) return state
    const fix = readFix(o, entry, params.assumedAccuracyMetres)
    if (!isFix(fix)) return state
    const { beat, area } = on
    // Benefit of the doubt: a circle that touches the beat may have been in it.
    const inside = area.covers(fix.place) || !area.circleOutside(fix.place, fix.accuracyM)
    const slot = slotOf(fix.at)
    const seen = withSlot(state.seen, slot)
    const inBeat = inside ? withSlot(state.inBeat, slot) : state.inBeat
    const passed = passedAfter(state, beat, fix, params)
    const late = o.data.delivery === 'backfill'
    // Nearly every report shows what another of the same five minutes has shown.
    const isNews = late || seen !== state.seen || inBeat !== state.inBeat || passed !== state.passed
    if (!isNews && !isAhead(beat, passed)) return state
    return {
      shift,
      seen,
      inBeat,
      passed,
      last: !state.last || fix.at >= state.last.at ? fix : state.last,
      firstSeq: state.firstSeq ?? seq,
      lastSeq: seq,
      lateReports: state.lateReports + (late ? 1 : 0),
    }
  },

  evaluate(state: State, { now, paramsAt, register }: Moment<Params>): Verdict {
    const { shift } = state
    const params = shift && paramsAt(shift.startsAt)
    if (!shift || !params) return { is: 'clear', forgetAt: now + 1 }
    const dueAt = shift.endsAt + minutes(params.settleMinutes)
    if (now <= dueAt) return { is: 'pending', dueAt }
    const forgetAt = dueAt + days(7)
    if (now >= forgetAt) return { is: 'clear', forgetAt: now + 1 }
    const beat = shift.beat ? register.zone(shift.beat, shift.startsAt) : undefined
    if (!beat) return { is: 'unknown', missing: 'the outline of the beat', forgetAt }

    const spent = spentBy(state, register, shift, params)
    if (spent.dutyMinutes < params.minimumMinutes) return { is: 'clear', forgetAt }
    if (spent.observedPercent < params.observedPercent)
      return { is: 'unknown', missing: `positions for ${params.observedPercent} % of the shift`, forgetAt }
    const missed = beat.routePoints.filter((p) => !(p.id in state.passed)).map((p) => p.id)
    const points = beat.routePoints.length
    const enoughPoints = (points - missed.length) * 100 >= points * params.pointsPercent
    if (spent.sharePercent >= params.sharePercent && enoughPoints) return { is: 'clear', forgetAt }
    return {
      is: 'breach',
      since: shift.endsAt,
      evidence: evidenceOf(state),
      facts: {
        shift: shift.shift,
        beat: shift.beat,
        ...spent,
        requiredPercent: params.sharePercent,
        pointsPassed: points - missed.length,
        points,
        missedPoints: missed.slice(0, 20).join(' '),
        late: state.lateReports > 0,
      },
      concerns: { unit: shift.unit, carrier: shift.carrier, officers: shift.crew, place: null },
      forgetAt,
    }
  },
})

/** Every position asks for it. */
const subjects = new WeakMap<Shift, string>()
const subjectOfShift = (shift: Shift): string => {
  const known = subjects.get(shift)
  if (known !== undefined) return known
  const made = subjectOf(shift)
  subjects.set(shift, made)
  return made
}
const subjectOf = ({ carrier, shift }: { carrier: string; shift: string }): string => `${carrier}#${shift}`

const evidenceOf = ({ firstSeq, lastSeq, passed }: State): number[] =>
  [...new Set([firstSeq, ...Object.values(passed), lastSeq])].flatMap((seq) => seq ?? []).slice(0, 32)

/** Whether points remain to be passed. */
const isAhead = ({ routePoints }: Zone, passed: State['passed']): boolean => {
  for (const { id } of routePoints) if (!(id in passed)) return true
  return false
}

/** Points near the fix, or near the straight way from the one before when the two lie close in time. */
const passedAfter = ({ passed, last }: State, beat: Zone, fix: Fix, params: Params): State['passed'] => {
  const reach = params.pointRadiusMetres + fix.accuracyM
  const from = last && fix.at >= last.at && fix.at - last.at <= params.maxGapSeconds * 1000 ? last.place : undefined
  let found = passed
  for (const { id, place } of beat.routePoints) {
    if (id in passed) continue
    const awayM = from ? distanceToSegmentM(place, from, fix.place) : distanceM(place, fix.place)
    if (awayM <= reach) found = { ...found, [id]: fix.seq }
  }
  return found
}

/** Minutes and shares of the shift, the time under orders and tasks taken off. */
const spentBy = ({ seen, inBeat }: State, register: Register, shift: Shift, params: Params) => {
  const excuses = ordersAndTasks(register, shift.carrier, minutes(params.returnMinutes), shift.crew)
  const excused = (from: Instant, to: Instant): boolean =>
    excuses.some((e) => e.from <= to && (e.to === undefined || e.to >= from))
  const { all, of } = countSlots(shift.startsAt, shift.endsAt, excused)
  const observed = of((slot) => has(seen, slot))
  const share = observed === 0 ? 0 : (of((slot) => has(inBeat, slot)) * 100) / observed
  return {
    dutyMinutes: all * 5,
    observedPercent: all === 0 ? 0 : Math.round((observed * 100) / all),
    sharePercent: Math.round(share),
  }
}
