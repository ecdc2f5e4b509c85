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

describe('who takes over, and which handover is theirs', () => {
  const next = (when: string, more: object = {}) =>
    watch({ duty: 'd2', officer: 'o2', startsAt: at(`${day} ${when}`), endsAt: at(`${day} 23:59`), ...more })
  const found = (...moments: readonly Moment[]) => given(rule, watch(), ...moments).until(far)

  it('the watch at the same post that begins within half an hour of the end, before or after it', () => {
    for (const when of ['19:30', '20:00', '20:30']) expect(found(next(when))).toMatchObject([{ subject: 'd1' }])
    for (const when of ['19:29', '20:31']) expect(found(next(when))).toEqual([])
  })
  it('nobody at another post, of another unit, and nobody who leads; nor is a leader’s watch handed over', () => {
    for (const other of [{ post: 'r2' }, { unit: 'station-2' }, { role: 'leader' }])
      for (const roster of [
        [watch(), next('20:00', other)],
        [next('20:00', other), watch()],
      ])
        expect(given(rule, ...roster).until(far)).toEqual([])
    const led = watch({ role: 'leader' })
    expect(given(rule, next('20:00'), led).until(far)).toEqual([])
  })
  it('after a swap the officer who ends the watch hands it over', () => {
    const swapped: Moment = [
      `${day} 07:00`,
      'duty.swapped',
      { duty: 'd1', unit: 'station-1', from: 'o1', to: 'o3', sinceAt: at(`${day} 14:00`), approvedBy: null },
    ]
    const by = (who: string) => handsOver(`${day} 20:00`, { from: [who], signedBy: [who, 'o2'] })
    expect(found(next('20:00'), swapped, by('o1'))).toMatchObject([{ facts: { from: 'o3', to: 'o2' } }])
    expect(found(next('20:00'), swapped, by('o3'))).toEqual([])
  })
  it('a handover may be written up to three hours before the change, and need not name the post', () => {
    expect(found(next('20:00'), handsOver(`${day} 17:00`))).toEqual([])
    expect(found(next('20:00'), handsOver(`${day} 16:59`))).toHaveLength(1)
    expect(found(next('20:00'), handsOver(`${day} 20:00`, { post: null }))).toEqual([])
  })
  it('of several on either side one signature each is enough, and one side alone is not', () => {
    const crew = { from: ['o1', 'o3'], to: ['o2', 'o4'] }
    const signed = (...signedBy: readonly string[]) =>
      found(next('20:00'), handsOver(`${day} 20:00`, { ...crew, signedBy }))
    expect(signed('o3', 'o4')).toEqual([])
    expect(signed('o1', 'o3')).toHaveLength(1)
    expect(signed('o2', 'o4')).toHaveLength(1)
  })
})
