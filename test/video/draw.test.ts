import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { type Candidate, candidatesOf, commitmentOf, drawFrom } from '../../server/video/patrol/draw.ts'

const seedOf = (n: number): Uint8Array => createHash('sha256').update(`seed ${n}`).digest()
const cameras = Array.from({ length: 20 }, (_, i) => `cam-${String(i).padStart(2, '0')}`)

/** Many draws one after the other, as the house makes them; `broken` never shows anything. */
const manyDraws = (rounds: number, count: number, broken?: string) => {
  const passed = new Map<string, number>()
  const times = new Map<string, number>()
  const waited: number[] = []
  for (let n = 0; n < rounds; n++) {
    const drawn = drawFrom(
      seedOf(n),
      candidatesOf(cameras, (c) => passed.get(c) ?? 0),
      count,
    )
    for (const c of cameras) passed.set(c, (passed.get(c) ?? 0) + 1)
    for (const c of drawn) {
      times.set(c, (times.get(c) ?? 0) + 1)
      if (c === broken) continue
      waited.push(passed.get(c)!)
      passed.set(c, 0)
    }
  }
  return { times, waited }
}

describe('a draw is fair', () => {
  it('with equal tickets each camera is drawn equally often, as chi-square has it', () => {
    const rounds = 8_000
    const hits = new Map<string, number>()
    const even = candidatesOf(cameras, () => 0)
    for (let n = 0; n < rounds; n++) for (const c of drawFrom(seedOf(n), even, 1)) hits.set(c, (hits.get(c) ?? 0) + 1)
    const expected = rounds / cameras.length
    const chi2 = cameras.reduce((sum, c) => sum + ((hits.get(c) ?? 0) - expected) ** 2 / expected, 0)
    // 19 degrees of freedom: 43.8 is passed once in a thousand times by chance; the seeds here stand.
    expect(chi2).toBeLessThan(43.8)
  })

  it('a camera with three times the tickets is drawn three times as often', () => {
    const rounds = 8_000
    const list: Candidate[] = cameras.map((camera, i) => ({ camera, tickets: i === 0 ? 3 : 1 }))
    let first = 0
    for (let n = 0; n < rounds; n++) if (drawFrom(seedOf(n), list, 1)[0] === 'cam-00') first++
    expect(first / rounds).toBeGreaterThan((3 / 22) * 0.9)
    expect(first / rounds).toBeLessThan((3 / 22) * 1.1)
  })

  it('nobody is forgotten: none waits longer than four times the average', () => {
    const { times, waited } = manyDraws(3_000, 4)
    // 20 cameras, 4 a draw: each should come every fifth draw.
    expect(Math.max(...waited)).toBeLessThanOrEqual(20)
    for (const c of cameras) expect(times.get(c)!).toBeGreaterThan(3_000 / 5 / 1.1)
  })

  it('nobody is safe: a camera that was seen in the last draw may be drawn in the next', () => {
    const { waited } = manyDraws(3_000, 4)
    expect(waited.filter((w) => w === 1).length).toBeGreaterThan(100)
  })

  it('a camera that shows nothing is not spared: it is drawn more often, not less', () => {
    const { times } = manyDraws(600, 4, 'cam-07')
    expect(times.get('cam-07')!).toBeGreaterThan(1.5 * times.get('cam-08')!)
  })
})

describe('a draw can be made again', () => {
  const list = candidatesOf(['b', 'a', 'c', 'a'], (c) => (c === 'c' ? 4 : 0))
  it('from the list in order of id, each camera once', () =>
    expect(list).toEqual([
      { camera: 'a', tickets: 1 },
      { camera: 'b', tickets: 1 },
      { camera: 'c', tickets: 5 },
    ]))
  it('gives the same for the same seed, and another for another', () => {
    expect(drawFrom(seedOf(1), list, 3)).toEqual(drawFrom(seedOf(1), list, 3))
    const orders = new Set(Array.from({ length: 50 }, (_, n) => drawFrom(seedOf(n), list, 3).join()))
    expect(orders.size).toBeGreaterThan(3)
  })
  it('as openssl works it out: 32 zero bytes over "0" is 0x9979e4c3…, modulo 7 tickets 3, which is c', () =>
    expect(drawFrom(new Uint8Array(32), list, 1)).toEqual(['c']))
  it('never draws one twice, and no more than there are', () => {
    const drawn = drawFrom(seedOf(3), list, 9)
    expect([...drawn].sort()).toEqual(['a', 'b', 'c'])
  })
  it('the commitment is SHA-256 of the seed', () =>
    expect(commitmentOf(new Uint8Array(32))).toBe('66687aadf862bd776c8fc18b8e9f8e20089714856ee233b3902a591d0d5f2925'))
})
