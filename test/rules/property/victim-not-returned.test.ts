import { victimNotReturned as rule } from '../../../server/rules/property/victim-not-returned.ts'
import { ofItem } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'

const clear = ofItem('property.owner-clear')
const released = ofItem('property.released', { to: 'victim', collector: 'rightful', receipt: true })

describeLimit('及时发还被侵害人（第一百九十二条）', {
  rule,
  begins: (when, heard) => [clear(when, {}, heard)],
  done: (when) => released(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-13 00:00',
  past: '2026-03-13 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})
