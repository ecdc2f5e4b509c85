import { describe, expect, it } from 'vitest'
import { victimNotServed as rule } from '../../../server/rules/case/victim-not-served.ts'
import { decided, inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { given, type Moment } from '../../support/timeline.ts'

const served = inCase('document.served', {
  document: 'w1',
  kind: 'penalty-decision',
  about: 'd1',
  person: 'p1',
  means: 'in-person',
})

describeLimit('二日内将决定书复印件送达被侵害人（第一百七十二条）', {
  rule,
  begins: (when, heard) => [decided(when, { victims: ['v1'] }, heard)],
  done: (when) => served(when, { person: 'v1' }),
  begin: '2026-03-02 09:00',
  last: '2026-03-05 00:00',
  past: '2026-03-05 00:01',
  tooEarly: '2012-12-31 09:00',
  lawBegins: '2013-01-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('every victim', () =>
  it('one of two is not enough', () =>
    expect(
      given(
        rule,
        decided('2026-03-02 09:00', { victims: ['v1', 'v2'] }),
        served('2026-03-03 09:00', { person: 'v1' }),
      ).until('2026-04-01 00:00'),
    ).toMatchObject([{ facts: { victims: 2, left: 1 } }])))

describe('将决定书复印件送达被侵害人：只在治安案件、每一个被侵害人（第一百一十六条）', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  const two = decided('2026-03-02 09:00', { victims: ['v1', 'v2'] })
  it('the last of them in time', () => {
    const first = served('2026-03-03 09:00', { person: 'v1' })
    expect(found(two, first, served('2026-03-05 00:00', { person: 'v2' }))).toEqual([])
    expect(found(two, first, served('2026-03-05 00:01', { person: 'v2' }))).toHaveLength(1)
    expect(found(two, first, served('2026-03-04 09:00', { person: 'v2', kind: 'appraisal' }))).toMatchObject([
      { evidence: [0], facts: { left: 1 } },
    ])
  })
  it('nobody to serve, another kind of case, a decision revoked in time', () => {
    expect(found(decided('2026-03-02 09:00'))).toEqual([])
    expect(found(decided('2026-03-02 09:00', { victims: ['v1'], type: 'administrative' }))).toEqual([])
    const revoked = inCase('decision.revoked', { decision: 'd1', rank: 'bureau-chief' })
    expect(found(two, revoked('2026-03-05 00:00'))).toEqual([])
    expect(found(two, revoked('2026-03-05 00:01'))).toHaveLength(1)
  })
})
