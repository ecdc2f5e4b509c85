import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decode } from '../../../server/protocols/fmp4/codec.ts'
import { spent } from '../slowest.ts'
import { avc1, box, ftyp, hvc1, mdat, moof, moov, tfdt, tfdt64, tfhd, trak, trex, trun } from './boxes.ts'

/** Seconds; CI gives a minute (goal R7). */
const seconds = Number(process.env.FUZZ_SECONDS ?? '1')

const u32 = fc.nat(0xffff_ffff)
const bytes = fc.uint8Array({ maxLength: 400 }).map((a) => Buffer.from(a))
const fragments = fc
  .array(
    fc.oneof(
      fc.tuple(fc.nat(3), fc.nat(0x3f), u32, u32).map(([id, flags, a, b]) => tfhd(id, flags, a, b)),
      u32.map(tfdt),
      fc.tuple(u32, u32).map(([a, b]) => tfdt64(a, b)),
      fc.tuple(u32, fc.oneof(fc.nat(9), u32), fc.array(u32, { maxLength: 40 })).map(([f, n, r]) => trun(f, n, ...r)),
      bytes.map((b) => box('trun', b)),
    ),
    { maxLength: 6 },
  )
  .map((parts) => moof(parts))
const pieces = fc.oneof(
  fragments,
  bytes,
  bytes.map((b) => box('moov', b)),
  bytes.map((b) => moov(trak({ entry: box('avc1', b) }))),
  bytes.map((b) => moov(trak({ entry: box('mp4a', Buffer.alloc(28), box('esds', b)), handler: 'soun' }))),
  fc.constantFrom(ftyp, mdat(), moov(trak(), trex(1, 100, 0)), moov(trak({ entry: hvc1, long: true })), avc1),
)
const files = fc.array(pieces, { maxLength: 12 }).map((p) => Buffer.concat(p))
/** A sound file with a few bytes changed. */
const sound = Buffer.concat([ftyp, moov(trak(), trex(1, 100, 0)), moof([tfhd(1, 0), tfdt(0), trun(0, 3)]), mdat(20)])
const mutated = fc.array(fc.tuple(fc.nat(sound.length - 1), fc.nat(255)), { maxLength: 8 }).map((changes) => {
  const copy = Buffer.from(sound)
  for (const [at, value] of changes) copy[at] = value
  return copy
})

describe('goal R7: no input crashes the reader, holds it up, or makes it claim what is not there', () => {
  it(`${seconds} s of junk, of sound pieces in any order, of single bytes changed`, () => {
    const end = performance.now() + seconds * 1000
    let runs = 0
    while (performance.now() < end)
      for (const input of fc.sample(fc.oneof(files, mutated), 200)) {
        let read = decode(Buffer.alloc(0))
        const ms = spent(() => {
          read = decode(input)
        }, 40)
        expect(ms).toBeLessThan(50)
        expect(read.faults.length).toBeLessThanOrEqual(20)
        expect(read.wholeBytes).toBeLessThanOrEqual(input.length)
        for (const f of read.fragments) {
          expect(f.offset + f.bytes).toBeLessThanOrEqual(input.length)
          for (const t of f.tracks) expect(t.keyFrames).toBeLessThanOrEqual(t.frames)
        }
        runs++
      }
    expect(runs).toBeGreaterThan(50)
  }, 90_000)
})
