import { describe, expect, it } from 'vitest'
import { coerciveChainedSummons as rule } from '../../../server/rules/coercive-measure/chained-summons.ts'
import { measure } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const one = measure('criminal-summons')
const two = measure('compelled-appearance', { measure: 'm2' })
const day = [one.starts('2026-03-02 09:00'), one.ends('2026-03-02 20:00')]

describe('不得以连续传唤、拘传的形式变相拘禁犯罪嫌疑人（刑诉法第一百一十九条）', () => {
  it('opens when compelled appearance follows a summons within the local interval', () =>
    expect(given(rule, ...day, two.starts('2026-03-02 23:00')).until('2026-03-03 01:00')).toMatchObject([
      { since: at('2026-03-02 23:00'), facts: { gapMinutes: 180 } },
    ]))
  it('finds each that follows too soon, told of an end late as well', () =>
    expect(
      given(
        rule,
        ...day,
        two.starts('2026-03-02 23:00'),
        measure('criminal-summons', { measure: 'm3' }).starts('2026-03-03 12:00'),
        two.ends('2026-03-03 07:00', 'released', {}, '2026-03-03 13:00'),
      ).until('2026-03-04 00:00'),
    ).toMatchObject([
      { subject: 'm2', since: at('2026-03-02 23:00') },
      { subject: 'm3', since: at('2026-03-03 12:00'), facts: { first: 'm2', gapMinutes: 300, person: 'p1' } },
    ]))
  it('finds nothing at the interval sharp, or for another person', () => {
    expect(given(rule, ...day, two.starts('2026-03-03 08:00')).until('2026-03-03 09:00')).toEqual([])
    expect(
      given(
        rule,
        ...day,
        measure('compelled-appearance', { measure: 'm2', person: 'p2' }).starts('2026-03-02 23:00'),
      ).until('2026-03-03 01:00'),
    ).toEqual([])
  })
})
