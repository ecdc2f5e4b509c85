import { noticeFiled as rule } from '../../../server/rules/ticket/notice-filed.ts'
import { describeLimit } from '../../support/limits.ts'
import { fields, step } from '../../support/tickets.ts'
import type { Moment } from '../../support/timeline.ts'

const told = (when: string, kind: Moment[1], data: object, heard?: string): Moment => [when, kind, data, heard]

describeLimit('应当在二十四小时内将违法行为处理通知书报 … 备案（第四十六条）', {
  rule,
  begins: (when, heard) => [
    told(when, 'ticket.changed', { ticket: 't1', op: 'issued', fields: { ...fields, kind: 'notice' } }, heard),
  ],
  done: (when) => step(when, 'filed'),
  begin: '2026-03-07 09:00',
  last: '2026-03-08 09:00',
  past: '2026-03-08 09:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 00:00',
  lawPast: '2020-05-02 00:01',
  unmoved: [],
})
