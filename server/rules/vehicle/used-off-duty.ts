import { z } from 'zod'
import type { LngLat } from '../../domain/geo.ts'
import { atMostM, distanceM } from '../../domain/geometry/metric.ts'
import { type Instant, minutes, seconds } from '../../domain/time.ts'
import { clear, type Verdict } from '../../domain/verdict.ts'
import { policeVehicles, properUse } from '../basis.ts'
import { defineRule, type Moment } from '../define-rule.ts'
import { approvedTrips, countedFrom, ordersAndTasks } from '../excuse.ts'
import { carrierOf, dutyKinds, type Fix, vehicleCellOf } from '../fix.ts'
import { local } from '../local.ts'
import { watching } from '../watched.ts'

const paramSchema = z.object({
  movingKmh: z.number().min(1).max(50),
  distanceMetres: z.number().min(50).max(20_000),
  dwellSeconds: z.number().min(0).max(1800),
  stillMinutes: z.number().min(1).max(60),
  handoverMinutes: z.number().min(0).max(120),
  returnMinutes: z.number().min(0).max(120),
  assumedAccuracyMetres: z.number().min(1).max(500),
})
type Params = z.infer<typeof paramSchema>

interface Trip {
  readonly since: Instant
  readonly place: LngLat
  readonly accuracyM: number
  /** How far it certainly got from where the trip began, error circles taken off. */
  readonly awayM: number
  /** The first three reports of the trip, then the ever farther ones: at most eight. */
  readonly seqs: readonly number[]
}
interface Drive {
  readonly trip: Trip
  /** The last report that showed it moving. */
  readonly moved: Fix
}

/** 非勤务时间使用警车 (legal table M, car-private-use). */
export const usedOffDuty = defineRule({
  id: 'vehicle.used-off-duty',
  title: { zh: '警车在非勤务时间行驶', en: 'A police vehicle is driven outside duty' },
  grade: 'B',
  citations: [properUse, policeVehicles],
  paramSchema,
  params: [
    {
      from: '2004-05-01',
      value: {
        movingKmh: 8,
        distanceMetres: 500,
        dwellSeconds: 120,
        stillMinutes: 5,
        handoverMinutes: 30,
        returnMinutes: 30,
        assumedAccuracyMetres: 30,
      },
    },
  ],
  localSettings: [
    { param: 'movingKmh', title: { zh: '视为行驶的速度', en: 'Speed that counts as driving' }, unit: 'km/h' },
    { param: 'distanceMetres', title: { zh: '离开起点的距离门槛', en: 'How far it must get' }, unit: 'metre' },
    { param: 'dwellSeconds', title: { zh: '行驶持续时间门槛', en: 'How long it must drive' }, unit: 'second' },
    { param: 'stillMinutes', title: { zh: '停下多久视为行程结束', en: 'Standing that ends a trip' }, unit: 'minute' },
    local('handoverMinutes'),
    local('returnMinutes'),
    local('assumedAccuracyMetres'),
  ],
  limits: {
    zh: '不知道谁在驾驶、为何用车。只判断排班系统中有班次的车辆；未录入的临时任务看不到，须核查。拖车、轮渡也会显示为移动。',
    en: 'It cannot see who drives nor why. Only vehicles that the roster knows are judged; a task nobody recorded must be asked about. A tow or a ferry looks like driving.',
  },
  consumes: ['position.reported', ...dutyKinds, 'vehicle.trip-approved'],
  subject: vehicleCellOf,

  ...watching<Drive, Params>({
    after({ newest, ongoing: drive }, fix, isBehind, params) {
      if (isBehind) return drive
      const goesOn = drive && fix.at - drive.moved.at <= minutes(params.stillMinutes) ? drive : null
      return isMoving(newest, fix, params) ? { trip: driven(goesOn?.trip, fix, params), moved: fix } : goesOn
    },
    judge: (drive, moment, heardAt) => judge(drive, moment, heardAt),
  }),
})

const isMoving = (before: Fix | null, { place, accuracyM, speedKmh }: Fix, { movingKmh }: Params): boolean =>
  speedKmh === null
    ? before !== null && distanceM(before.place, place) > before.accuracyM + accuracyM
    : speedKmh > movingKmh

/** The trip after one more report that shows the vehicle moving; the same object when it says nothing new. */
const driven = (trip: Trip | undefined, { at, place, accuracyM, seq }: Fix, params: Params): Trip => {
  if (!trip) return { since: at, place, accuracyM, awayM: 0, seqs: [seq] }
  // Steps, not every metre: what a finding says changes only when it says something new.
  const step = trip.awayM * 1.5 + 200
  const newsM = trip.awayM <= params.distanceMetres ? Math.min(step, params.distanceMetres) : step
  const circlesM = trip.accuracyM + accuracyM
  const awayM = atMostM(trip.place, place) - circlesM > newsM ? Math.floor(distanceM(trip.place, place) - circlesM) : 0
  const farther = awayM > newsM
  const marked = (farther || trip.seqs.length < 3) && trip.seqs.length < 8
  if (!farther && !marked) return trip
  return { ...trip, awayM: farther ? awayM : trip.awayM, seqs: marked ? [...trip.seqs, seq] : trip.seqs }
}

const judge = (
  { trip, moved: { at: movedAt } }: Drive,
  { now, paramsAt, register, subject }: Moment<Params>,
  heardAt: Instant,
): Verdict => {
  const carrier = carrierOf(subject)
  const params = paramsAt(trip.since)
  if (!params) return clear
  const isTrip = movedAt - trip.since > seconds(params.dwellSeconds) && trip.awayM > params.distanceMetres
  if (!isTrip || register.shiftAt(carrier, movedAt)) return clear
  const shifts = register.shiftsOf(carrier)
  if (shifts.length === 0) return { is: 'unknown', missing: 'a roster for this vehicle' }
  const handoverMs = minutes(params.handoverMinutes)
  const from = countedFrom(trip.since, movedAt, [
    ...shifts.map((shift) => ({ from: shift.startsAt - handoverMs, to: shift.endsAt + handoverMs })),
    ...ordersAndTasks(register, carrier, minutes(params.returnMinutes)),
    ...approvedTrips(register, carrier, minutes(params.returnMinutes)),
  ])
  if (from === undefined || movedAt - from <= seconds(params.dwellSeconds)) return clear
  const silentAt = heardAt + minutes(params.stillMinutes)
  if (now > silentAt) return { is: 'unknown', missing: 'a position since the vehicle was last seen moving' }
  return {
    is: 'breach',
    since: from,
    evidence: trip.seqs,
    facts: { startedAt: trip.since, awayM: trip.awayM, dwellSeconds: params.dwellSeconds },
    concerns: { unit: register.unitOf(carrier) ?? null, carrier, officers: [], place: trip.place },
    reviewAt: silentAt + 1,
  }
}
