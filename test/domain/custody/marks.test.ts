import { describe, expect, it } from 'vitest'
import { gaps, intervals, type Mark, overlap, pruned, union, withMark } from '../../../server/domain/custody/marks.ts'

const mark = (at: number, on: boolean, seq = at): Mark => ({ at, on, seq })
const span = (from: number, to: number | undefined, ...evidence: number[]) => ({ from, to, evidence })

describe('marks of what went on and off', () => {
  it('are kept in the order of the devices’ clocks, each once, in whatever order they are heard', () => {
    const marks = [mark(30, false), mark(10, true), mark(10, true), mark(20, true)].reduce<Mark[]>(
      (all, m) => withMark(all, m),
      [],
    )
    expect(marks.map((m) => m.at)).toEqual([10, 20, 30])
    expect(intervals(marks)).toEqual([span(10, 30, 10, 30)])
  })
  it('leave an interval open while it lasts and ignore an end without a beginning', () => {
    expect(intervals([mark(5, false), mark(10, true)])).toEqual([span(10, undefined, 10)])
    expect(intervals([])).toEqual([])
  })
  it('forget closed history and keep what is still on', () => {
    expect(pruned([mark(1, true), mark(2, false), mark(9, true)], 5).map((m) => m.at)).toEqual([9])
    expect(pruned([mark(1, true), mark(9, false)], 5).map((m) => m.at)).toEqual([1, 9])
  })
})

describe('intervals together', () => {
  it('join when they touch', () => {
    expect(union([span(10, 20, 1), span(20, 30, 2), span(40, undefined, 3), span(50, 60, 4)])).toEqual([
      span(10, 30, 1, 2),
      span(40, undefined, 3, 4),
    ])
  })
  it('leave gaps longer than the tolerance, at the edges too', () => {
    expect(gaps([span(12, 20), span(25, 30)], 10, 40, 0)).toEqual([
      { from: 10, to: 12 },
      { from: 20, to: 25 },
      { from: 30, to: 40 },
    ])
    expect(gaps([span(12, 20), span(25, 40)], 10, 40, 2)).toEqual([{ from: 20, to: 25 }])
    expect(gaps([span(0, undefined)], 10, 40, 0)).toEqual([])
    expect(gaps([], 10, 40, 0)).toEqual([{ from: 10, to: 40 }])
    expect(gaps([span(50, 60)], 10, 40, 0)).toEqual([{ from: 10, to: 40 }])
  })
  it('overlap only for a real length of time', () => {
    expect(overlap(span(10, 20, 1), span(15, undefined, 2))).toEqual(span(15, 20, 1, 2))
    expect(overlap(span(10, 20), span(20, 30))).toBeUndefined()
    expect(overlap(span(10, undefined), span(12, undefined))?.to).toBeUndefined()
  })
})
