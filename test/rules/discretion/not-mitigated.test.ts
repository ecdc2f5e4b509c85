import { describe, expect, it } from 'vitest'
import { notMitigated as rule } from '../../../server/rules/discretion/not-mitigated.ts'
import { decided } from '../../support/cases.ts'
import { person } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

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

describe('不满十四周岁的不予处罚；已满十四周岁不满十八周岁的从轻或者减轻（第十二条）', () => {
  const found = (birthDate: string, more: object = {}, when = '2026-03-02 09:00') =>
    given(rule, person('2025-03-01 09:00', { birthDate }), decided(when, more)).until('2031-01-01 00:00')
  const minor = { mitigating: ['minor'] }
  it('the day before the birthday and the day after it, for fourteen and for eighteen', () => {
    expect(found('2012-03-03', minor)).toMatchObject([
      { evidence: [0, 1], facts: { why: 'under-fourteen', years: 13 }, concerns: { officers: ['o9'] } },
    ])
    expect(found('2012-03-01', minor)).toEqual([])
    expect(found('2012-03-01')).toMatchObject([{ facts: { why: 'minor', years: 14 } }])
    expect(found('2008-03-03')).toMatchObject([{ facts: { why: 'minor', years: 17 } }])
    expect(found('2008-03-01')).toEqual([])
  })
  it('周岁 are full the day after the birthday', () => {
    const on = (birthDate: string) => found(birthDate, minor).length
    expect([on('2012-03-02'), found('2008-03-02').length]).toEqual([1, 1])
  })
  it('age is that at the act', () => {
    const act = { offenceEndedAt: at('2026-01-10 09:00') }
    expect(found('2008-02-01', act)).toMatchObject([{ facts: { years: 17 } }])
  })
  it('no penalty, another kind of case, an age that nobody knows, a year before the law: nothing', () => {
    expect(found('2013-01-01', { penalties: ['none'] })).toEqual([])
    expect(found('2013-01-01', { type: 'administrative' })).toEqual([])
    expect(given(rule, decided('2026-03-02 09:00')).until('2031-01-01 00:00')).toEqual([])
    expect(found('2013-01-01', {}, '2025-12-31 23:59')).toEqual([])
    expect(found('2013-01-01', {}, '2026-01-01 00:00')).toHaveLength(1)
  })
  it('a circumstance on paper needs no birth date as evidence', () =>
    expect(found('1990-01-01', { found: ['surrendered'] })).toMatchObject([{ evidence: [1] }]))
})

it('有下列情形之一的，从轻、减轻或者不予处罚：one applied of two found is enough', () => {
  const found = (mitigating: string[]) =>
    given(rule, decided('2026-03-02 09:00', { found: ['slight', 'forgiven'], mitigating })).until('2031-01-01 00:00')
  expect(found(['slight'])).toEqual([])
  expect(found([])).toMatchObject([{ facts: { why: 'slight' } }])
})
