import { enteredLate as rule } from '../../../server/rules/ticket/entered-late.ts'
import { describeLimit } from '../../support/limits.ts'
import { calendar, step } from '../../support/tickets.ts'

describeLimit('收集违法行为记录资料后五日内 … 应当对记录内容进行审核（处理程序规定第十九条）', {
  rule,
  begins: (when, heard) => [...calendar(), step(when, 'captured', {}, heard)],
  done: (when) => step(when, 'reviewed'),
  begin: '2026-03-06 09:00',
  last: '2026-03-14 00:00',
  past: '2026-03-14 00:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 00:00',
  lawPast: '2020-05-09 00:01',
  unmoved: [step('2026-03-09 09:00', 'notified')],
})
