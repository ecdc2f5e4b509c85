import { describe, expect, it } from 'vitest'
import { reportNotRegistered as rule } from '../../../server/rules/case/not-registered.ts'
import { inCase, told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const reported = inCase('case.reported', { type: 'public-order', by: 'window', receipt: true, report: 'r1' })
const made = told('report.made', { report: 'r1', unit: 'station-1', by: 'window', source: 'queue' })

describeLimit('应当及时受理并按照规定进行网上接报案登记（第六十条）', {
  rule,
  begins: (when, heard) => [made(when, {}, heard)],
  done: (when) => reported(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-02 09:30',
  past: '2026-03-02 09:31',
  tooEarly: '2015-11-05 09:00',
  lawBegins: '2015-11-06 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('what need not be registered at once', () => {
  it('a duplicate that was explained', () =>
    expect(
      given(
        rule,
        made('2026-03-02 09:00'),
        told('report.explained', { report: 'r1', unit: 'station-1', why: 'duplicate' })('2026-03-02 09:10'),
      ).until('2026-03-05 00:00'),
    ).toEqual([]))
  it('something urgent: its 24 hours run from when it was dealt with', () => {
    const handled = told('report.handled', { report: 'r1', unit: 'station-1' })('2026-03-02 12:00')
    expect(given(rule, made('2026-03-02 09:00', { urgent: true })).until('2026-03-05 00:00')).toEqual([])
    expect(given(rule, made('2026-03-02 09:00', { urgent: true }), handled).until('2026-03-03 12:00')).toEqual([])
    expect(given(rule, made('2026-03-02 09:00', { urgent: true }), handled).until('2026-03-03 12:01')).toMatchObject([
      { since: at('2026-03-03 12:00') },
    ])
  })
  it('a call fed back as a case is registered under its number, or is a lead', () => {
    const back = told('dispatch.fed-back', { order: 'x1', incident: 'r1', unit: 'station-1', outcome: 'case' })(
      '2026-03-02 09:00',
    )
    expect(given(rule, back, reported('2026-03-03 08:00')).until('2026-03-05 00:00')).toEqual([])
    expect(given(rule, back).until('2026-03-05 00:00')).toHaveLength(1)
  })
})
