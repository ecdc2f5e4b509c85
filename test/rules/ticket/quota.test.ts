import { describe, expect, it } from 'vitest'
import { ticketQuota as rule } from '../../../server/rules/ticket/quota.ts'
import { given } from '../../support/timeline.ts'

const judged = (measures: string, more: object) =>
  given(rule, [
    '2026-03-02 09:00',
    'performance.indicator-set',
    { indicator: 'k1', unit: 'traffic', measures, text: '月度起数', ...more },
  ]).until('2026-03-09 00:00')

describe('不得下达或者变相下达罚款指标（道路交通安全法第八十六条）', () => {
  it('opens for a target of fines and for a ranking by penalties', () => {
    expect(judged('fine-amount', { target: 50000 })).toHaveLength(1)
    expect(judged('penalty-count', { ranks: true })).toMatchObject([{ facts: { ranks: true, text: '月度起数' } }])
  })
  it('leaves a count alone that nobody has to reach, and other measures', () => {
    expect(judged('penalty-count', {})).toEqual([])
    expect(judged('other', { target: 95, ranks: true })).toEqual([])
  })
})
