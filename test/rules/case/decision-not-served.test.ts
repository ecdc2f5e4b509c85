import { describe, expect, it } from 'vitest'
import { decisionNotServed as rule } from '../../../server/rules/case/decision-not-served.ts'
import { decided, inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

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

describe('宣告并当场交付；无法当场向被处罚人宣告的，应当在二日以内送达被处罚人（第一百一十六条）', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2026-04-01 00:00')
  const made = decided('2026-03-02 09:00')
  it('only the decision, only to the person punished, counts', () => {
    expect(found(made, served('2026-03-03 09:00', { kind: 'appraisal' }))).toHaveLength(1)
    expect(found(made, served('2026-03-03 09:00', { person: 'v1' }))).toHaveLength(1)
    expect(found(made, served('2026-03-03 09:00', { person: null }))).toEqual([])
    expect(found(made, served('2026-03-02 09:00'))).toEqual([])
  })
  it('a paper of before the decision is not this one', () =>
    expect(found(served('2026-03-01 09:00'), made)).toMatchObject([
      { evidence: [1], concerns: { unit: 'station-1', officers: ['o9'] } },
    ]))
  it('a decision that was revoked need not be served', () =>
    expect(
      found(made, inCase('decision.revoked', { decision: 'd1', rank: 'bureau-chief' })('2026-03-04 09:00')),
    ).toEqual([]))
  it('seven days for other cases to the last moment, none for crimes', () => {
    const other = decided('2026-03-02 09:00', { type: 'administrative' })
    expect(given(rule, other).until('2026-03-10 00:00')).toEqual([])
    expect(found(decided('2026-03-02 09:00', { type: 'criminal' }))).toEqual([])
  })
})
