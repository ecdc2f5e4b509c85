import { type CustodyScenario, pair } from './scenario.ts'
import { rooms, tell } from './scene.ts'
import { stop } from './stop.ts'

const day = '2026-02-03'
const until = '2026-02-06 12:00'
const longer = { at: '21:00', hours: 24, rank: 'duty-chief', grounds: ['suspicion-unresolved'] }
const old = { birthDate: '1954-03-01' }

/** 当场盘问、继续盘问. */
export const stopScenarios: readonly CustodyScenario[] = [
  ...pair({
    id: 'stop-over-twelve-hours',
    zh: '继续盘问超过十二小时',
    en: 'Continued questioning over twelve hours',
    wrong: stop({ day, depart: '23:00', bedding: '21:30' }),
    right: stop({ day, depart: '23:00', bedding: '21:30', extensions: [longer] }),
    until,
    expects: [['continued-questioning.time-limit', '2026-02-03 22:00']],
  }),
  ...pair({
    id: 'stop-extension-too-late',
    zh: '届满之后才批准延长',
    en: 'The extension was approved after expiry',
    wrong: stop({ day, depart: '23:30', bedding: '21:30', extensions: [{ ...longer, at: '22:30' }] }),
    right: stop({ day, depart: '23:30', bedding: '21:30', extensions: [{ ...longer, at: '21:59' }] }),
    until,
    expects: [['continued-questioning.time-limit', '2026-02-03 22:00']],
  }),
  ...pair({
    id: 'stop-extension-by-station-chief',
    zh: '派出所负责人批准延长',
    en: 'The extension was approved by the station chief',
    wrong: stop({ day, depart: '23:00', bedding: '21:30', extensions: [{ ...longer, rank: 'station-chief' }] }),
    right: stop({ day, depart: '23:00', bedding: '21:30', extensions: [longer] }),
    until,
    expects: [
      ['continued-questioning.extension-approver', '2026-02-03 21:00'],
      ['continued-questioning.time-limit', '2026-02-03 22:00'],
    ],
  }),
  ...pair({
    id: 'stop-twelve-to-forty-eight',
    zh: '从十二小时直接延长至四十八小时',
    en: 'From twelve hours to forty-eight in one step',
    wrong: stop({
      day,
      depart: '2026-02-04 08:00',
      bedding: '21:30',
      extensions: [{ at: '21:00', hours: 48, rank: 'deputy-bureau-chief', grounds: ['identity-refused'] }],
    }),
    right: stop({
      day,
      depart: '2026-02-04 12:00',
      bedding: '21:30',
      extensions: [
        longer,
        { at: '2026-02-04 09:00', hours: 48, rank: 'deputy-bureau-chief', grounds: ['identity-refused'] },
      ],
    }),
    until,
    expects: [
      ['continued-questioning.extension-skips-step', '2026-02-03 21:00'],
      ['continued-questioning.time-limit', '2026-02-03 22:00'],
    ],
  }),
  ...pair({
    id: 'stop-unapproved',
    zh: '未经审批继续盘问',
    en: 'Continued questioning without approval',
    wrong: stop({ day, approvedBy: null, waits: null }),
    right: stop({ day, waits: null }),
    until,
    expects: [['continued-questioning.no-approval', '2026-02-03 10:20']],
  }),
  ...pair({
    id: 'stop-decided-by-department',
    zh: '继续盘问由县局部门负责人决定',
    en: 'Decided by a department of the county bureau',
    wrong: stop({ day, approvedBy: 'department-chief' }),
    right: stop({ day }),
    until,
    expects: [['continued-questioning.decided-by-station', '2026-02-03 10:10']],
  }),
  ...pair({
    id: 'stop-taken-at-home',
    zh: '对住所内带走的人适用继续盘问',
    en: 'Used on somebody taken at home',
    wrong: stop({ day, exclusions: ['taken-at-home-or-work'] }),
    right: stop({ day }),
    until,
    expects: [['continued-questioning.excluded', '2026-02-03 10:12']],
  }),
  ...pair({
    id: 'stop-old-person-six-hours',
    zh: '七十周岁以上的人被盘问六小时并送入候问室',
    en: 'A person over seventy held six hours, in a waiting room',
    wrong: stop({ day, person: old, depart: '16:00' }),
    right: stop({ day, person: old, depart: '13:50', waits: null }),
    until,
    expects: [
      ['continued-questioning.vulnerable-in-waiting-room', '2026-02-03 11:40'],
      ['continued-questioning.vulnerable-four-hours', '2026-02-03 14:00'],
    ],
  }),
  ...pair({
    id: 'stop-one-officer',
    zh: '继续盘问只有一名民警，2026年的例外不适用',
    en: 'One officer at continued questioning: the exception of 2026 does not cover it',
    wrong: stop({ day, officers: ['P25'] }),
    right: stop({ day }),
    until,
    expects: [['continued-questioning.two-officers', '2026-02-03 10:20']],
  }),
  ...pair({
    id: 'stop-auxiliary',
    zh: '辅警从事继续盘问',
    en: 'An auxiliary at continued questioning',
    wrong: stop({ day, officers: ['P25', 'P26', 'P51'] }),
    right: stop({ day }),
    until,
    expects: [['continued-questioning.non-police', '2026-02-03 10:20']],
  }),
  ...pair({
    id: 'stop-family-not-told',
    zh: '批准继续盘问后未通知家属或者单位',
    en: 'Neither family nor employer told',
    wrong: stop({ day, notifiedAt: null }),
    right: stop({ day }),
    until,
    expects: [['continued-questioning.notify-family', '2026-02-03 12:10']],
  }),
  ...pair({
    id: 'stop-belongings-unlisted',
    zh: '送入候问室未登记随身物品',
    en: 'Put in a waiting room without a list of belongings',
    wrong: stop({ day, belongings: false }),
    right: stop({ day }),
    until,
    expects: [['continued-questioning.belongings', '2026-02-03 11:40']],
  }),
  ...pair({
    id: 'stop-cleared-not-released',
    zh: '嫌疑已经排除，两小时后才放人',
    en: 'Cleared, and let go two hours later',
    wrong: stop({ day, plus: [mustEnd('16:00')] }),
    right: stop({ day, plus: [mustEnd('17:45')] }),
    until,
    expects: [['continued-questioning.not-released', '2026-02-03 16:30']],
  }),
  {
    id: 'stop-extension-told-late',
    title: {
      zh: '届满前已批准延长，但两小时后才录入：问题线索先出现后消除',
      en: 'The extension was approved in time and told two hours late: the finding comes, and ends',
    },
    steps: [
      ...stop({ day, depart: '2026-02-04 02:00', bedding: '21:30' }),
      tell(
        '2026-02-03 21:00',
        'measure.extended',
        {
          measure: 'm1',
          kind: 'continued-questioning',
          person: 'p1',
          stay: 's1',
          case: null,
          unit: 'station-chengdong',
          total: { amount: 24, unit: 'hour' },
          grounds: ['suspicion-unresolved'],
          rank: 'duty-chief',
        },
        '2026-02-03 23:00',
      ),
    ],
    until,
    expects: [{ rule: 'continued-questioning.time-limit', since: '2026-02-03 22:00' }],
  },
]

function mustEnd(time: string) {
  return tell(`${day} ${time}`, 'measure.must-end', {
    measure: 'm1',
    kind: 'continued-questioning',
    person: 'p1',
    stay: 's1',
    case: null,
    unit: 'station-chengdong',
    reason: 'cleared',
  })
}

/** The room that men wait in; scenes that mix people use it by name. */
export const menWait = rooms.waitingMen
