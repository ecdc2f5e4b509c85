import { describe, expect, it } from 'vitest'
import { byArea, clockOf, countdownOf, limitOf, turnOf } from '../../../client/features/custody/model.ts'
import { marksOf, stacked, windowOf } from '../../../client/features/custody/timeline-model.ts'
import { createCaseArea } from '../../../client/live/custody.ts'
import type { DeadlineView, FindingBrief, RoomView, StayDetail, StayView } from '../../../server/contract/custody.ts'

const HOUR = 3_600_000
const title = { zh: '超时', en: 'Over' }
const deadline = (more: Partial<DeadlineView> = {}): DeadlineView => ({
  rule: 'r',
  title,
  grade: 'A',
  subject: 's1',
  startedAt: 0,
  dueAt: 8 * HOUR,
  ends: true,
  ...more,
})
const stay = (more: Partial<StayView> = {}): StayView => ({
  id: 's1',
  seq: 5,
  unit: 'u',
  person: { id: 'p1', masked: '王某', sex: null, age: null, traits: [] },
  measure: null,
  arrivedAt: 0,
  departedAt: null,
  arrival: { gateAt: 0, paperAt: null, disagree: false },
  stage: 'arrived',
  act: null,
  approval: null,
  deadlines: [],
  findings: [],
  room: null,
  with: [],
  recorder: null,
  restraints: [],
  care: { told: 'on', meals: 0, lastMealAt: null, lastRestAt: null, restingSince: null },
  ...more,
})
const passed: FindingBrief = { id: 'f', rule: 'r', grade: 'A', title, since: 8 * HOUR, active: true, ends: true }

describe('a countdown turns at a quarter, at a tenth, and one millisecond past the end', () => {
  it.each([
    [0, 'calm'],
    [6 * HOUR - 1, 'calm'],
    [6 * HOUR, 'quarter'],
    [7.2 * HOUR - 1, 'quarter'],
    [7.2 * HOUR, 'tenth'],
    [8 * HOUR, 'tenth'],
    [8 * HOUR + 1, 'over'],
  ])('at %i it is %s', (now, turn) => expect(turnOf(deadline(), now)).toBe(turn))

  it('a deadline without a beginning has no quarter, and is over all the same', () => {
    expect(turnOf(deadline({ startedAt: null }), 8 * HOUR)).toBe('calm')
    expect(turnOf(deadline({ startedAt: null }), 8 * HOUR + 1)).toBe('over')
  })
})

describe('the row shows what presses most', () => {
  it('a limit that has passed comes before a meal that is due', () => {
    const one = stay({ findings: [passed], deadlines: [deadline({ rule: 'meal', ends: false, dueAt: 9 * HOUR })] })
    expect(countdownOf(one, 8.5 * HOUR)).toMatchObject({ turn: 'over', dueAt: 8 * HOUR })
    expect(limitOf(one, 8.5 * HOUR)).toMatchObject({ turn: 'over' })
  })
  it('a limit that was passed and has ended is no longer counted', () =>
    expect(countdownOf(stay({ findings: [{ ...passed, active: false }] }), 9 * HOUR)).toBeUndefined())
  it('the limit is the end of the stay, though a meal is due before', () => {
    const one = stay({ deadlines: [deadline({ rule: 'meal', ends: false, dueAt: HOUR }), deadline()] })
    expect(countdownOf(one, 0)).toMatchObject({ rule: 'meal' })
    expect(limitOf(one, 0)).toMatchObject({ dueAt: 8 * HOUR })
  })
  it.each([
    [0, '0:00'],
    [59_999, '0:59'],
    [61_000, '1:01'],
    [HOUR, '1:00:00'],
    [50 * HOUR, '2天2小时'],
  ])('%i ms reads %s', (ms, text) => expect(clockOf(ms)).toBe(text))
})

describe('a board and the news after it', () => {
  const board = (seq: number, ...stays: StayView[]) => ({ seq, at: seq, stays, rooms: [] })
  it('news that overtook the board stands', () => {
    const { area, applyBoard, applyStay } = createCaseArea()
    applyStay(stay({ seq: 9, stage: 'signed' }))
    applyBoard(board(7, stay({ seq: 5 })))
    expect(area.get().stays.get('s1')).toMatchObject({ stage: 'signed' })
  })
  it('who left while the board was on its way does not come back', () => {
    const { area, applyBoard, applyStay } = createCaseArea()
    applyStay(stay({ seq: 9, departedAt: 1 }))
    applyBoard(board(7, stay({ seq: 5 })))
    expect(area.get().stays.size).toBe(0)
    applyBoard(board(10, stay({ id: 's2', seq: 10 })))
    expect([...area.get().stays.keys()]).toEqual(['s2'])
  })
  it('an older word changes nothing', () => {
    const { area, applyStay } = createCaseArea()
    applyStay(stay({ seq: 9, stage: 'signed' }))
    applyStay(stay({ seq: 8 }))
    expect(area.get().stays.get('s1')).toMatchObject({ stage: 'signed' })
  })
})

describe('the timeline', () => {
  const bar = (from: number, to: number | null) =>
    ({ key: `${from}`, from, to, look: 'plain', label: '', hint: '' }) as const
  it('puts what overlaps on lines of their own', () => {
    expect(stacked([bar(0, 10), bar(5, 15), bar(10, 20)], 30).map((l) => l.map((b) => b.from))).toEqual([[0, 10], [5]])
    expect(stacked([bar(0, null), bar(40, null)], 30).length).toBe(1)
  })
  it('shows the end that is near, and leaves out one that would squeeze what happened', () => {
    const detail = (dueAt: number): StayDetail => ({
      at: 0,
      stay: stay({ deadlines: [deadline({ dueAt })] }),
      stays: [],
      measures: [],
      approvals: [],
      acts: [],
      rooms: [],
      present: [],
      recording: [],
      sensing: [],
      restraints: [],
      line: [],
    })
    expect(windowOf(detail(8 * HOUR), 'stay', 5 * HOUR)[1]).toBeGreaterThan(8 * HOUR)
    expect(windowOf(detail(8 * HOUR), 'stay', HOUR)[1]).toBeLessThan(2 * HOUR)
    expect(windowOf(detail(1_000 * HOUR), 'stay', HOUR)[1]).toBeLessThan(2 * HOUR)
  })
  it('has marks at whole units of China’s clock', () => {
    const midnight = Date.parse('2026-01-05T00:00:00+08:00')
    const marks = marksOf(midnight - 3 * HOUR, midnight + 3 * HOUR, 1_000)
    expect(marks).toContain(midnight)
    expect(marks.length).toBeLessThanOrEqual(12)
  })
})

describe('the floor plan', () => {
  const room = (id: string, area: string | null, held = false): RoomView => ({
    id,
    seq: 1,
    name: { zh: id, en: id },
    unit: `unit-${id}`,
    kind: 'other',
    area,
    occupants: held
      ? [{ who: 'p1', as: 'held', name: null, sex: null, since: 0 }]
      : [{ who: 'o1', as: 'officer', name: '甲', sex: null, since: 0 }],
    counted: null,
    recorder: { state: 'unknown', since: null, cause: 'no-sensor' },
    sensors: [],
    observable: true,
    findings: [],
  })
  it('shows where somebody is held first, then case areas, then rooms that are in none', () => {
    const rooms = [room('a', null), room('b', 'area-1'), room('c', 'area-2'), room('d', 'area-2', true)]
    expect(byArea(rooms).map(([area, list]) => [area, list.map((r) => r.id)])).toEqual([
      ['area-2', ['c', 'd']],
      ['area-1', ['b']],
      ['unit-a', ['a']],
    ])
  })
  it('shows a duty room when somebody who is held is in it, or something was found there, and else not', () => {
    const duty = (id: string, held: boolean, found: boolean): RoomView => ({
      ...room(id, null, held),
      kind: 'duty-room',
      findings: found ? [{ id: 'f1', rule: 'r', title, grade: 'B', since: 0, active: true, ends: false }] : [],
    })
    const rooms = [duty('a', false, false), duty('b', true, false), duty('c', false, true)]
    expect(byArea(rooms).map(([area]) => area)).toEqual(['unit-b', 'unit-c'])
  })
})
