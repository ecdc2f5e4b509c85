import { type EventType, plain } from '../event-type.ts'

const of = { petition: 'XF-2026-0052', unit: 'wangyuan' }
const request = { ...of, request: 'FC-2026-007' }

/** The petition system, matter by matter. Never who petitions. */
export const petitionEvents: readonly EventType[] = [
  plain('petition.received', '收到信访事项', 'A petition is received', {
    ...of,
    via: 'direct',
    matter: 'claim',
    ours: true,
    reachable: true,
  }),
  plain('petition.told', '告知信访人', 'Whoever petitions is told', { ...of, inWriting: true }),
  plain('petition.objected', '提出异议', 'It is not ours', of),
  plain('petition.accepted', '受理', 'It is accepted', { ...of, byOpinion: true }),
  plain('petition.prolonged', '延长办理期限', 'The time is prolonged', { ...of, days: 30, byHead: true, told: true }),
  plain('petition.closed', '办结', 'It is closed with an opinion', of),
  plain('petition.review-asked', '请求复查、复核', 'A review is asked for', { ...request, step: 'first-review' }),
  plain('petition.review-heard', '复核听证', 'The re-check holds a hearing', {
    ...request,
    from: '2026-03-09T09:00:00+08:00',
    to: '2026-03-10T17:00:00+08:00',
  }),
  plain('petition.review-decided', '复查、复核意见', 'The review is decided', request),
]
