import { describe, expect, it } from 'vitest'
import { leadersAway as rule } from '../../../server/rules/duty/leaders-away.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const leads = (officer: string, office: string, more: object = {}): Moment => [
  '2021-06-01 00:00',
  'leader.appointed',
  { appointment: office, officer, unit: 'station-1', office, startsAt: at('2021-06-01 00:00'), ...more },
]
const away = (officer: string, from: string, to: string, more: object = {}, heard?: string): Moment => [
  '2021-12-01 09:00',
  'leave.approved',
  { leave: `l-${officer}`, officer, kind: 'annual', startsAt: at(from), endsAt: at(to), outOfArea: true, ...more },
  heard,
]
const both = [leads('o1', 'chief'), leads('o2', 'daily')] as const
const far = '2026-04-01 00:00'

describe('主要领导与主持日常工作的副职原则上不同时离开本地', () => {
  it('finds nothing when the one comes back as the other leaves', () =>
    expect(
      given(
        rule,
        ...both,
        away('o1', '2026-03-01 00:00', '2026-03-05 00:00'),
        away('o2', '2026-03-05 00:00', '2026-03-09 00:00'),
      ).until(far),
    ).toEqual([]))
  it('opens a moment after both are away, with nobody reporting, and ends when one is back', () => {
    const days = [
      away('o1', '2026-03-01 00:00', '2026-03-05 00:00'),
      away('o2', '2026-03-04 00:00', '2026-03-09 00:00'),
    ] as const
    expect(given(rule, ...both, ...days).until('2026-03-04 00:00')).toEqual([])
    const events = given(rule, ...both, ...days).events(far)
    expect(events).toMatchObject([
      {
        is: 'opened',
        finding: {
          since: at('2026-03-04 00:00'),
          facts: { chief: 'o1', daily: 'o2' },
          concerns: { unit: 'station-1' },
        },
      },
      { is: 'continued' },
      { is: 'ended', at: at('2026-03-05 00:01') },
    ])
  })
  it('a leave that is cut short is over then', () =>
    expect(
      given(
        rule,
        ...both,
        away('o1', '2026-03-01 00:00', '2026-03-05 00:00'),
        ['2026-03-03 08:00', 'leave.withdrawn', { leave: 'l-o1', officer: 'o1' }],
        away('o2', '2026-03-04 00:00', '2026-03-09 00:00'),
      ).until(far),
    ).toEqual([]))
  it('staying in the county, another deputy, or an office that ended is nothing', () => {
    const o1 = away('o1', '2026-03-01 00:00', '2026-03-05 00:00')
    expect(
      given(rule, ...both, o1, away('o2', '2026-03-04 00:00', '2026-03-09 00:00', { outOfArea: false })).until(far),
    ).toEqual([])
    expect(
      given(
        rule,
        leads('o1', 'chief'),
        leads('o2', 'deputy'),
        o1,
        away('o2', '2026-03-04 00:00', '2026-03-09 00:00'),
      ).until(far),
    ).toEqual([])
    const left = leads('o2', 'daily', { endsAt: at('2026-03-01 00:00') })
    expect(
      given(rule, leads('o1', 'chief'), left, o1, away('o2', '2026-03-04 00:00', '2026-03-09 00:00')).until(far),
    ).toEqual([])
  })
  it('says nothing when it is not stated that they leave the area', () =>
    expect(
      given(
        rule,
        ...both,
        away('o1', '2026-03-01 00:00', '2026-03-05 00:00', { outOfArea: null }),
        away('o2', '2026-03-04 00:00', '2026-03-09 00:00'),
      ).until(far),
    ).toEqual([]))
  it('judges from 28 December 2021, and dates truly what is told late', () => {
    const old = [away('o1', '2021-12-20 00:00', '2021-12-26 00:00'), away('o2', '2021-12-20 00:00', '2021-12-26 00:00')]
    expect(given(rule, ...both, ...old).until(far)).toEqual([])
    expect(rule.params[0]!.from).toBe('2021-12-28')
    const late = [
      away('o1', '2026-03-01 00:00', '2026-03-05 00:00'),
      away('o2', '2026-03-02 00:00', '2026-03-04 00:00', {}, '2026-03-06 09:00'),
    ]
    expect(given(rule, ...both, ...late).until(far)).toMatchObject([
      { since: at('2026-03-02 00:00'), openedAt: at('2026-03-06 09:00') },
    ])
  })
})
