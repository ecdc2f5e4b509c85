import { describe, expect, it } from 'vitest'
import { roomEmpty as rule } from '../../../server/rules/duty/room-empty.ts'
import { room, sensor, sensorFails, sensorReturns } from '../../support/custody.ts'
import { absence, day, watch } from '../../support/duty.ts'
import { describeStretch } from '../../support/limits-of-stretches.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const night = `${day} 23:00`
const passes = (
  when: string,
  kind: 'room.entered' | 'room.left',
  who = 'o1',
  more: object = {},
  heard?: string,
): Moment => [when, kind, { room: 'r1', who, as: 'officer', ...more }, heard]
const counts = (when: string, people: number, heard?: string): Moment => [
  when,
  'room.counted',
  { room: 'r1', people },
  heard,
]
const seen = (when: string, present: boolean, source = 'camera', device: string | null = null): Moment => [
  when,
  'post.observed',
  { post: 'r1', unit: 'station-1', present, source, device },
]
const house = [room('2026-03-01 00:00', { kind: 'duty-room' }), sensor('2026-03-01 00:00', ['badges'])] as const
const then = (d: string): Moment[] => [
  room('2012-01-01 00:00', { kind: 'duty-room' }),
  sensor('2012-01-01 00:00', ['badges']),
  watch({ startsAt: at(`${d} 08:00`), endsAt: at(`${d} 20:00`) }, `${d} 06:00`),
  passes(`${d} 07:55`, 'room.entered'),
  passes(`${d} 09:00`, 'room.left'),
]

describeStretch('值班室不得空岗', {
  rule,
  begins: (heard) => [
    ...house,
    watch({}, `${day} 06:00`),
    passes(`${day} 07:55`, 'room.entered'),
    passes(`${day} 10:00`, 'room.left', 'o1', {}, heard),
  ],
  ends: (when, heard) => passes(when, 'room.entered', 'o2', {}, heard),
  since: `${day} 10:00`,
  last: `${day} 10:05`,
  past: `${day} 10:20`,
  far: `${day} 19:30`,
  paused: [[`${day} 09:00`, 'duty.cancelled', { duty: 'd1', unit: 'station-1', reason: '调整' }]],
  before: then('2012-12-31'),
  first: then('2013-01-01'),
  firstPast: '2013-01-01 22:00',
})

describe('any source that shows somebody counts as somebody', () => {
  const left = [...house, watch(), passes(`${day} 07:55`, 'room.entered'), passes(`${day} 10:00`, 'room.left')] as const
  it('a counter, a camera, a radio or a person at the post', () => {
    for (const source of ['camera', 'radio', 'people-count', 'desk'])
      expect(
        given(rule, ...left, seen(`${day} 09:50`, true, source), seen(`${day} 10:15`, true, source)).until(
          `${day} 10:40`,
        ),
      ).toEqual([])
    const counter = sensor('2026-03-01 00:00', ['people-count'], { sensor: 'x2' })
    expect(given(rule, ...left, counter, counts(`${day} 09:00`, 1)).until(night)).toEqual([])
  })
  it('an auxiliary is somebody; a person held there is not', () => {
    expect(
      given(rule, ...left, passes(`${day} 10:01`, 'room.entered', 'o5', { as: 'auxiliary' })).until(night),
    ).toEqual([])
    expect(
      given(rule, ...left, passes(`${day} 10:01`, 'room.entered', 'p1', { as: 'held' })).until(night),
    ).toHaveLength(1)
  })
  it('what an undeclared device saw is believed for half an hour', () =>
    expect(given(rule, ...left, seen(`${day} 10:02`, true)).until(night)).toMatchObject([
      { grade: 'A', since: at(`${day} 10:32`), concerns: { unit: 'station-1', officers: ['o1'] } },
    ]))
  it('a report of leaving does not fill the room, and is told', () =>
    expect(given(rule, ...left, absence(`${day} 09:58`)).until(night)).toMatchObject([{ facts: { reported: true } }]))
})

describe('a room that nobody can see is unobservable, not empty', () => {
  it('says nothing without a source, nor while the door is down', () => {
    expect(given(rule, room('2026-03-01 00:00', { kind: 'duty-room' }), watch()).until(night)).toEqual([])
    expect(given(rule, ...house, watch(), sensorFails(`${day} 07:00`)).until(night)).toEqual([])
  })
  it('counts from when the door works again', () =>
    expect(
      given(rule, ...house, watch(), sensorFails(`${day} 07:00`), sensorReturns(`${day} 12:00`)).until(night),
    ).toMatchObject([{ since: at(`${day} 12:00`) }]))
  it('nobody is asked about a room that is no post, or at a time without a watch', () => {
    expect(given(rule, ...house, watch({ post: null })).until(night)).toEqual([])
    expect(
      given(rule, ...house, watch(), passes(`${day} 07:55`, 'room.entered'), passes(`${day} 20:00`, 'room.left')).until(
        night,
      ),
    ).toEqual([])
  })
})

describe('what the finding rests on', () => {
  const left = [...house, watch(), passes(`${day} 07:55`, 'room.entered'), passes(`${day} 10:00`, 'room.left')] as const
  it('the roster, and who was in last', () => {
    expect(given(rule, ...left).until(night)).toMatchObject([
      { evidence: [2, 3, 4], facts: { sources: 'door', assigned: 1, reported: false } },
    ])
    const again = [passes(`${day} 10:02`, 'room.entered', 'o2'), passes(`${day} 11:00`, 'room.left', 'o2')]
    expect(given(rule, ...left, ...again).until(night)).toMatchObject([
      { since: at(`${day} 11:00`), evidence: [2, 5, 6] },
    ])
  })
  it('the newest word of each source until then, and none of afterwards', () => {
    const camera = [seen(`${day} 08:30`, true), seen(`${day} 09:50`, true), seen(`${day} 10:12`, false)]
    expect(given(rule, ...left, ...camera, seen(`${day} 10:30`, false)).grown(night)).toMatchObject([
      { since: at(`${day} 10:12`), evidence: [2, 3, 6, 7], facts: { sources: 'camera,door' } },
    ])
  })
  it('a post without a room, or a room without a post, is none of its', () => {
    const away = watch({ post: 'r7' })
    const word: Moment = [
      `${day} 09:00`,
      'post.observed',
      { post: 'r7', unit: 'station-1', present: false, source: 'desk' },
    ]
    expect(given(rule, ...house, away, word).until(night)).toEqual([])
  })
  it('is unknown while nothing shows the room, and not while something does', () => {
    const verdict = (...more: Moment[]) => given(rule, ...house, watch(), ...more).verdict(`${day} 12:00`, 'r1')
    expect(verdict(sensorFails(`${day} 09:00`))).toMatchObject({ is: 'unknown' })
    expect(verdict(passes(`${day} 07:55`, 'room.entered'))).not.toMatchObject({ is: 'unknown' })
  })
})
