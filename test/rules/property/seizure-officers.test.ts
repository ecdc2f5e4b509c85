import { describe, expect, it } from 'vitest'
import { seizureOfficers as rule } from '../../../server/rules/property/seizure-officers.ts'
import { seized } from '../../support/cases.ts'
import { officer } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

describe('执行查封、扣押的侦查人员不得少于二人（第二百二十九条）', () => {
  it('two are enough', () =>
    expect(given(rule, seized('2026-03-02 09:00', { type: 'criminal' })).until('2031-01-01 00:00')).toEqual([]))
  it('one is not, wherever', () =>
    expect(
      given(
        rule,
        seized('2026-03-02 09:00', { type: 'criminal', officers: ['o1'], place: 'standard-case-area' }),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { present: 1 } }]))
  it('an auxiliary does not count', () =>
    expect(
      given(
        rule,
        officer('2026-03-01 09:00', 'o2', 'auxiliary'),
        seized('2026-03-02 09:00', { type: 'criminal' }),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { present: 1 } }]))
  it('public order, one in a standard area since 2026: its recording is judged with the act', () =>
    expect(
      given(rule, seized('2026-03-02 09:00', { officers: ['o1'], place: 'standard-case-area' })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('not before 2026, nor on the scene', () =>
    expect(
      given(rule, seized('2025-12-31 09:00', { officers: ['o1'], place: 'standard-case-area' })).until(
        '2031-01-01 00:00',
      ),
    ).toHaveLength(1))
})

describe('since 2026 as before', () => {
  const end = '2031-01-01 00:00'
  it('two were enough in 2025', () => expect(given(rule, seized('2025-12-31 09:00')).until(end)).toEqual([]))
  it('what is recovered from a holder needs no two', () =>
    expect(given(rule, seized('2026-03-02 09:00', { how: 'recovery', officers: ['o1'] })).until(end)).toEqual([]))
})
