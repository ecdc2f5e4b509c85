import { describe, expect, it } from 'vitest'
import { decisionNotServed as rule } from '../../../server/rules/case/decision-not-served.ts'
import { decided, inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given } from '../../support/timeline.ts'

const served = inCase('document.served', {
  document: 'w1',
  kind: 'penalty-decision',
  about: 'd1',
  person: 'p1',
  means: 'in-person',
})

describeLimit('应当在二日以内送达被处罚人（第一百一十六条）', {
  rule,
  begins: (when, heard) => [decided(when, {}, heard)],
  done: (when) => served(when),
  begin: '2026-03-02 09:00',
  last: '2026-03-05 00:00',
  past: '2026-03-05 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('served on the spot, or another kind of case', () => {
  it('finds nothing when it was handed over at once', () =>
    expect(given(rule, decided('2026-03-02 09:00', { servedOnTheSpot: true })).until('2026-04-01 00:00')).toEqual([]))
  it('other administrative decisions have seven days; a paper that names only the case counts', () => {
    const other = decided('2026-03-02 09:00', { type: 'administrative' })
    expect(given(rule, other, served('2026-03-09 09:00', { about: null })).until('2026-04-01 00:00')).toEqual([])
    expect(given(rule, other).until('2026-03-10 00:01')).toMatchObject([{ since: at('2026-03-10 00:00') }])
  })
})
