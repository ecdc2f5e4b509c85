import { transferLate as rule } from '../../../server/rules/case/transfer-late.ts'
import { inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'

describeLimit('应当在二十四小时内移送有管辖权的单位处理（第六十一条）', {
  rule,
  begins: (when, heard) => [inCase('case.jurisdiction-found', { belongsTo: 'other' })(when, {}, heard)],
  done: (when) => inCase('case.transferred', { to: 'other' })(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-03 09:00',
  past: '2026-03-03 09:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})
