import { describe, expect, it } from 'vitest'
import { freezeTerm as rule } from '../../../server/rules/property/freeze-term.ts'
import { told } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

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
