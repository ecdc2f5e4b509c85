import { describe, expect, it } from 'vitest'
import { procuratorateDecision as rule } from '../../../server/rules/coercive-measure/procuratorate-decision.ts'
import { measure } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const made = (when: string, heard?: string, kind = 'arrest-approval'): Moment => [
  when,
  'application.made',
  { application: 'x1', kind, person: 'p1', unit: 'station-1' },
  heard,
]

describeLimit('人民检察院应当自接到公安机关提请批准逮捕书后的七日以内，作出 … 决定（刑诉法第九十一条）', {
  rule,
  begins: (when, heard) => [made(when, heard)],
  done: (when) => [
    when,
    'application.answered',
    { application: 'x1', person: 'p1', unit: 'station-1', result: 'done' },
  ],
  begin: '2026-03-02 09:00',
  last: '2026-03-10 00:00',
  past: '2026-03-10 00:01',
  tooEarly: '2018-10-25 09:00',
  lawBegins: '2018-10-26 00:00',
  lawPast: '2018-11-03 00:01',
  // Another application, answered, is not this one; a holiday does not prolong the time.
  unmoved: [
    [
      '2026-03-02 09:00',
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

describe('已经被拘留的 … 七日；未被拘留的 … 十五日（检察规则第二百八十二条）', () => {
  const bail = measure('bail', { measure: 'm8', stay: null }).starts('2026-02-01 09:00')
  it('does not judge a request for someone on bail', () =>
    expect(given(rule, bail, made('2026-03-02 09:00')).until('2026-03-20 00:00')).toEqual([]))
  it('judges it for someone detained, whatever went before', () =>
    expect(
      given(
        rule,
        bail,
        measure('criminal-detention', { measure: 'm9', stay: null }).starts('2026-03-01 09:00'),
        made('2026-03-02 09:00'),
      ).until('2026-03-20 00:00'),
    ).toMatchObject([{ since: at('2026-03-10 00:00') }]))
})
