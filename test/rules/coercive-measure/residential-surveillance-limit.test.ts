import { residentialSurveillanceLimit as rule } from '../../../server/rules/coercive-measure/residential-surveillance-limit.ts'
import { measure } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'

const own = measure('residential-surveillance', { stay: null })
const cases = [
  ['2026-03-05 15:00', '2026-09-06 00:00', '2026-09-06 00:01'],
  ['2026-08-31 09:00', '2027-03-01 00:00', '2027-03-01 00:01'],
] as const

for (const [begin, last, past] of cases)
  describeLimit(`监视居住最长不得超过六个月（刑诉法第七十九条） — from ${begin}`, {
    rule,
    begins: (when, heard) => [own.starts(when, {}, heard)],
    done: (when) => own.ends(when, 'lifted'),
    begin,
    last,
    past,
    tooEarly: '2012-12-31 09:00',
    lawBegins: '2013-01-01 00:00',
    lawPast: '2013-07-02 00:01',
    unmoved: [own.extended('2026-04-01 00:00', 24, 'month', 'bureau-chief')],
  })
