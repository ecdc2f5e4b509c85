import { hearingLate as rule } from '../../../server/rules/case/hearing-late.ts'
import { inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at } from '../../support/timeline.ts'

const requested = inCase('hearing.requested', { decision: 'd1', person: 'p1' })

describeLimit('应当在收到听证申请之日起十日内举行（第一百三十七条）', {
  rule,
  begins: (when, heard) => [requested(when, {}, heard)],
  done: (when) => inCase('hearing.held', { decision: 'd1', startedAt: at(when) })(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-13 00:00',
  past: '2026-03-13 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})
