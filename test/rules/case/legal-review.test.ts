import { describe, expect, it } from 'vitest'
import { legalReview as rule } from '../../../server/rules/case/legal-review.ts'
import { decided, inCase } from '../../support/cases.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const reviewed = inCase('legal-review.done', { decision: 'd1', reviewer: 'o7', passed: true })

describe('未经法制审核或者审核未通过的，不得作出决定（第一百一十四条）', () => {
  it('opens without a review', () =>
    expect(
      given(rule, decided('2026-03-02 09:00', { situations: ['complex'] })).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'no-review' } }]))
  it('finds nothing after one that passed', () =>
    expect(
      given(rule, reviewed('2026-03-01 09:00'), decided('2026-03-02 09:00', { situations: ['complex'] })).until(
        '2031-01-01 00:00',
      ),
    ).toEqual([]))
  it('one that did not pass, or came later, does not help', () =>
    expect(
      given(
        rule,
        reviewed('2026-03-01 09:00', { passed: false }),
        decided('2026-03-02 09:00', { situations: ['complex'] }),
        reviewed('2026-03-03 09:00'),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { why: 'not-passed' } }]))
  it('a hearing on record needs one whatever the file says', () =>
    expect(
      given(
        rule,
        inCase('hearing.held', { decision: 'd1', startedAt: at('2026-02-20 09:00') })('2026-02-20 11:00'),
        decided('2026-03-02 09:00'),
      ).until('2031-01-01 00:00'),
    ).toMatchObject([{ facts: { because: 'after-hearing' } }]))
  it('an ordinary case needs none', () =>
    expect(given(rule, decided('2026-03-02 09:00')).until('2031-01-01 00:00')).toEqual([]))
})

describe('有下列情形之一，由审核的人员进行法制审核；未经法制审核或者审核未通过的，不得作出决定（行政处罚法第五十八条）', () => {
  const found = (...moments: Moment[]) => given(rule, ...moments).until('2031-01-01 00:00')
  const held = inCase('hearing.held', { decision: 'd1', startedAt: at('2026-02-20 09:00') })
  it.each(['public-interest', 'after-hearing', 'complex'])('%s is one', (situation) =>
    expect(found(decided('2026-03-02 09:00', { situations: [situation] }))).toMatchObject([
      { evidence: [0], facts: { because: situation }, concerns: { unit: 'station-1', officers: ['o9'] } },
    ]),
  )
  it('another situation, a crime and a decision not to punish need none', () => {
    expect(found(decided('2026-03-02 09:00', { situations: ['grave'] }))).toEqual([])
    expect(found(decided('2026-03-02 09:00', { situations: ['complex'], type: 'criminal' }))).toEqual([])
    expect(found(decided('2026-03-02 09:00', { situations: ['complex'], penalties: ['none'] }))).toEqual([])
    expect(found(decided('2026-03-02 09:00', { situations: ['complex'], penalties: ['none', 'fine'] }))).toHaveLength(1)
  })
  it('a review at the very moment of the decision is in time, the last one before it counts', () => {
    const complex = decided('2026-03-02 09:00', { situations: ['complex'] })
    expect(found(reviewed('2026-03-02 09:00'), complex)).toEqual([])
    expect(found(reviewed('2026-02-27 09:00', { passed: false }), reviewed('2026-03-01 09:00'), complex)).toEqual([])
    expect(found(reviewed('2026-02-27 09:00'), reviewed('2026-03-01 09:00', { passed: false }), complex)).toMatchObject(
      [{ evidence: [1, 2], facts: { why: 'not-passed' } }],
    )
    expect(found(complex, reviewed('2026-03-02 09:01'))).toMatchObject([{ facts: { why: 'no-review' } }])
  })
  it('a hearing counts to the moment of the decision, not after it', () => {
    expect(found(held('2026-03-02 09:00'), decided('2026-03-02 09:00'))).toMatchObject([{ evidence: [0, 1] }])
    expect(found(decided('2026-03-02 09:00'), held('2026-03-02 09:01'))).toEqual([])
  })
  it('goes by the law of the day of the decision: from 2021-07-15, even when an earlier paper is in the file', () => {
    const complex = { situations: ['complex'] }
    expect(found(decided('2021-07-14 23:59', complex))).toEqual([])
    expect(found(decided('2021-07-15 00:00', complex))).toHaveLength(1)
    expect(found(held('2021-07-14 09:00'), decided('2021-07-15 00:00', complex))).toHaveLength(1)
  })
})
