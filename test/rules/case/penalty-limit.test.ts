import { describe, expect, it } from 'vitest'
import { penaltyLimit as rule } from '../../../server/rules/case/penalty-limit.ts'
import { decided, filed, inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

describeLimit('自立案之日起九十日内作出行政处罚决定（第六十条）', {
  rule,
  begins: (when, heard) => [filed(when, { type: 'administrative' }, heard)],
  done: (when) => decided(when, { type: 'administrative' }),
  begin: '2026-03-03 09:00',
  last: '2026-06-02 00:00',
  past: '2026-06-02 00:01',
  tooEarly: '2021-07-14 09:00',
  lawBegins: '2021-07-15 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('public-order cases have thirty days of their own', () =>
  it('finds nothing here', () => expect(given(rule, filed('2026-03-03 09:00')).until('2027-01-01 00:00')).toEqual([])))

describe('法律、法规、规章另有规定的，从其规定：延长须在届满之前', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  const begun = filed('2026-03-03 09:00', { type: 'administrative' })
  const longer = inCase('case.period-extended', { rank: 'bureau-chief', endsAt: at('2026-07-01 00:00') })
  it('the extension on record counts when it came at the last moment or before', () => {
    expect(found(begun, longer('2026-06-02 00:00'))).toMatchObject([
      { since: at('2026-07-01 00:00'), evidence: [0, 1], facts: { prolonged: 1 } },
    ])
    expect(found(begun, longer('2026-06-02 00:01'))).toMatchObject([{ since: at('2026-06-02 00:00') }])
    expect(found(begun, longer('2026-05-01 09:00', { endsAt: at('2026-05-20 00:00') }))).toMatchObject([
      { since: at('2026-06-02 00:00') },
    ])
  })
  it('a case that was only accepted runs from there; closed or handed over it is over', () => {
    expect(
      found(inCase('case.accepted', { type: 'administrative', acceptedBy: 'o1' })('2026-03-03 09:00')),
    ).toMatchObject([{ since: at('2026-06-02 00:00') }])
    expect(found(begun, inCase('case.closed', { result: 'withdrawn' })('2026-06-02 00:00'))).toEqual([])
    expect(found(begun, inCase('case.transferred', { to: 'x' })('2026-06-02 00:00'))).toEqual([])
  })
})
