import { handedOver as rule } from '../../../server/rules/release/handed-over.ts'
import { describeLimit } from '../../support/limits.ts'

const of = { person: 'p1', facility: 'kss-1', facilityKind: 'detention-house', change: 'x1' }

describeLimit('自收到批准决定之日起十日内将社区矫正对象移送社区矫正机构（社区矫正法第二十一条）', {
  rule,
  begins: (when, heard) => [
    [when, 'sentence.change-decided', { ...of, kind: 'temporary-outside', rank: 'city-bureau', steps: [] }, heard],
  ],
  done: (when) => [when, 'sentence.handed-over', of],
  begin: '2026-03-02 09:00',
  last: '2026-03-13 00:00',
  past: '2026-03-13 00:01',
  tooEarly: '2020-06-30 09:00',
  lawBegins: '2020-07-01 00:00',
  lawPast: '2020-07-12 00:01',
})
