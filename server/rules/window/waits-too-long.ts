import { first } from '../patterns/case-file.ts'
import { deedWithin } from '../patterns/deed-within.ts'
import { internalAffairs, unread } from '../patterns/elsewhere.ts'

/** 排队等候 (legal table N, window-service: long wait). No number in the law. */
export const waitsTooLong = deedWithin({
  id: 'window.waits-too-long',
  title: { zh: '群众取号后等候过久', en: 'Somebody waited too long after taking a ticket' },
  grade: 'C',
  citations: [internalAffairs('第一百三十二条', '窗口接待热情、办事及时，不得推诿拖延。')],
  params: [{ from: '2021-12-28', value: { amount: 45, unit: 'minute' } }],
  localSettings: [{ param: 'amount', title: { zh: '等候时间', en: 'Time somebody may wait' }, unit: 'minute' }],
  shipsOff: unread,
  limits: {
    zh: '以排队系统的取号、叫号为准；预约的号、过号重取看不出。分钟数为本局设定；只说明窗口组织，不涉及个人。',
    en: 'Goes by the queue system’s tickets; an appointment or a missed call looks the same. The minutes are the bureau’s. It tells of how the hall is run, of no person.',
  },
  consumes: ['queue.ticket-taken', 'queue.ticket-served', 'queue.ticket-abandoned'],
  subject: ({ data }) => data.ticket,
  begins(file) {
    const taken = first(file, 'queue.ticket-taken')
    return (
      taken && {
        at: taken.at,
        seen: [taken],
        unit: taken.data.unit,
        facts: { ticket: taken.data.ticket, business: taken.data.business },
      }
    )
  },
  done: (file) => first(file, 'queue.ticket-served', 'queue.ticket-abandoned'),
})
