import { depositReview as rule } from '../../../server/rules/coercive-measure/deposit-review.ts'
import { describeLimit } from '../../support/limits.ts'

const of = { application: 'x1', person: 'p1', unit: 'crime' }

describeLimit('公安机关应当在收到复议申请后七日以内作出决定（程序规定第九十九条）', {
  rule,
  begins: (when, heard) => [[when, 'application.made', { ...of, kind: 'deposit-review' }, heard]],
  done: (when) => [when, 'application.answered', { ...of, result: 'refused' }],
  begin: '2026-03-02 10:00',
  last: '2026-03-10 00:00',
  past: '2026-03-10 00:01',
  tooEarly: '2012-12-20 10:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-09 00:01',
  unmoved: [['2026-03-03 10:00', 'application.answered', { ...of, application: 'x2', result: 'refused' }]],
})
