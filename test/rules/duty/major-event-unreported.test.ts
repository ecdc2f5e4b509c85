import { expect, it } from 'vitest'
import { majorEventUnreported as rule } from '../../../server/rules/duty/major-event-unreported.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const of = { event: 'e1', unit: 'station-1' }
const occurs = (when: string, heard?: string): Moment => [
  when,
  'major-event.occurred',
  { ...of, of: 'gun-case', title: '涉枪警情' },
  heard,
]
const reported = (when: string, more: object = {}): Moment => [
  when,
  'major-event.reported',
  { ...of, to: 'bureau', means: 'telephone', ...more },
]

describeLimit('发生重大事项应当在规定时限内报告', {
  rule,
  begins: (when, heard) => [occurs(when, heard)],
  done: reported,
  begin: '2026-03-06 09:00',
  last: '2026-03-06 10:00',
  past: '2026-03-06 10:01',
  tooEarly: '2021-12-27 22:00',
  lawBegins: '2021-12-28 00:00',
  lawPast: '2021-12-28 01:01',
  // The report of another event is not this one’s.
  unmoved: [reported('2026-03-06 09:10', { event: 'e2' })],
})

it('rests on the event, charged to the unit where it occurred', () =>
  expect(given(rule, occurs('2026-03-06 09:00')).until('2026-03-06 12:00')).toMatchObject([
    { evidence: [0], concerns: { unit: 'station-1' } },
  ]))
