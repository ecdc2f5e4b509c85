import { describe, expect, it } from 'vitest'
import { cellNotPatrolled as rule } from '../../../server/rules/detention/cell-not-patrolled.ts'
import { enters, leaves, officer, room, sensor } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const cell = room('2026-01-01 00:00', { kind: 'cell', facility: 'lockup' })
const base = [
  cell,
  sensor('2026-01-01 00:00', ['guard']),
  officer('2026-01-01 00:00', 'x2', 'auxiliary'),
  enters('2026-03-02 09:00', 'p1', 'held'),
]
const round = (when: string, who = 'o1', heard?: string): Moment => [
  when,
  'room.patrolled',
  { room: 'r1', officer: who },
  heard,
]

describe('值班人员应当坚守岗位，随时巡视监房（看守所条例第十六条，拘留所条例第十四条）', () => {
  it('ships off, because the law gives no interval', () => expect(rule.shipsOff?.zh).toContain('间隔'))
  it('finds nothing at half an hour (local) exactly, opens just past it with nobody reporting', () => {
    expect(given(rule, ...base).until('2026-03-02 09:30')).toEqual([])
    expect(given(rule, ...base).until('2026-03-02 09:31')).toMatchObject([
      { since: at('2026-03-02 09:30'), openedAt: at('2026-03-02 09:30') + 1 },
    ])
  })
  it('counts from the last round; a round that was told late ends the finding', () => {
    expect(given(rule, ...base, round('2026-03-02 09:20')).until('2026-03-02 09:50')).toEqual([])
    const late = given(rule, ...base, round('2026-03-02 09:20', 'o1', '2026-03-02 09:40'))
    expect(late.events('2026-03-02 09:45').map((e) => e.is)).toEqual(expect.arrayContaining(['opened', 'ended']))
  })
  it('does not count an auxiliary, and stops when the cell is empty', () => {
    expect(given(rule, ...base, round('2026-03-02 09:20', 'x2')).until('2026-03-02 09:31')).toHaveLength(1)
    expect(given(rule, ...base, leaves('2026-03-02 09:10', 'p1', 'held')).until('2026-03-02 12:00')).toEqual([])
  })
  it('does not judge without guard tours, nor other rooms', () => {
    expect(given(rule, base[0]!, base[3]!).until('2026-03-02 12:00')).toEqual([])
    expect(
      given(rule, room('2026-01-01 00:00', { kind: 'waiting-room' }), ...base.slice(1)).until('2026-03-02 12:00'),
    ).toEqual([])
  })
})

describeLimit('随时巡视（三十分钟为本地设定），六种情形', {
  rule,
  begins: (when, heard) => [
    room('1985-01-01 00:00', { kind: 'cell', facility: 'lockup' }),
    sensor('1985-01-01 00:00', ['guard']),
    enters(when, 'p1', 'held', {}, heard),
  ],
  done: (when) => leaves(when, 'p1', 'held'),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 10:30',
  past: '2026-03-02 10:31',
  tooEarly: '1990-03-16 10:00',
  lawBegins: '1990-03-17 00:00',
  lawPast: '1990-03-17 00:31',
})
