import { feedbackLate as rule } from '../../../server/rules/dispatch/feedback-late.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'

const done = told('dispatch.closed', { order: 'x1', carriers: ['vehicle/v1'], result: 'done' })
const back = told('dispatch.fed-back', { order: 'x1', incident: 'i1', unit: 's1', outcome: 'handled' })

describeLimit('并将处理情况在接报案登记中注明（第六十一条）', {
  rule,
  begins: (when, heard) => [done(when, {}, heard)],
  done: (when) => back(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-02 10:00',
  past: '2026-03-02 10:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})
