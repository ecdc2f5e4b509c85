import { objectionExamined as rule } from '../../../server/rules/ticket/objection-examined.ts'
import { describeLimit } from '../../support/limits.ts'
import { calendar } from '../../support/tickets.ts'
import type { Moment } from '../../support/timeline.ts'

const told = (when: string, kind: Moment[1], data: object, heard?: string): Moment => [when, kind, data, heard]

describeLimit('应当在五日内予以审查（处理程序规定第五条）', {
  rule,
  begins: (when, heard) => [
    ...calendar(),
    told(when, 'ticket.objection-raised', { ticket: 't1', objection: 'y1', unit: 'traffic' }, heard),
  ],
  done: (when) =>
    told(when, 'ticket.objection-decided', { ticket: 't1', objection: 'y1', upheld: false, unit: 'traffic' }),
  begin: '2026-03-06 09:00',
  last: '2026-03-14 00:00',
  past: '2026-03-14 00:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 00:00',
  lawPast: '2020-05-09 00:01',
  unmoved: [],
})
