import { bailForfeitureRead as rule } from '../../../server/rules/coercive-measure/bail-forfeiture-read.ts'
import { describeLimit } from '../../support/limits.ts'

const of = { forfeiture: 'f1', person: 'p1', unit: 'crime' }

describeLimit('没收保证金的决定，公安机关应当在三日以内向被取保候审人宣读（程序规定第九十八条）', {
  rule,
  begins: (when, heard) => [
    [when, 'bail.forfeited', { ...of, measure: 'm1', yuan: 2_000, rank: 'bureau-chief' }, heard],
  ],
  done: (when) => [when, 'bail.forfeiture-read', of],
  begin: '2026-03-02 10:00',
  last: '2026-03-06 00:00',
  past: '2026-03-06 00:01',
  tooEarly: '2012-12-20 10:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-05 00:01',
  unmoved: [['2026-03-03 10:00', 'bail.forfeiture-read', { ...of, forfeiture: 'f2' }]],
})
