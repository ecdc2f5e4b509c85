import { describe, expect, it } from 'vitest'
import { conferenceLate as rule } from '../../../server/rules/duty/conference-late.ts'
import { called, closes, day, excuses, far, joins, leaves } from '../../support/conferences.ts'
import { fed, feedStops } from '../../support/duty.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const fedNow = fed('conferences')

describe('参加会议应当准时到会', () => {
  it('on the minute is on time, a second later is not', () => {
    expect(given(rule, fedNow, called(), joins(`${day} 15:00`)).until(far)).toEqual([])
    expect(given(rule, fedNow, called(), joins(`${day} 15:00:01`)).until(far)).toMatchObject([
      { since: at(`${day} 15:00`), facts: { joinedAt: at(`${day} 15:00:01`) }, concerns: { officers: ['o1'] } },
    ])
  })
  it('whoever never comes is not late: with nobody reporting nothing opens here', () =>
    expect(given(rule, fedNow, called(), closes(`${day} 16:00`)).until(far)).toEqual([]))
  it('whoever was there, stepped out before the beginning and came back late is late', () => {
    expect(
      given(rule, fedNow, called(), joins(`${day} 14:50`), leaves(`${day} 14:58`), joins(`${day} 15:10`)).until(far),
    ).toHaveLength(1)
    expect(
      given(rule, fedNow, called(), joins(`${day} 14:50`), leaves(`${day} 15:05`), joins(`${day} 15:10`)).until(far),
    ).toEqual([])
  })
  it('excused is excused; moved is moved', () => {
    expect(
      given(rule, fedNow, called(), excuses(`${day} 14:00`, { approvedBy: 'o9' }), joins(`${day} 15:30`)).until(far),
    ).toEqual([])
    const moved = called({ startsAt: at(`${day} 15:30`) }, `${day} 14:00`)
    expect(given(rule, fedNow, called(), moved, joins(`${day} 15:20`)).until(far)).toEqual([])
  })
  it('says nothing when the system was down', () =>
    expect(given(rule, fedNow, feedStops(`${day} 14:00`), called(), joins(`${day} 15:30`)).until(far)).toEqual([]))
  it('ends one whose coming in time is told late, dates truly one told late, judges from 2013', () => {
    const inTime = joins(`${day} 14:59`, 'o1', `${day} 18:00`)
    expect(
      given(rule, fedNow, called(), joins(`${day} 15:10`), inTime)
        .events(far)
        .map((e) => e.is),
    ).toEqual(['opened', 'ended'])
    expect(given(rule, fedNow, called(), joins(`${day} 15:10`, 'o1', `${day} 18:00`)).until(far)).toMatchObject([
      { since: at(`${day} 15:00`), openedAt: at(`${day} 18:00`) },
    ])
    const on = (d: string): Moment[] => [
      [`${d} 00:00`, 'sensor.installed', { sensor: 's', watches: ['conferences'], owner: 'tech' }],
      called({ startsAt: at(`${d} 15:00`), endsAt: at(`${d} 16:00`) }, `${d} 09:00`),
      joins(`${d} 15:10`),
    ]
    expect(given(rule, ...on('2012-12-31')).until('2013-03-01 00:00')).toEqual([])
    expect(given(rule, ...on('2013-01-01')).until('2013-03-01 00:00')).toHaveLength(1)
  })
})

it('rests on the notice and the coming, not on what they did afterwards', () => {
  const came = [joins(`${day} 15:05`), leaves(`${day} 15:30`), joins(`${day} 15:31`)]
  expect(given(rule, fed('conferences'), called(), ...came).grown(far)).toMatchObject([
    { evidence: [1, 2], facts: { joinedAt: at(`${day} 15:05`) }, concerns: { unit: 'station-1', officers: ['o1'] } },
  ])
})
