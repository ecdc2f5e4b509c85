import { type EventType, plain } from '../event-type.ts'

const about = { about: 'M-2026-0113', person: 'P-3391', to: 'family' }
const application = { application: 'Q-2026-031', person: 'P-2207', unit: 'crime' }

export const noticeEvents: readonly EventType[] = [
  plain('notice.given', '已通知', 'Notice given', { ...about, means: 'telephone' }),
  plain('notice.excused', '无法通知', 'Notice could not be given', {
    ...about,
    reason: 'refuses-contact',
    noted: true,
  }),
  plain('notice.excuse-ended', '无法通知情形消失', 'The obstacle to notice is gone', about),
  plain('application.made', '提出申请', 'An application is made', {
    ...application,
    kind: 'change-of-measure',
    measure: 'M-2026-0090',
  }),
  plain('application.answered', '答复申请', 'It is answered', {
    ...application,
    result: 'refused',
    rank: 'bureau-chief',
  }),
  plain('document.served', '送达文书', 'A document is served', {
    case: 'X-2026-014',
    unit: 'wangyuan',
    document: '永公（望）行罚决字〔2026〕31号',
    kind: 'penalty-decision',
    person: 'P-3391',
    means: 'in-person',
  }),
]
