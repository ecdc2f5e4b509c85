import { describe, expect, it } from 'vitest'
import { roomNotPatrolled as rule } from '../../../server/rules/case-area/room-not-patrolled.ts'
import { enters, leaves, officer, room, sensor } from '../../support/custody.ts'
import { describeLimit } from '../../support/limits.ts'
import { at, given, type Moment } from '../../support/timeline.ts'

const base = [
  room('2026-01-01 00:00', { kind: 'waiting-room' }),
  sensor('2026-01-01 00:00', ['guard']),
  officer('2026-01-01 00:00', 'x2', 'auxiliary'),
  enters('2026-03-02 09:00', 'p1', 'held'),
]
const patrol = (when: string, who = 'o1'): Moment => [when, 'room.patrolled', { room: 'r1', officer: who }]

describe('候问室有被盘问人时，应当由人民警察值班、看管和巡查（继续盘问规定第二十九条）', () => {
  it('ships off, because the law gives no interval', () => expect(rule.shipsOff?.zh).toContain('间隔'))
  it('opens a quarter of an hour (local) after entry or the last patrol', () => {
    expect(given(rule, ...base).until('2026-03-02 09:15')).toEqual([])
    expect(given(rule, ...base).until('2026-03-02 09:16')).toMatchObject([{ since: at('2026-03-02 09:15') }])
    expect(given(rule, ...base, patrol('2026-03-02 09:10')).until('2026-03-02 09:25')).toEqual([])
  })
  it('does not count an auxiliary, and stops when the room is empty', () => {
    expect(given(rule, ...base, patrol('2026-03-02 09:10', 'x2')).until('2026-03-02 09:16')).toHaveLength(1)
    expect(given(rule, ...base, leaves('2026-03-02 09:10', 'p1', 'held')).until('2026-03-02 12:00')).toEqual([])
  })
  it('does not judge without guard tours', () =>
    expect(given(rule, base[0]!, base[3]!).until('2026-03-02 12:00')).toEqual([]))
})

describeLimit('巡查（十五分钟为本地设定），六种情形', {
  rule,
  begins: (when, heard) => [
    room('1985-01-01 00:00', { kind: 'waiting-room' }),
    sensor('1985-01-01 00:00', ['guard']),
    enters(when, 'p1', 'held', {}, heard),
  ],
  done: (when) => leaves(when, 'p1', 'held'),
  begin: '2026-03-02 10:00',
  last: '2026-03-02 10:15',
  past: '2026-03-02 10:16',
  tooEarly: '2004-09-30 10:00',
  lawBegins: '2004-10-01 00:00',
  lawPast: '2004-10-01 00:16',
})
