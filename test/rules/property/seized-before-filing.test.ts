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
