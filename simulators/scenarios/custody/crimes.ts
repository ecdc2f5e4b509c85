import { crime } from './crime.ts'
import { type CustodyScenario, pair } from './scenario.ts'
import { first, measureOf, rooms, tell } from './scene.ts'
import { stop } from './stop.ts'
import { summons } from './summons.ts'

const days = { day: '2026-03-02', next: '2026-03-03', third: '2026-03-05' }
const until = '2026-03-06 00:00'

/** 刑事传唤、拘传、拘留、取保. */
export const crimeScenarios: readonly CustodyScenario[] = [
  ...pair({
    id: 'compelled-appearance-by-department',
    zh: '拘传由办案部门负责人批准',
    en: 'A compelled appearance approved by the head of the department',
    wrong: crime({ ...days, approvedBy: 'department-chief' }),
    right: crime(days),
    until,
    expects: [['coercive-measure.compelled-appearance-approval', '2026-03-02 08:30']],
  }),
  ...pair({
    id: 'compelled-appearance-over-twelve-hours',
    zh: '拘传超过十二小时，延长由办案部门负责人批准',
    en: 'A compelled appearance over twelve hours, prolonged by the head of the department',
    wrong: crime({
      ...days,
      detainedAt: '22:00',
      admittedAt: '23:00',
      familyToldAt: '23:30',
      extended: { at: '20:00', rank: 'department-chief', grounds: ['especially-grave', 'custody-needed'] },
    }),
    right: crime({
      ...days,
      detainedAt: '22:00',
      admittedAt: '23:00',
      familyToldAt: '23:30',
      extended: { at: '20:00', rank: 'bureau-chief', grounds: ['especially-grave', 'custody-needed'] },
    }),
    until,
    expects: [['coercive-measure.compelled-appearance-limit', '2026-03-02 21:00']],
  }),
  ...pair({
    id: 'criminal-summons-over-twelve-hours',
    zh: '刑事传唤超过十二小时',
    en: 'A criminal summons over twelve hours',
    wrong: crime({
      ...days,
      kind: 'criminal-summons',
      approvedBy: 'department-chief',
      detainedAt: '21:30',
      admittedAt: '23:00',
      familyToldAt: '23:30',
    }),
    right: crime({
      ...days,
      kind: 'criminal-summons',
      approvedBy: 'department-chief',
      detainedAt: '21:00',
      admittedAt: '23:00',
      familyToldAt: '23:30',
    }),
    until,
    expects: [['coercive-measure.criminal-summons-limit', '2026-03-02 21:00']],
  }),
  ...pair({
    id: 'detained-not-delivered',
    zh: '拘留后超过二十四小时才送看守所',
    en: 'Delivered to the detention house more than 24 hours after detention',
    wrong: crime({ ...days, admittedAt: '2026-03-03 19:00' }),
    right: crime({ ...days, admittedAt: '2026-03-03 08:30' }),
    until,
    expects: [['coercive-measure.delivery-to-detention-house', '2026-03-03 18:00']],
  }),
  ...pair({
    id: 'detained-not-interrogated',
    zh: '拘留后超过二十四小时才讯问',
    en: 'First interrogated more than 24 hours after detention',
    wrong: crime({ ...days, interrogatedAt: '19:00' }),
    right: crime({ ...days, interrogatedAt: '17:00' }),
    until,
    expects: [['coercive-measure.interrogation-after-detention', '2026-03-03 18:00']],
  }),
  ...pair({
    id: 'detained-family-not-told',
    zh: '拘留后未通知家属',
    en: 'Family not told of the detention',
    wrong: crime({ ...days, familyToldAt: null }),
    right: crime({ ...days, familyToldAt: '2026-03-03 10:00' }),
    until,
    expects: [['coercive-measure.notify-family-of-detention', '2026-03-03 18:00']],
  }),
  ...pair({
    id: 'detained-arrest-asked-late',
    zh: '拘留第五日才提请批准逮捕，未经延长',
    en: 'Arrest asked for on the fifth day, without an extension',
    wrong: crime({ ...days, third: '2026-03-06' }),
    right: crime(days),
    until: '2026-03-07 00:00',
    expects: [['coercive-measure.arrest-request', '2026-03-06 00:00']],
  }),
  ...pair({
    id: 'measures-chained',
    zh: '继续盘问、传唤相接，合计超过二十四小时，各自均未超时',
    en: 'Continued questioning, then a summons: each within its limit, together over 24 hours',
    wrong: chained('20:00'),
    right: chained('17:00'),
    until: '2026-03-03 12:00',
    expects: [['coercive-measure.chained-measures', '2026-03-02 17:02']],
  }),
]

/** Stopped from 10:12 to 02:00 with an extension, summoned at 08:50 of the same day: 24 hours are full at 17:02. */
function chained(released: string) {
  const extension = { at: '21:00', hours: 24, rank: 'duty-chief', grounds: ['suspicion-unresolved'] }
  const plain = { ...first, case: null }
  const again = { ...first, stay: 's2', measure: 'm2', act: 'a2', case: 'x1' }
  const extend = tell('2026-03-02 16:00', 'measure.extended', {
    ...measureOf(again, 'summons-written'),
    total: { amount: 24, unit: 'hour' },
    grounds: ['complex', 'detention-possible'],
    rank: 'station-chief',
  })
  return [
    ...stop({ day: '2026-03-01', who: plain, depart: '2026-03-02 02:00', bedding: '21:30', extensions: [extension] }),
    ...summons({
      day: '2026-03-02',
      who: again,
      room: rooms.questioning,
      depart: released,
      meals: ['12:00', '18:00'],
      plus: [extend],
    }),
  ]
}
