import { z } from 'zod'
import type { LngLat } from '../../domain/geo.ts'
import { polygonIndex } from '../../domain/geometry/polygon-index.ts'
import { zoneIndex } from '../../domain/geometry/zone-index.ts'
import type { Register, Zone } from '../../domain/register.ts'
import { type Instant, seconds } from '../../domain/time.ts'
import { clear, type Verdict } from '../../domain/verdict.ts'
import { policeVehicles } from '../basis.ts'
import { type Citation, defineRule, type Moment } from '../define-rule.ts'
import { countedFrom, type Excuse } from '../excuse.ts'
import { carrierOf, dutyKinds, type Fix, vehicleCellOf } from '../fix.ts'
import { local } from '../local.ts'
import { watching } from '../watched.ts'

const paramSchema = z.object({
  /** 实施条例第四十五条（二）: the highest speed on a road without signs or markings. */
  unsignedLimitKmh: z.number().min(20).max(120),
  tolerancePercent: z.number().min(0).max(50),
  dwellSeconds: z.number().min(0).max(600),
  maxGapSeconds: z.number().min(5).max(600),
  assumedAccuracyMetres: z.number().min(1).max(500),
})
type Params = z.infer<typeof paramSchema>

interface Run {
  readonly since: Instant
  readonly last: Instant
  readonly place: LngLat
  /** The limit of the last report: where another begins to bind, it must be exceeded beyond the tolerance anew. */
  readonly boundKmh: number
  /** The limit, its zone and the speed of the report that was furthest above its own limit. */
  readonly limitKmh: number
  readonly zone: string | null
  readonly highestKmh: number
  /** The first two reports over the limit, then those that were 5 km/h or more further above the limit: at most eight. */
  readonly seqs: readonly number[]
}
const trafficLaw = (article: string, text: string): Citation => ({
  law: '道路交通安全法',
  article,
  text,
  inForce: { from: '2004-05-01' },
  checked: 'verified',
  source: '道路交通安全法(2021-04-29)',
})

/** 超速 without an urgent task (legal table M, pat-speed). */
export const speeding = defineRule({
  id: 'vehicle.speeding',
  title: { zh: '警车非执行紧急任务超速行驶', en: 'A police vehicle is speeding without an urgent order' },
  grade: 'C',
  citations: [
    trafficLaw(
      '第四十二条',
      '机动车上道路行驶，不得超过限速标志标明的最高时速。在没有限速标志的路段，应当保持安全车速。',
    ),
    {
      law: '道路交通安全法实施条例',
      article: '第四十五条',
      text: '在没有限速标志、标线的道路上，机动车不得超过下列最高行驶速度：',
      inForce: { from: '2004-05-01' },
      checked: 'verified',
      source: '道路交通安全法实施条例(2017-10-07)',
    },
    trafficLaw(
      '第五十三条',
      '警车、消防车、救护车、工程救险车执行紧急任务时，可以使用警报器、标志灯具；在确保安全的前提下，不受行驶路线、行驶方向、行驶速度和信号灯的限制',
    ),
    policeVehicles,
  ],
  paramSchema,
  params: [
    {
      from: '2004-05-01',
      value: {
        unsignedLimitKmh: 70,
        tolerancePercent: 10,
        dwellSeconds: 15,
        maxGapSeconds: 60,
        assumedAccuracyMetres: 30,
      },
    },
  ],
  localSettings: [
    {
      param: 'unsignedLimitKmh',
      title: { zh: '未设限速区路段的限速', en: 'Limit where no speed zone is drawn' },
      unit: 'km/h',
    },
    { param: 'tolerancePercent', title: { zh: '测速容差', en: 'Tolerance of the measured speed' }, unit: 'percent' },
    { param: 'dwellSeconds', title: { zh: '超速持续时间门槛', en: 'How long it must last' }, unit: 'second' },
    local('maxGapSeconds'),
    local('assumedAccuracyMetres'),
  ],
  limits: {
    zh: '车速来自卫星定位而非测速设备，只作线索。限速取自画出的限速区，未画的道路一律按默认值。警灯警报是否开启、追缉等未录入系统的紧急情况看不到。',
    en: 'The speed is the satellite receiver’s, not a calibrated meter’s: a lead, not a measurement. Limits come from drawn zones, elsewhere from one default. It cannot see lights and siren, nor an emergency that no system recorded.',
  },
  consumes: ['position.reported', ...dutyKinds],
  subject: vehicleCellOf,

  ...watching<Run, Params>({
    after: ({ ongoing: run }, fix, isBehind, params, { register }) =>
      isBehind || fix.speedKmh === null ? run : runAfter(run, fix, fix.speedKmh, register, params),
    judge: (run, moment, heardAt) => judge(run, moment, heardAt),
  }),
})

const runAfter = (run: Run | null, fix: Fix, speedKmh: number, register: Register, params: Params): Run | null => {
  const { at, place, seq } = fix
  const zones = register.zones('speed-limit', at)
  if (speedKmh <= lowest(zones, params)) return null
  const { limitKmh, zone } = limitAt(zones, fix, params)
  const goesOn = run && at - run.last <= seconds(params.maxGapSeconds)
  // A run begins above the tolerance and ends at the limit itself: no flapping in between.
  const known = goesOn && run.boundKmh === limitKmh
  if (speedKmh <= (known ? limitKmh : limitKmh * (1 + params.tolerancePercent / 100))) return null
  const worst = { limitKmh, zone, highestKmh: speedKmh }
  if (!goesOn) return { since: at, last: at, place, boundKmh: limitKmh, ...worst, seqs: [seq] }
  const worse = speedKmh - limitKmh >= run.highestKmh - run.limitKmh + 5
  const seqs = (worse || run.seqs.length < 2) && run.seqs.length < 8 ? [...run.seqs, seq] : run.seqs
  return { ...run, last: at, boundKmh: limitKmh, ...(worse && worst), seqs }
}

const lowestByZones = new WeakMap<readonly Zone[], number>()

/** No limit drawn anywhere is lower than this: most reports need no look at the map. */
const lowest = (zones: readonly Zone[], { unsignedLimitKmh }: Params): number => {
  let drawn = lowestByZones.get(zones)
  if (drawn === undefined) {
    drawn = Math.min(...zones.map((z) => z.limitKmh ?? Number.POSITIVE_INFINITY))
    lowestByZones.set(zones, drawn)
  }
  return Math.min(drawn, unsignedLimitKmh)
}

/**
 * The limit that certainly binds: the lowest of the zones that hold the whole error circle, or the default
 * where none does — raised to that of any zone the circle merely touches, for the car may be on that road.
 */
const limitAt = (zones: readonly Zone[], { place, accuracyM }: Fix, params: Params) => {
  let holding: Zone | undefined
  let touched: Zone | undefined
  for (const zone of zoneIndex(zones).near(place, accuracyM)) {
    if (zone.limitKmh === null) continue
    if (polygonIndex(zone.polygon).circleInside(place, accuracyM)) {
      if (zone.limitKmh < (holding?.limitKmh ?? Number.POSITIVE_INFINITY)) holding = zone
    } else if (zone.limitKmh > (touched?.limitKmh ?? 0)) touched = zone
  }
  const binding = holding?.limitKmh ?? params.unsignedLimitKmh
  return touched && touched.limitKmh! > binding
    ? { limitKmh: touched.limitKmh!, zone: touched.zone }
    : { limitKmh: binding, zone: holding?.zone ?? null }
}

const judge = (run: Run, { now, paramsAt, register, subject }: Moment<Params>, heardAt: Instant): Verdict => {
  const carrier = carrierOf(subject)
  const params = paramsAt(run.since)
  if (!params) return clear
  const silentAt = heardAt + seconds(params.maxGapSeconds)
  if (now > silentAt) return { is: 'unknown', missing: 'a speed since the last one over the limit' }
  const shift = register.shiftAt(carrier, run.since)
  const from = countedFrom(run.since, run.last, urgencies(register, carrier, shift?.crew ?? []))
  if (from === undefined || run.last - from <= seconds(params.dwellSeconds)) return clear
  return {
    is: 'breach',
    since: from,
    evidence: run.seqs,
    facts: {
      limitKmh: run.limitKmh,
      limitZone: run.zone,
      highestKmh: run.highestKmh,
      tolerancePercent: params.tolerancePercent,
      dwellSeconds: params.dwellSeconds,
    },
    concerns: { unit: register.unitOf(carrier) ?? null, carrier, officers: shift?.crew ?? [], place: run.place },
    reviewAt: silentAt + 1,
  }
}

/** Only an urgent order, or an approved escort (人民警察法第三十五条 counts 警卫 as urgent), lifts the limit. */
const urgencies = (register: Register, carrier: string, crew: readonly string[]): Excuse[] =>
  [carrier, ...crew.map((officer) => `officer/${officer}`)].flatMap((one) => [
    ...register
      .ordersOf(one)
      .filter((order) => order.urgent)
      .map((order) => ({ from: order.orderedAt, to: order.closedAt })),
    ...register
      .tasksOf(one)
      .filter((task) => task.purpose === 'escort')
      .map((task) => ({ from: task.startsAt, to: task.endsAt })),
  ])
