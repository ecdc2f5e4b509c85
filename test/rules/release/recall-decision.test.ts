import { recallDecision as rule } from '../../../server/rules/release/recall-decision.ts'
import { describeLimit } from '../../support/limits.ts'
import type { Moment } from '../../support/timeline.ts'

const made = (when: string, heard?: string): Moment => [
  when,
  'application.made',
  { application: 'x1', kind: 'recall', person: 'p1', unit: 'station-1' },
  heard,
]

describeLimit('社区矫正决定机关应当在收到建议书后三十日内作出决定（社区矫正法第四十九条）', {
  rule,
  begins: (when, heard) => [made(when, heard)],
  done: (when) => [
    when,
    'application.answered',
    { application: 'x1', person: 'p1', unit: 'station-1', result: 'done' },
  ],
  begin: '2026-03-02 09:00',
  last: '2026-04-02 00:00',
  past: '2026-04-02 00:01',
  tooEarly: '2020-06-30 09:00',
  lawBegins: '2020-07-01 00:00',
  lawPast: '2020-08-01 00:01',
  unmoved: [
    [
      '2026-03-02 09:00',
      'application.answered',
      { application: 'x2', person: 'p1', unit: 'station-1', result: 'done' },
    ],
  ],
})
