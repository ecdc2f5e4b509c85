import { describe, expect, it } from 'vitest'
import { petitionObjectionLate as rule } from '../../../server/rules/petition/objection-late.ts'
import { calendar, told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const received = told('petition.received', {
  petition: 'x1',
  unit: 'station-1',
  via: 'passed-on',
  matter: 'claim',
  ours: false,
})
const year = (one: number): Moment => [
  '2020-01-01 00:00',
  'calendar.published',
  { year: one, holidays: [], workdays: [], source: 'test' },
]

describeLimit('自收到之日起5个工作日内提出异议（第二十三条）', {
  rule,
  begins: (when, heard) => [year(2022), calendar, received(when, {}, heard)],
  done: (when) => told('petition.objected', { petition: 'x1', unit: 'station-1' })(when),
  // Over a week-end: the fifth working day after a Thursday is the Thursday after.
  begin: '2026-03-05 09:00',
  last: '2026-03-13 00:00',
  past: '2026-03-13 00:01',
  tooEarly: '2022-04-29 09:00',
  lawBegins: '2022-05-03 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('what there is nothing to object to', () => {
  it.each<[string, object]>([
    ['brought in person', { via: 'direct' }],
    ['ours', { ours: true }],
    ['not yet known whose', { ours: null }],
  ])('%s', (_, more) =>
    expect(given(rule, calendar, received('2026-03-05 09:00', more)).until('2031-01-01 00:00')).toEqual([]),
  )
  it('in a year without a calendar nobody can say', () =>
    expect(given(rule, received('2026-03-05 09:00')).verdict('2026-12-01 00:00', 'x1')).toMatchObject({
      is: 'unknown',
      missing: 'calendar.published',
    }))
  it('counts from the day it came in, also when it becomes known later that it is not ours', () => {
    const later = [received('2026-03-05 09:00', { ours: null }), received('2026-03-10 09:00')]
    expect(given(rule, calendar, ...later).until('2026-12-01 00:00')).toMatchObject([{ since: at('2026-03-13 00:00') }])
  })
})
