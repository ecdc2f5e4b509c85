import { describe, expect, it } from 'vitest'
import { handover as rule } from '../../../server/rules/duty/handover.ts'
import { day, watch } from '../../support/duty.ts'
import { change, handsOver } from '../../support/handovers.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const far = '2026-03-09 00:00'

describe('值班人员按时交接班并签字', () => {
  it('finds nothing when both sign at the last instant', () =>
    expect(given(rule, ...change(), handsOver(`${day} 21:00`)).until(far)).toEqual([]))
  it('opens just past it, with nobody reporting', () => {
    expect(given(rule, ...change()).until(`${day} 21:00`)).toEqual([])
    expect(given(rule, ...change()).until(`${day} 21:01`)).toMatchObject([
      {
        subject: 'd1',
        since: at(`${day} 21:00`),
        openedAt: at(`${day} 21:00`) + 1,
        facts: { duty: 'd1', from: 'o1', to: 'o2' },
        concerns: { unit: 'station-1', officers: ['o1', 'o2'] },
      },
    ])
  })
  it('one signature is not a handover; neither is one of others, or at another post', () => {
    expect(given(rule, ...change(), handsOver(`${day} 20:00`, { signedBy: ['o1'] })).until(far)).toHaveLength(1)
    expect(
      given(rule, ...change(), handsOver(`${day} 20:00`, { to: ['o7'], signedBy: ['o1', 'o7'] })).until(far),
    ).toHaveLength(1)
    expect(given(rule, ...change(), handsOver(`${day} 20:00`, { post: 'r9' })).until(far)).toHaveLength(1)
  })
  it('follows the watch that was moved, and asks nothing when nobody takes over', () => {
    const longer = watch({ endsAt: at(`${day} 21:00`) }, `${day} 07:00`)
    const next = watch(
      { duty: 'd2', officer: 'o2', startsAt: at(`${day} 21:00`), endsAt: at(`${day} 23:59`) },
      `${day} 07:00`,
    )
    expect(given(rule, ...change(), longer, next).until(far)).toMatchObject([{ since: at(`${day} 22:00`) }])
    expect(given(rule, watch()).until(far)).toEqual([])
  })
  it('keeps the finding when it is signed too late', () =>
    expect(given(rule, ...change(), handsOver(`${day} 22:00`)).until(far)).toMatchObject([
      { since: at(`${day} 21:00`) },
    ]))
  it('ends one whose handover in time is told late', () => {
    const events = given(rule, ...change(), handsOver(`${day} 20:10`, {}, `${day} 23:00`)).events(far)
    expect(events.flatMap((e) => (e.is === 'warned' ? [] : [e.is]))).toEqual(['opened', 'ended'])
  })
  it('judges from 28 December 2021', () => {
    const on = (d: string): Moment[] => [
      watch({ startsAt: at(`${d} 08:00`), endsAt: at(`${d} 20:00`) }, `${d} 06:00`),
      watch({ duty: 'd2', officer: 'o2', startsAt: at(`${d} 20:00`), endsAt: at(`${d} 23:59`) }, `${d} 06:00`),
    ]
    expect(given(rule, ...on('2021-12-27')).until('2022-01-10 00:00')).toEqual([])
    expect(given(rule, ...on('2021-12-28')).until('2022-01-10 00:00')).toHaveLength(1)
  })
})
