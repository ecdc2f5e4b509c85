import { type CustodyScenario, pair, type Step } from './scenario.ts'
import {
  arrive,
  bring,
  care,
  depart,
  described,
  first,
  measureOf,
  notice,
  recorded,
  rooms,
  second,
  session,
  tell,
  type Who,
  walk,
} from './scene.ts'

const eve = '2025-12-31'
const newYear = '2026-01-01'
const room = rooms.questioning
/** Seventeen on New Year's Eve and the day after. */
const boy: Who = { ...second, case: 'x1' }

interface Night {
  /** Who questions p1 before midnight. */
  readonly before: readonly string[]
  /** Whether the tape runs while one officer questions p1 after midnight. */
  readonly tapeUntil: string
  readonly released: string
  /** Whether a guardian is there when the boy is questioned after midnight. */
  readonly guardian: boolean
}

/**
 * The night on which the law of public order changed: two people brought in on New Year's Eve. Until midnight two
 * officers must question; from midnight one may, if recorded throughout. Until midnight a guardian is owed below
 * sixteen, from midnight below eighteen. The tier of twelve hours exists from midnight, but not for who came before.
 */
const night = ({ before, tapeUntil, released, guardian }: Night): Step[] => {
  const of = measureOf(first, 'summons-oral')
  const ofBoy = measureOf(boy, 'summons-oral')
  const oral = { onScene: true, notedInRecord: true, officers: ['P01', 'P02'] }
  const boyActs = [
    { ...boy, act: 'boy-before' },
    { ...boy, act: 'boy-after' },
  ] as const
  return [
    tell(`${eve} 21:40`, 'measure.started', { ...of, ...oral, grounds: ['identity-unknown'] }),
    tell(`${eve} 21:40`, 'measure.started', { ...ofBoy, ...oral }),
    arrive(`${eve} 22:00`, first, 'brought'),
    arrive(`${eve} 22:05`, boy, 'brought'),
    tell(`${eve} 22:06`, 'safety.checked', { stay: first.stay, person: first.person }),
    tell(`${eve} 22:06`, 'safety.checked', { stay: boy.stay, person: boy.person }),
    tell(`${eve} 22:06`, 'belongings.listed', { stay: first.stay, signed: true }),
    tell(`${eve} 22:06`, 'belongings.listed', { stay: boy.stay, signed: true }),
    described(`${eve} 22:10`, first, { identityKnown: false }),
    described(`${eve} 22:10`, boy, { birthDate: '2008-06-01' }),
    notice(`${eve} 22:20`, first.measure, first),
    notice(`${eve} 22:20`, boy.measure, boy, 'guardian'),
    notice(`${eve} 22:21`, boy.measure, boy),
    // p1, before midnight.
    ...recorded(room, `${eve} 22:25`, `${newYear} ${tapeUntil}`),
    ...walk(`${eve} 22:29`, room, ...before),
    bring(`${eve} 22:30`, first, room),
    ...session(
      { ...first, act: 'before' },
      {
        kind: 'questioning',
        caseType: 'public-order',
        from: `${eve} 22:35`,
        to: `${eve} 23:20`,
        signedAt: `${eve} 23:25`,
        room,
        officers: before,
      },
    ),
    tell(`${eve} 22:36`, 'rights.told', { person: first.person, act: 'before', rights: ['procedural'] }),
    // The boy, in the other room, before and after midnight.
    ...recorded(rooms.interrogation, `${eve} 23:25`, `${newYear} 01:30`),
    ...walk(`${eve} 23:29`, rooms.interrogation, 'P25', 'P26'),
    bring(`${eve} 23:30`, boy, rooms.interrogation),
    ...session(boyActs[0], {
      kind: 'questioning',
      caseType: 'public-order',
      from: `${eve} 23:32`,
      to: `${eve} 23:50`,
      signedAt: `${eve} 23:55`,
      room: rooms.interrogation,
      officers: ['P25', 'P26'],
    }),
    tell(`${eve} 23:33`, 'rights.told', { person: boy.person, act: 'boy-before', rights: ['procedural'] }),
    ...session(boyActs[1], {
      kind: 'questioning',
      caseType: 'public-order',
      from: `${newYear} 00:40`,
      to: `${newYear} 01:10`,
      signedAt: `${newYear} 01:15`,
      room: rooms.interrogation,
      officers: ['P25', 'P26'],
      attendees: guardian ? [{ as: 'guardian', sex: 'female' }] : [],
    }),
    // p1 again, after midnight, with one officer.
    ...walk(`${newYear} 00:20`, null, ...before.filter((officer) => officer !== 'P01')),
    ...session(
      { ...first, act: 'after' },
      {
        kind: 'questioning',
        caseType: 'public-order',
        from: `${newYear} 00:30`,
        to: `${newYear} 01:30`,
        signedAt: `${newYear} 01:40`,
        room,
        officers: ['P01'],
      },
    ),
    care(`${newYear} 01:45`, first, 'meal'),
    care(`${newYear} 01:45`, boy, 'meal'),
    tell(`${newYear} 02:00`, 'measure.ended', { ...ofBoy, how: 'released' }),
    tell(`${newYear} 02:00`, 'belongings.returned', { stay: boy.stay, signed: true }),
    notice(`${newYear} 02:00`, boy.measure, boy, 'collected-by-family'),
    depart(`${newYear} 02:00`, boy),
    ...walk(`${newYear} 02:01`, null, 'P25', 'P26'),
    tell(`${newYear} ${released}`, 'measure.ended', { ...of, how: 'released' }),
    tell(`${newYear} ${released}`, 'belongings.returned', { stay: first.stay, signed: true }),
    depart(`${newYear} ${released}`, first),
    ...walk(`${newYear} ${released}`, null, 'P01'),
  ]
}

export const newYearScenarios: readonly CustodyScenario[] = [
  ...pair({
    id: 'new-year-night',
    zh: '新旧法交替之夜：2025年12月31日至2026年1月1日',
    en: 'The night the law changed: 31 December 2025 to 1 January 2026',
    wrong: night({ before: ['P01'], tapeUntil: '00:50', released: '07:30', guardian: false }),
    right: night({ before: ['P01', 'P02'], tapeUntil: '01:45', released: '06:00', guardian: true }),
    until: `${newYear} 12:00`,
    expects: [
      ['questioning.one-officer', `${eve} 22:35`],
      ['questioning.minor-without-guardian', `${newYear} 00:40`],
      ['questioning.one-officer', `${newYear} 00:50`],
      ['questioning.unrecorded', `${newYear} 00:50`],
      ['questioning.time-limit', `${newYear} 06:00`],
    ],
  }),
]
