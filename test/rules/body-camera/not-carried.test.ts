import { describe, expect, it } from 'vitest'
import { notCarried as rule } from '../../../server/rules/body-camera/not-carried.ts'
import { officer } from '../../support/custody.ts'
import { leave } from '../../support/duty.ts'
import { describeStretch } from '../../support/limits-of-stretches.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const day = '2026-03-02'
const night = `${day} 23:00`
const platform: Moment = [
  '2021-01-01 00:00',
  'sensor.installed',
  { sensor: 'cameras', watches: ['body-cameras'], owner: 'tech' },
]
const shift = (d = day, more: object = {}, heard?: string): Moment => [
  `${d} 06:00`,
  'shift.scheduled',
  {
    shift: 's1',
    carrier: 'vehicle/v1',
    unit: 'station-1',
    beat: 'b1',
    startsAt: at(`${d} 08:00`),
    endsAt: at(`${d} 20:00`),
    crew: ['o1'],
    ...more,
  },
  heard,
]
const drawn = (when: string, who = 'o1', heard?: string): Moment => [
  when,
  'body-camera.issued',
  { device: 'cam1', officer: who, unit: 'station-1' },
  heard,
]
const returned = (when: string): Moment => [
  when,
  'body-camera.returned',
  { device: 'cam1', officer: 'o1', unit: 'station-1' },
]

describeStretch('执法执勤按规定携带执法记录仪', {
  rule,
  begins: (heard) => [platform, shift(day, {}, heard)],
  ends: (when, heard) => drawn(when, 'o1', heard),
  since: `${day} 08:00`,
  last: `${day} 08:30`,
  past: `${day} 08:45`,
  far: night,
  paused: [leave(`${day} 00:00`, night)],
  before: [platform, shift('2021-12-27')],
  first: [platform, shift('2021-12-28')],
  firstPast: '2021-12-28 22:00',
})

describe('who carries one', () => {
  it('drawn before the shift and kept is carried; handed back is not', () => {
    expect(given(rule, platform, drawn(`${day} 07:30`), shift()).until(night)).toEqual([])
    expect(given(rule, platform, drawn(`${day} 07:30`), shift(), returned(`${day} 12:00`)).until(night)).toMatchObject([
      { subject: 's1#o1', since: at(`${day} 12:00`), concerns: { officers: ['o1'], carrier: 'vehicle/v1' } },
    ])
  })
  it('each officer of the crew, no auxiliary, no shift without a beat', () => {
    const two = shift(day, { crew: ['o1', 'o2'] })
    expect(given(rule, platform, drawn(`${day} 07:30`), two).until(night)).toMatchObject([{ subject: 's1#o2' }])
    expect(
      given(rule, platform, drawn(`${day} 07:30`), officer('2026-03-01 00:00', 'o2', 'auxiliary'), two).until(night),
    ).toEqual([])
    expect(given(rule, platform, shift(day, { beat: null })).until(night)).toEqual([])
  })
  it('an exemption covers its time; without the platform nothing is said', () => {
    const free: Moment = [
      `${day} 07:00`,
      'body-camera.exempted',
      { officer: 'o1', unit: 'station-1', startsAt: at(`${day} 08:00`), endsAt: at(`${day} 20:00`), ground: 'guard' },
    ]
    expect(given(rule, platform, free, shift()).until(night)).toEqual([])
    expect(given(rule, shift()).until(night)).toEqual([])
  })
  it('a platform that goes and comes back is heard by itself', () => {
    const down: Moment = [`${day} 09:00`, 'sensor.failed', { sensor: 'cameras', fault: 'offline' }]
    const up: Moment = [`${day} 12:00`, 'sensor.restored', { sensor: 'cameras' }]
    const said = given(rule, platform, shift(), down, up)
    expect(said.until(night).map((f) => f.since)).toEqual([at(`${day} 08:00`), at(`${day} 12:00`)])
    expect(said.events(`${day} 15:00`).flatMap((e) => (e.is === 'ended' ? [e.at] : []))).toEqual([at(`${day} 09:01`)])
  })
})

describe('which shift, and what the finding rests on', () => {
  it('the last four words on cameras of the officer, and the unit of the shift', () => {
    const words = [drawn(`${day} 07:00`), returned(`${day} 07:10`), drawn(`${day} 07:20`), returned(`${day} 07:30`)]
    const more = [drawn(`${day} 07:40`), returned(`${day} 12:00`)]
    expect(given(rule, platform, shift(), ...words, ...more).until(night)).toMatchObject([
      { evidence: [4, 5, 6, 7], concerns: { unit: 'station-1' }, facts: { beat: 'b1', shift: 's1' } },
    ])
  })
  it('each of two shifts by itself', () => {
    const evening = shift(day, { shift: 's2', startsAt: at(`${day} 20:30`), endsAt: at('2026-03-03 02:00') })
    expect(
      given(rule, platform, drawn(`${day} 07:30`), shift(), evening, returned(`${day} 20:10`)).until(night),
    ).toMatchObject([{ subject: 's2#o1', since: at(`${day} 20:30`) }])
  })
  it('an exemption or a leave told during it is heard at once', () => {
    const told = `${day} 10:00`
    const free: Moment = [
      told,
      'body-camera.exempted',
      { officer: 'o1', unit: 'station-1', startsAt: at(`${day} 08:00`), endsAt: at(`${day} 20:00`), ground: 'guard' },
    ]
    const [, kind, data] = leave(`${day} 00:00`, night)
    const ended = (one: Moment) =>
      given(rule, platform, shift(), one)
        .events(night)
        .flatMap((e) => (e.is === 'ended' ? [e.at] : []))
    expect(ended(free)).toEqual([at(told)])
    expect(ended(['2026-02-20 09:00', kind, data!, told])).toEqual([at(told)])
  })
  it('where the platform never told anything it is unknown, where it did it is not', () => {
    const of = (...moments: Moment[]) => given(rule, ...moments).verdict(`${day} 12:00`, 's1#o1')
    expect(of(shift(), drawn(`${day} 11:00`), returned(`${day} 11:30`))).toMatchObject({
      is: 'unknown',
      missing: 'sensor.installed watches body-cameras',
    })
    expect(of(platform, drawn(`${day} 07:30`), shift(), returned(`${day} 11:50`))).not.toMatchObject({ is: 'unknown' })
  })
})
