import { legalAidForwarded as rule } from '../../../server/rules/coercive-measure/legal-aid.ts'
import { describeLimit } from '../../support/limits.ts'
import type { Moment } from '../../support/timeline.ts'

const made = (when: string, heard?: string, kind = 'legal-aid'): Moment => [
  when,
  'application.made',
  { application: 'x1', kind, person: 'p1', unit: 'station-1' },
  heard,
]

describeLimit('应当在二十四小时以内将其申请转交所在地的法律援助机构（程序规定第四十七条）', {
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
  tooEarly: '2020-08-31 09:00',
  lawBegins: '2020-09-01 00:00',
  lawPast: '2020-09-02 00:01',
  // Another application, answered, is not this one; a holiday does not prolong the time.
  unmoved: [
    [
      '2026-03-06 09:00',
      'application.answered',
      { application: 'x2', person: 'p1', unit: 'station-1', result: 'done' },
    ],
    [
      '2026-01-01 00:00',
      'calendar.published',
      { year: 2026, holidays: ['2026-03-09', '2026-03-10', '2026-03-12', '2026-03-13'], workdays: [], source: 'test' },
    ],
  ],
})
