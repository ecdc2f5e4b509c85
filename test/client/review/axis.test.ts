import { describe, expect, it } from 'vitest'
import { following, nextPicture, pieceAt, segmentAt, ticksOf, zoomed } from '../../../client/features/review/axis.ts'
import type { Fragment, SegmentView, SpanView } from '../../../server/contract/recordings.ts'

const T = Date.parse('2026-11-20T09:00:00+08:00')
/** A segment of one minute with a fragment of 1,000 bytes every two seconds behind 500 bytes of head. */
const segment = (n: number): SegmentView => ({
  seq: n,
  source: 'cam',
  from: T + n * 60_000,
  to: T + (n + 1) * 60_000,
  url: `/segments/${n}`,
  bytes: 30_500,
  sha256: '',
  mime: 'video/mp4; codecs="avc1.42c01e"',
  initBytes: 500,
  mediaStartS: 0,
  width: 640,
  height: 360,
  frames: 1500,
  fps: 25,
  partial: false,
  late: false,
  held: false,
  fragments: Array.from({ length: 30 }, (_, i): Fragment => [T + n * 60_000 + i * 2_000, 500 + i * 1_000, 1_000]),
})
const span = (from: number, to: number, is: SpanView['is']): SpanView => ({
  from: T + from,
  to: T + to,
  is,
  cause: is === 'gap' ? 'source-down' : null,
  late: false,
})

describe('what to fetch so that a moment can be shown', () => {
  const two = [segment(0), segment(1)]
  it('begins with the fragment whose key frame stands at or before the moment', () =>
    expect(pieceAt(two, T + 7_999, 0, 1e6)).toMatchObject({ at: T + 6_000, offset: 3_500, bytes: 1_000 }))
  it('takes the fragment that begins at the very moment, not the one before', () =>
    expect(pieceAt(two, T + 8_000, 0, 1e6)).toMatchObject({ at: T + 8_000, offset: 4_500 }))
  it('takes what follows in one run of bytes, as far as asked', () =>
    expect(pieceAt(two, T, 5_000, 1e6)).toMatchObject({ offset: 500, bytes: 3_000 }))
  it('takes no more bytes than allowed, but never less than one fragment', () => {
    expect(pieceAt(two, T, 60_000, 2_500)?.bytes).toBe(2_000)
    expect(pieceAt(two, T, 60_000, 10)?.bytes).toBe(1_000)
  })
  it('never reaches over the end of a segment, whose end is the next one’s beginning', () => {
    expect(pieceAt(two, T + 59_999, 60_000, 1e6)).toMatchObject({ segment: two[0], bytes: 1_000 })
    expect(segmentAt(two, T + 60_000)).toBe(two[1])
  })
  it('has nothing where nothing is recorded', () => expect(pieceAt(two, T + 120_000, 5_000, 1e6)).toBeUndefined())
})

describe('from a gap in all lines playing goes to the next picture of any', () => {
  const lines = [
    [span(0, 10_000, 'recorded'), span(10_000, 40_000, 'gap'), span(40_000, 60_000, 'recorded')],
    [span(0, 10_000, 'recorded'), span(10_000, 30_000, 'gap'), span(30_000, 60_000, 'recorded')],
  ]
  it('to the nearest', () => expect(nextPicture(lines, T + 15_000)).toBe(T + 30_000))
  it('stays where there is one', () => expect(nextPicture(lines, T + 5_000)).toBe(T + 5_000))
  it('nowhere when none follows', () => expect(nextPicture(lines, T + 60_000)).toBeUndefined())
})

describe('the axis that is shown', () => {
  const range = { from: T, to: T + 3_600_000 }
  it('keeps the instant under the pointer when it is looked at closer', () => {
    const closer = zoomed(range, T + 900_000, 0.5, range)
    expect((T + 900_000 - closer.from) / (closer.to - closer.from)).toBeCloseTo(0.25)
  })
  it('never leaves the range, nor goes closer than ten seconds', () => {
    expect(zoomed(range, T, 4, range)).toEqual(range)
    const closest = Array.from({ length: 40 }).reduce<typeof range>((w) => zoomed(w, T, 0.5, range), range)
    expect(closest).toEqual({ from: T, to: T + 10_000 })
  })
  it('goes on with the playhead when it runs out of the window', () => {
    const shown = { from: T, to: T + 60_000 }
    expect(following(shown, T + 30_000, range)).toBe(shown)
    const moved = following(shown, T + 61_000, range)
    expect(moved.from).toBeLessThanOrEqual(T + 61_000)
    expect(moved.to).toBeGreaterThan(T + 61_000)
  })
  it('is ticked at round instants of China’s clock, a dozen at most', () => {
    expect(ticksOf(range).every((at) => at % 60_000 === 0)).toBe(true)
    expect(ticksOf(range).length).toBeLessThanOrEqual(13)
    const week = ticksOf({ from: T, to: T + 7 * 86_400_000 })
    expect(week.every((at) => new Date(at + 8 * 3_600_000).getUTCHours() % 6 === 0)).toBe(true)
  })
})
