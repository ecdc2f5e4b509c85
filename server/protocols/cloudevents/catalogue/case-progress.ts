import { type EventType, plain } from '../event-type.ts'

const of = { case: 'X-2026-014', unit: 'wangyuan' }
const appraisal = { appraisal: 'AP-2026-009', ...of }
const recusal = { request: 'Q-2026-011', ...of }

export const caseProgressEvents: readonly EventType[] = [
  plain('case.fast-track-started', '快速办理', 'The fast track is taken', {
    ...of,
    person: 'P-3391',
    stay: 'S-20260105-0007',
    arrivedAt: '2026-01-05T09:10:00+08:00',
    exclusions: [],
  }),
  plain('case.time-excluded', '不计入期限', 'Time is not counted', {
    ...of,
    reason: 'appraisal',
    from: '2026-01-08T09:00:00+08:00',
    to: '2026-01-15T16:00:00+08:00',
    basis: appraisal.appraisal,
  }),
  plain('case.stalled', '因客观原因不能按期处理', 'It cannot be decided in time', {
    ...of,
    reason: 'offender-unknown',
    victimTold: true,
  }),
  plain('appraisal.required', '应当伤情鉴定', 'Injuries must be appraised', {
    ...of,
    person: 'P-3392',
    ground: 'victim-asked',
  }),
  plain('appraisal.begun', '委托鉴定', 'An appraisal is commissioned', {
    ...appraisal,
    kind: 'injury',
    person: 'P-3392',
  }),
  plain('appraisal.ended', '收到鉴定意见', 'The opinion is received', {
    ...appraisal,
    injury: 'slight-injury',
    parties: ['P-3391', 'P-3392'],
  }),
  plain('mediation.begun', '治安调解开始', 'Mediation begins', of),
  plain('mediation.agreed', '达成调解协议', 'An agreement is made', { ...of, kept: true }),
  plain('mediation.failed', '调解不成或者不履行', 'Mediation fails', { ...of, how: 'no-agreement' }),
  plain('recusal.asked', '申请回避', 'An officer is asked to step aside', { ...recusal, officer: '023' }),
  plain('recusal.decided', '回避决定', 'It is decided', {
    ...recusal,
    granted: false,
    rank: 'deputy-bureau-chief',
    told: true,
  }),
  plain('case.record-changed', '案件信息修改', 'A record of a case is changed', {
    ...of,
    record: '受案登记表',
    field: '案发时间',
    before: '2026-01-04 21:30',
    after: '2026-01-05 08:30',
    by: '023',
    afterApproval: true,
    ground: 'none',
  }),
  plain('case.record-queried', '查询违法记录', 'A record of violations is queried', {
    query: 'LOG-88120',
    person: 'P-3391',
    unit: 'wangyuan',
    by: '023',
    sealed: true,
    action: 'viewed',
    purpose: 'case-handling',
    case: of.case,
  }),
]
