import { freezeUnrelated as rule } from '../../../server/rules/property/freeze-unrelated.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'

const found = told('property.freeze-unrelated', { account: 'a1', unit: 'station-1' })
const done = told('property.unfrozen', { account: 'a1', unit: 'station-1' })

describeLimit('在三日以内通知解除冻结（第二百四十七条）', {
  rule,
  begins: (when, heard) => [found(when, {}, heard)],
  done: (when) => done(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-06 00:00',
  past: '2026-03-06 00:01',
  tooEarly: '2018-10-25 09:00',
  lawBegins: '2018-10-26 09:00',
  lawPast: '2031-01-01 00:00',
})
