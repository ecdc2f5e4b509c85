import { describe, expect, it } from 'vitest'
import { penaltyLimit as rule } from '../../../server/rules/case/penalty-limit.ts'
import { decided, filed } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { given } from '../../support/timeline.ts'

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
