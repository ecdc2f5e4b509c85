import { simpleDecisionFiled as rule } from '../../../server/rules/ticket/simple-decision-filed.ts'
import { describeLimit } from '../../support/limits.ts'
import { calendar, step } from '../../support/tickets.ts'

describeLimit('应当在二日内将简易程序处罚决定书报 … 备案（第四十四条）', {
  rule,
  begins: (when, heard) => [...calendar(), step(when, 'decided', { kind: 'simple' }, heard)],
  done: (when) => step(when, 'filed'),
  begin: '2026-03-06 09:00',
  last: '2026-03-11 00:00',
  past: '2026-03-11 00:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 00:00',
  lawPast: '2020-05-09 00:01',
  unmoved: [step('2026-03-09 09:00', 'notified')],
})
