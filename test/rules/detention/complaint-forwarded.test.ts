import { describe, expect, it } from 'vitest'
import { complaintForwarded as rule } from '../../../server/rules/detention/complaint-forwarded.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const made = (when: string, heard?: string): Moment => [
  when,
  'application.made',
  { application: 'x1', kind: 'complaint', person: 'p1', unit: 'station-1' },
  heard,
]

describeLimit('拘留所应当在24小时内将有关材料转送有关机关（拘留所条例第二十九条）', {
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
  tooEarly: '2012-03-30 09:00',
  lawBegins: '2012-04-01 00:00',
  lawPast: '2012-04-02 00:01',
  unmoved: [
    [
      '2026-03-06 09:00',
      'application.answered',
      { application: 'x2', person: 'p1', unit: 'station-1', result: 'done' },
    ],
  ],
})

describe('拘留所', () => {
  it('leaves the detention house to its own rule', () =>
    expect(
      given(rule, [
        '2026-03-06 09:00',
        'application.made',
        { application: 'x1', kind: 'complaint', person: 'p1', unit: 'kss-1', facilityKind: 'detention-house' },
      ]).until('2026-03-20 00:00'),
    ).toEqual([]))
})
