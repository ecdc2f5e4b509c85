import { describe, expect, it } from 'vitest'
import { bloodSamplesFew as rule } from '../../../server/rules/ticket/blood-samples-few.ts'
import { at, given } from '../../support/timeline.ts'

const drawn = (parts: number | null, when = '2026-03-02 09:00') =>
  given(rule, [
    when,
    'blood.drawn',
    { sample: 's1', unit: 'traffic', person: 'p1', officers: ['J07', 'J09'], by: 'hospital', parts },
  ]).until('2026-03-09 00:00')

describe('固定不少于两份的血液样本（执勤执法工作规范附件1）', () => {
  it('opens for one and for none', () => {
    expect(drawn(1)).toMatchObject([{ since: at('2026-03-02 09:00'), facts: { samples: 1, least: 2 } }])
    expect(drawn(0)).toHaveLength(1)
  })
  it('finds nothing for two, for more, without a number, and before the norm', () => {
    expect(drawn(2)).toEqual([])
    expect(drawn(3)).toEqual([])
    expect(drawn(null)).toEqual([])
    expect(drawn(1, '2008-12-31 23:59')).toEqual([])
  })
})
