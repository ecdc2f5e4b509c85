import { type CustodyScenario, pair } from './scenario.ts'
import { measureOf, rooms, second, tell } from './scene.ts'
import { summons } from './summons.ts'

const day = '2026-01-05'
const until = '2026-01-05 23:00'
const minor = { birthDate: '2009-06-01' }
const guardian = [{ as: 'guardian', sex: 'female' }]

/** 治安传唤、询问查证. */
export const questioningScenarios: readonly CustodyScenario[] = [
  ...pair({
    id: 'questioning-over-eight-hours',
    zh: '询问查证超过八小时',
    en: 'Questioning over eight hours',
    wrong: summons({ day, depart: '17:30' }),
    right: summons({ day, depart: '17:00' }),
    until,
    expects: [['questioning.time-limit', '2026-01-05 17:00']],
  }),
  ...pair({
    id: 'questioning-tier-without-ground',
    zh: '不可能适用行政拘留而延长至二十四小时',
    en: 'Prolonged to 24 hours although detention cannot follow',
    wrong: summons({
      day,
      depart: '20:00',
      meals: ['12:00', '18:00'],
      extended: { at: '16:30', hours: 24, grounds: ['complex'] },
    }),
    right: summons({
      day,
      depart: '20:00',
      meals: ['12:00', '18:00'],
      extended: { at: '16:30', hours: 24, grounds: ['complex', 'detention-possible'] },
    }),
    until,
    expects: [
      ['questioning.tier-ground', '2026-01-05 16:30'],
      ['questioning.time-limit', '2026-01-05 17:00'],
    ],
  }),
  ...pair({
    id: 'questioning-one-officer-unrecorded',
    zh: '一名民警询问，录音录像中断',
    en: 'One officer alone, and the recorder off meanwhile',
    wrong: summons({ day, officers: ['P01'], recorded: ['09:05', '09:50'] }),
    right: summons({ day, officers: ['P01'] }),
    until,
    expects: [
      ['questioning.one-officer', '2026-01-05 09:50'],
      ['questioning.unrecorded', '2026-01-05 09:50'],
    ],
  }),
  ...pair({
    id: 'questioning-second-officer-on-paper-only',
    zh: '笔录记两人，门禁只见一人，且场所不是规范的办案场所',
    en: 'Two officers on paper, one by the doors, and not in a standard area',
    wrong: summons({ day, badges: ['P01'], caseType: 'administrative' }),
    right: summons({ day, caseType: 'administrative' }),
    until,
    expects: [['questioning.one-officer', '2026-01-05 09:20']],
  }),
  ...pair({
    id: 'questioning-before-2026-one-officer',
    zh: '2025年最后一日一名民警询问；次日同样做法即为合法',
    en: 'One officer on the last day of 2025; the same is lawful a day later',
    wrong: summons({ day: '2025-12-31', officers: ['P01'] }),
    right: summons({ day: '2026-01-01', officers: ['P01'] }),
    until: '2026-01-01 23:00',
    expects: [['questioning.one-officer', '2025-12-31 09:20']],
  }),
  ...pair({
    id: 'questioning-auxiliary',
    zh: '辅警参与询问',
    en: 'An auxiliary as questioner',
    wrong: summons({ day, officers: ['P01', 'P51'] }),
    right: summons({ day, officers: ['P01', 'P02'], badges: ['P01', 'P02', 'P51'] }),
    until,
    expects: [['questioning.auxiliary', '2026-01-05 09:20']],
  }),
  ...pair({
    id: 'questioning-minor-alone',
    zh: '询问十六周岁的人，监护人未到场',
    en: 'A person of sixteen questioned without a guardian',
    wrong: summons({ day, person: minor }),
    right: summons({ day, person: minor, attendees: guardian }),
    until,
    expects: [['questioning.minor-without-guardian', '2026-01-05 09:20']],
  }),
  ...pair({
    id: 'questioning-guardian-leaves-half-way',
    zh: '询问十六周岁的人，监护人中途离开，询问继续',
    en: 'A guardian leaves the questioning of a sixteen-year-old half-way, and it goes on',
    wrong: summons({
      day,
      person: minor,
      attendees: guardian,
      plus: [tell(`${day} 09:50`, 'act.left', { act: 'a1', ...guardian[0] })],
    }),
    // The father takes over before the mother leaves.
    right: summons({
      day,
      person: minor,
      attendees: guardian,
      plus: [
        tell(`${day} 09:40`, 'act.joined', { act: 'a1', as: 'guardian', sex: 'male' }),
        tell(`${day} 09:50`, 'act.left', { act: 'a1', ...guardian[0] }),
      ],
    }),
    until,
    expects: [['questioning.minor-without-guardian', '2026-01-05 09:50']],
  }),
  ...pair({
    id: 'questioning-deaf-without-interpreter',
    zh: '询问聋哑人未配备手语翻译',
    en: 'A deaf person questioned without a sign-language interpreter',
    wrong: summons({ day, person: { deaf: true } }),
    right: summons({ day, person: { deaf: true }, attendees: [{ as: 'sign-language', sex: 'female' }] }),
    until,
    expects: [['questioning.interpreter', '2026-01-05 09:20']],
  }),
  ...pair({
    id: 'questioning-sound-lost',
    zh: '询问中录音丢失',
    en: 'The sound is lost in the middle of questioning',
    wrong: summons({
      day,
      plus: [
        { at: '2026-01-05 09:40', do: 'lose', room: rooms.questioning, what: 'sound' },
        { at: '2026-01-05 10:00', do: 'regain', room: rooms.questioning, what: 'sound' },
      ],
    }),
    right: summons({
      day,
      plus: [
        { at: '2026-01-05 11:40', do: 'lose', room: rooms.questioning, what: 'sound' },
        { at: '2026-01-05 11:50', do: 'regain', room: rooms.questioning, what: 'sound' },
      ],
    }),
    until,
    expects: [['questioning.unrecorded', '2026-01-05 09:40']],
  }),
  ...pair({
    id: 'summons-without-approval',
    zh: '使用传唤证未经批准',
    en: 'A written summons without approval',
    wrong: summons({ day, approvedBy: null }),
    right: summons({ day }),
    until,
    expects: [['questioning.summons-approval', '2026-01-05 08:50']],
  }),
  ...pair({
    id: 'summons-forced-by-officer',
    zh: '强制传唤由无权人员批准',
    en: 'A forced summons approved by somebody who may not',
    wrong: summons({ day, kind: 'summons-forced', approvedBy: 'officer', grounds: ['refuses-summons'] }),
    right: summons({ day, kind: 'summons-forced', grounds: ['refuses-summons'] }),
    until,
    expects: [['questioning.forced-summons-approval', '2026-01-05 08:50']],
  }),
  ...pair({
    id: 'summons-family-not-told',
    zh: '传唤后未通知家属',
    en: 'Family not told of the summons',
    wrong: summons({ day, notifiedAt: null }),
    right: summons({ day }),
    until,
    expects: [['questioning.notify-family', '2026-01-05 12:50']],
  }),
  ...pair({
    id: 'summons-again-the-same-night',
    zh: '同一案件连续传唤',
    en: 'Summoned again for the same case within hours',
    wrong: [
      ...summons({ day }),
      tell('2026-01-05 20:00', 'measure.started', {
        ...measureOf({ ...second, person: 'p1', case: 'x1', stay: 's9' }, 'summons-oral'),
        onScene: true,
        notedInRecord: true,
      }),
      tell('2026-01-05 21:00', 'notice.given', { about: 'm2', person: 'p1', to: 'family' }),
      tell('2026-01-05 22:00', 'measure.ended', {
        ...measureOf({ ...second, person: 'p1', case: 'x1', stay: 's9' }, 'summons-oral'),
        how: 'released',
      }),
    ],
    right: [
      ...summons({ day }),
      tell('2026-01-05 20:00', 'measure.started', {
        ...measureOf({ ...second, person: 'p1', stay: 's9' }, 'summons-oral'),
        onScene: true,
        notedInRecord: true,
      }),
      tell('2026-01-05 21:00', 'notice.given', { about: 'm2', person: 'p1', to: 'family' }),
      tell('2026-01-05 22:00', 'measure.ended', {
        ...measureOf({ ...second, person: 'p1', stay: 's9' }, 'summons-oral'),
        how: 'released',
      }),
    ],
    until: '2026-01-06 12:00',
    expects: [['questioning.chained-summons', '2026-01-05 20:00']],
  }),
  ...pair({
    id: 'questioning-no-meal',
    zh: '八小时未提供饮食',
    en: 'Eight hours without a meal',
    wrong: summons({ day, meals: [], depart: '16:30' }),
    right: summons({ day, depart: '16:30' }),
    until,
    expects: [['questioning.meals', '2026-01-05 15:00']],
  }),
  ...pair({
    id: 'questioning-in-an-office',
    zh: '在办公室询问违法嫌疑人',
    en: 'Questioned in an office of the station',
    wrong: summons({ day, room: rooms.check, place: 'police-premises' }),
    right: summons({ day }),
    until,
    expects: [['questioning.outside-case-area', '2026-01-05 09:20']],
  }),
]
