import { leaveDecision as rule } from '../../../server/rules/detention/leave-decision.ts'
import { describeLimit } from '../../support/limits.ts'
import type { Moment } from '../../support/timeline.ts'

const made = (when: string, heard?: string): Moment => [
  when,
  'application.made',
  { application: 'x1', kind: 'detention-leave', person: 'p1', unit: 'station-1' },
  heard,
]

describeLimit('应当在 … 提出申请的12小时内作出是否准予请假出所的决定（拘留所条例第二十七条）', {
  rule,
  begins: (when, heard) => [made(when, heard)],
  done: (when) => [
    when,
    'application.answered',
    { application: 'x1', person: 'p1', unit: 'station-1', result: 'done' },
  ],
  begin: '2026-03-06 20:00',
  last: '2026-03-07 08:00',
  past: '2026-03-07 08:01',
  tooEarly: '2012-03-31 09:00',
  lawBegins: '2012-04-01 00:00',
  lawPast: '2012-04-01 12:01',
  unmoved: [
    [
      '2026-03-06 20:00',
      'application.answered',
      { application: 'x2', person: 'p1', unit: 'station-1', result: 'done' },
    ],
  ],
})
