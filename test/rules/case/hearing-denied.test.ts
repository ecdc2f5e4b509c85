import { describe, expect, it } from 'vitest'
import { hearingDenied as rule } from '../../../server/rules/case/hearing-denied.ts'
import { calendar, decided, inCase } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

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
