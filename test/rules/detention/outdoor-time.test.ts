import { describe, expect, it } from 'vitest'
import { outdoorTime as rule } from '../../../server/rules/detention/outdoor-time.ts'
import { given } from '../../support/timeline.ts'

const judged = (outdoorMinutes: number, facilityKind = 'lockup') =>
  given(rule, [
    '2026-03-02 22:00',
    'custody.activity',
    { person: 'p1', facility: 'jls-1', facilityKind, day: '2026-03-02', outdoorMinutes },
  ]).until('2026-03-03 00:00')

describe('拘留所应当保证被拘留人每日不少于2小时的拘室外活动时间（拘留所条例第二十一条）', () => {
  it('accepts 120 minutes and opens for 119', () => {
    expect(judged(120)).toEqual([])
    expect(judged(119)).toMatchObject([{ facts: { day: '2026-03-02', outdoorMinutes: 119 } }])
  })
  it('is about lock-ups', () => expect(judged(0, 'detention-house')).toEqual([]))
})
