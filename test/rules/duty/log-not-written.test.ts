import { describe, expect, it } from 'vitest'
import { logNotWritten as rule } from '../../../server/rules/duty/log-not-written.ts'
import { day, watch } from '../../support/duty.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const far = '2026-03-09 00:00'
const log = (when: string, more: object = {}, heard?: string): Moment => [
  when,
  'duty-log.written',
  { log: 'g1', unit: 'station-1', by: 'o1', from: at(`${day} 08:00`), to: at(`${day} 20:00`), entries: 4, ...more },
  heard,
]

describe('值班人员如实填写值班记录', () => {
  it('finds nothing when it is written at the last instant', () =>
    expect(given(rule, watch(), log(`${day} 22:00`)).until(far)).toEqual([]))
  it('opens just past it, with nobody reporting', () => {
    expect(given(rule, watch()).until(`${day} 22:00`)).toEqual([])
    expect(given(rule, watch()).until(`${day} 22:01`)).toMatchObject([
      {
        since: at(`${day} 22:00`),
        openedAt: at(`${day} 22:00`) + 1,
        concerns: { unit: 'station-1', officers: ['o1'] },
      },
    ])
  })
  it('an empty log, one with fields missing, or one that leaves hours out is none', () => {
    expect(given(rule, watch(), log(`${day} 20:30`, { entries: 0 })).until(far)).toHaveLength(1)
    expect(given(rule, watch(), log(`${day} 20:30`, { missing: ['装备'] })).until(far)).toHaveLength(1)
    expect(given(rule, watch(), log(`${day} 20:30`, { from: at(`${day} 12:00`) })).until(far)).toHaveLength(1)
    expect(given(rule, watch(), log(`${day} 20:30`, { unit: 'station-2' })).until(far)).toHaveLength(1)
  })
  it('asks once of a watch of two', () =>
    expect(given(rule, watch(), watch({ duty: 'd2', officer: 'o2' })).until(far)).toMatchObject([
      { subject: 'd1', concerns: { officers: ['o1', 'o2'] } },
    ]))
  it('follows a watch that was prolonged', () =>
    expect(given(rule, watch(), watch({ endsAt: at(`${day} 21:00`) }, `${day} 12:00`)).until(far)).toMatchObject([
      { since: at(`${day} 23:00`) },
    ]))
  it('ends one whose log in time is told late', () => {
    const events = given(rule, watch(), log(`${day} 20:30`, {}, `${day} 23:30`)).events(far)
    expect(events.flatMap((e) => (e.is === 'warned' ? [] : [e.is]))).toEqual(['opened', 'ended'])
  })
  it('judges from 28 December 2021', () => {
    const on = (d: string) => watch({ startsAt: at(`${d} 08:00`), endsAt: at(`${d} 20:00`) }, `${d} 06:00`)
    expect(given(rule, on('2021-12-27')).until('2022-01-10 00:00')).toEqual([])
    expect(given(rule, on('2021-12-28')).until('2022-01-10 00:00')).toHaveLength(1)
  })
})

describe('whose log it is', () => {
  it('of those at the same post from the same hour; who begins later, or elsewhere, has his own', () => {
    const other = (more: object) =>
      given(rule, watch(), watch({ duty: 'd2', officer: 'o2', ...more }))
        .until(far)
        .map((f) => f.concerns.officers)
    expect(other({ startsAt: at(`${day} 10:00`) })).toEqual([['o1'], ['o2']])
    expect(other({ post: 'r2' })).toEqual([['o1'], ['o2']])
    expect(other({ role: 'leader' })).toEqual([['o1']])
  })
  it('a log that ends before the watch does is not the whole of it, and a leader’s watch needs none', () => {
    expect(given(rule, watch(), log(`${day} 20:30`, { to: at(`${day} 19:00`) })).until(far)).toHaveLength(1)
    expect(given(rule, watch({ role: 'leader' })).until(far)).toEqual([])
  })
})
