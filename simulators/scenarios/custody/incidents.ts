import { type CustodyScenario, type Local, pair, type Step } from './scenario.ts'
import { described, first, notice, rooms, tell, unit } from './scene.ts'
import { stop } from './stop.ts'

const day = '2026-02-03'
const house = { person: first.person, facility: 'detention-house', facilityKind: 'detention-house' }
const lockup = { person: first.person, facility: 'lockup', facilityKind: 'lockup' }

/** Somebody falls ill under continued questioning, in the interrogation room under guard. */
const ill = (reported: string): Step[] =>
  stop({
    day,
    waits: null,
    room: rooms.interrogation,
    plus: [
      tell(`${day} 14:00`, 'custody.incident', {
        incident: 'i1',
        person: first.person,
        stay: first.stay,
        unit,
        of: 'sudden-illness',
      }),
      notice(`${day} ${reported}`, 'i1', first, 'supervision'),
      notice(`${day} 14:20`, 'i1', first),
    ],
  })

/** 保证金 is forfeited, read out, and the person has the decision reviewed. */
const forfeited = (rank: string, read: Local, answered: Local): Step[] => [
  described('2026-03-02 09:00', first),
  tell('2026-03-02 10:00', 'bail.forfeited', {
    forfeiture: 'f1',
    measure: first.measure,
    person: first.person,
    unit,
    yuan: 50_000,
    rank,
  }),
  tell(read, 'bail.forfeiture-read', { forfeiture: 'f1', person: first.person, unit }),
  tell('2026-03-06 10:00', 'application.made', {
    application: 'q1',
    kind: 'deposit-review',
    person: first.person,
    unit,
    measure: first.measure,
  }),
  tell(answered, 'application.answered', { application: 'q1', person: first.person, unit, result: 'refused' }),
]

/** A deaf suspect whom nobody defends. */
const undefended = (told: Local): Step[] => [
  described('2026-03-02 09:00', first, { deaf: true }),
  tell('2026-03-02 10:00', 'defence.told', { person: first.person, case: first.case, unit, state: 'none' }),
  notice(told, first.case ?? '', first, 'legal-aid'),
]

/** A shot hurts somebody. */
const shot = (reported: Local, family: Local): Step[] => [
  described('2026-03-02 09:00', first),
  tell('2026-03-02 10:00', 'force.used', {
    use: 'u1',
    unit,
    officers: ['P01'],
    kind: 'firearm',
    warned: true,
    casualties: true,
  }),
  tell(reported, 'force.reported', { use: 'u1', unit, written: true }),
  notice('2026-03-02 18:00', 'u1', first, 'procuratorate'),
  notice(family, 'u1', first),
]

/** A week inside: confinement and a complaint in the detention house, leave from the lock-up. */
const inside = (rank: string, forwarded: Local, back: Local): Step[] => [
  described('2026-03-02 09:00', first),
  tell('2026-03-02 10:00', 'custody.confined', { ...house, confinement: 'k1', rank }),
  tell('2026-03-04 10:00', 'custody.confinement-ended', { ...house, confinement: 'k1' }),
  tell('2026-03-04 14:00', 'application.made', {
    application: 'q2',
    kind: 'complaint',
    person: first.person,
    unit,
    facilityKind: 'detention-house',
  }),
  tell(forwarded, 'application.answered', { application: 'q2', person: first.person, unit, result: 'forwarded' }),
  tell('2026-03-12 09:00', 'custody.taken-out', {
    ...lockup,
    outing: 'g1',
    purpose: 'leave',
    rank: 'bureau-chief',
    expectedBackAt: '2026-03-13 18:00',
  }),
  tell(back, 'custody.returned', { ...lockup, outing: 'g1' }),
]

/** What befalls people who are held, and what must follow. */
export const incidentScenarios: readonly CustodyScenario[] = [
  ...pair({
    id: 'illness-reported-late',
    zh: '被盘问人发病，一小时后才报告督察部门',
    en: 'Somebody falls ill under questioning; supervision is told an hour later',
    wrong: ill('15:00'),
    right: ill('14:20'),
    until: '2026-02-04 12:00',
    expects: [['continued-questioning.incident-unreported', `${day} 14:30`]],
  }),
  ...pair({
    id: 'bail-money-forfeited',
    zh: '五万元保证金由县局决定没收，宣读、复议都迟了',
    en: 'Fifty thousand forfeited by the county, read out and reviewed late',
    wrong: forfeited('bureau-chief', '2026-03-06 09:00', '2026-03-14 10:00'),
    right: forfeited('city-bureau', '2026-03-05 09:00', '2026-03-13 10:00'),
    until: '2026-03-16 00:00',
    expects: [
      ['coercive-measure.bail-forfeiture-approval', '2026-03-02 10:00'],
      ['coercive-measure.bail-forfeiture-read', '2026-03-06 00:00'],
      ['coercive-measure.deposit-review', '2026-03-14 00:00'],
    ],
  }),
  ...pair({
    id: 'deaf-suspect-undefended',
    zh: '聋人没有辩护人，第四日才通知法律援助机构',
    en: 'A deaf suspect has no defender; legal aid is told on the fourth day',
    wrong: undefended('2026-03-06 09:00'),
    right: undefended('2026-03-05 17:00'),
    until: '2026-03-08 00:00',
    expects: [['coercive-measure.legal-aid-notice', '2026-03-06 00:00']],
  }),
  ...pair({
    id: 'shot-reported-late',
    zh: '开枪致人受伤，报告、通知家属都迟了',
    en: 'A shot hurts somebody; the report and the word to the family come late',
    wrong: shot('2026-03-02 11:00', '2026-03-04 10:00'),
    right: shot('2026-03-02 10:20', '2026-03-03 09:00'),
    until: '2026-03-05 00:00',
    expects: [
      ['restraint.casualties-unreported', '2026-03-02 10:30'],
      ['restraint.casualties-not-told', '2026-03-03 11:00'],
    ],
  }),
  ...pair({
    id: 'week-inside',
    zh: '未经所长批准禁闭，扣留控告材料，请假逾期未归',
    en: 'Confined without the director, a complaint kept back, leave overstayed',
    wrong: inside('officer', '2026-03-11 10:00', '2026-03-13 21:00'),
    right: inside('facility-director', '2026-03-09 10:00', '2026-03-13 17:00'),
    until: '2026-03-14 12:00',
    expects: [
      ['detention.confinement-approval', '2026-03-02 10:00'],
      ['release.complaint-forwarded', '2026-03-10 00:00'],
      ['detention.leave-overstayed', '2026-03-13 18:00'],
    ],
  }),
]
