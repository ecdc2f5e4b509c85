import { type CustodyScenario, type Local, pair, type Step } from './scenario.ts'
import { described, first, measureOf, notice, tell } from './scene.ts'

const house = { person: 'p1', facility: 'detention-house', facilityKind: 'detention-house' }
const lockup = { person: 'p1', facility: 'lockup', facilityKind: 'lockup' }

/** 保外就医: decided, and handed to community corrections in time. */
const outside = (rank: string, steps: readonly string[]): Step[] => {
  const change = { ...house, change: 'c1', kind: 'temporary-outside', medical: true, dangerous: false, steps }
  return [
    described('2026-04-01 09:00', first),
    tell('2026-04-01 10:00', 'sentence.change-proposed', change),
    tell('2026-04-10 10:00', 'sentence.change-decided', { ...change, rank }),
    tell('2026-04-15 10:00', 'sentence.handed-over', { ...house, change: 'c1' }),
  ]
}
const papers = ['committee-minutes', 'designated-hospital', 'guarantor', 'danger-assessment', 'copy-to-procuratorate']

/** 减刑: proposed by the house, decided by the court. */
const commuted = (steps: readonly string[]): Step[] => {
  const change = { ...house, change: 'c2', kind: 'commutation', steps }
  return [
    tell('2026-04-01 10:00', 'sentence.change-proposed', change),
    tell('2026-05-10 10:00', 'sentence.change-decided', { ...change, rank: 'court' }),
  ]
}

/** 行政拘留 of five days. */
const detained = (days: number, released: Local): Step[] => {
  const of = { ...measureOf(first, 'administrative-detention'), stay: null }
  const morning = Array.from({ length: days }, (_, i) => `2026-01-${10 + i}`)
  return [
    described('2026-01-10 09:00', first),
    tell('2026-01-10 15:00', 'measure.decided', { ...of, decision: 'approved', rank: 'bureau-chief', days }),
    tell('2026-01-10 15:00', 'measure.started', { ...of, days, officers: ['P01', 'P02'] }),
    notice('2026-01-10 15:30', first.measure, first),
    tell('2026-01-10 16:00', 'custody.admitted', { ...lockup, measure: first.measure, papers: true, bodyExam: true }),
    ...morning.map((day) => tell(`${day} 20:00`, 'custody.activity', { ...lockup, day, outdoorMinutes: 120 })),
    tell(released, 'custody.released', { ...lockup, measure: first.measure }),
    tell(released, 'measure.ended', { ...of, how: 'released', reason: 'expired' }),
  ]
}

/** 取保候审. */
const bailed = (lifted: Local): Step[] => {
  const of = { ...measureOf(first, 'bail'), stay: null }
  return [
    described('2025-01-10 09:00', first),
    tell('2025-01-10 10:00', 'measure.decided', { ...of, decision: 'approved', rank: 'bureau-chief' }),
    tell('2025-01-10 10:00', 'measure.started', { ...of, officers: ['P01', 'P02'] }),
    tell('2025-01-10 10:30', 'bail.deposit-set', {
      measure: first.measure,
      person: first.person,
      unit: 'station-chengdong',
      yuan: 2000,
      guarantor: false,
      heldBy: 'bank',
    }),
    tell(lifted, 'measure.ended', { ...of, how: 'lifted', rank: 'bureau-chief' }),
  ]
}

/** 拘留所、看守所: release, and changes of sentence. */
export const releaseScenarios: readonly CustodyScenario[] = [
  ...pair({
    id: 'medical-parole-by-county',
    zh: '保外就医由县级公安机关决定',
    en: 'Medical parole decided by the county bureau',
    wrong: outside('bureau-chief', papers),
    right: outside('city-bureau', papers),
    until: '2026-04-16 00:00',
    expects: [['release.temporary-outside', '2026-04-10 10:00']],
  }),
  ...pair({
    id: 'medical-parole-without-hospital',
    zh: '保外就医未经省级政府指定的医院诊断',
    en: 'Medical parole without the designated hospital',
    wrong: outside(
      'city-bureau',
      papers.filter((step) => step !== 'designated-hospital'),
    ),
    right: outside('city-bureau', papers),
    until: '2026-04-16 00:00',
    expects: [['release.temporary-outside', '2026-04-10 10:00']],
  }),
  ...pair({
    id: 'commutation-without-review',
    zh: '减刑未经设区的市级公安机关审查',
    en: 'A commutation without review by the city bureau',
    wrong: commuted(['committee-minutes', 'public-notice', 'copy-to-procuratorate']),
    right: commuted(['committee-minutes', 'public-notice', 'city-review', 'copy-to-procuratorate']),
    until: '2026-05-11 00:00',
    expects: [['release.commutation', '2026-05-10 10:00']],
  }),
  ...pair({
    id: 'lockup-released-late',
    zh: '行政拘留期满次日才解除',
    en: 'Released from the lock-up a day late',
    wrong: detained(5, '2026-01-16 09:00'),
    right: detained(5, '2026-01-15 16:00'),
    until: '2026-01-17 00:00',
    expects: [['detention.released-late', '2026-01-16 00:00']],
  }),
  ...pair({
    id: 'lockup-for-eighteen-days',
    zh: '单次行政拘留十八日',
    en: 'Eighteen days of detention for one offence',
    wrong: detained(18, '2026-01-28 10:00'),
    right: detained(15, '2026-01-25 10:00'),
    until: '2026-01-29 00:00',
    expects: [['detention.longest', '2026-01-10 15:00']],
  }),
  ...pair({
    id: 'bail-over-twelve-months',
    zh: '取保候审超过十二个月',
    en: 'Bail over twelve months',
    wrong: bailed('2026-01-20 10:00'),
    right: bailed('2026-01-09 10:00'),
    until: '2026-01-21 00:00',
    expects: [['coercive-measure.bail-limit', '2026-01-11 00:00']],
  }),
]
