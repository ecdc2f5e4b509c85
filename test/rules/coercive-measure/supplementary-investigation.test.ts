import { describe, expect, it } from 'vitest'
import { supplementaryInvestigation as rule } from '../../../server/rules/coercive-measure/supplementary-investigation.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const returned = (when: string, heard?: string, round = 1): Moment => [
  when,
  'application.made',
  { application: 'x1', kind: 'supplementary-investigation', person: 'p1', unit: 'station-1', round },
  heard,
]

describeLimit('应当在一个月以内补充侦查完毕（刑诉法第一百七十五条）', {
  rule,
  begins: (when, heard) => [returned(when, heard)],
  done: (when) => [
    when,
    'application.answered',
    { application: 'x1', person: 'p1', unit: 'station-1', result: 'done' },
  ],
  begin: '2026-01-31 09:00',
  last: '2026-03-01 00:00',
  past: '2026-03-01 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 00:00',
  lawPast: '2013-02-02 00:01',
})
describe('完毕 after the month', () => {
  it('tells when it was due and when it was done', () =>
    expect(
      given(rule, returned('2026-03-02 10:00'), [
        '2026-04-03 09:00',
        'application.answered',
        { application: 'x1', person: 'p1', unit: 'station-1', result: 'done' },
      ]).grown('2026-04-05 00:00'),
    ).toMatchObject([{ facts: { dueAt: at('2026-04-03 00:00'), doneAt: at('2026-04-03 09:00') } }]))
})
describe('补充侦查以二次为限', () => {
  it('opens at once for the third, and not for the second', () => {
    expect(given(rule, returned('2026-01-31 09:00', undefined, 3)).until('2026-01-31 10:00')).toHaveLength(1)
    expect(given(rule, returned('2026-01-31 09:00', undefined, 2)).until('2026-01-31 10:00')).toEqual([])
  })
})
