import { filingOrder as rule } from '../../../server/rules/case/filing-order.ts'
import { inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'

const asked = inCase('case.request-made', { request: 'q1', kind: 'file-as-ordered' })
const answered = inCase('case.request-answered', { request: 'q1', result: 'done' })

describeLimit('十五日以内立案（第一百八十二条）', {
  rule,
  begins: (when, heard) => [asked(when, {}, heard)],
  done: (when) => answered(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-18 00:00',
  past: '2026-03-18 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})
