import { describe, expect, it } from 'vitest'
import { bailForfeitureApproval as rule } from '../../../server/rules/coercive-measure/bail-forfeiture-approval.ts'
import { at, given } from '../../support/timeline.ts'

const judged = (yuan: number, rank: string | null, when = '2026-03-02 10:00') =>
  given(rule, [
    when,
    'bail.forfeited',
    { forfeiture: 'f1', measure: 'm1', person: 'p1', unit: 'crime', yuan, rank },
  ]).until('2026-03-03 00:00')

describe('报县级以上公安机关负责人批准；五万元以上 … 设区的市一级以上公安机关负责人批准（程序规定第九十七条）', () => {
  it('finds nothing with the approval that the sum asks for, both bounds included', () => {
    expect(judged(49_999, 'bureau-chief')).toEqual([])
    expect(judged(50_000, 'city-bureau')).toEqual([])
  })
  it('opens without approval, by a department, or by the county for fifty thousand', () => {
    expect(judged(2_000, null)).toMatchObject([{ since: at('2026-03-02 10:00') }])
    expect(judged(2_000, 'department-chief')).toHaveLength(1)
    expect(judged(50_000, 'bureau-chief')).toMatchObject([{ facts: { large: true } }])
  })
  it('judges nothing before 2013', () => expect(judged(2_000, null, '2012-12-31 10:00')).toEqual([]))
})
