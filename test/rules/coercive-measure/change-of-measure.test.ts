import { changeOfMeasureAnswer as rule } from '../../../server/rules/coercive-measure/change-of-measure.ts'
import { describeLimit } from '../../support/limits.ts'
import type { Moment } from '../../support/timeline.ts'

const made = (when: string, heard?: string, kind = 'change-of-measure'): Moment => [
  when,
  'application.made',
  { application: 'x1', kind, person: 'p1', unit: 'station-1' },
  heard,
]

describeLimit('公安机关收到申请后，应当在三日以内作出决定（刑诉法第九十七条）', {
  rule,
  begins: (when, heard) => [made(when, heard)],
  done: (when) => [
    when,
    'application.answered',
    { application: 'x1', person: 'p1', unit: 'station-1', result: 'done' },
  ],
  begin: '2026-03-06 09:00',
  last: '2026-03-10 00:00',
  past: '2026-03-10 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-01-05 00:01',
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
