import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type HealthMark, type Line, type Stretch, spansOf } from '../../server/video/footage/gaps.ts'

/** Seconds of one day. */
const s = (n: number): number => n * 1000
const kept = (from: number, to: number, more: Partial<Stretch> = {}): Stretch => ({
  startsAt: s(from),
  endsAt: s(to),
  state: 'kept',
  late: false,
  ...more,
})
const mark = (at: number, kind: string, why: string | null = null): HealthMark => ({ at: s(at), kind, why })
const line = (more: Partial<Line>): Line => ({
  from: s(100),
  to: s(1_000),
  now: s(10_000),
  segments: [],
  camera: [mark(0, 'camera.registered')],
  recorder: [mark(0, 'recorder.started')],
  openUntil: undefined,
  ...more,
})
/** `recorded 100–400`, `gap:expired 400–1000`. */
const told = (more: Partial<Line>): string[] =>
  spansOf(line(more)).map(
    (x) => `${x.is}${x.cause ? `:${x.cause}` : ''}${x.late ? '(late)' : ''} ${x.from / 1000}–${x.to / 1000}`,
  )

describe('what is recorded, by where segments truly begin and end', () => {
  it('segments that follow on each other are one stretch; a frame or two between them is no gap', () =>
    expect(told({ segments: [kept(60, 400.04), kept(400.5, 1_200)] })).toEqual(['recorded 100–1000']))
  it('more than a second between them is a gap', () =>
    expect(told({ segments: [kept(60, 400), kept(401.5, 1_200)] })).toEqual([
      'recorded 100–400',
      'gap:unknown 400–401.5',
      'recorded 401.5–1000',
    ]))
  it('what came late is never joined to what came in time', () =>
    expect(told({ segments: [kept(60, 400), kept(400, 700, { late: true }), kept(700, 1_200)] })).toEqual([
      'recorded 100–400',
      'recorded(late) 400–700',
      'recorded 700–1000',
    ]))
  it('what came late counts only where what was recorded here is missing', () =>
    expect(
      told({
        segments: [kept(60, 400), kept(390, 500, { late: true }), kept(490, 620, { late: true }), kept(600, 1_200)],
      }),
    ).toEqual(['recorded 100–400', 'recorded(late) 400–600', 'recorded 600–1000']))
  it('segments that overlap are told once', () =>
    expect(told({ segments: [kept(60, 700), kept(500, 1_200)] })).toEqual(['recorded 100–1000']))
  it('nothing is said of what is still to come', () =>
    expect(told({ now: s(500), segments: [kept(60, 500)] })).toEqual(['recorded 100–500']))
  it('what is being recorded is not yet to be played and no gap', () =>
    expect(told({ now: s(500), segments: [kept(60, 400)], openUntil: s(499) })).toEqual([
      'recorded 100–400',
      'open 400–500',
    ]))
  it('a segment that was closed just now ends after the last word of its packets: what lies before it is no part of it', () =>
    expect(told({ now: s(500), segments: [kept(60, 400), kept(420, 499.5)], openUntil: s(499) }).slice(0, 3)).toEqual([
      'recorded 100–400',
      'gap:unknown 400–420',
      'recorded 420–499.5',
    ]))
  it('a range before the file that is being written is not open, though none of its neighbours are asked for', () =>
    expect(told({ from: s(200), to: s(300), now: s(1_000), openUntil: s(999), openFrom: s(900) })).toEqual([
      'gap:unknown 200–300',
    ]))
  it('what has been silent for longer than five seconds is a gap', () => {
    const silent = (until: number) => told({ now: s(500), segments: [kept(60, 400)], openUntil: s(until) })
    expect(silent(495)).toEqual(['recorded 100–400', 'open 400–500'])
    expect(silent(494)).toEqual(['recorded 100–400', 'open 400–494', 'gap:unknown 494–500'])
  })
  it('our own writing ended: the gap is ours until its next segment', () =>
    expect(
      told({
        segments: [kept(60, 400), kept(406, 1_200)],
        camera: [mark(0, 'camera.registered'), mark(402, 'camera.recording-broken', 'crashed')],
      }),
    ).toEqual(['recorded 100–400', 'gap:recorder-down 400–406', 'recorded 406–1000']))
})

describe('why there is a gap', () => {
  it('the camera was lost: as long as it was', () =>
    expect(
      told({
        segments: [kept(60, 400), kept(440, 1_200)],
        camera: [mark(0, 'camera.registered'), mark(400, 'camera.lost', 'unreachable'), mark(440, 'camera.restored')],
      }),
    ).toEqual(['recorded 100–400', 'gap:source-down 400–440', 'recorded 440–1000']))
  it('a loss told a few seconds after the last packet explains the whole gap', () =>
    expect(
      told({
        segments: [kept(60, 400), kept(440, 1_200)],
        camera: [mark(0, 'camera.registered'), mark(405, 'camera.lost', 'stalled'), mark(438, 'camera.restored')],
      }),
    ).toEqual(['recorded 100–400', 'gap:source-down 400–440', 'recorded 440–1000']))
  it('a picture that shows nothing is recorded: covered is no cause of a gap', () =>
    expect(
      told({
        segments: [kept(60, 400)],
        camera: [mark(0, 'camera.registered'), mark(300, 'camera.lost', 'covered')],
      }),
    ).toEqual(['recorded 100–400', 'gap:unknown 400–1000']))
  it('still lost', () =>
    expect(
      told({
        segments: [kept(60, 400)],
        camera: [mark(0, 'camera.registered'), mark(400, 'camera.lost', 'unreachable')],
      }),
    ).toEqual(['recorded 100–400', 'gap:source-down 400–1000']))
  it('lost before the range began, and restored within it', () =>
    expect(
      told({
        segments: [kept(500, 1_200)],
        camera: [mark(0, 'camera.registered'), mark(50, 'camera.lost', 'refused'), mark(500, 'camera.restored')],
      }),
    ).toEqual(['gap:source-down 100–500', 'recorded 500–1000']))
  it('before it was registered and after it was withdrawn nothing was ever recorded', () =>
    expect(
      told({
        segments: [kept(300, 600)],
        camera: [mark(300, 'camera.registered'), mark(600, 'camera.withdrawn')],
      }),
    ).toEqual(['gap:never-recorded 100–300', 'recorded 300–600', 'gap:never-recorded 600–1000']))
  it('one that is carried records only from start to stop: what lies between is no loss', () => {
    const carried = [
      mark(0, 'camera.registered'),
      mark(200, 'body-camera.started'),
      mark(400, 'body-camera.stopped'),
      mark(600, 'body-camera.started'),
    ]
    expect(told({ segments: [kept(200, 400), kept(600, 1_200)], camera: carried })).toEqual([
      'gap:never-recorded 100–200',
      'recorded 200–400',
      'gap:never-recorded 400–600',
      'recorded 600–1000',
    ])
    expect(told({ segments: [kept(200, 300), kept(600, 1_200)], camera: carried })).toEqual([
      'gap:never-recorded 100–200',
      'recorded 200–300',
      'gap:unknown 300–400',
      'gap:never-recorded 400–600',
      'recorded 600–1000',
    ])
  })
  it('our recorder did not run: its own cause, whatever the camera did meanwhile', () =>
    expect(
      told({
        segments: [kept(60, 400), kept(700, 1_200)],
        camera: [mark(0, 'camera.registered'), mark(450, 'camera.lost', 'unreachable'), mark(500, 'camera.restored')],
        recorder: [
          mark(0, 'recorder.started'),
          mark(400, 'recorder.stopped', 'crashed'),
          mark(700, 'recorder.started'),
        ],
      }),
    ).toEqual(['recorded 100–400', 'gap:recorder-down 400–700', 'recorded 700–1000']))
  it('the disk was full', () =>
    expect(
      told({
        segments: [kept(60, 400), kept(700, 1_200)],
        recorder: [
          mark(0, 'recorder.started'),
          mark(400, 'recorder.stopped', 'disk-full'),
          mark(699, 'recorder.started'),
        ],
      }),
    ).toEqual(['recorded 100–400', 'gap:disk-full 400–700', 'recorded 700–1000']))
  it('before there was a recorder at all', () =>
    expect(told({ segments: [kept(500, 1_200)], recorder: [mark(500, 'recorder.started')] })).toEqual([
      'gap:recorder-down 100–500',
      'recorded 500–1000',
    ]))
  it('expired, deleted by two persons, missing: three causes', () =>
    expect(
      told({
        segments: [
          kept(60, 300, { state: 'expired' }),
          kept(300, 500, { state: 'deleted' }),
          kept(500, 700, { state: 'missing' }),
          kept(700, 1_200),
        ],
      }).map((x) => x.replace(/\d.*/, '').trim()),
    ).toEqual(['gap:expired', 'gap:deleted', 'gap:missing', 'recorded']))
  it('nobody told why: unknown, never guessed', () =>
    expect(told({ segments: [kept(60, 400)] })).toEqual(['recorded 100–400', 'gap:unknown 400–1000']))
})

describe('whatever was told', () => {
  const instant = fc.integer({ min: 0, max: 1_200 })
  const stretches = fc.array(
    fc.tuple(
      instant,
      fc.nat(200),
      fc.constantFrom<Stretch['state'][]>('kept', 'expired', 'deleted', 'missing'),
      fc.boolean(),
    ),
    { maxLength: 12 },
  )
  const marks = (kinds: readonly string[]) =>
    fc
      .array(fc.tuple(instant, fc.constantFrom(...kinds), fc.constantFrom('unreachable', 'disk-full', 'dark')))
      .map((m) => m.map(([at, kind, why]) => mark(at, kind, why)).sort((a, b) => a.at - b.at))

  it('spans touch, cover the whole range up to now, and a recorded moment is never called a gap', () => {
    fc.assert(
      fc.property(
        stretches,
        marks(['camera.registered', 'camera.lost', 'camera.restored', 'camera.withdrawn']),
        marks(['recorder.started', 'recorder.stopped']),
        fc.option(instant, { nil: undefined }),
        instant,
        (found, camera, recorder, open, now) => {
          const segments = found
            .map(([from, length, state, late]) => kept(from, from + length, { state, late }))
            .sort((a, b) => a.startsAt - b.startsAt)
          const asked = line({ segments, camera, recorder, openUntil: open && s(open), now: s(now) })
          const spans = spansOf(asked)
          const end = Math.min(asked.to, asked.now)
          if (end <= asked.from) {
            expect(spans).toEqual([])
            return
          }
          expect(spans[0]!.from).toBe(asked.from)
          expect(spans.at(-1)!.to).toBe(end)
          spans.forEach((span, i) => {
            expect(span.to).toBeGreaterThan(span.from)
            if (i > 0) expect(span.from).toBe(spans[i - 1]!.to)
            expect(span.is === 'gap').toBe(span.cause !== null)
            if (span.is !== 'recorded')
              for (const k of segments.filter((x) => x.state === 'kept' && x.endsAt > x.startsAt))
                expect(Math.min(k.endsAt, span.to) - Math.max(k.startsAt, span.from)).toBeLessThanOrEqual(0)
          })
        },
      ),
      { numRuns: 300 },
    )
  })
})
