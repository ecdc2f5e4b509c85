import { describe, expect, it } from 'vitest'
import { handoverCount as rule } from '../../../server/rules/duty/handover-count.ts'
import { room, sensor, sensorFails } from '../../support/custody.ts'
import { day } from '../../support/duty.ts'
import { handsOver } from '../../support/handovers.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const far = '2026-03-09 00:00'
const house = [room('2026-03-01 00:00', { kind: 'waiting-room' }), sensor('2026-03-01 00:00', ['entry'])] as const
const held = (
  when: string,
  kind: 'room.entered' | 'room.left' = 'room.entered',
  who = 'p1',
  more: object = {},
): Moment => [when, kind, { room: 'r1', who, as: 'held', ...more }]

describe('如实记录有关情况，并做好交接工作（继续盘问规定第二十九条）', () => {
  it('finds a number that the doors do not show', () =>
    expect(given(rule, ...house, held(`${day} 18:00`), handsOver(`${day} 20:00`)).until(far)).toMatchObject([
      {
        since: at(`${day} 20:00`),
        facts: { handover: 'h1', personsHeld: 0, seenInside: 1 },
        concerns: { officers: ['o1', 'o2'] },
      },
    ]))
  it('finds nothing when it fits, or fits within ten minutes around', () => {
    expect(
      given(rule, ...house, held(`${day} 18:00`), handsOver(`${day} 20:00`, { personsHeld: 1 })).until(far),
    ).toEqual([])
    expect(
      given(
        rule,
        ...house,
        held(`${day} 18:00`),
        held(`${day} 19:50`, 'room.left'),
        handsOver(`${day} 20:00`, { personsHeld: 1 }),
      ).until(far),
    ).toEqual([])
  })
  it('finds one that fitted just before that', () =>
    expect(
      given(
        rule,
        ...house,
        held(`${day} 18:00`),
        held(`${day} 19:49`, 'room.left'),
        handsOver(`${day} 20:00`, { personsHeld: 1 }),
      ).until(far),
    ).toHaveLength(1))
  it('says nothing while a door is down, without doors, or when nobody counted', () => {
    expect(
      given(rule, ...house, sensorFails(`${day} 12:00`), handsOver(`${day} 20:00`, { personsHeld: 1 })).until(far),
    ).toEqual([])
    expect(given(rule, handsOver(`${day} 20:00`, { personsHeld: 1 })).until(far)).toEqual([])
    expect(
      given(rule, ...house, held(`${day} 18:00`), handsOver(`${day} 20:00`, { personsHeld: null })).until(far),
    ).toEqual([])
  })
  it('dates truly what is told late, and takes a correction', () => {
    const late = handsOver(`${day} 20:00`, {}, `${day} 23:00`)
    expect(given(rule, ...house, held(`${day} 18:00`), late).until(far)).toMatchObject([
      { since: at(`${day} 20:00`), openedAt: at(`${day} 23:00`) },
    ])
    const corrected = handsOver(`${day} 20:15`, { personsHeld: 1 })
    expect(
      given(rule, ...house, held(`${day} 18:00`), handsOver(`${day} 20:00`), corrected)
        .events(far)
        .at(-1),
    ).toMatchObject({ is: 'ended' })
  })
  it('judges from 1 October 2004', () => expect(rule.params.map((p) => p.from)).toEqual(['2004-10-01']))
})

describe('whom the number counts, and when', () => {
  const one = handsOver(`${day} 20:00`, { personsHeld: 1 })
  const [entered, left] = ['room.entered', 'room.left'] as const

  it('tells the number, who answers and the stays that show it, once nobody can still make it fit', () => {
    const scene = [
      ...house,
      held(`${day} 17:00`, entered, 'gone'),
      held(`${day} 18:00`),
      held(`${day} 18:30`, left, 'gone'),
      held(`${day} 19:00`, entered, 'p2'),
      handsOver(`${day} 20:00`, { from: ['o1', 'o3'], to: ['o2', 'o1'] }),
    ]
    expect(given(rule, ...scene).until(`${day} 20:10`)).toEqual([])
    expect(given(rule, ...scene).until(far)).toMatchObject([
      {
        grade: 'B',
        since: at(`${day} 20:00`),
        openedAt: at(`${day} 20:10`) + 1,
        evidence: [3, 5, 6],
        facts: { handover: 'h1', personsHeld: 0, seenInside: 2 },
        concerns: { unit: 'station-1', carrier: null, officers: ['o1', 'o3', 'o2'], place: null },
      },
    ])
  })
  it.each([
    ['brought in ten minutes after', [held(`${day} 20:10`)], 0],
    ['brought in later than that', [held(`${day} 20:11`)], 1],
    ['in and out just before', [held(`${day} 19:52`), held(`${day} 19:55`, left)], 0],
    ['in and out just after', [held(`${day} 20:03`), held(`${day} 20:05`, left)], 0],
    ['out nine minutes before', [held(`${day} 18:00`), held(`${day} 19:51`, left)], 0],
    [
      'one of two out just after',
      [held(`${day} 18:00`), held(`${day} 18:00`, entered, 'p2'), held(`${day} 20:05`, left)],
      0,
    ],
    ['two all the while', [held(`${day} 18:00`), held(`${day} 18:00`, entered, 'p2')], 1],
    [
      'one in the place of another at once',
      [held(`${day} 18:00`), held(`${day} 20:00`, left), held(`${day} 20:00`, entered, 'p2')],
      0,
    ],
    ['a visitor', [held(`${day} 18:00`, entered, 'w1', { as: 'other' })], 1],
    ['an officer', [held(`${day} 18:00`, entered, 'o1', { as: 'officer' })], 1],
    ['an officer beside', [held(`${day} 18:00`), held(`${day} 18:00`, entered, 'o1', { as: 'officer' })], 0],
  ] as const)('counts who was inside: %s', (_, scene, findings) =>
    expect(given(rule, ...house, ...scene, one).until(far)).toHaveLength(findings),
  )

  it.each([
    'waiting-room',
    'holding-room',
    'interrogation-room',
    'questioning-room',
    'check-room',
    'identification-room',
    'sobering-room',
    'cell',
  ])('counts in a %s', (kind) => {
    const there = [room('2026-03-01 00:00', { kind }), sensor('2026-03-01 00:00', ['entry']), held(`${day} 18:00`)]
    expect(given(rule, ...there, one).until(far)).toEqual([])
    expect(given(rule, ...there, handsOver(`${day} 20:00`)).until(far)).toHaveLength(1)
  })
  it('does not count in rooms of another unit or another use, nor asks for their doors', () => {
    const beside = [
      room('2026-03-01 00:00', { room: 'r2', kind: 'cell', unit: 'station-2' }),
      room('2026-03-01 00:00', { room: 'r3', kind: 'duty-room' }),
      held(`${day} 18:00`, entered, 'p2', { room: 'r2' }),
      held(`${day} 18:00`, entered, 'p3', { room: 'r3' }),
    ]
    expect(given(rule, ...house, ...beside, held(`${day} 18:00`), one).until(far)).toEqual([])
    expect(given(rule, ...house, ...beside, one).until(far)).toMatchObject([{ facts: { seenInside: 0 } }])
  })
  it('counts in all rooms of the unit, and asks for the door of each', () => {
    const second = room('2026-03-01 00:00', { room: 'r2', kind: 'cell' })
    const door = sensor('2026-03-01 00:00', ['entry'], { sensor: 'x2', room: 'r2' })
    const two = [held(`${day} 18:00`), held(`${day} 18:00`, entered, 'p2', { room: 'r2' })]
    expect(given(rule, ...house, second, ...two, one).until(far)).toEqual([])
    expect(given(rule, ...house, second, door, ...two, one).until(far)).toMatchObject([{ facts: { seenInside: 2 } }])
  })
  it('does not judge when a door failed before the time around was over', () => {
    const told = handsOver(`${day} 20:00`)
    expect(given(rule, ...house, held(`${day} 18:00`), told, sensorFails(`${day} 20:05`)).until(far)).toEqual([])
    expect(given(rule, ...house, held(`${day} 18:00`), told, sensorFails(`${day} 20:11`)).until(far)).toHaveLength(1)
  })
})

describe('who is counted, and what the finding rests on', () => {
  const count = (personsHeld: number, ...moments: Moment[]) =>
    given(rule, ...house, ...moments, handsOver(`${day} 20:00`, { personsHeld }))
  it('the handover and each stay that touched the ten minutes around, of this unit', () => {
    const stays = [
      held(`${day} 10:00`),
      held(`${day} 11:00`, 'room.left'),
      held(`${day} 18:00`, 'room.entered', 'p2'),
      held(`${day} 19:50`, 'room.left', 'p2'),
      held(`${day} 19:00`, 'room.entered', 'p3'),
    ]
    const [found] = count(5, ...stays).until(far)
    expect(found?.evidence).toEqual([4, 5, 6, 7])
    expect(found).toMatchObject({ concerns: { unit: 'station-1' }, facts: { seenInside: 1 } })
  })
  it('one who comes within the ten minutes after may make it fit; who comes later does not', () => {
    expect(
      given(rule, ...house, handsOver(`${day} 20:00`, { personsHeld: 1 }), held(`${day} 20:10`)).until(far),
    ).toEqual([])
    expect(
      given(rule, ...house, handsOver(`${day} 20:00`, { personsHeld: 1 }), held(`${day} 20:11`)).until(far),
    ).toMatchObject([{ openedAt: at(`${day} 20:10`) + 1 }])
  })
  it('somebody who came and went between is counted at that moment', () => {
    const passing = [held(`${day} 19:55`), held(`${day} 19:57`, 'room.left')]
    expect(count(1, ...passing).until(far)).toEqual([])
    expect(count(0, held(`${day} 18:00`), held(`${day} 19:52`, 'room.left')).until(far)).toEqual([])
  })
  it('officers in the room are not counted, nor is anybody in the hall', () => {
    expect(count(1, held(`${day} 18:00`, 'room.entered', 'o1', { as: 'officer' })).until(far)).toHaveLength(1)
    const hall = room('2026-03-01 00:00', { room: 'r9', kind: 'hall' })
    const there = held(`${day} 18:00`, 'room.entered', 'p9', { room: 'r9' })
    expect(given(rule, ...house, hall, there, handsOver(`${day} 20:00`, { personsHeld: 1 })).until(far)).toHaveLength(1)
  })
  it('one door of several that was down leaves it open', () => {
    const second = [
      room('2026-03-01 00:00', { room: 'r2', kind: 'cell' }),
      sensor('2026-03-01 00:00', ['entry'], { sensor: 'door-2', room: 'r2' }),
    ]
    const down: Moment = [`${day} 20:05`, 'sensor.failed', { sensor: 'door-2', fault: 'offline' }]
    const verdict = (...more: Moment[]) =>
      given(rule, ...house, ...second, handsOver(`${day} 20:00`, { personsHeld: 1 }), ...more)
    expect(verdict().until(far)).toHaveLength(1)
    expect(verdict(down).until(far)).toEqual([])
    expect(verdict(down).verdict(far, 'h1')).toMatchObject({ is: 'unknown' })
  })
})
