import { describe, expect, it } from 'vitest'
import { conferenceAbsent as rule } from '../../../server/rules/duty/conference-absent.ts'
import { called, calledOff, closes, day, excuses, far, joins, leaves } from '../../support/conferences.ts'
import { fed, feedStops, leave } from '../../support/duty.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const fedNow = fed('conferences')

describe('参加会议的人应当到会', () => {
  it('finds nothing when they join at the last instant', () =>
    expect(given(rule, fedNow, called(), joins(`${day} 15:15`), closes(`${day} 16:00`)).until(far)).toEqual([]))
  it('opens just past it, with nobody reporting', () => {
    expect(given(rule, fedNow, called()).until(`${day} 15:15`)).toEqual([])
    expect(given(rule, fedNow, called()).until(`${day} 15:16`)).toMatchObject([
      {
        subject: 'c1#o1',
        since: at(`${day} 15:00`),
        openedAt: at(`${day} 15:15`) + 1,
        facts: { conference: 'c1', officer: 'o1' },
        concerns: { unit: 'station-1', officers: ['o1'] },
      },
    ])
  })
  it('ends when they come after all: that is late, and another duty’s', () =>
    expect(
      given(rule, fedNow, called(), joins(`${day} 15:30`))
        .events(far)
        .flatMap((e) => (e.is === 'warned' ? [] : [e.is])),
    ).toEqual(['opened', 'ended']))
  it('whoever was there before and went is not there', () =>
    expect(given(rule, fedNow, called(), joins(`${day} 14:40`), leaves(`${day} 14:50`)).until(far)).toHaveLength(1))
  it('somebody else in their place is the wrong person, unless told beforehand; then the substitute is asked for', () => {
    expect(given(rule, fedNow, called(), joins(`${day} 14:50`, 'o7')).until(far)).toMatchObject([{ subject: 'c1#o1' }])
    const instead = excuses(`${day} 13:00`, { substitute: 'o7', approvedBy: 'o9' })
    expect(given(rule, fedNow, called(), instead, joins(`${day} 14:50`, 'o7')).until(far)).toEqual([])
    expect(given(rule, fedNow, called(), instead).until(far)).toMatchObject([{ subject: 'c1#o7' }])
  })
  it('excused with somebody’s approval, on leave or ordered out is excused', () => {
    expect(given(rule, fedNow, called(), excuses(`${day} 14:00`, { approvedBy: 'o9' })).until(far)).toEqual([])
    expect(given(rule, fedNow, called(), leave(`${day} 00:00`, `${day} 23:00`)).until(far)).toEqual([])
    const order: Moment = [
      `${day} 14:55`,
      'dispatch.ordered',
      { order: 'x', incident: 'i', carriers: ['officer/o1'], place: null, urgent: true },
    ]
    expect(given(rule, fedNow, called(), order).until(far)).toEqual([])
    expect(
      given(rule, fedNow, called(), excuses(`${day} 17:00`, { approvedBy: 'o9' }))
        .events(far)
        .at(-1),
    ).toMatchObject({ is: 'ended' })
  })
  it('an excuse that nobody approved, or the officer himself, excuses nobody: it stands in the finding', () => {
    for (const approvedBy of [null, 'o1'])
      expect(given(rule, fedNow, called(), excuses(`${day} 14:00`, { approvedBy })).until(far)).toMatchObject([
        { subject: 'c1#o1', evidence: [1, 2], facts: { excuse: 'not-approved' } },
      ])
    const [own] = given(rule, fedNow, called()).until(far)
    expect(own?.facts).not.toHaveProperty('excuse')
  })
  it('a substitute whom nobody approved need not come, and nobody is let off for them', () => {
    const instead = excuses(`${day} 13:00`, { substitute: 'o7' })
    expect(given(rule, fedNow, called(), instead).until(far)).toMatchObject([{ subject: 'c1#o1' }])
    expect(given(rule, fedNow, called(), instead, joins(`${day} 14:50`, 'o7')).until(far)).toMatchObject([
      { subject: 'c1#o1' },
    ])
  })
  it('a conference called off, or moved, is not missed', () => {
    expect(given(rule, fedNow, called(), calledOff(`${day} 14:00`)).until(far)).toEqual([])
    const moved = called({ startsAt: at(`${day} 17:00`), endsAt: at(`${day} 18:00`) }, `${day} 14:00`)
    expect(given(rule, fedNow, called(), moved, joins(`${day} 17:05`)).until(far)).toEqual([])
  })
  it('says nothing without the conference system, while it is down, or when only a terminal joined', () => {
    expect(given(rule, called()).until(far)).toEqual([])
    expect(given(rule, fedNow, feedStops(`${day} 15:05`), called()).until(far)).toEqual([])
    expect(given(rule, fedNow, called(), joins(`${day} 14:50`, null)).until(far)).toEqual([])
  })
  it('ends one whose coming in time is told late, and judges from 2013', () => {
    const late = joins(`${day} 14:55`, 'o1', `${day} 18:00`)
    expect(given(rule, fedNow, called(), late).events(far).at(-1)).toMatchObject({
      is: 'ended',
      at: at(`${day} 18:00`),
    })
    const on = (d: string): Moment[] => [
      [`${d} 00:00`, 'sensor.installed', { sensor: 's', watches: ['conferences'], owner: 'tech' }],
      called({ startsAt: at(`${d} 15:00`), endsAt: at(`${d} 16:00`) }, `${d} 09:00`),
    ]
    expect(given(rule, ...on('2012-12-31')).until('2013-03-01 00:00')).toEqual([])
    expect(given(rule, ...on('2013-01-01')).until('2013-03-01 00:00')).toHaveLength(1)
  })
})

it('rests on the notice', () => {
  expect(given(rule, fedNow, called()).until(far)).toMatchObject([{ evidence: [1] }])
})
