import { describe, expect, it } from 'vitest'
import { offPost as rule } from '../../../server/rules/duty/off-post.ts'
import { room, sensor } from '../../support/custody.ts'
import { absence, back, day, fed, feedStops, leave, signsIn, signsOut, watch } from '../../support/duty.ts'
import { describeStretch } from '../../support/limits-of-stretches.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const night = `${day} 23:00`
const then = (d: string): Moment[] => [
  [`${d} 00:00`, 'sensor.installed', { sensor: 's', watches: ['duty'], owner: 'tech' }],
  watch({ startsAt: at(`${d} 08:00`), endsAt: at(`${d} 20:00`) }, `${d} 06:00`),
  signsIn(`${d} 08:00`),
  signsOut(`${d} 09:00`),
]

describeStretch('值班时不得擅离岗位：确需离开的，报告并安排替岗', {
  rule,
  begins: (heard) => [
    fed('duty'),
    watch({}, `${day} 06:00`, heard),
    signsIn(`${day} 08:00`, 'o1', {}, heard),
    signsOut(`${day} 10:00`, 'o1', {}, heard),
  ],
  ends: (when, heard) => signsIn(when, 'o1', {}, heard),
  since: `${day} 10:00`,
  last: `${day} 10:15`,
  past: `${day} 10:40`,
  far: night,
  paused: [absence(`${day} 09:59`)],
  before: then('2012-12-31'),
  first: then('2013-01-01'),
  firstPast: '2013-01-01 22:00',
})

const came = [fed('duty'), watch(), signsIn(`${day} 08:00`)] as const

describe('报告 and 替岗', () => {
  it('a report without a substitute excuses nothing, and is told', () =>
    expect(
      given(rule, ...came, absence(`${day} 09:59`, { substitute: null }), signsOut(`${day} 10:00`)).until(night),
    ).toMatchObject([{ since: at(`${day} 10:00`), facts: { reported: true } }]))
  it('whoever reports leaving and leaves nobody there has left, though still signed in, until they report back', () => {
    const alone = absence(`${day} 10:00`, { substitute: null })
    expect(given(rule, ...came, alone, back(`${day} 10:15`)).until(night)).toEqual([])
    expect(given(rule, ...came, alone, back(`${day} 10:16`)).until(night)).toMatchObject([
      { since: at(`${day} 10:00`), evidence: [1, 2, 3], facts: { reported: true } },
    ])
    expect(given(rule, ...came, alone, signsIn(`${day} 10:15`)).until(night)).toEqual([])
    const until = absence(`${day} 10:00`, { substitute: null, until: at(`${day} 10:10`) })
    expect(given(rule, ...came, until).until(night)).toEqual([])
  })
  it('a report that comes after leaving excuses from then on only', () =>
    expect(given(rule, ...came, signsOut(`${day} 10:00`), absence(`${day} 11:00`)).until(night)).toMatchObject([
      { since: at(`${day} 10:00`), facts: { reported: false } },
    ]))
  it('when the reported absence is over, the time counts again', () =>
    expect(
      given(rule, ...came, absence(`${day} 09:59`), signsOut(`${day} 10:00`), back(`${day} 12:00`)).until(night),
    ).toMatchObject([{ since: at(`${day} 12:00`) }]))
  it('orders, tasks and leave are not counted', () => {
    const task: Moment = [
      `${day} 07:00`,
      'task.approved',
      {
        task: 't',
        carrier: 'officer/o1',
        purpose: 'meal',
        startsAt: at(`${day} 10:00`),
        endsAt: at(`${day} 10:40`),
        approvedBy: 'o9',
      },
    ]
    const again = signsIn(`${day} 10:45`)
    expect(given(rule, ...came, task, signsOut(`${day} 10:00`), again).until(night)).toEqual([])
    expect(given(rule, ...came, leave(`${day} 09:00`, `${day} 20:00`), signsOut(`${day} 10:00`)).until(night)).toEqual(
      [],
    )
  })
  it('the crew of a car that is ordered out is with the car', () => {
    const shift: Moment = [
      `${day} 06:00`,
      'shift.scheduled',
      {
        shift: 's',
        carrier: 'vehicle/v1',
        unit: 'station-1',
        beat: null,
        startsAt: at(`${day} 08:00`),
        endsAt: at(`${day} 20:00`),
        crew: ['o1'],
      },
    ]
    const order: Moment = [
      `${day} 10:00`,
      'dispatch.ordered',
      { order: 'x', incident: 'i', carriers: ['vehicle/v1'], place: null, urgent: true },
    ]
    const closed: Moment = [`${day} 11:00`, 'dispatch.closed', { order: 'x', carriers: ['vehicle/v1'], result: '' }]
    expect(
      given(rule, ...came, shift, order, signsOut(`${day} 10:00`), closed, signsIn(`${day} 11:05`)).until(night),
    ).toEqual([])
  })
})

describe('a post with a badge door is seen by the door', () => {
  const door = [room('2026-03-01 00:00', { kind: 'duty-room' }), sensor('2026-03-01 00:00', ['badges'])] as const
  const passes = (when: string, kind: 'room.entered' | 'room.left', more: object = {}): Moment => [
    when,
    kind,
    { room: 'r1', who: 'o1', as: 'officer', ...more },
  ]
  it('whoever leaves the room without signing out has left it', () =>
    expect(
      given(rule, ...came, ...door, passes(`${day} 08:00`, 'room.entered'), passes(`${day} 13:00`, 'room.left')).until(
        night,
      ),
    ).toMatchObject([{ since: at(`${day} 13:00`), openedAt: at(`${day} 13:15`) + 1 }]))
  it('another room of the unit is not away', () => {
    const other: Moment = [
      '2026-03-01 00:00',
      'room.registered',
      {
        room: 'r2',
        name: { zh: '询问室', en: 'Room' },
        unit: 'station-1',
        kind: 'questioning-room',
        facility: 'station',
      },
    ]
    const there = passes(`${day} 13:00`, 'room.entered', { room: 'r2' })
    expect(given(rule, ...came, ...door, other, passes(`${day} 08:00`, 'room.entered'), there).until(night)).toEqual([])
  })
})

describe('not knowing is a verdict', () => {
  it('says nothing while the sign-in system is down', () => {
    expect(given(rule, ...came, feedStops(`${day} 09:00`), signsOut(`${day} 10:00`)).until(night)).toEqual([])
  })
  it('nor of whoever never came: that is another duty’s', () =>
    expect(given(rule, fed('duty'), watch()).until(night)).toEqual([]))
})

describe('what the finding rests on, and what is heard of at once', () => {
  const gone = (role: string, post: string | null = 'r1') => [
    fed('duty'),
    watch({ role, post }),
    signsIn(`${day} 08:00`),
    signsOut(`${day} 10:00`),
  ]
  it('the roster and the signs, charged to the unit, for each of the roles that hold a post', () => {
    for (const role of ['officer', 'window', 'command', 'guard'])
      expect(given(rule, ...gone(role)).until(night), role).toMatchObject([
        { evidence: [1, 2, 3], concerns: { unit: 'station-1', officers: ['o1'] } },
      ])
    for (const role of ['patrol', 'leader', 'standby', 'other'])
      expect(given(rule, ...gone(role)).until(night), role).toEqual([])
    expect(given(rule, ...gone('officer', null)).until(night)).toEqual([])
  })
  it('a leave granted days before and told only during the watch ends it at once', () => {
    const [when, kind, data] = leave(`${day} 00:00`, night)
    const told: Moment = [when, kind, data!, `${day} 11:00`]
    expect(
      given(rule, ...gone('officer'), told)
        .events(night)
        .flatMap((e) => (e.is === 'ended' ? [e.at] : [])),
    ).toEqual([at(`${day} 11:00`)])
  })
  it('a report of an absence that was over before is none of this one', () => {
    const before = [absence(`${day} 08:30`, { substitute: null }), back(`${day} 08:40`)]
    expect(given(rule, ...came, ...before, signsOut(`${day} 10:00`)).until(night)).toMatchObject([
      { since: at(`${day} 10:00`), facts: { reported: false } },
    ])
  })
})
