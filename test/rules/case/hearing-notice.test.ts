import { describe, expect, it } from 'vitest'
import { hearingNotice as rule } from '../../../server/rules/case/hearing-notice.ts'
import { calendar, inCase } from '../../support/cases.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

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

describe('举行听证的七日前；送达之日不计', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  it('the seventh working day from its first moment, not the evening before', () => {
    expect(found(calendar, announced('2026-03-02 09:00', '2026-03-11 00:00'))).toEqual([])
    expect(found(calendar, announced('2026-03-02 09:00', '2026-03-10 23:59'))).toMatchObject([
      { evidence: [1], since: at('2026-03-02 09:00'), facts: { limit: 7, unit: 'working-day' } },
    ])
  })
  it('seven calendar days to the day before the law changed', () => {
    expect(found(announced('2020-03-02 09:00', '2020-03-09 00:00'))).toEqual([])
    expect(found(announced('2020-03-02 09:00', '2020-03-08 23:59'))).toMatchObject([{ facts: { unit: 'day' } }])
    const of2021: Moment = [
      '2020-01-01 00:00',
      'calendar.published',
      { year: 2021, holidays: [], workdays: [], source: 't' },
    ]
    expect(found(of2021, announced('2021-07-14 23:59', '2021-07-21 09:00'))).toEqual([])
    expect(found(of2021, announced('2021-07-15 00:00', '2021-07-22 09:00'))).toHaveLength(1)
  })
  it('without the table of holidays working days are not judged', () =>
    expect(found(announced('2026-03-02 09:00', '2026-03-03 09:00'))).toEqual([]))
})

describe('举行听证的七日前，通知当事人及有关人员听证的时间: the day announced last holds', () => {
  const found = (...moments: Moment[]) => given(rule, calendar, ...moments).until('2031-01-01 00:00')
  const inTime = announced('2026-03-02 09:00', '2026-03-11 09:00')
  it('moved forward, it needs seven days again; put off, it has them', () => {
    expect(found(inTime, announced('2026-03-04 09:00', '2026-03-10 09:00'))).toMatchObject([
      { since: at('2026-03-04 09:00'), evidence: [2] },
    ])
    const putOff = [
      announced('2026-03-02 09:00', '2026-03-04 09:00'),
      announced('2026-03-03 09:00', '2026-03-12 09:00'),
    ]
    expect(
      given(rule, calendar, ...putOff)
        .events('2031-01-01 00:00')
        .map((e) => e.is),
    ).toEqual(['opened', 'ended'])
  })
  it('told once more, it was told the first time', () =>
    expect(found(inTime, announced('2026-03-10 09:00', '2026-03-11 09:00'))).toEqual([]))
  it('each of several people is told in time', () =>
    expect(
      found(
        inTime,
        inCase('hearing.announced', { decision: 'd1', person: 'p2', startsAt: at('2026-03-11 09:00') })(
          '2026-03-09 09:00',
        ),
      ),
    ).toMatchObject([{ evidence: [2], facts: { person: 'p2' } }]))
})
