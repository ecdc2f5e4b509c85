import { describe, expect, it } from 'vitest'
import { nonFilingReview as rule } from '../../../server/rules/case/non-filing-review.ts'
import { inCase } from '../../support/cases.ts'
import { describeLimit } from '../../support/limits.ts'
import { given } from '../../support/timeline.ts'

const asked = inCase('case.request-made', { request: 'q1', kind: 'non-filing-review' })
const answered = inCase('case.request-answered', { request: 'q1', result: 'done' })

describeLimit('三十日以内作出决定（第一百七十九条）', {
  rule,
  begins: (when, heard) => [asked(when, {}, heard)],
  done: (when) => answered(when),
  begin: '2026-03-02 09:00',
  last: '2026-04-02 00:00',
  past: '2026-04-02 00:01',
  tooEarly: '2020-08-31 09:00',
  lawBegins: '2020-09-01 09:00',
  lawPast: '2031-01-01 00:00',
})

describe('延长时限不得超过三十日，并书面告知申请人', () => {
  const prolonged = inCase('case.request-prolonged', { request: 'q1', rank: 'bureau-chief', told: true })
  it('prolongs once when approved in time and told', () => {
    expect(given(rule, asked('2026-03-02 09:00'), prolonged('2026-04-01 09:00')).until('2026-05-02 00:00')).toEqual([])
    expect(
      given(rule, asked('2026-03-02 09:00'), prolonged('2026-04-01 09:00', { told: false })).until('2026-05-01 00:00'),
    ).toHaveLength(1)
    expect(
      given(rule, asked('2026-03-02 09:00'), prolonged('2026-04-03 09:00')).until('2026-05-01 00:00'),
    ).toHaveLength(1)
  })
})
