import { describe, expect, it } from 'vitest'
import { notSignedIn as rule } from '../../../server/rules/duty/not-signed-in.ts'
import { absence, day, fed, feedStops, leave, signsIn, signsOut, watch } from '../../support/duty.ts'
import { describeStretch } from '../../support/limits-of-stretches.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const night = `${day} 23:00`
const then = (d: string): Moment[] => [
  [`${d} 00:00`, 'sensor.installed', { sensor: 's', watches: ['duty'], owner: 'tech' }],
  watch({ startsAt: at(`${d} 08:00`), endsAt: at(`${d} 20:00`) }, `${d} 06:00`),
]

describeStretch('值班表安排的人应当按时到岗（人民警察法第三十二条）', {
  rule,
  begins: (heard) => [fed('duty'), watch({}, `${day} 06:00`, heard)],
  ends: (when, heard) => signsIn(when, 'o1', {}, heard),
  since: `${day} 08:00`,
  last: `${day} 08:15`,
  past: `${day} 08:40`,
  far: night,
  paused: [leave(`${day} 00:00`, `${day} 23:00`)],
  before: then('2012-12-31'),
  first: then('2013-01-01'),
  firstPast: '2013-01-01 22:00',
})

describe('who is there in the officer’s place', () => {
  it('a backup or a reported substitute', () => {
    expect(given(rule, fed('duty'), watch({ backup: 'o2' }), signsIn(`${day} 08:05`, 'o2')).until(night)).toEqual([])
    expect(
      given(rule, fed('duty'), watch(), absence(`${day} 07:30`), signsIn(`${day} 08:05`, 'o2')).until(night),
    ).toEqual([])
    expect(given(rule, fed('duty'), watch(), signsIn(`${day} 08:05`, 'o2')).until(night)).toHaveLength(1)
  })
  it('whoever is under orders need not sign in meanwhile', () => {
    const order: Moment = [
      `${day} 07:50`,
      'dispatch.ordered',
      { order: 'x', incident: 'i', carriers: ['officer/o1'], place: null, urgent: true },
    ]
    const closed: Moment = [`${day} 09:00`, 'dispatch.closed', { order: 'x', carriers: ['officer/o1'], result: 'done' }]
    expect(given(rule, fed('duty'), watch(), order, closed, signsIn(`${day} 09:10`)).until(night)).toEqual([])
    expect(given(rule, fed('duty'), watch(), order, closed).until(night)).toMatchObject([{ since: at(`${day} 09:00`) }])
  })
  it('leaving again is another duty’s', () =>
    expect(given(rule, fed('duty'), watch(), signsIn(`${day} 07:50`), signsOut(`${day} 09:00`)).until(night)).toEqual(
      [],
    ))
  it('leaders and patrols are not its business; leave of another is no excuse', () => {
    expect(given(rule, fed('duty'), watch({ role: 'leader' })).until(night)).toEqual([])
    expect(
      given(rule, fed('duty'), watch(), leave(`${day} 00:00`, night, { officer: 'o2' })).until(night),
    ).toHaveLength(1)
  })
})

describe('not knowing is a verdict', () => {
  it('says nothing without a sign-in system, or while it is down', () => {
    expect(given(rule, watch()).until(night)).toEqual([])
    expect(given(rule, fed('duty'), watch(), feedStops(`${day} 07:00`)).until(night)).toEqual([])
  })
})

describe('what the finding rests on, and what is heard of at once', () => {
  it('the roster, charged to the unit, for each of the roles that sign in', () => {
    for (const role of ['officer', 'standby', 'window', 'command', 'guard'])
      expect(given(rule, fed('duty'), watch({ role })).until(night), role).toMatchObject([
        { evidence: [1], facts: { role, post: 'r1' }, concerns: { unit: 'station-1', officers: ['o1'] } },
      ])
    for (const role of ['patrol', 'leader', 'other'])
      expect(given(rule, fed('duty'), watch({ role })).until(night), role).toEqual([])
  })
  it('a leave granted days before and told only during the watch ends it at once, as does a substitute', () => {
    const [when, kind, data] = leave(`${day} 00:00`, night)
    const ended = (...more: Moment[]) =>
      given(rule, fed('duty'), watch(), ...more)
        .events(night)
        .flatMap((e) => (e.is === 'ended' ? [e.at] : []))
    expect(ended([when, kind, data!, `${day} 10:00`])).toEqual([at(`${day} 10:00`)])
    expect(ended(signsIn(`${day} 07:55`, 'o2'), absence(`${day} 10:00`))).toEqual([at(`${day} 10:00`)])
  })
  it('is unknown from when the system is down, and only then', () => {
    const verdict = (...more: Moment[]) => given(rule, fed('duty'), watch(), ...more).verdict(`${day} 12:00`, 'd1')
    expect(verdict(feedStops(`${day} 10:00`))).toMatchObject({
      is: 'unknown',
      missing: 'sensor.installed watches duty',
    })
    expect(verdict(signsIn(`${day} 08:05`))).not.toMatchObject({ is: 'unknown' })
  })
})
