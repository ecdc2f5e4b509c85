import { type EventType, plain } from '../event-type.ts'

const incident = '110-20260105-0042'
const order = '110-20260105-0042-1'
const ordered = { order, unit: 'patrol' }
const carrier = 'vehicle/A1'

/** 110: calls, orders, and what the dispatch desk and the officers say became of them. */
export const dispatchEvents: readonly EventType[] = [
  plain('call.received', '接警', 'A call is taken', {
    incident,
    channel: '110',
    area: 'urban',
    urgency: 'urgent',
    category: '打架斗殴',
    place: [106.2488, 38.2769],
    caller: '139****0001',
    unit: 'wangyuan',
    endedAt: '2026-01-05T10:01:10+08:00',
  }),
  plain('call.unanswered', '来电未接', 'A call that nobody took', { line: '110', unit: 'command', waitedSeconds: 42 }),
  plain('incident.reclassified', '警情信息更正', 'Area, urgency or place are put right', {
    incident,
    area: 'suburban',
    urgency: 'ordinary',
    by: '071',
  }),
  plain('dispatch.ordered', '派警指令', 'A unit is ordered out', {
    order,
    incident,
    carriers: [carrier],
    place: [106.2488, 38.2769],
    urgent: true,
    unit: 'patrol',
  }),
  plain('dispatch.acknowledged', '确认接警', 'The order is taken', { ...ordered, carrier, by: '051' }),
  plain('dispatch.departed', '出警', 'It sets out', { order, carrier }),
  plain('dispatch.refused', '拒绝出警', 'The order is declined', { ...ordered, by: '051', reason: '不在本辖区' }),
  plain('dispatch.delayed', '告知迟到原因', '110 is told that arrival will be late', {
    ...ordered,
    carrier,
    by: '051',
    reason: 'congestion',
    words: '南环路事故堵车',
  }),
  plain('dispatch.arrived', '到达现场', 'It arrives', { order, carrier }),
  plain('dispatch.fed-back', '处警反馈', 'The result is entered', {
    order,
    incident,
    unit: 'patrol',
    outcome: 'mediated',
    words: '双方和解',
  }),
  plain('dispatch.closed', '处警结束', 'The order is closed', { order, carriers: [carrier], result: '调解结案' }),
  plain('dispatch.test-approved', '模拟报警审批', 'A test call is approved', {
    incident,
    by: '002',
    as: 'team-chief',
  }),
  plain('dispatch.test-ended', '模拟报警解除', 'Everybody is told that it was a test', { incident, by: '002' }),
]
