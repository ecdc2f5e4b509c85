import { type DutyScene, fed, iso, pair, tell } from './scene.ts'

const car = tell('2026-03-09 20:00', 'vehicle.registered', {
  vehicle: 'T1',
  plate: '云Y0001警',
  unit: 'traffic',
  name: { zh: '交警一号车', en: 'Traffic car 1' },
})
const person = (kind: string) =>
  tell('2026-03-09 20:00', 'officer.registered', {
    officer: 'T01',
    name: '示例',
    unit: 'traffic',
    kind,
    sex: null,
    rank: null,
  })
const shiftOf = (...crew: readonly string[]) =>
  tell('06:00', 'shift.scheduled', {
    shift: 's1',
    carrier: 'vehicle/T1',
    unit: 'traffic',
    beat: 'beat-1',
    startsAt: iso('08:00'),
    endsAt: iso('20:00'),
    crew,
  })
const shift = shiftOf('T01')
const order = { order: 'o1', carriers: ['vehicle/T1'] }
const ordered = tell('09:00', 'dispatch.ordered', { ...order, incident: 'i1', place: null, urgent: true })
const arrived = tell('09:10', 'dispatch.arrived', { order: 'o1', carrier: 'vehicle/T1' })
const closed = (when: string) => tell(when, 'dispatch.closed', { ...order, result: '处置完毕' })
const camera = { device: 'cam1', officer: 'T01', unit: 'traffic' }
const film = { ...camera, recording: 'f1' }
const starts = (when: string, recording = 'f1') => tell(when, 'body-camera.started', { ...camera, recording })
const stops = (when: string, recording = 'f1') => tell(when, 'body-camera.stopped', { ...camera, recording })
const platform = fed('body-cameras')
const footage = {
  recording: 'f1',
  unit: 'traffic',
  by: 'admin',
  from: iso('2026-03-01 09:00'),
  to: iso('2026-03-01 10:00'),
}
const handled = (did: string, more: object = {}) =>
  tell('11:00', 'body-camera.footage-handled', { ...footage, did, ...more })
const drives = tell('10:00', 'vehicle.driven-by', { vehicle: 'T1', officer: 'T01', source: 'card' })
const site = (more: object) =>
  tell('10:00', 'roadside.set-up', {
    site: 'r1',
    unit: 'traffic',
    road: 'highway',
    officers: ['T01', 'T02'],
    poorConditions: false,
    signsAtM: 220,
    carAtM: 80,
    ...more,
  })
const pursuit = (ground: string) =>
  tell('10:00', 'pursuit.started', {
    pursuit: 'p1',
    unit: 'traffic',
    carrier: 'vehicle/T1',
    officers: ['T01'],
    traffic: true,
    ground,
  })
const siren = (when: string, on: boolean) =>
  tell(when, 'vehicle.lights-changed', { vehicle: 'T1', lights: on, siren: on, device: 'ctl' })

/** Body cameras, drivers, sirens, the roadside and pursuits. */
export const vehicleScenes: readonly DutyScene[] = [
  ...pair({
    rule: 'body-camera.not-carried',
    zh: '没有领用执法记录仪',
    en: 'No body camera on patrol',
    both: [platform, shift],
    wrong: [],
    right: [tell('07:50', 'body-camera.issued', camera)],
    since: '08:00',
  }),
  ...pair({
    rule: 'body-camera.not-recording',
    zh: '到场没有摄录',
    en: 'Nobody records on the scene',
    both: [platform, car, shift, ordered, arrived, closed('09:40'), tell('07:50', 'body-camera.issued', camera)],
    wrong: [],
    right: [
      starts('09:08'),
      stops('09:41'),
      tell('20:30', 'body-camera.uploaded', { ...film, from: iso('09:08'), to: iso('09:41'), archive: 'a' }),
    ],
    since: '09:10',
  }),
  ...pair({
    rule: 'body-camera.interrupted',
    zh: '摄录中断',
    en: 'The recording breaks off',
    both: [
      platform,
      car,
      shiftOf('T01', 'T02'),
      ordered,
      arrived,
      closed('09:40'),
      tell('07:50', 'body-camera.issued', camera),
      starts('09:08'),
      stops('09:20'),
      starts('09:30', 'f2'),
      stops('09:41', 'f2'),
    ],
    wrong: [],
    // 同车另一人的记录仪接着录。
    right: [
      tell('09:19', 'body-camera.started', { ...camera, device: 'cam2', officer: 'T02', recording: 'g1' }),
      tell('09:41', 'body-camera.stopped', { ...camera, device: 'cam2', officer: 'T02', recording: 'g1' }),
    ],
    since: '09:20',
  }),
  ...pair({
    rule: 'body-camera.not-uploaded',
    zh: '视音频资料没有当日移交',
    en: 'Footage is not handed in the same day',
    both: [platform, shift, tell('07:50', 'body-camera.issued', camera), starts('09:08'), stops('09:41')],
    wrong: [],
    right: [tell('20:30', 'body-camera.uploaded', { ...film, from: iso('09:08'), to: iso('09:41'), archive: 'a' })],
    since: '2026-03-11 00:00',
    until: '2026-03-11 02:00',
  }),
  ...pair({
    rule: 'body-camera.deleted-early',
    zh: '资料未满六个月即清除',
    en: 'Footage is removed too early',
    wrong: [handled('expired')],
    right: [handled('expired', { from: iso('2025-08-01 09:00'), to: iso('2025-08-01 10:00'), category: 'ordinary' })],
    since: '11:00',
  }),
  ...pair({
    rule: 'body-camera.altered',
    zh: '资料被私自剪辑',
    en: 'Footage is edited without permission',
    wrong: [handled('edited')],
    right: [handled('edited', { approvedBy: 'P49' })],
    since: '11:00',
  }),
  ...pair({
    rule: 'body-camera.copied',
    zh: '资料被私自复制',
    en: 'Footage is copied without permission',
    wrong: [handled('copied')],
    right: [handled('copied', { approvedBy: 'P49' })],
    since: '11:00',
  }),
  ...pair({
    rule: 'vehicle.siren-misused',
    zh: '无任务鸣警报',
    en: 'A siren without a task',
    both: [car, siren('09:05', true), siren('09:15', false)],
    wrong: [],
    right: [ordered, closed('09:30')],
    since: '09:05',
  }),
  ...pair({
    rule: 'vehicle.driver-in-practice',
    zh: '实习期驾驶警车',
    en: 'Driving in the first year of a licence',
    both: [car, person('officer'), drives],
    wrong: [tell('07:00', 'driver.registered', { officer: 'T01', licensedOn: '2025-06-01' })],
    right: [tell('07:00', 'driver.registered', { officer: 'T01', licensedOn: '2024-06-01' })],
    since: '10:00',
  }),
  ...pair({
    rule: 'vehicle.driver-not-entitled',
    zh: '外单位人员驾驶警车',
    en: 'Somebody who may not drive',
    both: [car, drives],
    wrong: [],
    // 自2025年12月29日起辅警可以驾驶。
    right: [person('auxiliary'), tell('07:00', 'driver.registered', { officer: 'T01', licensedOn: '2015-06-01' })],
    since: '10:00',
  }),
  ...pair({
    rule: 'vehicle.lent',
    zh: '警车转借',
    en: 'A police car is lent',
    both: [car],
    wrong: [tell('10:00', 'vehicle.lent', { vehicle: 'T1', unit: 'traffic', to: '某公司' })],
    right: [
      tell('10:00', 'vehicle.trip-approved', {
        trip: 't1',
        vehicle: 'T1',
        unit: 'traffic',
        purpose: '送检材料',
        startsAt: iso('10:00'),
        endsAt: iso('12:00'),
        approvedBy: 'P49',
      }),
    ],
    since: '10:00',
  }),
  ...pair({
    rule: 'vehicle.roadside-staffing',
    zh: '公路执勤人数不足',
    en: 'Too few at the roadside',
    wrong: [site({ officers: ['T01'] })],
    right: [site({ officers: ['T01'], helpers: ['H1', 'H2'] })],
    since: '10:00',
  }),
  ...pair({
    rule: 'vehicle.roadside-signs',
    zh: '警示标志过近',
    en: 'Warning signs too near',
    wrong: [site({ signsAtM: 120 })],
    right: [site({})],
    since: '10:00',
  }),
  ...pair({
    rule: 'vehicle.pursuit',
    zh: '违规追缉',
    en: 'A pursuit without a ground',
    wrong: [pursuit('none')],
    right: [pursuit('grave-threat')],
    since: '10:00',
  }),
]
