import { describe, expect, it } from 'vitest'
import { conferenceLeftEarly as rule } from '../../../server/rules/duty/conference-left-early.ts'
import { called, closes, day, excuses, far, joins, leaves } from '../../support/conferences.ts'
import { fed } from '../../support/duty.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const start = [fed('conferences'), called(), joins(`${day} 14:50`)] as const

describe('参加会议不得早退', () => {
  it('five minutes before the end is tolerated, more is not', () => {
    expect(given(rule, ...start, leaves(`${day} 15:55`), closes(`${day} 16:00`)).until(far)).toEqual([])
    expect(given(rule, ...start, leaves(`${day} 15:54`), closes(`${day} 16:00`)).until(far)).toMatchObject([
      { since: at(`${day} 15:54`), openedAt: at(`${day} 16:00`), facts: { leftAt: at(`${day} 15:54`), times: 1 } },
    ])
  })
  it('out for five minutes and back is tolerated, longer is not', () => {
    expect(
      given(rule, ...start, leaves(`${day} 15:20`), joins(`${day} 15:25`), closes(`${day} 16:00`)).until(far),
    ).toEqual([])
    expect(
      given(rule, ...start, leaves(`${day} 15:20`), joins(`${day} 15:26`), closes(`${day} 16:00`)).until(far),
    ).toHaveLength(1)
  })
  it('opens nothing before the conference is closed, with nobody reporting', () =>
    expect(given(rule, ...start, leaves(`${day} 15:10`)).until(far)).toEqual([]))
  it('goes by the real end, earlier or later than planned', () => {
    expect(given(rule, ...start, leaves(`${day} 15:40`), closes(`${day} 15:40`)).until(far)).toEqual([])
    expect(given(rule, ...start, leaves(`${day} 16:05`), closes(`${day} 16:30`)).until(far)).toHaveLength(1)
  })
  it('leaving before it began, and staying to the end, is nothing', () => {
    expect(
      given(
        rule,
        fed('conferences'),
        called(),
        joins(`${day} 14:40`),
        leaves(`${day} 14:50`),
        joins(`${day} 14:55`),
        closes(`${day} 16:00`),
      ).until(far),
    ).toEqual([])
    expect(given(rule, ...start, closes(`${day} 16:00`), leaves(`${day} 16:00`)).until(far)).toEqual([])
  })
  it('ordered out is excused when it is entered and approved', () =>
    expect(
      given(
        rule,
        ...start,
        leaves(`${day} 15:20`),
        closes(`${day} 16:00`),
        excuses(`${day} 17:00`, { approvedBy: 'o9' }),
      )
        .events(far)
        .at(-1),
    ).toMatchObject({ is: 'ended' }))
  it('dates truly what is told late, and judges from 2013', () => {
    expect(
      given(rule, ...start, leaves(`${day} 15:20`, 'o1', `${day} 18:00`), closes(`${day} 16:00`)).until(far),
    ).toMatchObject([{ since: at(`${day} 15:20`), openedAt: at(`${day} 18:00`) }])
    const on = (d: string): Moment[] => [
      [`${d} 00:00`, 'sensor.installed', { sensor: 's', watches: ['conferences'], owner: 'tech' }],
      called({ startsAt: at(`${d} 15:00`), endsAt: at(`${d} 16:00`) }, `${d} 09:00`),
      joins(`${d} 14:50`),
      leaves(`${d} 15:10`),
      closes(`${d} 16:00`),
    ]
    expect(given(rule, ...on('2012-12-31')).until('2013-03-01 00:00')).toEqual([])
    expect(given(rule, ...on('2013-01-01')).until('2013-03-01 00:00')).toHaveLength(1)
  })
})

describe('what the finding rests on', () => {
  it('the notice, the leaving, the return and the end', () =>
    expect(
      given(rule, ...start, leaves(`${day} 15:20`), joins(`${day} 15:26`), closes(`${day} 16:00`)).until(far),
    ).toMatchObject([{ evidence: [1, 3, 4, 5], facts: { until: at(`${day} 15:26`) } }]))
  it('leaving as it begins is leaving it, and a leaving told twice lasts from the first', () => {
    expect(
      given(rule, ...start, leaves(`${day} 15:00`), joins(`${day} 15:10`), closes(`${day} 16:00`)).until(far),
    ).toMatchObject([{ since: at(`${day} 15:00`) }])
    const twice = [leaves(`${day} 15:20`), leaves(`${day} 15:22`), joins(`${day} 15:28`), closes(`${day} 16:00`)]
    expect(given(rule, ...start, ...twice).until(far)).toMatchObject([{ since: at(`${day} 15:20`) }])
  })
})
