import { describe, expect, it } from 'vitest'
import { hearingNotice as rule } from '../../../server/rules/case/hearing-notice.ts'
import { calendar, inCase } from '../../support/cases.ts'
import { at, given } from '../../support/timeline.ts'

const announced = (when: string, startsAt: string) =>
  inCase('hearing.announced', { decision: 'd1', person: 'p1', startsAt: at(startsAt) })(when)

describe('在举行听证的七日前，通知当事人（第六十四条）', () => {
  it('the seventh working day is in time', () =>
    expect(given(rule, calendar, announced('2026-03-02 09:00', '2026-03-11 09:00')).until('2031-01-01 00:00')).toEqual(
      [],
    ))
  it('the seventh calendar day is not', () =>
    expect(
      given(rule, calendar, announced('2026-03-02 09:00', '2026-03-09 09:00')).until('2031-01-01 00:00'),
    ).toHaveLength(1))
  it('calendar days before 2021-07-15', () =>
    expect(given(rule, announced('2020-03-02 09:00', '2020-03-09 09:00')).until('2031-01-01 00:00')).toEqual([]))
})
