import { bloodSent as rule } from '../../../server/rules/ticket/blood-sent.ts'
import { describeLimit } from '../../support/limits.ts'
import { calendar } from '../../support/tickets.ts'
import type { Moment } from '../../support/timeline.ts'

const told = (when: string, kind: Moment[1], data: object, heard?: string): Moment => [when, kind, data, heard]

describeLimit('应当在提取血样后五日内将血样送交（第三十六条）', {
  rule,
  begins: (when, heard) => [
    ...calendar(),
    told(
      when,
      'blood.drawn',
      { sample: 'b1', unit: 'traffic', person: 'p1', officers: ['J07', 'J09'], by: 'hospital' },
      heard,
    ),
  ],
  done: (when) => told(when, 'blood.sent', { sample: 'b1', unit: 'traffic' }),
  begin: '2026-03-06 09:00',
  last: '2026-03-14 00:00',
  past: '2026-03-14 00:01',
  tooEarly: '2020-04-30 09:00',
  lawBegins: '2020-05-01 00:00',
  lawPast: '2020-05-09 00:01',
  unmoved: [],
})
