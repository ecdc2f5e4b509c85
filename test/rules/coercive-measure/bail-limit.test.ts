import { bailLimit as rule } from '../../../server/rules/coercive-measure/bail-limit.ts'
import { measure } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'

const own = measure('bail', { stay: null })
const cases = [
  ['2026-03-05 15:00', '2027-03-06 00:00', '2027-03-06 00:01'],
  ['2028-02-29 09:00', '2029-03-01 00:00', '2029-03-01 00:01'],
] as const

for (const [begin, last, past] of cases)
  describeLimit(`取保候审最长不得超过十二个月（刑诉法第七十九条） — from ${begin}`, {
    rule,
    begins: (when, heard) => [own.starts(when, {}, heard)],
    done: (when) => own.ends(when, 'lifted'),
    begin,
    last,
    past,
    tooEarly: '2012-12-31 09:00',
    lawBegins: '2013-01-01 00:00',
    lawPast: '2014-01-02 00:01',
    unmoved: [own.extended('2026-04-01 00:00', 24, 'month', 'bureau-chief')],
  })
