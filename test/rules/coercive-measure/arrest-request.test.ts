import { describe, expect, it } from 'vitest'
import { arrestRequest as rule } from '../../../server/rules/coercive-measure/arrest-request.ts'
import { measure } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const own = measure('criminal-detention')
const request = (when: string): Moment => [
  when,
  'application.made',
  { application: 'x1', kind: 'arrest-approval', person: 'p1', unit: 'station-1' },
]

describeLimit(
  '应当在拘留后的三日以内，提请人民检察院审查批准（刑诉法第九十一条）: 1 March + 3 days ends 4 March 24:00',
  {
    rule,
    begins: (when, heard) => [own.starts(when, {}, heard)],
    done: request,
    begin: '2026-03-01 10:00',
    last: '2026-03-05 00:00',
    past: '2026-03-05 00:01',
    tooEarly: '2012-12-31 09:00',
    lawBegins: '2013-01-01 00:00',
    lawPast: '2013-01-05 00:01',
    unmoved: [
      [
        '2026-01-01 00:00',
        'calendar.published',
        { year: 2026, holidays: ['2026-03-04'], workdays: [], source: 'test' },
      ],
    ],
  },
)

describe('可以延长一日至四日 … 可以延长至三十日（第九十一条、程序规定第一百二十九条）', () => {
  const begun = own.starts('2026-03-01 10:00')
  const to = (days: number, rank: string, grounds: string[], when = '2026-03-04 12:00') =>
    own.extended(when, days, 'day', rank, { grounds })
  it('allows seven days when the county chief approves in time', () => {
    expect(given(rule, begun, to(7, 'bureau-chief', ['special'])).until('2026-03-09 00:00')).toEqual([])
    expect(given(rule, begun, to(7, 'bureau-chief', ['special'])).until('2026-03-09 00:01')).toMatchObject([
      { since: at('2026-03-09 00:00') },
    ])
  })
  it.each(['roaming', 'repeated', 'gang'])('allows thirty days for %s', (ground) => {
    expect(given(rule, begun, to(30, 'bureau-chief', [ground])).until('2026-04-01 00:00')).toEqual([])
    expect(given(rule, begun, to(30, 'bureau-chief', [ground])).until('2026-04-01 00:01')).toHaveLength(1)
  })
  it('does not count thirty days for an ordinary case, a station chief’s approval, or one given too late', () => {
    expect(given(rule, begun, to(30, 'bureau-chief', ['special'])).until('2026-03-05 00:01')).toHaveLength(1)
    expect(given(rule, begun, to(7, 'department-chief', ['special'])).until('2026-03-05 00:01')).toHaveLength(1)
    expect(
      given(rule, begun, to(7, 'bureau-chief', ['special'], '2026-03-05 08:00')).until('2026-03-06 00:00'),
    ).toHaveLength(1)
  })
  it('leaves to people what ground there was when the approval names none', () => {
    expect(given(rule, begun, to(30, 'bureau-chief', [])).until('2026-04-01 00:00')).toEqual([])
    expect(given(rule, begun, to(30, 'bureau-chief', [])).until('2026-04-01 00:01')).toHaveLength(1)
  })
  it('ends with release or bail', () =>
    expect(
      given(rule, begun, own.ends('2026-03-03 10:00', 'changed', { next: 'bail' })).until('2026-05-01 00:00'),
    ).toEqual([]))
})
