import { describe, expect, it } from 'vitest'
import { bloodTakenAlone as rule } from '../../../server/rules/ticket/blood-taken-alone.ts'
import { officer } from '../../support/custody.ts'
import { at, given } from '../../support/timeline.ts'

const drawn = (more: object, when = '2026-03-02 09:00') =>
  given(rule, officer('2010-01-01 09:00', 'F1', 'auxiliary'), [
    when,
    'blood.drawn',
    { sample: 's1', unit: 'traffic', person: 'p1', by: 'hospital', parts: 2, ...more },
  ]).until('2026-03-09 00:00')

describe('由两名交通警察或者由一名交通警察带领警务辅助人员将车辆驾驶人带到医疗机构提取血样（第三十六条）', () => {
  it('opens for one officer alone, for one named twice, and for auxiliaries without an officer', () => {
    expect(drawn({ officers: ['J07'] })).toMatchObject([
      { since: at('2026-03-02 09:00'), facts: { police: 1, present: 1 }, concerns: { officers: ['J07'] } },
    ])
    expect(drawn({ officers: ['J07', 'J07'] })).toHaveLength(1)
    expect(drawn({ officers: ['F1'], auxiliaries: ['F2'] })).toMatchObject([{ facts: { police: 0, present: 2 } }])
  })
  it('finds nothing for two, for one with an auxiliary, on the spot, and without anybody on record', () => {
    expect(drawn({ officers: ['J07', 'J09'] })).toEqual([])
    expect(drawn({ officers: ['J07'], auxiliaries: ['F1'] })).toEqual([])
    expect(drawn({ officers: ['J07', 'F1'] })).toEqual([])
    expect(drawn({ officers: ['J07'], by: 'forensic' })).toEqual([])
    expect(drawn({ officers: [] })).toEqual([])
  })
  it('judges nothing from before the rule', () => expect(drawn({ officers: ['J07'] }, '2020-04-30 23:59')).toEqual([]))
})
