import { measureAppeal as rule } from '../../../server/rules/supervision/measure-appeal.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'

const of = { officerMeasure: 'z1', officer: 'o1', unit: 'station-1', appeal: 's1' }
const suspension = { ...of, kind: 'duty-suspension' }
const confinement = { ...of, kind: 'confinement' }

describeLimit('对不服停止执行职务的申诉，自收到申诉之日起5日内作出决定（第十四条）', {
  rule,
  begins: (when, heard) => [told('officer-measure.appealed', { ...suspension, to: 'city' })(when, {}, heard)],
  done: (when) => told('officer-measure.appeal-decided', { ...suspension, revoked: false })(when),
  // The fifth day is a Saturday; it does not move on.
  begin: '2026-03-02 09:00',
  last: '2026-03-08 00:00',
  past: '2026-03-08 00:01',
  tooEarly: '2011-09-30 09:00',
  lawBegins: '2011-10-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describeLimit('对不服禁闭的申诉，在收到申诉之时起24小时内作出决定（第十四条）', {
  rule,
  begins: (when, heard) => [told('officer-measure.appealed', { ...confinement, to: 'city' })(when, {}, heard)],
  done: (when) => told('officer-measure.appeal-decided', { ...confinement, revoked: true })(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-03 09:00',
  past: '2026-03-03 09:01',
  tooEarly: '2011-09-30 09:00',
  lawBegins: '2011-10-01 09:00',
  lawPast: '2031-01-01 00:00',
})
