import { describe, expect, it } from 'vitest'
import { questioningChainedSummons as rule } from '../../../server/rules/questioning/chained-summons.ts'
import { departs, measure } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const one = measure('summons-written', { case: 'c1' })
const two = (own: object = {}) => measure('summons-oral', { measure: 'm2', case: 'c1', ...own })
const day = [one.starts('2026-03-02 09:00'), one.ends('2026-03-02 17:00')]

describe('不得以连续传唤的形式变相拘禁违法嫌疑人（程序规定第六十九条）', () => {
  it('opens when the same person is summoned again two hours later in the same case', () =>
    expect(given(rule, ...day, two().starts('2026-03-02 19:00')).until('2026-03-03 00:00')).toMatchObject([
      { since: at('2026-03-02 19:00') },
    ]))
  it('counts from the leaving of the premises when no paper says that the first one ended', () => {
    const left = [one.starts('2026-03-02 09:00'), departs('2026-03-02 17:00')]
    const again = two({ stay: 's2' })
    expect(given(rule, ...left, again.starts('2026-03-02 19:00')).until('2026-03-03 00:00')).toHaveLength(1)
    expect(given(rule, ...left, again.starts('2026-03-03 05:00')).until('2026-03-03 06:00')).toEqual([])
  })
  it('finds each that follows too soon', () =>
    expect(
      given(
        rule,
        ...day,
        two().starts('2026-03-02 19:00'),
        two().ends('2026-03-02 22:00'),
        measure('summons-written', { measure: 'm3', case: 'c1' }).starts('2026-03-03 08:00'),
      ).until('2026-03-03 12:00'),
    ).toMatchObject([{ subject: 'm2' }, { subject: 'm3', facts: { first: 'm2' } }]))
  it('finds nothing after twelve hours, in another case, or for another person', () => {
    expect(given(rule, ...day, two().starts('2026-03-03 05:00')).until('2026-03-03 06:00')).toEqual([])
    expect(given(rule, ...day, two({ case: 'c2' }).starts('2026-03-02 19:00')).until('2026-03-03 00:00')).toEqual([])
    expect(given(rule, ...day, two({ person: 'p2' }).starts('2026-03-02 19:00')).until('2026-03-03 00:00')).toEqual([])
  })
})
