import { suspendDecision as rule } from '../../../server/rules/detention/suspend-decision.ts'
import { describeLimit } from '../../support/limits.ts'
import type { Moment } from '../../support/timeline.ts'

const made = (when: string, heard?: string): Moment => [
  when,
  'application.made',
  { application: 'x1', kind: 'suspend-detention', person: 'p1', unit: 'station-1' },
  heard,
]

describeLimit('应当在收到 … 暂缓执行行政拘留申请之时起二十四小时内作出决定（程序规定第二百二十三条）', {
  rule,
  begins: (when, heard) => [made(when, heard)],
  done: (when) => [
    when,
    'application.answered',
    { application: 'x1', person: 'p1', unit: 'station-1', result: 'done' },
  ],
  begin: '2026-03-06 09:00',
  last: '2026-03-07 09:00',
  past: '2026-03-07 09:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-02 00:01',
  unmoved: [
    [
      '2026-03-06 09:00',
      'application.answered',
      { application: 'x2', person: 'p1', unit: 'station-1', result: 'done' },
    ],
  ],
})
