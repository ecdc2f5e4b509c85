import { describe, expect, it } from 'vitest'
import { questioningTierGround as rule } from '../../../server/rules/questioning/tier-ground.ts'
import { measure } from '../../support/custody.ts'
import { given } from '../../support/timeline.ts'

const judged = (when: string, hours: number, grounds: string[]) =>
  given(rule, measure('summons-written').extended(when, hours, 'hour', 'station-chief', { grounds })).until(
    '2027-01-01 00:00',
  )

describe('情况复杂，依照本法规定可能适用行政拘留处罚的，… 二十四小时（治安管理处罚法第九十七条）', () => {
  it('opens for 24 hours in a case that is merely complex', () =>
    expect(judged('2026-03-02 12:00', 24, ['complex'])).toHaveLength(1))
  it('opens for 24 hours where detention may follow in a case that nobody calls complex', () =>
    expect(judged('2026-03-02 12:00', 24, ['detention-possible'])).toHaveLength(1))
  it('takes fewer hours for the tier they lie in', () => {
    expect(judged('2026-03-02 12:00', 20, ['complex', 'detention-possible'])).toEqual([])
    expect(judged('2026-03-02 12:00', 20, ['many-involved'])).toHaveLength(1)
    expect(judged('2026-03-02 12:00', 10, ['many-involved'])).toEqual([])
    expect(judged('2025-12-31 12:00', 12, ['complex', 'detention-possible'])).toEqual([])
  })
  it('finds nothing where detention may follow, or no ground is written', () => {
    expect(judged('2026-03-02 12:00', 24, ['complex', 'detention-possible'])).toEqual([])
    expect(judged('2026-03-02 12:00', 24, [])).toEqual([])
  })
  it('knows twelve hours since 2026 only, for many people or an unknown identity', () => {
    expect(judged('2025-12-31 23:59', 12, ['many-involved'])).toHaveLength(1)
    expect(judged('2026-01-01 00:00', 12, ['many-involved'])).toEqual([])
    expect(judged('2026-03-02 12:00', 12, ['complex'])).toHaveLength(1)
  })
  it('opens for a tier that does not exist', () =>
    expect(judged('2026-03-02 12:00', 48, ['complex', 'detention-possible'])).toHaveLength(1))
})
