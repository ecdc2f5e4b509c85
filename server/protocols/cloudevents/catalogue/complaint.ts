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
  }),
]
