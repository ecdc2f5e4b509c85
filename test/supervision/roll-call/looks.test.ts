import { describe, expect, it } from 'vitest'
import type { Row } from '../../../server/domain/roll-call/state.ts'
import { awaitsLook, looksDue } from '../../../server/supervision/roll-call/looks.ts'
import { at } from '../../support/timeline.ts'

const T = at('2026-03-02 20:00')
const HERE: readonly [number, number] = [116.05, 30.05]
/** Who answered by their own radio at T, and was seen at a place some seconds later. */
const row = (n: number, more: Partial<Row> = {}, seenAfter: readonly number[] = [], place = HERE): Row =>
  ({
    at: T,
    target: `patrol:officer/o${n}`,
    unit: 's1',
    post: 'patrol',
    carrier: `officer/o${n}`,
    officers: [`o${n}`],
    answers: [{ radio: `hytera:10-${n}`, at: T }],
    fixes: seenAfter.map((s, i) => ({ seq: i, at: T + s * 1_000, device: `hytera:10-${n}`, place })),
    ...more,
  }) as unknown as Row
const asked = (rows: readonly Row[], after: number, before: Readonly<Record<string, number>> = {}) =>
  looksDue(rows, new Map(Object.entries(before).map(([t, s]) => [t, T + s * 1_000])), T + after * 1_000).map(
    (l) => l.radio,
  )

describe('who answered by radio is asked where it is', () => {
  it('once', () => {
    expect(asked([row(1)], 1)).toEqual(['hytera:10-1'])
    expect(asked([row(1)], 60, { 'patrol:officer/o1': 1 })).toEqual([])
  })
  it('not who has not answered by radio', () => expect(asked([row(1, { answers: [] })], 1)).toEqual([]))
})

describe('two that may be at one place are looked at again, both at once', () => {
  const pair = (more: Partial<Row>, other: Partial<Row> = more) => [row(1, more, [2]), row(2, other, [9])]
  const again = ['hytera:10-1', 'hytera:10-2']
  it('two patrols of one unit, who should be apart: half a minute after the later of them', () => {
    expect(asked(pair({}), 38)).toEqual([])
    expect(asked(pair({}), 39)).toEqual(again)
    expect(awaitsLook(pair({}), T + 60_000)).toBe(true)
  })
  it('a patrol and the duty officer of its own station', () =>
    expect(asked(pair({}, { post: 'officer' }), 40)).toEqual(again))
  it('not two in one house, nor of one crew', () => {
    expect(asked(pair({ post: 'officer' }), 40)).toEqual([])
    expect(asked(pair({}, { officers: ['o1', 'o2'] }), 40)).toEqual([])
    expect(awaitsLook(pair({ post: 'officer' }), T + 60_000)).toBe(false)
  })
  it('two that drive, whose first looks lie seconds and hundreds of metres apart', () => {
    const on: readonly [number, number] = [116.0525, 30.05]
    expect(asked([row(1, {}, [2]), row(2, {}, [9], on)], 40)).toEqual(again)
  })
  it('not two that were apart at one instant', () => {
    const on: readonly [number, number] = [116.0525, 30.05]
    expect(asked([row(1, {}, [2]), row(2, {}, [2], on)], 40)).toEqual([])
    expect(awaitsLook([row(1, {}, [2]), row(2, {}, [2], on)], T + 40_000)).toBe(false)
  })
  it('until they were looked at for a minute and a half', () => {
    expect(asked([row(1, {}, [2, 40, 72]), row(2, {}, [9, 40, 72])], 103)).toEqual(again)
    expect(asked([row(1, {}, [2, 40, 72, 104]), row(2, {}, [9, 40, 72, 104])], 140)).toEqual([])
    expect(awaitsLook([row(1, {}, [2, 40, 72, 104]), row(2, {}, [9, 40, 72, 104])], T + 140_000)).toBe(false)
  })
})
