import { type CustodyScenario, type Local, pair, type Step } from './scenario.ts'
import { arrive, depart, described, first, tell, unit } from './scene.ts'
import { summons } from './summons.ts'

const day = '2026-01-05'
const lockup = { person: first.person, facility: 'lockup', facilityKind: 'lockup' }
const house = { person: first.person, facility: 'detention-house', facilityKind: 'detention-house' }

/** A day with arms: who blows before taking one, who opens the armoury, when it comes back. */
const arms = (mgPer100ml: number, keys: readonly string[], back: string): Step[] => [
  tell(`${day} 10:00`, 'alcohol.tested', {
    test: 'al1',
    officer: 'P01',
    unit,
    mgPer100ml,
    result: 'valid',
    context: 'with-weapon',
  }),
  tell(`${day} 10:40`, 'armoury.opened', { opening: 'op1', armoury: 'arms-chengdong', unit, officers: keys }),
  tell(`${day} 10:50`, 'weapon.issued', {
    issue: 'w1',
    weapon: 'QSZ92-0417',
    unit,
    officer: 'P01',
    dutyEndsAt: `${day} 16:00`,
  }),
  tell(`${day} ${back}`, 'weapon.returned', { issue: 'w1', weapon: 'QSZ92-0417', unit, officer: 'P01' }),
]

/** A suspect is taken along to where it happened, and brought back for lunch. */
const outing = (approved: boolean): Step[] =>
  summons({
    day,
    plus: [
      ...(approved
        ? [
            tell(`${day} 10:50`, 'exit.approved', {
              stay: first.stay,
              person: first.person,
              unit,
              purpose: 'identify-scene',
              rank: 'department-chief',
            }),
          ]
        : []),
      depart(`${day} 11:40`, first, 'taken-out'),
      arrive(`${day} 11:50`, first, 'returned'),
    ],
  })

/** Weeks in a lock-up and a detention house. */
const fortnight = (watch: readonly string[], escort: readonly string[], back: Local, released: Local): Step[] => [
  described('2026-03-02 08:00', first),
  tell('2026-03-02 09:00', 'facility.staffed', {
    facility: 'detention-house',
    facilityKind: 'detention-house',
    zone: 'watch1',
    police: watch,
    leader: 'P03',
  }),
  tell('2026-03-02 09:30', 'custody.taken-out', {
    ...lockup,
    outing: 'o1',
    purpose: 'identification',
    officers: escort,
    rank: 'bureau-chief',
  }),
  tell(back, 'custody.returned', { ...lockup, outing: 'o1' }),
  tell('2026-03-02 10:00', 'custody.confined', { ...house, confinement: 'k1', rank: 'facility-director' }),
  tell(released, 'custody.confinement-ended', { ...house, confinement: 'k1' }),
]

/** Duties that ship switched off, where two persons switched them on. */
export const chosenScenarios: readonly CustodyScenario[] = [
  ...pair({
    id: 'arms-and-alcohol',
    zh: '酒后领枪，一人开枪柜，逾期未还',
    en: 'A weapon taken after drinking, from an armoury one officer opened, and handed back late',
    switchedOn: ['duty.alcohol', 'restraint.armoury-by-two', 'restraint.weapon-not-returned'],
    wrong: arms(35, ['P01', 'P51'], '18:00'),
    right: arms(0, ['P01', 'P02'], '16:30'),
    until: `${day} 23:00`,
    expects: [
      ['duty.alcohol', `${day} 10:00`],
      ['restraint.armoury-by-two', `${day} 10:40`],
      ['restraint.weapon-not-returned', `${day} 17:00`],
    ],
  }),
  ...pair({
    id: 'taken-out-of-the-case-area',
    zh: '未经批准将嫌疑人带出办案区',
    en: 'A suspect is taken out of the case area without approval',
    switchedOn: ['case-area.taken-out-unapproved'],
    wrong: outing(false),
    right: outing(true),
    until: `${day} 23:00`,
    expects: [['case-area.taken-out-unapproved', `${day} 11:40`]],
  }),
  ...pair({
    id: 'fortnight-inside',
    zh: '看守所值班区一人值班，拘留所一人提解、当日未送回，禁闭超过十五日',
    en: 'One on watch in a zone, one escort out of the lock-up, not back the same day, fifteen days of confinement exceeded',
    switchedOn: [
      'detention.house-staff',
      'detention.taken-out-by-two',
      'detention.back-the-same-day',
      'detention.confinement-length',
    ],
    wrong: fortnight(['P01'], ['P02'], '2026-03-03 09:00', '2026-04-01 10:00'),
    right: fortnight(['P01', 'P04'], ['P02', 'P05'], '2026-03-02 18:00', '2026-03-14 10:00'),
    until: '2026-04-15 10:00',
    expects: [
      ['detention.house-staff', '2026-03-02 09:00'],
      ['detention.taken-out-by-two', '2026-03-02 09:30'],
      ['detention.back-the-same-day', '2026-03-03 00:00'],
      ['detention.confinement-length', '2026-03-18 00:00'],
    ],
  }),
]
