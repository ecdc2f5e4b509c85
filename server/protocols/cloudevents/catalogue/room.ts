import { type EventType, plain } from '../event-type.ts'

const recording = { recording: 'R-20260105-0007-1', room: 'wy-ask-2', act: 'A-2026-0551' }
const use = { use: 'U-2026-09', person: 'P-3391', stay: 'S-20260105-0007', unit: 'wangyuan' }

/** Rooms, recordings and restraints as a case-area platform tells them when its devices do not speak for themselves. */
export const roomEvents: readonly EventType[] = [
  plain('room.registered', '登记房间', 'A room is registered', {
    room: 'wy-ask-2',
    name: { zh: '望远所询问室二', en: 'Wangyuan station, questioning room 2' },
    unit: 'wangyuan',
    kind: 'questioning-room',
    facility: 'station',
    area: 'wy-area',
    standard: true,
  }),
  plain('room.entered', '进入房间', 'Somebody enters a room', { room: 'wy-ask-2', who: 'P-3391', as: 'held' }),
  plain('room.left', '离开房间', 'Somebody leaves a room', { room: 'wy-ask-2', who: 'P-3391', as: 'held' }),
  plain('room.counted', '房间人数', 'People counted in a room', { room: 'wy-ask-2', people: 3 }),
  plain('room.patrolled', '巡查', 'A room is looked into', { room: 'wy-wait-1', officer: '027' }),
  plain('sensor.installed', '登记感知设备', 'A sensor is installed', {
    sensor: 'site640121/wy/rec-ask-2',
    watches: ['recording'],
    room: 'wy-ask-2',
    owner: 'wangyuan',
  }),
  plain('sensor.failed', '感知设备故障', 'A sensor fails', { sensor: 'site640121/wy/rec-ask-2', fault: 'no-audio' }),
  plain('sensor.restored', '感知设备恢复', 'It works again', { sensor: 'site640121/wy/rec-ask-2' }),
  plain('reader.installed', '登记读卡器', 'A card reader is installed', {
    reader: 'site640121/wy/ap-ask-2-in',
    room: 'wy-ask-2',
    leads: 'in',
  }),
  plain('card.issued', '发放门禁卡', 'A card is issued', { card: 'card-0471', holder: '023', as: 'officer' }),
  plain('card.withdrawn', '收回门禁卡', 'A card is withdrawn', { card: 'card-0471' }),
  plain('recording.started', '同步录音录像开始', 'A recording starts', { ...recording, device: 'rec-ask-2' }),
  plain('recording.stopped', '同步录音录像停止', 'It stops', { ...recording, reason: 'ended' }),
  plain('recording.signal-lost', '录音录像信号丢失', 'It runs without picture or sound', {
    ...recording,
    lost: 'audio',
  }),
  plain('recording.signal-restored', '录音录像信号恢复', 'Picture and sound are back', recording),
  plain('recording.verified', '录音录像核验', 'A recording is checked against its seal', {
    ...recording,
    result: 'intact',
  }),
  plain('footage.deleted', '删除录音录像', 'Footage is deleted', {
    ...recording,
    recorder: 'rec-ask-2',
    owner: 'wangyuan',
    from: '2026-01-05T09:20:00+08:00',
    to: '2026-01-05T10:12:00+08:00',
    by: 'admin',
  }),
  plain('footage.probed', '录音录像保存期限检查', 'Oldest footage probed', {
    recorder: 'rec-ask-2',
    owner: 'wangyuan',
    area: 'case-area',
    inServiceSince: '2024-05-01T00:00:00+08:00',
    oldestAt: '2025-10-02T00:00:00+08:00',
  }),
  plain('restraint.applied', '使用约束性警械', 'A restraint is applied', {
    ...use,
    kind: 'handcuffs',
    officers: ['023'],
    dangers: ['escape'],
    task: 'capture',
  }),
  plain('restraint.removed', '解除约束性警械', 'It is taken off', use),
  plain('restraint.approved', '批准使用械具', 'Its use is approved', { ...use, rank: 'facility-director', by: '061' }),
  plain('restraint.danger-passed', '危险情形消除', 'The danger is over', use),
  plain('force.used', '使用武器或者驱逐性警械', 'Force is used', {
    use: 'U-2026-10',
    unit: 'wangyuan',
    officers: ['023'],
    kind: 'tear-gas',
    warned: true,
  }),
  plain('force.reported', '使用武器报告', 'It is reported', { use: 'U-2026-10', unit: 'wangyuan', written: true }),
]
