import { describe, expect, it } from 'vitest'
import { hearingDenied as rule } from '../../../server/rules/case/hearing-denied.ts'
import { calendar, decided, inCase } from '../../support/cases.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const toldOf = inCase('hearing.told', { decision: 'd1', person: 'p1' })
const requested = inCase('hearing.requested', { decision: 'd1', person: 'p1' })
const refused = inCase('hearing.refused', { decision: 'd1', person: 'p1', why: 'too-late' })

describe('应当在行政机关告知后五日内提出，五日是指工作日（第六十四条、第八十五条）', () => {
  it('a request on the fifth working day is in time, whatever the ministry rule still says', () =>
    expect(
      given(
        rule,
        calendar,
        toldOf('2026-03-02 09:00'),
        requested('2026-03-09 20:00'),
        refused('2026-03-10 09:00'),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'refused-in-time' } }]))
  it('one on the sixth is not', () =>
    expect(
      given(
        rule,
        calendar,
        toldOf('2026-03-02 09:00'),
        requested('2026-03-10 09:00'),
        refused('2026-03-10 10:00'),
        decided('2026-03-12 09:00'),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('a decision before the time is over cuts it short', () =>
    expect(
      given(rule, calendar, toldOf('2026-03-02 09:00'), decided('2026-03-06 09:00', { fineYuan: 5000 })).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ facts: { why: 'decided-before-the-time-was-over' } }]))
  it('unless the person gave it up', () =>
    expect(
      given(
        rule,
        calendar,
        toldOf('2026-03-02 09:00'),
        inCase('hearing.waived', { decision: 'd1', person: 'p1' })('2026-03-03 09:00'),
        decided('2026-03-06 09:00'),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
  it('a request without a hearing', () =>
    expect(
      given(
        rule,
        calendar,
        toldOf('2026-03-02 09:00'),
        requested('2026-03-04 09:00'),
        decided('2026-03-20 09:00'),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'decided-without-hearing' } }]))
  it('without the holidays of the year nothing is judged', () =>
    expect(given(rule, toldOf('2026-03-02 09:00'), decided('2026-03-06 09:00')).until('2031-01-01 00:00')).toEqual([]))
  it('three days under the rule of before', () =>
    expect(given(rule, toldOf('2020-03-02 09:00'), decided('2020-03-06 09:00')).until('2031-01-01 00:00')).toEqual([]))
})

describe('当事人要求听证的，行政机关应当组织听证（行政处罚法第六十三条）', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  const waived = inCase('hearing.waived', { decision: 'd1', person: 'p1' })
  const held = inCase('hearing.held', { decision: 'd1', startedAt: at('2026-03-05 09:00') })
  const told = toldOf('2026-03-02 09:00')
  it('the fifth working day lasts until midnight', () => {
    const refusal = refused('2026-03-10 10:00')
    expect(found(calendar, told, requested('2026-03-10 00:00'), refusal)).toMatchObject([
      { since: at('2026-03-10 10:00'), evidence: [1, 2, 3], facts: { limit: 5, unit: 'working-day' } },
    ])
    expect(found(calendar, told, requested('2026-03-10 00:01'), refusal)).toEqual([])
  })
  it('a decision after the last moment, or exactly at it, cuts nothing short only when it is later', () => {
    expect(found(calendar, told, decided('2026-03-10 00:00'))).toMatchObject([{ evidence: [1, 2] }])
    expect(found(calendar, told, decided('2026-03-10 00:01'))).toEqual([])
  })
  it('three calendar days under the old rule, five working days from 2021-07-15', () => {
    const early = (day: string) => given(rule, toldOf('2020-03-02 09:00'), decided(day)).until('2031-01-01 00:00')
    expect(early('2020-03-05 23:59')).toMatchObject([{ facts: { limit: 3, unit: 'day' } }])
    expect(early('2020-03-06 00:01')).toEqual([])
    expect(found(toldOf('2021-07-14 23:59'), decided('2021-07-16 09:00'))).toMatchObject([{ facts: { unit: 'day' } }])
    const of2021: Moment = [
      '2020-01-01 00:00',
      'calendar.published',
      { year: 2021, holidays: [], workdays: [], source: 't' },
    ]
    expect(found(of2021, toldOf('2021-07-15 00:00'), decided('2021-07-19 09:00'))).toMatchObject([
      { facts: { unit: 'working-day' } },
    ])
  })
  it('a refusal needs a request to be a refusal', () =>
    expect(found(calendar, told, refused('2026-03-04 09:00'))).toEqual([]))
  it('the last word counts: given up and asked for again is asked for', () => {
    const late = decided('2026-03-20 09:00')
    expect(found(calendar, told, requested('2026-03-03 09:00'), waived('2026-03-04 09:00'), late)).toEqual([])
    expect(found(calendar, told, waived('2026-03-03 09:00'), requested('2026-03-04 09:00'), late)).toMatchObject([
      { evidence: [1, 3, 4], facts: { why: 'decided-without-hearing' } },
    ])
    const same = '2026-03-04 09:00'
    expect(found(calendar, told, requested(same), waived(same), late)).toEqual([])
    expect(found(calendar, told, waived('2026-03-06 09:00'), decided('2026-03-06 09:00'))).toEqual([])
    expect(found(calendar, told, decided('2026-03-06 09:00'), waived('2026-03-06 09:01'))).toHaveLength(1)
  })
  it('held in time, at the latest when it was decided', () => {
    const request = requested('2026-03-03 09:00')
    expect(found(calendar, told, request, held('2026-03-20 09:00'), decided('2026-03-20 09:00'))).toEqual([])
    expect(found(calendar, told, request, decided('2026-03-20 09:00'), held('2026-03-20 09:01'))).toHaveLength(1)
  })
  it('a request at the moment of the decision is before it, one afterwards cuts it short', () => {
    expect(found(calendar, told, requested('2026-03-04 09:00'), decided('2026-03-04 09:00'))).toMatchObject([
      { facts: { why: 'decided-without-hearing' } },
    ])
    expect(found(calendar, told, decided('2026-03-04 09:00'), requested('2026-03-04 09:01'))).toMatchObject([
      { facts: { why: 'decided-before-the-time-was-over' } },
    ])
  })
  it('a refusal for another reason is for people to weigh', () =>
    expect(
      found(
        calendar,
        told,
        requested('2026-03-03 09:00'),
        refused('2026-03-04 09:00', { why: 'not-entitled' }),
        decided('2026-03-20 09:00'),
      ),
    ).toEqual([]))
})

it('告知后五日内提出：told only after the decision, nothing was told', () =>
  expect(
    given(rule, calendar, decided('2026-03-02 09:00'), toldOf('2026-03-02 10:00')).until('2031-01-01 00:00'),
  ).toEqual([]))

it('要求听证的，应当在告知后五日内提出：asked again too late, the refusal of the first stays wrong', () => {
  const both = [
    ['2026-03-05 09:00', '2026-03-05 10:00'],
    ['2026-03-10 09:00', '2026-03-10 10:00'],
  ] as const
  const file = given(
    rule,
    calendar,
    toldOf('2026-03-02 09:00'),
    ...both.flatMap(([asked, answered]) => [requested(asked), refused(answered)]),
  )
  expect(file.until('2031-01-01 00:00')).toMatchObject([
    { since: at('2026-03-05 10:00'), evidence: [1, 2, 3], facts: { why: 'refused-in-time' } },
  ])
  expect(file.events('2026-03-20 00:00').map((e) => e.is)).not.toContain('ended')
})
