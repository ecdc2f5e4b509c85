import { type EventType, plain } from '../event-type.ts'

/** Complaints, so that the pictures of what they tell of can be found. Never who complained. */
export const complaintEvents: readonly EventType[] = [
  plain('complaint.received', '收到投诉举报', 'A complaint came in', {
    complaint: 'TS-2026-0117',
    channel: 'hotline',
    unit: 'station-chengdong',
    officers: ['P12'],
    from: '2026-03-02T09:40:00+08:00',
    to: '2026-03-02T10:05:00+08:00',
    room: 'station-chengdong-hall',
    happeningNow: true,
  }),
  plain('complaint.attended', '督察出警', 'Supervision goes there', { complaint: 'TS-2026-0117', by: ['D01', 'D02'] }),
  plain('complaint.fed-back', '反馈投诉人', 'Whoever complained is told the result', { complaint: 'TS-2026-0117' }),
  plain('complaint.handed-over', '移交投诉材料', 'The matter is in another procedure already', {
    complaint: 'TS-2026-0117',
    procedure: 'petition',
  }),
  plain('complaint.material-opened', '查看、转送举报材料', 'What was complained is opened or passed on', {
    complaint: 'TS-2026-0117',
    opening: 'A-2026-30071',
    by: 'D01',
    toUnit: 'supervision',
    action: 'forwarded',
  }),
]
