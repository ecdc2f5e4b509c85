import { describe, expect, it } from 'vitest'
import { seizedBeforeFiling as rule } from '../../../server/rules/property/seized-before-filing.ts'
import { filed, seized } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

describe('不得查封、扣押、冻结被调查对象的财产（第一百七十四条）', () => {
  it('opens when the case was filed later', () =>
    expect(
      given(
        rule,
        seized('2026-03-02 09:00', { type: 'criminal' }),
        filed('2026-03-05 09:00', { type: 'criminal' }),
      ).until('2031-01-01 00:00'),
    ).toHaveLength(1))
  it('finds nothing when it was filed before', () =>
    expect(
      given(
        rule,
        filed('2026-03-01 09:00', { type: 'criminal' }),
        seized('2026-03-02 09:00', { type: 'criminal' }),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
})

describe('调查核实过程中：立案之前，自2020年9月1日起', () => {
  const crime = { type: 'criminal' }
  const found = (taken: string, opened: string, more: object = crime) =>
    given(rule, seized(taken, more), filed(opened, crime)).until('2031-01-01 00:00')
  it('at the moment of filing it is filed; a moment before it is not', () => {
    expect(found('2026-03-02 09:00', '2026-03-02 09:00')).toEqual([])
    expect(found('2026-03-02 08:59', '2026-03-02 09:00')).toHaveLength(1)
  })
  it('the first moment of the text', () => {
    expect(found('2020-09-01 00:00', '2020-09-05 09:00')).toHaveLength(1)
    expect(found('2020-08-31 23:59', '2020-09-05 09:00')).toEqual([])
  })
  it('a case that nobody filed is not judged, nor an administrative one', () => {
    expect(given(rule, seized('2026-03-02 09:00', crime)).until('2031-01-01 00:00')).toEqual([])
    expect(found('2026-03-02 09:00', '2026-03-05 09:00', {})).toEqual([])
  })
})
