import { cancelledLate as rule } from '../../../server/rules/ticket/cancelled-late.ts'
import { describeLimit } from '../../support/limits.ts'
import { calendar, changes, step } from '../../support/tickets.ts'

describeLimit('应当自核实之日起三日内予以消除（处理程序规定第二十二条）', {
  rule,
  begins: (when, heard) => [...calendar(), step(when, 'verified', {}, heard)],
  done: (when) => changes(when, { status: 'cancelled' }),
  begin: '2026-03-06 09:00',
  last: '2026-03-12 00:00',
  past: '2026-03-12 00:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 00:00',
  lawPast: '2020-05-09 00:01',
  unmoved: [step('2026-03-09 09:00', 'notified')],
})
