import { describe, expect, it } from 'vitest'
import {
  columnsOf,
  coverage,
  hatchOf,
  joined,
  marksOf,
  neighbour,
  shiftAt,
  subjectFrom,
} from '../../../client/features/review/model.ts'
import { moved, shuttled, withHandle } from '../../../client/features/review/playhead.ts'
import { gapCauses } from '../../../server/contract/recordings.ts'
import type { ReviewTimeline } from '../../../server/contract/reviews.ts'

const still = { at: 100_000, playing: false, rate: 1, mark: { from: null, to: null } }
const page = (more: Partial<ReviewTimeline>): ReviewTimeline => ({
  from: 0,
  to: 1,
  tracks: [],
  events: [],
  findings: [],
  presence: [],
  pins: [],
  notes: [],
  reviewed: [],
  corrections: {},
  next: null,
  ...more,
})

describe('a review is opened from a finding, stay, unit, complaint, camera, place or a share link', () => {
  it.each([
    ['finding:patrol.leaves-beat/vehicle/A1/1', { is: 'finding', id: 'patrol.leaves-beat/vehicle/A1/1' }],
    ['stay:S-1', { is: 'stay', id: 'S-1' }],
    ['camera:cam:7', { is: 'camera', id: 'cam:7' }],
    ['place:106.25,38.27', { is: 'place', place: [106.25, 38.27], radiusM: 300 }],
    ['share:abc', { is: 'share', token: 'abc' }],
  ])('%s', (about, subject) => expect(subjectFrom(about)).toEqual(subject))
  it.each([undefined, '', 'finding', 'place:x,1', 'person:Li'])('%s is none', (about) =>
    expect(subjectFrom(about)).toBeUndefined(),
  )
})

describe('J, K and L', () => {
  it('double with each press in their direction, up to sixteen', () => {
    let p = shuttled(still, 1)
    expect(p).toMatchObject({ playing: true, rate: 1 })
    for (const rate of [2, 4, 8, 16, 16]) {
      p = shuttled(p, 1)
      expect(p.rate).toBe(rate)
    }
    expect(shuttled(p, -1).rate).toBe(-1)
  })
  it('stop at the ends of the range', () => {
    const range = { from: 0, to: 101_000 }
    expect(moved({ ...still, playing: true, rate: 16 }, 1_000, range)).toMatchObject({ at: 101_000, playing: false })
    expect(moved({ ...still, playing: true, rate: -1 }, 1_000, range)).toMatchObject({ at: 99_000, playing: true })
    expect(moved(still, 1_000, range).at).toBe(100_000)
  })
})

describe('the range handles stand on whole seconds and never cross', () => {
  it('are set at the playhead', () => {
    const first = withHandle({ ...still, at: 12_345 }, 'from')
    expect(first.mark).toEqual({ from: 12_000, to: null })
    expect(withHandle({ ...first, at: 20_900 }, 'to').mark).toEqual({ from: 12_000, to: 21_000 })
  })
  it('one that passed the other pushes it away', () =>
    expect(withHandle({ ...still, at: 30_000, mark: { from: 10_000, to: 20_000 } }, 'from').mark).toEqual({
      from: 30_000,
      to: null,
    }))
})

describe('three kinds of nothing never look alike', () => {
  it('never recorded, recorder down, expired', () =>
    expect(new Set([hatchOf('never-recorded'), hatchOf('recorder-down'), hatchOf('expired')]).size).toBe(3))
  it('every cause has a hatch; what is not known is not drawn as known', () => {
    expect(gapCauses.map(hatchOf).every((h) => h.length > 0)).toBe(true)
    expect(hatchOf('unknown')).toBe('other')
    expect(hatchOf(null)).toBe('other')
  })
})

describe('pages of the timeline', () => {
  const point = (seq: number) => ({ seq }) as unknown as ReviewTimeline['tracks'][number]['points'][number]
  const track = (carrier: string, ...seqs: number[]) =>
    ({ carrier, name: carrier, kind: 'vehicle', unit: 'u', points: seqs.map(point) }) as const
  it('a track cut over pages is one line again', () => {
    const all = joined([page({ tracks: [track('a', 1, 2)] }), page({ tracks: [track('b', 3), track('a', 4)] })], {
      from: 5,
      to: 6,
    })
    expect(all.tracks.map((t) => [t.carrier, t.points.map((p) => p.seq)])).toEqual([
      ['a', [1, 2, 4]],
      ['b', [3]],
    ])
    expect([all.from, all.to]).toEqual([5, 6])
  })
  it('what was told late stands where it happened', () => {
    const event = (seq: number, at: number) => ({ seq, at }) as ReviewTimeline['events'][number]
    const all = joined([page({ events: [event(1, 30), event(2, 10)] }), page({ events: [event(3, 20)] })], {
      from: 0,
      to: 60,
    })
    expect(all.events.map((e) => e.seq)).toEqual([2, 3, 1])
  })
  it('marks are in the order of time, and the arrows go from one to the next', () => {
    const note = (seq: number, at: number) => ({ seq, at, source: null, text: `${seq}`, by: 'a', writtenAt: at })
    const marks = marksOf(page({ notes: [note(1, 9_000), note(2, 3_000)] }), (t) => t.zh, String)
    expect(marks.map((m) => m.at)).toEqual([3_000, 9_000])
    expect(neighbour(marks, 3_000, 1)).toBe(9_000)
    expect(neighbour(marks, 9_000, -1)).toBe(3_000)
    expect(neighbour(marks, 9_000, 1)).toBeUndefined()
  })
})

describe('a source whose clock was corrected', () => {
  const corrections = {
    cam: [
      { seq: 1, at: 0, by: 'a', reason: 'r', shiftMs: -3_600_000, uncertaintyMs: 500, from: 100 },
      { seq: 2, at: 0, by: 'a', reason: 'r', shiftMs: 2_000, uncertaintyMs: 100, from: 500 },
    ],
  }
  it('is moved by what held at that moment', () => {
    expect(shiftAt({ corrections }, 'cam', 200).shiftMs).toBe(-3_600_000)
    expect(shiftAt({ corrections }, 'cam', 500)).toEqual({ shiftMs: 2_000, uncertaintyMs: 100 })
  })
  it('is not moved before the first, nor another one', () => {
    expect(shiftAt({ corrections }, 'cam', 99).shiftMs).toBe(0)
    expect(shiftAt({ corrections }, 'other', 200).shiftMs).toBe(0)
    expect(shiftAt(undefined, 'cam', 200).shiftMs).toBe(0)
  })
})

describe('layout and coverage', () => {
  it('is as square as may be', () => expect([1, 2, 4, 5, 9].map(columnsOf)).toEqual([1, 2, 2, 3, 3]))
  it('counts what is recorded within the range only', () =>
    expect(
      coverage(
        [
          { from: -50, to: 50, is: 'recorded', cause: null, late: false },
          { from: 50, to: 100, is: 'gap', cause: 'expired', late: false },
        ],
        { from: 0, to: 100 },
      ),
    ).toBeCloseTo(0.5))
})
