import { assigned, type DutyScene, fed, iso, pair, tell, unit } from './scene.ts'

const meeting = tell('09:00', 'conference.scheduled', {
  conference: 'c1',
  title: '全局调度会',
  host: 'bureau',
  venues: [{ unit, terminal: 'vc1', required: ['P01'] }],
  startsAt: iso('15:00'),
  endsAt: iso('16:00'),
})
const joins = (when: string) =>
  tell(when, 'conference.joined', { conference: 'c1', unit, officer: 'P01', terminal: 'vc1' })
const leaves = (when: string) =>
  tell(when, 'conference.left', { conference: 'c1', unit, officer: 'P01', terminal: 'vc1' })
const closes = tell('16:00', 'conference.closed', { conference: 'c1' })
const looked = (result: string, more: object = {}) =>
  tell('10:00', 'video-patrol.looked', {
    look: 'k1',
    camera: 'cam1',
    post: 'duty-room',
    unit,
    by: 'supervisor',
    officers: ['P01'],
    result,
    ...more,
  })
const window = { window: 'w1', unit }
const hours = tell('2026-03-09 20:00', 'window.hours-posted', {
  ...window,
  name: { zh: '户政窗口', en: 'Household window' },
  weekly: [{ day: 2, hours: [{ from: '09:00', to: '12:00' }] }],
  holidaysClosed: false,
})
const ticket = { ticket: 'n1', unit }
const taken = tell('09:00', 'queue.ticket-taken', { ...ticket, business: '身份证' })

/** Conferences, looks by video, and service windows. */
export const lookScenes: readonly DutyScene[] = [
  ...pair({
    rule: 'duty.conference-absent',
    zh: '没有参加视频会议',
    en: 'Nobody comes to a conference',
    both: [fed('conferences'), meeting, closes],
    wrong: [],
    right: [joins('14:50')],
    since: '15:00',
  }),
  ...pair({
    rule: 'duty.conference-late',
    zh: '参加视频会议迟到',
    en: 'Late for a conference',
    both: [fed('conferences'), meeting, closes],
    wrong: [joins('15:07')],
    right: [joins('14:55')],
    since: '15:00',
  }),
  ...pair({
    rule: 'duty.conference-left-early',
    zh: '视频会议早退',
    en: 'A conference is left early',
    both: [fed('conferences'), meeting, joins('14:50'), closes],
    wrong: [leaves('15:20')],
    right: [leaves('16:00')],
    since: '15:20',
  }),
  ...pair({
    rule: 'duty.not-in-uniform',
    zh: '巡查看到未着装',
    en: 'A look sees no uniform',
    wrong: [looked('not-in-uniform')],
    right: [
      tell('08:00', 'dress.exempted', {
        officer: 'P01',
        unit,
        ground: 'pregnancy',
        startsAt: iso('00:00'),
        endsAt: iso('2026-06-01 00:00'),
      }),
      looked('not-in-uniform'),
    ],
    since: '10:00',
  }),
  ...pair({
    rule: 'duty.conduct',
    zh: '巡查看到执勤玩手机',
    en: 'A look sees somebody on the phone',
    wrong: [looked('phone')],
    right: [looked('good')],
    since: '10:00',
  }),
  ...pair({
    rule: 'duty.seen-absent',
    zh: '巡查看到岗位无人',
    en: 'A look sees an empty post',
    both: [assigned({ role: 'standby' }), looked('absent', { officers: [] })],
    wrong: [],
    right: [
      tell('09:50', 'post.absence-reported', {
        absence: 'ab1',
        officer: 'P01',
        unit,
        post: 'duty-room',
        reason: '取材料',
        substitute: 'P25',
      }),
    ],
    since: '10:00',
  }),
  ...pair({
    rule: 'window.unstaffed',
    zh: '窗口办公时间无人',
    en: 'A window stands empty in its hours',
    both: [
      hours,
      tell('08:55', 'window.staffed', { ...window, source: 'queue-system' }),
      tell('10:00', 'window.unstaffed', { ...window, source: 'queue-system' }),
    ],
    wrong: [tell('10:20', 'window.staffed', { ...window, source: 'queue-system' })],
    right: [tell('10:08', 'window.staffed', { ...window, source: 'queue-system' })],
    since: '10:00',
    until: '11:00',
  }),
  ...pair({
    rule: 'window.waits-too-long',
    zh: '取号后等候过久',
    en: 'A ticket waits too long',
    both: [taken],
    wrong: [tell('10:10', 'queue.ticket-served', { ...ticket, window: 'w1' })],
    right: [tell('09:30', 'queue.ticket-served', { ...ticket, window: 'w1' })],
    since: '09:45',
  }),
  ...pair({
    rule: 'window.turned-away',
    zh: '窗口不予办理',
    en: 'A ticket is turned away',
    both: [taken],
    wrong: [tell('09:20', 'queue.ticket-abandoned', { ...ticket, reason: 'turned-away' })],
    right: [tell('09:20', 'queue.ticket-served', { ...ticket, window: 'w1' })],
    since: '09:20',
  }),
]
