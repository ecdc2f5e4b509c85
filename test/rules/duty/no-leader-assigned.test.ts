import { describe, expect, it } from 'vitest'
import { noLeaderAssigned as rule } from '../../../server/rules/duty/no-leader-assigned.ts'
import { day, watch } from '../../support/duty.ts'
import { at, given } from '../../support/timeline.ts'

const leader = (more: object = {}, told?: string) =>
  watch({ duty: 'd2', role: 'leader', officer: 'o9', post: null, ...more }, told)
const night = `${day} 23:00`

describe('公安机关实行二十四小时值班，由领导带班', () => {
  it('finds nothing while the roster may still be completed, and when it is', () => {
    expect(given(rule, watch()).until(`${day} 08:00`)).toEqual([])
    expect(given(rule, watch(), leader({}, `${day} 07:59`)).until(night)).toEqual([])
  })
  it('opens when the watch begins, with nobody reporting, and ends with it', () =>
    expect(given(rule, watch()).events(night)).toMatchObject([
      { is: 'opened', finding: { since: at(`${day} 08:00`), facts: { unit: 'station-1', assigned: 1 } } },
      { is: 'continued' },
      { is: 'ended', at: at(`${day} 20:01`) },
    ]))
  it('finds the part that no leader covers', () =>
    expect(given(rule, watch(), leader({ endsAt: at(`${day} 14:00`) })).until(night)).toMatchObject([
      { since: at(`${day} 14:00`) },
    ]))
  it('a leader of another unit leads nothing here; standby alone needs none', () => {
    expect(given(rule, watch(), leader({ unit: 'station-2' })).until(night)).toHaveLength(1)
    expect(given(rule, watch({ role: 'standby' })).until(night)).toEqual([])
  })
  it('a leader assigned late ends it; one told late is as if there all along', () => {
    expect(
      given(rule, watch(), leader({}, `${day} 10:00`))
        .events(night)
        .map((e) => e.is),
    ).toEqual(['opened', 'ended'])
  })
  it('judges from 28 December 2021', () => {
    const then = (d: string) => watch({ startsAt: at(`${d} 08:00`), endsAt: at(`${d} 20:00`) }, `${d} 06:00`)
    expect(given(rule, then('2021-12-27')).until('2022-01-10 00:00')).toEqual([])
    expect(given(rule, then('2021-12-28')).until('2022-01-10 00:00')).toHaveLength(1)
  })
})

it('rests on the watches of then, charged to their unit', () => {
  const evening = watch({ duty: 'd3', officer: 'o2', startsAt: at(`${day} 20:00`), endsAt: at('2026-03-03 08:00') })
  expect(given(rule, watch(), evening, leader()).until(night)).toMatchObject([
    { since: at(`${day} 20:00`), evidence: [1], facts: { assigned: 1 }, concerns: { unit: 'station-1' } },
  ])
})
