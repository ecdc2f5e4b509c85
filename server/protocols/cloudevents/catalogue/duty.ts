import { z } from 'zod'
import { id } from '../../../domain/observation/field.ts'
import { observationSchemas } from '../../../domain/observation/index.ts'
import { composed, type EventType, observation, plain } from '../event-type.ts'
import { wireOf } from '../wire.ts'

const shift = {
  shift: 'SH-20260105-N-A1',
  carrier: 'vehicle/A1',
  unit: 'patrol',
  beat: 'beat-1',
  startsAt: '2026-01-05T20:00:00+08:00',
  endsAt: '2026-01-06T02:00:00+08:00',
  crew: ['051', '052'],
}
type Shift = z.infer<(typeof observationSchemas)['shift.scheduled']>

/** The roster: who should be where. */
export const dutyEvents: readonly EventType[] = [
  plain('shift.scheduled', '排班', 'A shift is scheduled', shift),
  plain('shift.cancelled', '取消排班', 'A shift is cancelled', {
    shift: shift.shift,
    carrier: shift.carrier,
    reason: '车辆维修',
  }),
  composed({
    name: 'roster.published',
    title: { zh: '勤务排班表', en: 'A roster of shifts' },
    schema: z.strictObject({
      unit: id,
      shifts: z
        .array(wireOf(observationSchemas['shift.scheduled'].omit({ unit: true })) as z.ZodType<Omit<Shift, 'unit'>>)
        .min(1)
        .max(200),
    }),
    yields: ['shift.scheduled'],
    example: { unit: 'patrol', shifts: [(({ unit: _, ...rest }) => rest)(shift)] },
    observe: (event, { unit, shifts }) =>
      shifts.map((one) => observation('shift.scheduled', event.time, { ...one, unit })),
  }),
  plain('task.approved', '批准离开巡区的任务', 'A task away from the beat is approved', {
    task: 'T-2026-21',
    carrier: 'vehicle/A1',
    purpose: 'escort',
    startsAt: '2026-01-05T21:00:00+08:00',
    endsAt: '2026-01-05T23:00:00+08:00',
    approvedBy: '004',
  }),
  plain('task.withdrawn', '撤销任务', 'It is withdrawn', { task: 'T-2026-21', carrier: 'vehicle/A1' }),
  plain('leave.approved', '批准休假、外出', 'Leave is approved', {
    leave: 'L-2026-05',
    officer: '052',
    kind: 'annual',
    startsAt: '2026-01-06T00:00:00+08:00',
    endsAt: '2026-01-10T00:00:00+08:00',
    by: '004',
  }),
  plain('leave.withdrawn', '销假', 'Back from leave', { leave: 'L-2026-05', officer: '052' }),
  plain('unit.registered', '登记单位', 'A unit', {
    unit: 'wangyuan',
    name: { zh: '望远派出所', en: 'Wangyuan police station' },
    kind: 'station',
    parent: 'bureau',
    place: null,
  }),
  plain('officer.registered', '登记人员', 'An officer or auxiliary', {
    officer: '023',
    name: '示例甲',
    unit: 'wangyuan',
    kind: 'officer',
    sex: 'female',
    rank: 'officer',
  }),
  plain('vehicle.registered', '登记车辆', 'A police vehicle', {
    vehicle: 'A1',
    plate: '宁A0001警',
    unit: 'patrol',
    name: { zh: '巡逻一号车', en: 'Patrol car 1' },
  }),
]
