import { z } from 'zod'
import { id } from '../../../domain/observation/field.ts'
import { observationSchemas } from '../../../domain/observation/index.ts'
import { composed, type EventType, observation, plain } from '../event-type.ts'
import { wireOf } from '../wire.ts'

const duty = { duty: 'D-20260105-N-1', unit: 'wangyuan' }
const span = { startsAt: '2026-01-05T20:00:00+08:00', endsAt: '2026-01-06T08:00:00+08:00' }
const assigned = { ...duty, role: 'officer', officer: '023', post: 'wy-duty', ...span, backup: '027' }
const sign = { ...duty, officer: '023', post: 'wy-duty', by: 'face', device: 'kiosk-wy' }
const absence = { absence: 'AB-0007', officer: '023', unit: 'wangyuan', post: 'wy-duty' }
const conference = { conference: 'VC-2026-011' }
const window = { window: 'wy-win-1', unit: 'wangyuan' }
const ticket = { ticket: 'Q-20260105-017', unit: 'wangyuan' }
type Assigned = z.infer<(typeof observationSchemas)['duty.assigned']>

/** Duty at posts, conferences, service windows: from the duty system, the conference system and the queue system. */
export const postDutyEvents: readonly EventType[] = [
  plain('duty.assigned', '值班安排', 'A duty is assigned', assigned),
  composed({
    name: 'duty-roster.published',
    title: { zh: '值班表', en: 'A roster of duties' },
    schema: z.strictObject({
      unit: id,
      duties: z
        .array(wireOf(observationSchemas['duty.assigned'].omit({ unit: true })) as z.ZodType<Omit<Assigned, 'unit'>>)
        .min(1)
        .max(200),
    }),
    yields: ['duty.assigned'],
    example: { unit: 'wangyuan', duties: [(({ unit: _, ...rest }) => rest)(assigned)] },
    observe: (event, { unit, duties }) =>
      duties.map((one) => observation('duty.assigned', event.time, { ...one, unit })),
  }),
  plain('duty.cancelled', '取消值班安排', 'A duty is cancelled', { ...duty, reason: '调整' }),
  plain('duty.swapped', '换班', 'A duty is swapped', { ...duty, from: '023', to: '027', approvedBy: '011' }),
  plain('duty.signed-in', '到岗签到', 'Somebody signs in', sign),
  plain('duty.signed-out', '离岗签退', 'Somebody signs out', sign),
  plain('duty.handed-over', '交接班', 'A watch is handed over', {
    handover: 'HO-20260106-1',
    unit: 'wangyuan',
    post: 'wy-duty',
    from: ['023'],
    to: ['027'],
    openItems: 2,
    personsHeld: 1,
    propertyChecked: true,
    weaponsChecked: true,
    signedBy: ['023', '027'],
  }),
  plain('duty-log.written', '值班日志', 'The duty log is written', {
    log: 'LOG-20260105-wy',
    unit: 'wangyuan',
    by: '023',
    from: span.startsAt,
    to: span.endsAt,
    entries: 7,
  }),
  plain('post.absence-reported', '离岗报告', 'Leaving a post is reported', {
    ...absence,
    reason: '送医',
    to: '011',
    substitute: '027',
    until: '2026-01-05T23:30:00+08:00',
  }),
  plain('post.absence-ended', '返岗', 'Back at the post', absence),
  plain('post.observed', '岗位在岗情况', 'A post is seen manned or empty', {
    post: 'wy-duty',
    unit: 'wangyuan',
    present: false,
    source: 'camera',
    device: 'cam-wy-duty',
  }),
  plain('alcohol.tested', '酒精检测', 'An officer is tested for alcohol', {
    test: 'AL-20260105-03',
    officer: '023',
    unit: 'wangyuan',
    mgPer100ml: 0,
    result: 'valid',
    device: 'breath-wy',
    context: 'sign-in',
  }),
  plain('attendance.recorded', '考勤', 'A day of attendance', {
    officer: '023',
    unit: 'wangyuan',
    day: '2026-01-05',
    state: 'present',
  }),
  plain('leader.appointed', '任职', 'Somebody leads a unit', {
    appointment: 'AP-2025-3',
    officer: '011',
    unit: 'wangyuan',
    office: 'chief',
    startsAt: '2025-03-01T00:00:00+08:00',
  }),
  plain('major-event.occurred', '重大事项发生', 'A major event comes to be known', {
    event: 'ME-2026-1',
    unit: 'wangyuan',
    of: 'gun-case',
    title: '涉枪警情',
  }),
  plain('major-event.reported', '重大事项报告', 'It is reported', {
    event: 'ME-2026-1',
    unit: 'wangyuan',
    to: 'bureau',
    means: 'telephone',
  }),
  plain('conference.scheduled', '视频会议通知', 'A video conference is called', {
    ...conference,
    title: '全局视频调度会',
    host: 'bureau',
    venues: [{ unit: 'wangyuan', terminal: 'vc-wy', required: ['011', '023'] }],
    startsAt: '2026-01-05T15:00:00+08:00',
    endsAt: '2026-01-05T16:00:00+08:00',
  }),
  plain('conference.cancelled', '取消会议', 'It is called off', { ...conference, reason: '改期' }),
  plain('conference.excused', '会议请假', 'Somebody is excused', {
    ...conference,
    officer: '011',
    unit: 'wangyuan',
    reason: '处置警情',
    substitute: '012',
    approvedBy: '001',
  }),
  plain('conference.joined', '入会', 'Somebody joins', {
    ...conference,
    unit: 'wangyuan',
    officer: '023',
    terminal: 'vc-wy',
  }),
  plain('conference.left', '离会', 'Somebody leaves', {
    ...conference,
    unit: 'wangyuan',
    officer: '023',
    terminal: 'vc-wy',
  }),
  plain('conference.closed', '会议结束', 'It ends', conference),
  plain('window.hours-posted', '公示办公时间', 'Opening hours are posted', {
    ...window,
    name: { zh: '户政窗口', en: 'Household registration window' },
    weekly: [1, 2, 3, 4, 5].map((day) => ({
      day,
      hours: [
        { from: '08:30', to: '12:00' },
        { from: '14:30', to: '18:00' },
      ],
    })),
    exceptions: [{ day: '2026-01-20', hours: [], reason: '系统升级' }],
  }),
  plain('window.staffed', '窗口有人', 'A window is manned', { ...window, officer: '031', source: 'queue-system' }),
  plain('window.unstaffed', '窗口无人', 'Nobody is at a window', { ...window, source: 'people-count' }),
  plain('queue.ticket-taken', '取号', 'A ticket is taken', { ...ticket, business: '居民身份证' }),
  plain('queue.ticket-served', '叫号办理', 'It is served', { ...ticket, window: window.window, officer: '031' }),
  plain('queue.ticket-abandoned', '弃号', 'It is given up', { ...ticket, reason: 'left' }),
]
