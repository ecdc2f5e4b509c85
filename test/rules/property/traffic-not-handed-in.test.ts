import { expect, it } from 'vitest'
import { trafficNotHandedIn as rule } from '../../../server/rules/property/traffic-not-handed-in.ts'
import { ofItem, seized } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { given } from '../../support/timeline.ts'

const received = ofItem('property.received', { custodian: 'k1' })

describeLimit('扣留车辆后二十四小时内（第二十八条）', {
  rule,
  begins: (when, heard) => [seized(when, { how: 'vehicle-held', type: 'administrative' }, heard)],
  done: (when) => received(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-03 09:00',
  past: '2026-03-03 09:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 09:00',
  lawPast: '2031-01-01 00:00',
})

it('what is seized in a case has its own rule', () =>
  expect(given(rule, seized('2026-03-02 09:00')).until('2026-04-01 00:00')).toEqual([]))
