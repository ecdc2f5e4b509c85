import { describe, expect, it } from 'vitest'
import { manningOf, type SeenAtPost, withSeen } from '../../../server/domain/duty/posts.ts'

type Told = readonly [source: string, at: number, on: boolean]
const HOLD = 10
const seenOf = (...told: readonly Told[]): SeenAtPost[] =>
  told.reduce<SeenAtPost[]>(
    (seen, [source, at, on], seq) => withSeen(seen, { source, device: null, at, lastAt: at, on, seq }, 0),
    [],
  )
/** By declared devices that always worked; by others, which are believed for a while. */
const declared = (...told: readonly Told[]) => manningOf(seenOf(...told), () => [{ from: 0, to: Infinity }], HOLD)
const others = (...told: readonly Told[]) => manningOf(seenOf(...told), () => undefined, HOLD)

describe('a post is manned while any source says so, each by its own last word of then', () => {
  it('a report that comes late is put where it belongs', () =>
    expect(declared(['door', 1, true], ['door', 9, false], ['door', 5, false]).manned).toEqual([{ from: 1, to: 5 }]))
  it('what was told again after a time that becomes known late holds again from there', () => {
    const { manned } = declared(['door', 1, true], ['door', 10, true], ['camera', 7, false], ['door', 5, false])
    expect(manned).toEqual([
      { from: 1, to: 5 },
      { from: 10, to: Infinity },
    ])
    expect(others(['desk', 1, true], ['desk', 8, true], ['desk', 4, false]).manned).toEqual([
      { from: 1, to: 4 },
      { from: 8, to: 18 },
    ])
  })
  it('what another source said is not taken for a repetition of one’s own', () =>
    expect(declared(['door', 1, true], ['camera', 3, false], ['door', 5, false]).manned).toEqual([{ from: 1, to: 5 }]))
  it('one source that sees nobody does not outweigh another that sees somebody', () => {
    const { manned, observed } = declared(['door', 1, true], ['camera', 3, false], ['door', 7, false])
    expect(manned).toEqual([{ from: 1, to: 7 }])
    expect(observed).toEqual([{ from: 1, to: Infinity }])
  })
  it('an undeclared source is believed for a while after its last word, repeated or not, and not beyond its next', () => {
    expect(others(['desk', 1, true]).manned).toEqual([{ from: 1, to: 11 }])
    expect(others(['desk', 1, true], ['desk', 8, true], ['desk', 4, true]).manned).toEqual([{ from: 1, to: 18 }])
    const left = others(['desk', 1, true], ['desk', 6, false])
    expect(left.manned).toEqual([{ from: 1, to: 6 }])
    expect(left.observed).toEqual([{ from: 1, to: 16 }])
    expect(others(['desk', 1, true], ['desk', 30, false]).manned).toEqual([{ from: 1, to: 11 }])
  })
  it('of two words for one instant the one that was heard last holds', () => {
    expect(declared(['door', 1, true], ['door', 5, true], ['door', 5, false]).manned).toEqual([{ from: 1, to: 5 }])
    expect(declared(['door', 5, false], ['door', 5, true]).manned).toEqual([{ from: 5, to: Infinity }])
  })
  it('is not told of for a time in which the declared device did not work', () =>
    expect(manningOf(seenOf(['door', 1, true]), () => [{ from: 3, to: 5 }], HOLD)).toEqual({
      manned: [{ from: 3, to: 5 }],
      observed: [{ from: 3, to: 5 }],
    }))
  it('keeps the newest of very many words, and of what is long past only the last of each source', () => {
    const many = seenOf(...Array.from({ length: 500 }, (_, i): Told => ['door', i, i % 2 === 0]))
    expect([many.length, many.at(-1)?.at]).toEqual([400, 499])
    const old = seenOf(['door', 1, true], ['camera', 2, true], ['door', 3, false])
    const kept = withSeen(old, { source: 'camera', device: null, at: 90, lastAt: 90, on: false, seq: 9 }, 50)
    expect(kept.map((m) => [m.source, m.at])).toEqual([
      ['door', 3],
      ['camera', 90],
    ])
  })
})
