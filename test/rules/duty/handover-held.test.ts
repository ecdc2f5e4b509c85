import { describe, expect, it } from 'vitest'
import { handoverHeld as rule } from '../../../server/rules/duty/handover-held.ts'
import { day, watch } from '../../support/duty.ts'
import { change, handsOver } from '../../support/handovers.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const far = '2026-03-09 00:00'
const waiting: Moment = [
  '2004-01-01 00:00',
  'room.registered',
  {
    room: 'w1',
    name: { zh: '候问室', en: 'Waiting room' },
    unit: 'station-1',
    kind: 'waiting-room',
    facility: 'station',
  },
]
const held = (from: string, to?: string, more: object = {}): Moment[] => [
  [from, 'room.entered', { room: 'w1', who: 'p1', as: 'held', ...more }],
  ...(to ? [[to, 'room.left', { room: 'w1', who: 'p1', as: 'held', ...more }] as Moment] : []),
]

describe('候问室有被盘问人时……做好交接工作（继续盘问规定第二十九条）', () => {
  it('finds nothing when both sign at the last instant', () =>
    expect(given(rule, waiting, ...change(), ...held(`${day} 19:00`), handsOver(`${day} 20:30`)).until(far)).toEqual(
      [],
    ))
  it('opens just past it, with nobody reporting, and says how many were held', () => {
    const scene = [waiting, ...change(), ...held(`${day} 19:00`)]
    expect(given(rule, ...scene).until(`${day} 20:30`)).toEqual([])
    expect(given(rule, ...scene).until(`${day} 20:31`)).toMatchObject([
      { grade: 'B', since: at(`${day} 20:30`), openedAt: at(`${day} 20:30`) + 1, facts: { personsHeld: 1 } },
    ])
  })
  it('asks nothing when nobody was held at the change, or only an officer was there', () => {
    expect(given(rule, waiting, ...change(), ...held(`${day} 18:00`, `${day} 19:59`)).until(far)).toEqual([])
    expect(given(rule, waiting, ...change(), ...held(`${day} 20:01`)).until(far)).toEqual([])
    expect(given(rule, waiting, ...change(), ...held(`${day} 19:00`, undefined, { as: 'officer' })).until(far)).toEqual(
      [],
    )
  })
  it('keeps the finding when it is signed too late, and follows a watch that was moved', () => {
    expect(
      given(rule, waiting, ...change(), ...held(`${day} 19:00`), handsOver(`${day} 21:00`)).until(far),
    ).toHaveLength(1)
    const moved = [
      watch({ endsAt: at(`${day} 22:00`) }, `${day} 07:00`),
      watch({ duty: 'd2', officer: 'o2', startsAt: at(`${day} 22:00`), endsAt: at(`${day} 23:59`) }, `${day} 07:00`),
    ]
    expect(given(rule, waiting, ...change(), ...moved, ...held(`${day} 19:00`)).until(far)).toMatchObject([
      { since: at(`${day} 22:30`) },
    ])
  })
  it('ends one whose handover in time is told late', () => {
    const late = handsOver(`${day} 20:05`, {}, `${day} 22:00`)
    const events = given(rule, waiting, ...change(), ...held(`${day} 19:00`), late).events(far)
    expect(events.flatMap((e) => (e.is === 'warned' ? [] : [e.is]))).toEqual(['opened', 'ended'])
  })
  it('judges from 1 October 2004', () => {
    const on = (d: string): Moment[] => [
      waiting,
      watch({ startsAt: at(`${d} 08:00`), endsAt: at(`${d} 20:00`) }, `${d} 06:00`),
      watch({ duty: 'd2', officer: 'o2', startsAt: at(`${d} 20:00`), endsAt: at(`${d} 23:59`) }, `${d} 06:00`),
      ...held(`${d} 19:00`),
    ]
    expect(given(rule, ...on('2004-09-30')).until('2004-11-01 00:00')).toEqual([])
    expect(given(rule, ...on('2004-10-01')).until('2004-11-01 00:00')).toHaveLength(1)
  })
})

describe('只看本单位的候问室，交接的那一刻有没有人', () => {
  const found = (...moments: Moment[]) => given(rule, waiting, ...change(), ...moments).until(far)
  it('somebody who came or went at the very moment', () => {
    expect(found(...held(`${day} 20:00`))).toHaveLength(1)
    expect(found(...held(`${day} 18:00`, `${day} 20:00`))).toEqual([])
  })
  it('another unit’s room, or a room of another kind, holds nobody here', () => {
    const room = (more: object): Moment => [waiting[0], 'room.registered', { ...waiting[2], ...more }]
    const other = (more: object) => given(rule, room(more), ...change(), ...held(`${day} 19:00`)).until(far)
    expect(other({})).toHaveLength(1)
    expect(other({ unit: 'station-2' })).toEqual([])
    expect(other({ kind: 'interrogation-room' })).toEqual([])
  })
  it('without any waiting room on record nobody is known to be held', () =>
    expect(given(rule, ...change(), ...held(`${day} 19:00`)).until(far)).toEqual([]))
})
