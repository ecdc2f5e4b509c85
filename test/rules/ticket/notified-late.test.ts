import { notifiedLate as rule } from '../../../server/rules/ticket/notified-late.ts'
import { describeLimit } from '../../support/limits.ts'
import { calendar, step } from '../../support/tickets.ts'

describeLimit('录入后五日内 … 通知（处理程序规定第二十条）', {
  rule,
  begins: (when, heard) => [...calendar(), step(when, 'entered', { kind: 'camera' }, heard)],
  done: (when) => step(when, 'notified'),
  begin: '2026-03-06 09:00',
  last: '2026-03-14 00:00',
  past: '2026-03-14 00:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 00:00',
  lawPast: '2020-05-09 00:01',
  unmoved: [],
})
