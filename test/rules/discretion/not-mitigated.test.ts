import { describe, expect, it } from 'vitest'
import { notMitigated as rule } from '../../../server/rules/discretion/not-mitigated.ts'
import { decided } from '../../support/cases.ts'
import { person } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

describe('从轻、减轻或者不予处罚（第二十条、第十二条）', () => {
  it('a circumstance found and not applied', () =>
    expect(
      given(rule, decided('2026-03-02 09:00', { found: ['surrendered'] })).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'surrendered' } }]))
  it('applied', () =>
    expect(
      given(rule, decided('2026-03-02 09:00', { found: ['surrendered'], mitigating: ['surrendered'] })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('under eighteen', () =>
    expect(
      given(rule, person('2026-03-01 09:00', { birthDate: '2009-01-01' }), decided('2026-03-02 09:00')).until(
        '2031-01-01 00:00',
      ),
    ).toMatchObject([{ facts: { why: 'minor' } }]))
  it('under fourteen', () =>
    expect(
      given(
        rule,
        person('2026-03-01 09:00', { birthDate: '2013-01-01' }),
        decided('2026-03-02 09:00', { mitigating: ['minor'] }),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'under-fourteen' } }]))
  it('not before 2026', () =>
    expect(given(rule, decided('2025-12-31 09:00', { found: ['surrendered'] })).until('2031-01-01 00:00')).toEqual([]))
})
