import { describe, expect, it } from 'vitest'
import { detentionLongest as rule } from '../../../server/rules/detention/longest.ts'
import { measure } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const judged = (rank: string, days: number | null, combinedDays: number | null = null) =>
  given(rule, measure('administrative-detention').approved('2026-03-02 09:00', rank, { days, combinedDays })).until(
    '2026-03-03 00:00',
  )

describe('行政拘留处罚合并执行的，最长不超过二十日（治安管理处罚法第十六条）', () => {
  it('accepts fifteen days alone and twenty together', () => {
    expect(judged('bureau-chief', 15)).toEqual([])
    expect(judged('bureau-chief', 15, 20)).toEqual([])
  })
  it('opens above', () => {
    expect(judged('bureau-chief', 16)).toMatchObject([{ facts: { why: 'too-long' } }])
    expect(judged('bureau-chief', 15, 21)).toMatchObject([{ facts: { why: 'combined-too-long' } }])
  })
})
describe('行政拘留处罚由县级以上公安机关 … 决定（程序规定第一百七十三条）', () => {
  it('opens when a station decides', () =>
    expect(judged('station-chief', 5)).toMatchObject([{ facts: { why: 'no-power' } }]))
})
