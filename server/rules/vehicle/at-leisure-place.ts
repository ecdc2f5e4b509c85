import { z } from 'zod'
import type { LngLat } from '../../domain/geo.ts'
import { zoneIndex } from '../../domain/geometry/zone-index.ts'
import { type Instant, minutes, seconds } from '../../domain/time.ts'
import { clear, type Verdict } from '../../domain/verdict.ts'
import { policeVehicles, properUse } from '../basis.ts'
import { defineRule, type Moment } from '../define-rule.ts'
import { judgeDwell } from '../excursion.ts'
import { approvedTrips, ordersAndTasks } from '../excuse.ts'
import { carrierOf, dutyKinds, type Fix, LATE_AFTER_MS, vehicleCellOf } from '../fix.ts'
import { local } from '../local.ts'
import { policeCars2006 } from '../patterns/elsewhere.ts'
import { watching } from '../watched.ts'

const paramSchema = z.object({
  dwellMinutes: z.number().min(0).max(240),
  maxGapSeconds: z.number().min(30).max(3600),
  freshSeconds: z.number().min(10).max(600),
  assumedAccuracyMetres: z.number().min(1).max(500),
})
type Params = z.infer<typeof paramSchema>

interface Visit {
  readonly zone: string
  readonly since: Instant
  readonly last: Instant
  readonly lastTimely: boolean
  readonly place: LngLat
  /** The first report, and one every ten minutes: at most eight. */
  readonly seqs: readonly number[]
  readonly markedAt: Instant
}
/** 警车停在娱乐、度假等非公务场所 (legal table M, car-private-use). The places are drawn by the bureau. */
export const atLeisurePlace = defineRule({
  id: 'vehicle.at-leisure-place',
  title: {
    zh: '警车在非公务场所停留',
    en: 'A police vehicle stayed at a place where it has no business',
  },
  grade: 'B',
  citations: [
    properUse,
    policeVehicles,
    policeCars2006('第十四条', '警车除执行本规定第二条所列任务外，不得挪作他用。'),
  ],
  paramSchema,
  params: [
    {
      from: '2004-05-01',
      value: { dwellMinutes: 10, maxGapSeconds: 300, freshSeconds: 60, assumedAccuracyMetres: 30 },
    },
  ],
  localSettings: [local('dwellMinutes'), local('maxGapSeconds'), local('freshSeconds'), local('assumedAccuracyMetres')],
  limits: {
    zh: '只看本局画出的非公务场所；位置在边界附近或者精度不足时不算在内。有派警指令、批准任务、派车单的不算；走访、检查未录入的须核查。看不到是谁开的车。',
    en: 'Only places that the bureau has drawn; a position near the edge, or not good enough, is not inside. An order, an approved task or trip excuses; a visit or an inspection that nobody entered must be asked about. It does not see who drives.',
  },
  consumes: ['position.reported', ...dutyKinds, 'vehicle.trip-approved'],
  subject: vehicleCellOf,

  ...watching<Visit, Params>({
    after({ ongoing: visit }, fix, isBehind, params, { register }) {
      if (isBehind) return visit
      // Certainly inside: the middle of the error circle is, and none of it would be a whole street away.
      const places = fix.accuracyM <= 50 ? register.zones('leisure', fix.at) : none
      const zone = places.length === 0 ? undefined : zoneIndex(places).covering(fix.place)[0]
      return zone ? visitAfter(visit, zone.zone, fix, params) : null
    },
    judge: (visit, moment) => judge(visit, moment),
  }),
})

const none: readonly never[] = []

const visitAfter = (visit: Visit | null, zone: string, fix: Fix, params: Params): Visit => {
  const { at, seq, place } = fix
  const lastTimely = fix.recordedAt - at <= LATE_AFTER_MS
  const goesOn = visit?.zone === zone && at - visit.last <= params.maxGapSeconds * 1000
  if (!visit || !goesOn) return { zone, since: at, last: at, lastTimely, place, seqs: [seq], markedAt: at }
  const mark = at - visit.markedAt >= minutes(10) && visit.seqs.length < 8
  return { ...visit, last: at, lastTimely, ...(mark && { seqs: [...visit.seqs, seq], markedAt: at }) }
}

const judge = (visit: Visit, { now, paramsAt, register, subject }: Moment<Params>): Verdict => {
  const carrier = carrierOf(subject)
  const params = paramsAt(visit.since)
  if (!params) return clear
  const shift = register.shiftAt(carrier, visit.since)
  const excuses = [...ordersAndTasks(register, carrier, 0, shift?.crew ?? []), ...approvedTrips(register, carrier, 0)]
  const [dwellMs, freshMs] = [minutes(params.dwellMinutes), seconds(params.freshSeconds)]
  const judged = judgeDwell(visit, { now, dwellMs, freshMs, excuses })
  if (judged.is === 'unknown') return { is: 'unknown', missing: 'a position since the vehicle was last seen there' }
  if (judged.is !== 'breach') return judged
  return {
    is: 'breach',
    since: judged.since,
    evidence: visit.seqs,
    facts: { zone: visit.zone, arrivedAt: visit.since, dwellMinutes: params.dwellMinutes, onDuty: shift !== undefined },
    concerns: { unit: register.unitOf(carrier) ?? null, carrier, officers: shift?.crew ?? [], place: visit.place },
  }
}
