import { describe, expect, it } from 'vitest'
import { freezeTerm as rule } from '../../../server/rules/property/freeze-term.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const acc = (kind: 'property.frozen' | 'property.freeze-renewed' | 'property.unfrozen', own: object = {}) =>
  told(kind, { account: 'a1', unit: 'station-1', ...own })
const frozen = acc('property.frozen', { asset: 'deposit', rank: 'bureau-chief' })
const renewed = acc('property.freeze-renewed', { rank: 'bureau-chief' })

describeLimit('冻结存款的期限为六个月（第二百四十三条）', {
  rule,
  begins: (when, heard) => [frozen(when, {}, heard)],
  done: (when) => acc('property.unfrozen')(when),
  begin: '2026-03-02 09:00',
  last: '2026-09-03 00:00',
  past: '2026-09-03 00:01',
  tooEarly: '2020-08-31 09:00',
  lawBegins: '2020-09-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('续冻须在届满前，每次不得超过同样的期限', () => {
  it('a renewal in time runs from the end of the term', () => {
    expect(given(rule, frozen('2026-03-02 09:00'), renewed('2026-08-30 09:00')).until('2027-03-03 00:00')).toEqual([])
    expect(given(rule, frozen('2026-03-02 09:00'), renewed('2026-08-30 09:00')).until('2027-03-03 00:01')).toHaveLength(
      1,
    )
    expect(given(rule, frozen('2026-03-02 09:00'), renewed('2026-09-04 09:00')).until('2026-09-05 00:00')).toHaveLength(
      1,
    )
  })
  it('a year in a major case by the city bureau, two years for securities', () => {
    const major = frozen('2026-03-02 09:00', { major: true, rank: 'city-bureau', endsAt: at('2027-03-02 00:00') })
    expect(given(rule, major).until('2027-03-01 00:00')).toEqual([])
    expect(given(rule, frozen('2026-03-02 09:00', { asset: 'securities' })).until('2028-03-01 00:00')).toEqual([])
  })
  it('a term longer than the law is wrong at once', () =>
    expect(
      given(rule, frozen('2026-03-02 09:00', { endsAt: at('2026-12-01 00:00') })).until('2026-03-03 00:00'),
    ).toMatchObject([{ facts: { why: 'too-long' } }]))
})

describe('每次冻结的期限：存款六个月、重大复杂一年、证券二年、股权六个月（第二百四十三条、第二百四十四条）', () => {
  const found = (until: string, ...moments: Moment[]) => given(rule, ...moments).until(until)
  const freeze = (more: object) => frozen('2026-03-02 09:00', more)
  it.each([
    ['a deposit', {}, '2026-09-03 00:00'],
    ['a major case by the city bureau', { major: true, rank: 'city-bureau' }, '2027-03-03 00:00'],
    ['a major case by the county only', { major: true }, '2026-09-03 00:00'],
    ['an ordinary case by the city bureau', { rank: 'city-bureau' }, '2026-09-03 00:00'],
    ['securities', { asset: 'securities' }, '2028-03-03 00:00'],
    ['equity', { asset: 'equity' }, '2026-09-03 00:00'],
    ['equity in a major case', { asset: 'equity', major: true, rank: 'city-bureau' }, '2026-09-03 00:00'],
  ])('%s', (_, more, end) => {
    expect(found(end, freeze(more))).toEqual([])
    expect(found('2031-01-01 00:00', freeze(more))).toMatchObject([{ since: at(end), facts: { why: 'lapsed' } }])
  })
  it('a shorter term in the notice counts, the lawful one to its last moment is not too long', () => {
    expect(found('2031-01-01 00:00', freeze({ endsAt: at('2026-05-01 00:00') }))).toMatchObject([
      { since: at('2026-05-01 00:00'), evidence: [0] },
    ])
    expect(found('2026-03-03 00:00', freeze({ endsAt: at('2026-09-03 00:00') }))).toEqual([])
    expect(found('2026-03-03 00:00', freeze({ endsAt: at('2026-09-03 00:01') }))).toHaveLength(1)
  })
  it('a renewal at the last moment is in time and joins the evidence; of two the second counts from the first', () => {
    const first = renewed('2026-09-03 00:00', { by: 'o7' })
    expect(found('2031-01-01 00:00', freeze({}), first)).toMatchObject([
      { since: at('2027-03-03 00:00'), evidence: [0, 1], concerns: { officers: ['o7'] } },
    ])
    expect(found('2031-01-01 00:00', freeze({}), first, renewed('2027-03-01 09:00'))).toMatchObject([
      { since: at('2027-09-03 00:00'), concerns: { officers: [] } },
    ])
    expect(found('2031-01-01 00:00', freeze({}), renewed('2026-09-04 09:00'))).toMatchObject([
      { since: at('2026-09-03 00:00') },
    ])
  })
})
