import { describe, expect, it } from 'vitest'
import { reviewerUnqualified as rule } from '../../../server/rules/case/reviewer-unqualified.ts'
import { inCase } from '../../support/cases.ts'
import { given } from '../../support/timeline.ts'

const reviewed = inCase('legal-review.done', { decision: 'd1', reviewer: 'o7', passed: true })

describe('初次从事法制审核的人员应当取得法律职业资格（第一百一十四条）', () => {
  it('opens for a newcomer without', () =>
    expect(
      given(rule, reviewed('2026-03-01 09:00', { firstTime: true, qualified: false })).until('2031-01-01 00:00'),
    ).toHaveLength(1))
  it('finds nothing for one who has it, or is no newcomer', () =>
    expect(
      given(
        rule,
        reviewed('2026-03-01 09:00', { firstTime: true, qualified: true }),
        reviewed('2026-03-02 09:00', { firstTime: false, qualified: false }),
      ).until('2031-01-01 00:00'),
    ).toEqual([]))
})

describe('从2021年7月15日起；没有登记的不作判断', () =>
  it('the first moment of the law, and what nobody wrote down', () => {
    const newcomer = { firstTime: true, qualified: false }
    const found = (when: string, more: object) => given(rule, reviewed(when, more)).until('2031-01-01 00:00')
    expect(found('2021-07-14 23:59', newcomer)).toEqual([])
    expect(found('2021-07-15 00:00', newcomer)).toMatchObject([{ evidence: [0], concerns: { officers: ['o7'] } }])
    expect(found('2026-03-01 09:00', { firstTime: true, qualified: null })).toEqual([])
  }))
