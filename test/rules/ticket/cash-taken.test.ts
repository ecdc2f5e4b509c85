import { describe, expect, it } from 'vitest'
import { cashTaken as rule } from '../../../server/rules/ticket/cash-taken.ts'
import { given, type Moment } from '../../support/timeline.ts'

const judged = (from: string, receipt: boolean | null) =>
  given(rule, [
    '2026-03-02 09:00',
    'roadside.cash-taken',
    { unit: 'traffic', officers: ['J07'], from, amountYuan: 20, receipt },
  ]).until('2026-03-09 00:00')

describe('对行人、乘车人和非机动车驾驶人的罚款 … 可以当场予以收缴罚款（道路交通安全法第一百零八条）', () => {
  it('never from the driver of a motor vehicle, receipt or not', () => {
    expect(judged('motor-driver', true)).toMatchObject([{ facts: { why: 'motor-driver' } }])
    for (const from of ['pedestrian', 'passenger', 'non-motor-driver']) expect(judged(from, true)).toEqual([])
  })
  it('never without the receipt of the finance department', () => {
    expect(judged('pedestrian', false)).toMatchObject([{ facts: { why: 'no-receipt' } }])
    expect(judged('pedestrian', null)).toEqual([])
  })
  it('two who take at the same moment are two, whichever is told first', () => {
    const taken = (officer: string, from: string, ticket: string | null = null): Moment => [
      '2026-03-02 09:00',
      'roadside.cash-taken',
      { unit: 'traffic', officers: [officer], ticket, from, amountYuan: 20, receipt: true },
    ]
    const found = (...scene: Moment[]) => given(rule, ...scene).until('2026-03-09 00:00')
    expect(found(taken('J07', 'motor-driver'), taken('J09', 'motor-driver'))).toMatchObject([
      { concerns: { officers: ['J07'] } },
      { concerns: { officers: ['J09'] } },
    ])
    expect(found(taken('J07', 'pedestrian'), taken('J07', 'motor-driver'))).toHaveLength(1)
    expect(found(taken('J07', 'motor-driver', 't1'), taken('J07', 'motor-driver', 't2'))).toHaveLength(2)
    expect(found(taken('J07', 'motor-driver'), taken('J07', 'motor-driver'))).toHaveLength(1)
  })
})
