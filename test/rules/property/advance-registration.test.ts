import { describe, expect, it } from 'vitest'
import { advanceRegistration as rule } from '../../../server/rules/property/advance-registration.ts'
import { calendar, ofItem, seized } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const done = ofItem('property.decided')

describeLimit('应当在七日内作出处理决定（第一百一十条）', {
  rule,
  begins: (when, heard) => [seized(when, { how: 'advance-registration' }, heard)],
  done: (when) => done(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-10 00:00',
  past: '2026-03-10 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('seven working days when the paper cites the penalty law', () =>
  it('Monday to the Wednesday of the next week', () => {
    const registered = seized('2026-03-02 09:00', { how: 'advance-registration', enactment: 'penalty-law' })
    expect(given(rule, calendar, registered).until('2026-03-12 00:00')).toEqual([])
    expect(given(rule, calendar, registered).until('2026-03-12 00:01')).toHaveLength(1)
    expect(given(rule, registered).until('2026-04-12 00:01')).toEqual([])
  }))

describe('what counts, and when', () => {
  const registered = (when: string, more: object = {}) => seized(when, { how: 'advance-registration', ...more })
  it('until July 2021 the penalty law counted calendar days too', () => {
    const penaltyLaw = registered('2021-03-01 09:00', { enactment: 'penalty-law' })
    expect(given(rule, calendar, penaltyLaw).until('2021-03-09 00:00')).toEqual([])
    expect(given(rule, calendar, penaltyLaw).until('2021-03-09 00:01')).toHaveLength(1)
  })
  it('turning it into a seizure is a decision; registering it again is not', () => {
    const seizure = seized('2026-03-05 09:00')
    expect(given(rule, registered('2026-03-02 09:00'), seizure).until('2026-04-01 00:00')).toEqual([])
    expect(
      given(rule, registered('2026-03-02 09:00'), registered('2026-03-05 09:00')).until('2026-04-01 00:00'),
    ).toHaveLength(1)
  })
  it('is not about criminal cases', () =>
    expect(given(rule, registered('2026-03-02 09:00', { type: 'criminal' })).until('2026-04-01 00:00')).toEqual([]))
})

describe('“七日”的规定是指工作日：引用行政处罚法的，自2021年7月15日零时起（第八十五条）', () => {
  const of2021: Moment = [
    '2012-01-01 00:00',
    'calendar.published',
    { year: 2021, holidays: ['2021-10-01'], workdays: [], source: 't' },
  ]
  const registered = (when: string, enactment: string) => seized(when, { how: 'advance-registration', enactment })
  const found = (when: string, until: string, enactment = 'penalty-law') =>
    given(rule, of2021, registered(when, enactment)).until(until)
  it('working days from its first moment, calendar days until the moment before', () => {
    expect(found('2021-07-15 00:00', '2021-07-27 00:00')).toEqual([])
    expect(found('2021-07-15 00:00', '2021-07-27 00:01')).toMatchObject([{ facts: { unit: 'working-day' } }])
    expect(found('2021-07-14 23:59', '2021-07-22 00:00')).toEqual([])
    expect(found('2021-07-14 23:59', '2021-07-22 00:01')).toMatchObject([{ facts: { unit: 'day', limit: 7 } }])
  })
  it('the police procedure counts calendar days before and since', () => {
    expect(found('2021-07-15 00:00', '2021-07-23 00:00', 'police-procedure')).toEqual([])
    expect(found('2021-07-15 00:00', '2021-07-23 00:01', 'police-procedure')).toMatchObject([
      { facts: { unit: 'day' } },
    ])
    expect(found('2021-07-01 00:00', '2021-07-09 00:01', 'police-procedure')).toHaveLength(1)
  })
  it.each([
    ['property.released', { to: 'owner', collector: 'rightful', receipt: true }],
    ['property.disposed', { how: 'destroyed' }],
  ] as const)('%s at the last moment is a decision', (kind, data) =>
    expect(
      given(rule, registered('2026-03-02 09:00', 'police-procedure'), ofItem(kind, data)('2026-03-10 00:00')).until(
        '2026-04-01 00:00',
      ),
    ).toEqual([]),
  )
})
