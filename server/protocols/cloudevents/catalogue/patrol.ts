import { type EventType, plain } from '../event-type.ts'

const camera = { device: 'gb28181:34020000001320000123', officer: '051', unit: 'patrol' }
const footage = { from: '2026-01-05T20:41:00+08:00', to: '2026-01-05T21:02:00+08:00' }
const recording = 'R-51-20260105-204100'
const site = { site: 'RS-20260105-G109-1', unit: 'traffic' }
const pursuit = { pursuit: 'PU-2026-002', unit: 'traffic', carrier: 'vehicle/T2' }

/** Body cameras, drivers, lights and siren, the roadside, pursuits, looks by video. */
export const patrolEvents: readonly EventType[] = [
  plain('body-camera.issued', '领用执法记录仪', 'A body camera is issued', { ...camera, duty: 'SH-20260105-N-A1' }),
  plain('body-camera.returned', '归还执法记录仪', 'It is returned', camera),
  plain('body-camera.started', '开始摄录', 'It starts recording', {
    ...camera,
    recording,
    order: '110-20260105-0042-1',
  }),
  plain('body-camera.stopped', '停止摄录', 'It stops', { ...camera, recording, reason: 'ended' }),
  plain('body-camera.interruption-explained', '摄录中断说明', 'An interruption is explained', {
    ...camera,
    order: '110-20260105-0042-1',
    ...footage,
    reason: '设备电量耗尽',
  }),
  plain('body-camera.exempted', '不宜摄录经批准', 'Not recording is approved', {
    officer: '051',
    unit: 'patrol',
    startsAt: footage.from,
    endsAt: footage.to,
    ground: 'secret',
    approvedBy: '004',
  }),
  plain('body-camera.docked', '接入采集站', 'It is docked', { ...camera, dock: 'dock-patrol-1' }),
  plain('body-camera.uploaded', '视音频资料移交', 'Footage is handed in', {
    ...camera,
    recording,
    ...footage,
    category: 'ordinary',
    archive: 'archive-1',
  }),
  plain('body-camera.footage-handled', '视音频资料删改、复制', 'Footage is deleted, changed or copied', {
    recording,
    unit: 'patrol',
    did: 'deleted',
    by: 'admin',
    ...footage,
    category: 'ordinary',
  }),
  plain('vehicle.driven-by', '驾驶警车', 'Somebody drives a police vehicle', {
    vehicle: 'A1',
    officer: '051',
    source: 'card',
  }),
  plain('vehicle.driver-left', '驾驶人离车', 'The driver leaves it', { vehicle: 'A1', officer: '051' }),
  plain('vehicle.lights-changed', '警灯警报状态', 'Lights or siren go on or off', {
    vehicle: 'A1',
    lights: true,
    siren: false,
    device: 'ctl-A1',
  }),
  plain('vehicle.trip-approved', '派车单', 'A trip is approved', {
    trip: 'TR-2026-31',
    vehicle: 'A1',
    unit: 'patrol',
    driver: '051',
    purpose: '送检材料',
    startsAt: '2026-01-05T09:00:00+08:00',
    endsAt: '2026-01-05T12:00:00+08:00',
    approvedBy: '004',
  }),
  plain('vehicle.lent', '转借警车', 'A police vehicle is lent', { vehicle: 'A1', unit: 'patrol', to: '某公司' }),
  plain('driver.registered', '驾驶人档案', 'A driver is registered', {
    officer: '051',
    licensedOn: '2019-05-06',
    permitted: true,
  }),
  plain('roadside.set-up', '设点执勤', 'A checkpoint is set up', {
    ...site,
    place: [106.2488, 38.2769],
    road: 'highway',
    officers: ['071', '072'],
    poorConditions: false,
    signsAtM: 220,
    carAtM: 80,
  }),
  plain('roadside.taken-down', '撤点', 'It is taken down', site),
  plain('pursuit.started', '驾车追缉', 'A pursuit begins', {
    ...pursuit,
    officers: ['071'],
    traffic: true,
    ground: 'grave-threat',
  }),
  plain('pursuit.ended', '追缉结束', 'It ends', { ...pursuit, outcome: 'given-up' }),
  plain('video-patrol.looked', '视频巡查', 'A look by video', {
    look: 'VL-2026-0031',
    camera: 'cam-wy-hall',
    post: 'wy-win-1',
    unit: 'wangyuan',
    by: 'supervisor',
    result: 'good',
  }),
  plain('video-patrol.corrected', '视频巡查更正', 'A look is put right', {
    look: 'VL-2026-0031',
    unit: 'wangyuan',
    by: 'supervisor',
    note: '当场纠正',
  }),
  plain('dress.exempted', '不着装情形', 'Somebody need not or must not wear uniform', {
    officer: '031',
    unit: 'wangyuan',
    ground: 'pregnancy',
    startsAt: '2026-01-01T00:00:00+08:00',
    endsAt: '2026-06-01T00:00:00+08:00',
    approvedBy: '011',
  }),
]
