import fs from 'node:fs'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { audioOf, decode, scanner, videoOf } from '../../../server/protocols/fmp4/codec.ts'
import { temporaryFolder } from '../../support/database.ts'
import { countFrames, type MadeSegment, makeFootage } from '../../support/footage.ts'
import {
  avc1,
  box,
  ftyp,
  hex,
  hvc1,
  mdat,
  moof,
  moov,
  NOT_SYNC,
  SYNC,
  tfdt,
  tfdt64,
  tfhd,
  trak,
  trex,
  trun,
  u32,
} from './boxes.ts'

const init = Buffer.concat([ftyp, moov(trak(), trex(1, 3_600, NOT_SYNC))])
const file = (...rest: readonly Buffer[]): Buffer => Buffer.concat([init, ...rest])

describe('ISO/IEC 14496-12, 8.2–8.5: the movie box', () => {
  it('names each track with its timescale, its codec by RFC 6381 and its size', () => {
    const { movie, initBytes, faults } = decode(init)
    expect(videoOf(movie)).toEqual({
      id: 1,
      kind: 'video',
      timescale: 90_000,
      codec: 'avc1.42e01f',
      width: 1280,
      height: 720,
      defaults: { duration: 3_600, flags: NOT_SYNC },
    })
    expect(initBytes).toBe(init.length)
    expect(faults).toEqual([])
  })
  it('takes the fields from their places in version 1, where instants are 64 bits wide', () =>
    expect(videoOf(decode(moov(trak({ id: 7, timescale: 12_800, long: true }))).movie)).toMatchObject({
      id: 7,
      timescale: 12_800,
    }))
  it('writes HEVC as 14496-15 annex E.3 does', () =>
    expect(videoOf(decode(moov(trak({ entry: hvc1 }))).movie)).toMatchObject({
      codec: 'hvc1.1.6.L93.90',
      width: 2560,
      height: 1440,
    }))
  it('finds AAC behind descriptors whose lengths take one or four bytes', () => {
    const entry = (esds: string): Buffer => box('mp4a', Buffer.alloc(28), box('esds', u32(0), hex(esds)))
    const codec = (esds: string) => audioOf(decode(moov(trak({ handler: 'soun', entry: entry(esds) }))).movie)?.codec
    expect(codec('03 19 0001 00 04 11 40 15 000000 00000000 00000000 05 02 1210')).toBe('mp4a.40.2')
    expect(codec('03 80808025 0001 00 04 80808017 40 15 000000 00000000 00000000 05 80808002 2b09')).toBe('mp4a.40.5')
    expect(codec('03 05 0001 00 04 01')).toBeNull()
  })
  it('a codec it cannot name is null, not guessed', () =>
    expect(videoOf(decode(moov(trak({ entry: box('vp08', Buffer.alloc(78)) }))).movie)?.codec).toBeNull())
})

describe('8.8: movie fragments', () => {
  it('the fields of the run itself: durations, flags, composition offsets below zero', () => {
    const run = trun(0x0100_0d01, 3, 0, 3_600, SYNC, -1_800, 3_600, NOT_SYNC, 3_600, 3_000, NOT_SYNC, 0)
    const { fragments, faults } = decode(file(moof([tfhd(1, 0), tfdt(90_000), run]), mdat(30)))
    expect(faults).toEqual([])
    expect(fragments).toEqual([
      {
        offset: init.length,
        bytes: moof([tfhd(1, 0), tfdt(90_000), run]).length + 38,
        tracks: [
          {
            track: 1,
            decodeTime: 90_000,
            // The first is shown 1800 before its decoding time; the second ends latest: 93 600 + 3 600 + 3 600.
            shownFrom: 88_200,
            shownTo: 100_800,
            frames: 3,
            keyFrames: 1,
            beginsWithKeyFrame: true,
          },
        ],
      },
    ])
  })
  it('what a run does not say the track fragment says, and what that does not say the movie', () => {
    const own = decode(file(moof([tfhd(1, 0x28, 1_000, SYNC), tfdt(0), trun(0, 4)]), mdat()))
    expect(own.fragments[0]!.tracks[0]).toMatchObject({ shownTo: 4_000, frames: 4, keyFrames: 4 })
    const movie = decode(file(moof([tfhd(1, 0), tfdt(0), trun(0x4, 4, SYNC)]), mdat()))
    expect(movie.fragments[0]!.tracks[0]).toMatchObject({ shownTo: 14_400, frames: 4, keyFrames: 1 })
    const noKey = decode(file(moof([tfhd(1, 0), tfdt(0), trun(0, 4)]), mdat()))
    expect(noKey.fragments[0]!.tracks[0]).toMatchObject({ keyFrames: 0, beginsWithKeyFrame: false })
  })
  it('decoding times of 64 bits; several runs follow on each other; two tracks', () => {
    const two = Buffer.concat([ftyp, moov(trak(), trak({ id: 2, handler: 'soun' }), trex(1, 10, SYNC))])
    const video = [tfhd(1, 0), tfdt64(1, 5), trun(0, 2), trun(0, 3)]
    const audio = [tfhd(2, 0x8, 1_024), tfdt(7), trun(0, 2)]
    const { fragments } = decode(Buffer.concat([two, moof(video, audio), mdat()]))
    expect(fragments[0]!.tracks).toMatchObject([
      { decodeTime: 2 ** 32 + 5, shownTo: 2 ** 32 + 55, frames: 5 },
      { track: 2, shownFrom: 7, shownTo: 2_055, frames: 2 },
    ])
  })
  it('a box longer than 4 GiB has its size behind the type', () => {
    const large = Buffer.concat([u32(1), Buffer.from('mdat'), u32(0, 20), Buffer.alloc(4)])
    const { fragments } = decode(file(moof([tfhd(1, 0), tfdt(0), trun(0, 1)]), large))
    expect(fragments).toHaveLength(1)
    expect(fragments[0]!.offset + fragments[0]!.bytes).toBe(file(moof([tfhd(1, 0), tfdt(0), trun(0, 1)]), large).length)
  })
})

describe('what is wrong is named with its place, and the rest is read', () => {
  const sound = Buffer.concat([moof([tfhd(1, 0), tfdt(0), trun(0x4, 1, SYNC)]), mdat()])
  const problems = (bytes: Buffer) => decode(bytes).faults.map((f) => f.problem)

  it('a recorder killed in a fragment: those before it are whole, and it is known where they end', () => {
    const cut = file(sound, sound.subarray(0, -2))
    const { fragments, wholeBytes, bytes } = decode(cut)
    expect(fragments).toHaveLength(1)
    expect(wholeBytes).toBe(init.length + sound.length)
    expect(bytes).toBe(cut.length)
  })
  it('junk behind whole boxes', () =>
    expect(decode(file(sound, Buffer.alloc(9))).faults).toEqual([
      { at: init.length + sound.length, problem: 'no box begins here' },
    ]))
  it.each([
    ['nothing at all', Buffer.alloc(0), /no moov/],
    ['no moov', Buffer.concat([ftyp, sound]), /moof: before moov/],
    ['a second moov', Buffer.concat([init, moov(trak())]), /second/],
    ['a track that moov does not have', file(moof([tfhd(9, 0), tfdt(0), trun(0, 1)]), mdat()), /track 9/],
    ['no tfdt', file(moof([tfhd(1, 0), trun(0, 1)]), mdat()), /tfdt/],
    ['more samples than bytes', file(moof([tfhd(1, 0), tfdt(0), trun(0x100, 50, 1)]), mdat()), /do not fit/],
    ['samples without end', file(moof([tfhd(1, 0), tfdt(0), trun(0, 0xffff_ffff)]), mdat()), /samples/],
    ['a box to the end of the file', file(Buffer.concat([u32(0), Buffer.from('mdat')])), /to the end/],
  ])('%s', (_, bytes, words) => expect(problems(bytes)).toContainEqual(expect.stringMatching(words)))
  it('keeps only the first of many faults', () => {
    const bad = Buffer.concat([moof([tfhd(9, 0)]), mdat()])
    expect(decode(file(...Array.from({ length: 500 }, () => bad))).faults).toHaveLength(20)
  })
})

describe('files that ffmpeg wrote', () => {
  const folder = temporaryFolder('fmp4')
  let made: readonly MadeSegment[]
  beforeAll(async () => {
    made = await makeFootage({ folder, startsAt: Date.parse('2026-03-02T00:00:00Z'), segments: 2, audio: true })
  }, 30_000)
  afterAll(() => fs.rmSync(folder, { recursive: true }))

  it('frames, key frames and length are what ffprobe counts', async () => {
    expect(made).toHaveLength(2)
    for (const { file: name, startsAt, endsAt } of made) {
      const { movie, fragments, faults } = decode(fs.readFileSync(name))
      const track = videoOf(movie)!
      const video = fragments.flatMap((f) => f.tracks.filter((t) => t.track === track.id))
      expect(faults).toEqual([])
      expect(track.codec).toMatch(/^avc1\.42c0/)
      expect(audioOf(movie)?.codec).toBe('mp4a.40.2')
      expect(video.reduce((n, t) => n + t.frames, 0)).toBe(await countFrames(name))
      expect(video.every((t) => t.beginsWithKeyFrame && t.keyFrames === 1)).toBe(true)
      expect((video.at(-1)!.shownTo - video[0]!.shownFrom) / track.timescale).toBeCloseTo((endsAt - startsAt) / 1000, 2)
    }
  })

  it('however the file is cut into pieces, the same is read', () => {
    const bytes = fs.readFileSync(made[0]!.file)
    const whole = decode(bytes)
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 9_000 }), { minLength: 1, maxLength: 60 }), (sizes) => {
        const one = scanner()
        let at = 0
        for (const size of sizes) {
          one.push(bytes.subarray(at, at + size))
          at += size
        }
        one.push(bytes.subarray(at))
        expect(one.end()).toEqual(whole)
      }),
      { numRuns: 50 },
    )
  })

  it('cut anywhere, it still gives every fragment that is whole', () => {
    const bytes = fs.readFileSync(made[0]!.file)
    const whole = decode(bytes)
    fc.assert(
      fc.property(fc.nat(bytes.length), (n) => {
        const { fragments } = decode(bytes.subarray(0, n))
        expect(fragments).toEqual(whole.fragments.filter((f) => f.offset + f.bytes <= n))
      }),
      { numRuns: 100 },
    )
  })
})

it('the fixture is a picture of its own', () => expect(avc1.length).toBe(8 + 78 + 8 + 9))
