import { first } from '../patterns/case-file.ts'
import { internalAffairs, unread } from '../patterns/elsewhere.ts'
import { noParams } from '../patterns/look.ts'
import { wrongWhen } from '../patterns/wrong-when.ts'

/** 窗口拒绝办理 (legal table N, window-service: refusal). */
export const turnedAway = wrongWhen({
  id: 'window.turned-away',
  title: { zh: '窗口对取号的群众不予办理', en: 'Somebody with a ticket was turned away at a window' },
  grade: 'C',
  citations: [internalAffairs('第一百三十二条', '窗口接待热情、办事及时，不得推诿拖延。')],
  paramSchema: noParams,
  params: [{ from: '2021-12-28', value: {} }],
  shipsOff: unread,
  limits: {
    zh: '只有排队系统记为不予办理的；不属本窗口、材料不齐一次告知的，也可能这样记，须核查。',
    en: 'Only what the queue system records so; a wrong window, or papers missing that were named once and for all, may be recorded the same and must be asked about.',
  },
  consumes: ['queue.ticket-taken', 'queue.ticket-abandoned'],
  keeps: ['queue.ticket-taken', 'queue.ticket-abandoned'],
  subject: ({ data }) => data.ticket,
  judge(file) {
    const given = first(file, 'queue.ticket-abandoned')
    if (given?.data.reason !== 'turned-away') return undefined
    const taken = first(file, 'queue.ticket-taken')
    return {
      since: given.at,
      seen: [given, ...(taken ? [taken] : [])],
      unit: given.data.unit,
      facts: { ticket: given.data.ticket, business: taken?.data.business ?? null },
    }
  },
})
