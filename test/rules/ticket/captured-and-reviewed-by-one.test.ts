import { describe, expect, it } from 'vitest'
import { capturedAndReviewedByOne as rule } from '../../../server/rules/ticket/captured-and-reviewed-by-one.ts'
import { step } from '../../support/tickets.ts'
import { given } from '../../support/timeline.ts'

const judged = (captured: string[], reviewed: string[]) =>
  given(
    rule,
    step('2026-03-02 09:00', 'captured', { officers: captured }),
    step('2026-03-02 10:00', 'reviewed', { officers: reviewed }),
  ).until('2026-03-09 00:00')

describe('应当对记录内容进行审核，经审核无误后录入（处理程序规定第十九条）', () => {
  it('opens when who captured it also reviewed it, alone', () =>
    expect(judged(['J07'], ['J07'])).toMatchObject([{ facts: { officer: 'J07' }, concerns: { unit: 'traffic' } }]))
  it('finds nothing for another reviewer, alone or beside, nor for a device that captured by itself', () => {
    expect(judged(['J07'], ['J09'])).toEqual([])
    expect(judged(['J07'], ['J07', 'J09'])).toEqual([])
    expect(judged([], ['J07'])).toEqual([])
  })
})
