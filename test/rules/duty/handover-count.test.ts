import { describe, expect, it } from 'vitest'
import { handoverCount as rule } from '../../../server/rules/duty/handover-count.ts'
import { room, sensor, sensorFails } from '../../support/custody.ts'
import { day } from '../../support/duty.ts'
import { handsOver } from '../../support/handovers.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const far = '2026-03-09 00:00'
const house = [room('2026-03-01 00:00', { kind: 'waiting-room' }), sensor('2026-03-01 00:00', ['entry'])] as const
const held = (when: string, kind: 'room.entered' | 'room.left' = 'room.entered', who = 'p1'): Moment => [
  when,
  kind,
  { room: 'r1', who, as: 'held' },
]

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
    const corrected = handsOver(`${day} 20:05`, { personsHeld: 1 })
    expect(
      given(rule, ...house, held(`${day} 18:00`), handsOver(`${day} 20:00`), corrected)
        .events(far)
        .at(-1),
    ).toMatchObject({ is: 'ended' })
  })
  it('judges from 1 October 2004', () => expect(rule.params.map((p) => p.from)).toEqual(['2004-10-01']))
})
