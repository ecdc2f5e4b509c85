import {
  assigned,
  bothThere,
  type DutyScene,
  fed,
  iso,
  next,
  pair,
  room,
  signsIn,
  signsOut,
  tell,
  unit,
} from './scene.ts'

const reported = (when: string, substitute: string | null) =>
  tell(when, 'post.absence-reported', {
    absence: 'ab1',
    officer: 'P01',
    unit,
    post: 'duty-room',
    reason: '送医',
    to: 'P02',
    substitute,
  })
const passes = (when: string, type: 'room.entered' | 'room.left', who = 'P01') =>
  tell(when, type, { room: 'duty-room', who, as: 'officer' })
const door = tell('2026-03-09 20:01', 'sensor.installed', {
  sensor: 'door-duty-room',
  watches: ['badges'],
  room: 'duty-room',
  owner: 'support',
})
const handsOver = (when: string, more: object = {}) =>
  tell(when, 'duty.handed-over', {
    handover: 'h1',
    unit,
    post: 'duty-room',
    from: ['P01'],
    to: ['P25'],
    openItems: 2,
    personsHeld: null,
    signedBy: ['P01', 'P25'],
    ...more,
  })
const waitingRoom = tell('2026-03-09 20:00', 'room.registered', {
  room: 'waiting',
  name: { zh: '候问室', en: 'Waiting room' },
  unit,
  kind: 'waiting-room',
  facility: 'station',
})
const waitingDoor = tell('2026-03-09 20:01', 'sensor.installed', {
  sensor: 'door-waiting',
  watches: ['entry'],
  room: 'waiting',
  owner: 'support',
})
const held = tell('18:00', 'room.entered', { room: 'waiting', who: 'p1', as: 'held' })
const log = (when: string, entries: number) =>
  tell(when, 'duty-log.written', { log: 'g1', unit, by: 'P01', from: iso('08:00'), to: iso('20:00'), entries })
const blows = (when: string, mgPer100ml: number) =>
  tell(when, 'alcohol.tested', {
    test: 'al1',
    officer: 'P01',
    unit,
    mgPer100ml,
    result: 'valid',
    context: 'sign-in',
  })
/** A driver stopped at a check, as the traffic desk of the watch enters the tester's result. */
const entersTest = (when: string) =>
  tell(when, 'driver-alcohol.recorded', {
    test: 'br1',
    specimen: 'breath',
    person: 'driver-1',
    mgPer100ml: 96,
    measuredAt: iso('18:10'),
    unit,
    by: 'P01',
    account: 'P01',
  })
const leads = (officer: string, office: string) =>
  tell('2026-03-09 20:00', 'leader.appointed', {
    appointment: `a-${office}`,
    officer,
    unit,
    office,
    startsAt: iso('2025-01-01 00:00'),
  })
const leave = (officer: string, from: string, to: string) =>
  tell('2026-03-09 21:00', 'leave.approved', {
    leave: `l-${officer}`,
    officer,
    kind: 'annual',
    startsAt: iso(from),
    endsAt: iso(to),
    outOfArea: true,
  })
const days = (state: (n: number) => string) =>
  Array.from({ length: 16 }, (_, n) => {
    const date = `2026-02-${String(n + 10).padStart(2, '0')}`
    return tell(`${date} 18:00`, 'attendance.recorded', { officer: 'P01', unit, day: date, state: state(n) })
  })

/** Posts, handovers, logs, drink, leave and attendance. */
export const postScenes: readonly DutyScene[] = [
  ...pair({
    rule: 'duty.leader-absent',
    zh: '带班领导没有到岗',
    en: 'The leader of a watch does not come',
    both: [fed('duty'), assigned({ role: 'leader', officer: 'P02', post: null })],
    wrong: [],
    right: [signsIn('07:55', 'P02')],
    since: '08:00',
  }),
  ...pair({
    rule: 'duty.no-leader-assigned',
    zh: '值班表没有带班领导',
    en: 'A roster without a leader',
    both: [assigned()],
    wrong: [],
    right: [assigned({ duty: 'd9', role: 'leader', officer: 'P02', post: null }, '06:30')],
    since: '08:00',
  }),
  ...pair({
    rule: 'duty.not-signed-in',
    zh: '值班民警没有到岗',
    en: 'An officer on duty does not come',
    both: [fed('duty'), assigned({ post: null })],
    wrong: [],
    right: [signsIn('08:10')],
    since: '08:00',
  }),
  ...pair({
    rule: 'duty.off-post',
    zh: '离岗没有报告',
    en: 'A post is left without a report',
    both: [fed('duty'), assigned(), signsIn('07:55'), signsOut('10:00'), signsIn('11:00')],
    wrong: [],
    right: [reported('09:58', 'P25')],
    since: '10:00',
  }),
  ...pair({
    rule: 'duty.room-empty',
    zh: '值班室空岗',
    en: 'The duty room stands empty',
    both: [room(), door, assigned({ role: 'standby' }), passes('07:55', 'room.entered'), passes('10:00', 'room.left')],
    wrong: [passes('10:30', 'room.entered')],
    right: [passes('10:03', 'room.entered', 'P25')],
    since: '10:00',
    until: '19:00',
  }),
  ...pair({
    rule: 'duty.handover',
    zh: '交接班没有签字',
    en: 'A watch is not handed over',
    both: [assigned(), next, ...bothThere],
    wrong: [handsOver('20:05', { signedBy: ['P01'] })],
    right: [handsOver('20:05')],
    since: '21:00',
  }),
  ...pair({
    rule: 'duty.handover-held',
    zh: '候问室有人，没有交接',
    en: 'Somebody is held and nobody hands over',
    both: [assigned(), next, waitingRoom, held],
    wrong: [handsOver('20:50')],
    right: [handsOver('20:20')],
    since: '20:30',
  }),
  ...pair({
    rule: 'duty.handover-count',
    zh: '交接人数不符',
    en: 'The number handed over does not fit',
    both: [assigned(), next, waitingRoom, waitingDoor, held],
    wrong: [handsOver('20:05', { personsHeld: 0 })],
    right: [handsOver('20:05', { personsHeld: 1 })],
    since: '20:05',
  }),
  ...pair({
    rule: 'duty.log-not-written',
    zh: '值班日志空白',
    en: 'An empty duty log',
    both: [assigned({ post: null })],
    wrong: [log('20:30', 0)],
    right: [log('20:30', 5)],
    since: '22:00',
  }),
  ...pair({
    rule: 'duty.alcohol',
    zh: '值班检出酒精',
    en: 'Alcohol on duty',
    both: [assigned({ role: 'standby' }, '2026-03-09 12:00')],
    wrong: [blows('08:05', 38)],
    right: [blows('08:05', 0)],
    since: '08:05',
  }),
  ...pair({
    rule: 'ticket.alcohol-entered-late',
    zh: '驾驶人酒精检测结果迟迟没有登记',
    en: 'A driver’s alcohol test is entered long after it was made',
    wrong: [entersTest('20:11')],
    right: [entersTest('20:10')],
    since: '20:10',
  }),
  ...pair({
    rule: 'duty.leaders-away',
    zh: '主要领导与主持日常工作的副职同时外出',
    en: 'Chief and deputy away together',
    both: [leads('P02', 'chief'), leads('P26', 'daily'), leave('P02', '08:00', '2026-03-15 08:00')],
    wrong: [leave('P26', '09:00', '2026-03-12 08:00')],
    right: [leave('P26', '2026-03-15 08:00', '2026-03-18 08:00')],
    since: '09:00',
  }),
  ...pair({
    rule: 'duty.absent-days',
    zh: '连续旷工超过十五天',
    en: 'Absent for more than fifteen days in a row',
    wrong: days(() => 'absent'),
    right: days((n) => (n === 7 ? 'present' : 'absent')),
    since: '2026-02-25 00:00',
  }),
  ...pair({
    rule: 'duty.major-event-unreported',
    zh: '重大事项没有报告',
    en: 'A major event is not reported',
    both: [tell('09:00', 'major-event.occurred', { event: 'e1', unit, of: 'gun-case', title: '涉枪警情' })],
    wrong: [],
    right: [tell('09:40', 'major-event.reported', { event: 'e1', unit, to: 'bureau', means: 'telephone' })],
    since: '10:00',
  }),
]
