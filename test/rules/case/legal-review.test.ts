import { describe, expect, it } from 'vitest'
import { legalReview as rule } from '../../../server/rules/case/legal-review.ts'
import { decided, inCase } from '../../support/cases.ts'
import { at, given } from '../../support/timeline.ts'

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
