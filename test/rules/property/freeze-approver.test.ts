import { describe, expect, it } from 'vitest'
import { freezeApprover as rule } from '../../../server/rules/property/freeze-approver.ts'
import { told } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

const acc = (kind: 'property.frozen' | 'property.freeze-renewed' | 'property.unfrozen', own: object = {}) =>
  told(kind, { account: 'a1', unit: 'station-1', ...own })
const frozen = acc('property.frozen', { asset: 'deposit', rank: 'bureau-chief' })
const renewed = acc('property.freeze-renewed', { rank: 'bureau-chief' })

describe('应当经设区的市一级以上、省级以上公安机关负责人批准（第二百三十九条）', () => {
  it('a deposit: the county bureau', () =>
    expect(given(rule, frozen('2026-03-02 09:00')).until('2031-01-01 00:00')).toEqual([]))
  it('not a station', () =>
    expect(given(rule, frozen('2026-03-02 09:00', { rank: 'station-chief' })).until('2031-01-01 00:00')).toHaveLength(
      1,
    ))
  it('equity: the city', () =>
    expect(given(rule, frozen('2026-03-02 09:00', { asset: 'equity' })).until('2031-01-01 00:00')).toMatchObject([
      { facts: { needs: 'city-bureau' } },
    ]))
  it('a listed company: the province', () =>
    expect(
      given(rule, frozen('2026-03-02 09:00', { asset: 'listed-equity', rank: 'city-bureau' })).until(
        '2031-01-01 00:00',
      ),
    ).toHaveLength(1))
  it('a renewal needs the same', () =>
    expect(
      given(
        rule,
        frozen('2026-03-02 09:00', { asset: 'equity', rank: 'city-bureau' }),
        renewed('2026-08-30 09:00'),
      ).until('2031-01-01 00:00'),
    ).toHaveLength(1))
})

describe('自2020年9月1日起；债券、股票等与保单各按其条', () =>
  it('the first moment of the text, and whom the finding names', () => {
    const found = (when: string) =>
      given(rule, frozen(when, { rank: 'station-chief', by: 'o7' })).until('2031-01-01 00:00')
    expect(found('2020-09-01 00:00')).toMatchObject([{ evidence: [0], concerns: { officers: ['o7'] } }])
    expect(found('2020-08-31 23:59')).toEqual([])
    const policy = frozen('2026-03-02 09:00', { asset: 'policy' })
    expect(given(rule, policy).until('2031-01-01 00:00')).toHaveLength(1)
    const listed = frozen('2026-03-02 09:00', { asset: 'listed-equity', rank: 'provincial-bureau' })
    expect(given(rule, listed).until('2031-01-01 00:00')).toEqual([])
  }))
