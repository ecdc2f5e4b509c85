import { describe, expect, it } from 'vitest'
import { vehicleLent as rule } from '../../../server/rules/vehicle/lent.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const far = '2027-06-01 00:00'
const lent = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'vehicle.lent',
  { vehicle: 'v1', unit: 's1', to: '某公司', ...more },
  heard,
]

describe('警车……应当严格按照规定的用途和条件使用（道路交通安全法第十五条）', () => {
  it('finds a car that was lent outside, approved or not', () => {
    expect(given(rule, lent('2026-03-02 10:00')).until(far)).toMatchObject([
      {
        since: at('2026-03-02 10:00'),
        facts: { lentTo: '某公司', approvedBy: null },
        concerns: { carrier: 'vehicle/v1', unit: 's1' },
      },
    ])
    expect(given(rule, lent('2026-03-02 10:00', { approvedBy: 'o9' })).until(far)).toMatchObject([
      { facts: { approvedBy: 'o9' } },
    ])
  })
  it('each loan by itself', () =>
    expect(
      given(rule, lent('2026-03-02 10:00'), lent('2026-03-05 10:00'))
        .events(far)
        .map((e) => e.is),
    ).toEqual(['opened', 'opened']))
  it('a car that its own people drive is lent to nobody', () =>
    expect(
      given(rule, ['2026-03-02 09:00', 'vehicle.driven-by', { vehicle: 'v1', officer: 'o1', source: 'card' }]).until(
        far,
      ),
    ).toEqual([]))
  it('dates truly what is told late, and judges from May 2004', () => {
    expect(given(rule, lent('2026-03-02 10:00', {}, '2026-04-01 10:00')).until(far)).toMatchObject([
      { since: at('2026-03-02 10:00'), openedAt: at('2026-04-01 10:00') },
    ])
    expect(given(rule, lent('2004-04-30 23:59')).until(far)).toEqual([])
    expect(given(rule, lent('2004-05-01 00:00')).until(far)).toHaveLength(1)
  })
})
