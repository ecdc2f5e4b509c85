import { z } from 'zod'
import type { LngLat } from '../../domain/geo.ts'
import { distanceM } from '../../domain/geometry/metric.ts'
import { type Instant, minutes, seconds } from '../../domain/time.ts'
import { clear, type Verdict } from '../../domain/verdict.ts'
import { deployments, orders, policeVehicles } from '../basis.ts'
import { defineRule, type Moment } from '../define-rule.ts'
import { judgeDwell } from '../excursion.ts'
import { ordersAndTasks } from '../excuse.ts'
import { carrierOf, dutyKinds, type Fix, isLate, LATE_AFTER_MS, vehicleCellOf } from '../fix.ts'
import { local } from '../local.ts'
import { serviced } from '../service-zone.ts'
import { watching } from '../watched.ts'

const paramSchema = z.object({
  stopMinutes: z.number().min(1).max(240),
  radiusMetres: z.number().min(10).max(500),
  movingKmh: z.number().min(1).max(50),
  maxGapSeconds: z.number().min(30).max(3600),
  freshSeconds: z.number().min(10).max(600),
  assumedAccuracyMetres: z.number().min(1).max(500),
})
export type StopParams = z.infer<typeof paramSchema>
type Params = StopParams

/** A carrier that stands: since when, and the last report from there. */
export interface Stop {
  readonly shift: string
  readonly since: Instant
  readonly last: Instant
  readonly lastTimely: boolean
  readonly place: LngLat
  readonly accuracyM: number
  /** The first report of the stop, and every one that came ten minutes after the one before: at most eight. */
  readonly seqs: readonly number[]
  readonly markedAt: Instant
}
/** 超时停靠 (legal table M, pat-overtime-park). No national figure was found; the minutes are the bureau's. */
export const stopsTooLong = defineRule({
  id: 'patrol.stops-too-long',
  title: { zh: '巡逻车超时停靠', en: 'A patrol car has stopped for too long' },
  grade: 'C',
  citations: [orders, deployments, policeVehicles],
  paramSchema,
  params: [
    {
      from: '2011-10-01',
      value: {
        stopMinutes: 20,
        radiusMetres: 50,
        movingKmh: 8,
        maxGapSeconds: 300,
        freshSeconds: 60,
        assumedAccuracyMetres: 30,
      },
    },
  ],
  localSettings: [
    { param: 'stopMinutes', title: { zh: '允许停靠时间', en: 'How long a stop may last' }, unit: 'minute' },
    {
      param: 'radiusMetres',
      title: { zh: '视为同一地点的半径', en: 'Radius that counts as one place' },
      unit: 'metre',
    },
    { param: 'movingKmh', title: { zh: '视为行驶的速度', en: 'Speed that counts as driving' }, unit: 'km/h' },
    local('maxGapSeconds'),
    local('freshSeconds'),
    local('assumedAccuracyMetres'),
  ],
  limits: {
    zh: '看不到停车的原因：驻点、盘查、救助群众等未录入系统的，须核查。只判断有巡区的班次。长时间无定位时不推定停靠。指令自下达起至反馈或者办结（以先者为准）止豁免；既未反馈也未办结的，一直豁免。',
    en: 'It cannot see why the car stands: a fixed post, a check, help for a citizen that no system recorded must be asked about. Only shifts with a beat are judged. Nothing is presumed across a long silence. An order excuses until its result is entered or it is closed, whichever comes first; one with neither excuses for as long as it stays open.',
  },
  consumes: ['position.reported', ...dutyKinds],
  subject: vehicleCellOf,

  ...watching<Stop, Params>({
    after({ ongoing: stop }, fix, isBehind, params, { register, subject }) {
      // A report out of order can only show that the car was elsewhere, or driving, meanwhile.
      if (isBehind)
        return stop && fix.at > stop.since && moved(stop, fix, params) ? { ...stop, since: stop.last } : stop
      const shift = register.shiftAt(carrierOf(subject), fix.at)
      return shift?.beat ? stopAfter(stop, fix, shift.shift, params) : null
    },
    judge: (stop, moment) => judge(stop, moment),
  }),
})

/** Certainly elsewhere — the error circles apart — or certainly driving. */
const moved = (stop: Stop, fix: Fix, params: Params): boolean =>
  (fix.speedKmh !== null && fix.speedKmh > params.movingKmh) ||
  distanceM(stop.place, fix.place) > params.radiusMetres + stop.accuracyM + fix.accuracyM

/** The stop after one more report of a shift; null while the carrier moves. */
export const stopAfter = (stop: Stop | null, fix: Fix, shift: string, params: Params): Stop | null => {
  const { at, seq, place, accuracyM, speedKmh } = fix
  const lastTimely = fix.recordedAt - at <= LATE_AFTER_MS
  const goesOn = stop?.shift === shift && at - stop.last <= params.maxGapSeconds * 1000 && !moved(stop, fix, params)
  if (stop && goesOn) {
    // Between the radius and the error circles it may or may not be the same place: not counted, not ended.
    if (distanceM(stop.place, place) > params.radiusMetres) return stop
    const mark = at - stop.markedAt >= minutes(10) && stop.seqs.length < 8
    return { ...stop, last: at, lastTimely, ...(mark && { seqs: [...stop.seqs, seq], markedAt: at }) }
  }
  if (speedKmh !== null && speedKmh > params.movingKmh) return null
  return { shift, since: at, last: at, lastTimely, place, accuracyM, seqs: [seq], markedAt: at }
}

const judge = (stop: Stop, { now, paramsAt, register, subject }: Moment<Params>): Verdict => {
  const carrier = carrierOf(subject)
  const shift = register.shift(carrier, stop.shift)
  const params = paramsAt(stop.since)
  if (!shift || !params) return clear
  if (now > shift.endsAt && !isLate(subject)) return clear
  if (serviced(register, { ...stop, at: stop.since })) return clear
  const excuses = [
    { from: Number.NEGATIVE_INFINITY, to: shift.startsAt },
    ...ordersAndTasks(register, carrier, 0, shift.crew),
  ]
  const [dwellMs, freshMs] = [minutes(params.stopMinutes), seconds(params.freshSeconds)]
  const judged = judgeDwell(stop, { now, dwellMs, freshMs, excuses })
  if (judged.is === 'unknown') return { is: 'unknown', missing: 'a position since the car was last seen standing' }
  if (judged.is !== 'breach') return judged.is === 'pending' && judged.dueAt >= shift.endsAt ? clear : judged
  return {
    is: 'breach',
    since: judged.since + dwellMs,
    evidence: stop.seqs,
    facts: { shift: shift.shift, stoppedAt: stop.since, clockStartedAt: judged.since, stopMinutes: params.stopMinutes },
    concerns: { unit: shift.unit, carrier, officers: shift.crew, place: stop.place },
    ...(shift.endsAt + 1 > now && { reviewAt: shift.endsAt + 1 }),
  }
}
