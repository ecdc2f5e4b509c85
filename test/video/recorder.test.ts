import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DataOf } from '../../server/domain/observation/index.ts'
import type { Database } from '../../server/storage/database.ts'
import { firstPictureAt } from '../../server/video/segments/first-picture.ts'
import { testStore } from '../support/database.ts'
import { countFrames, makeFootage } from '../support/footage.ts'
import { until } from '../web/house.ts'
import { cameraOf, emptyFootage, MORNING, openStage, type Stage, standingClock } from './stage.ts'

let store: Awaited<ReturnType<typeof testStore>>
let database: Database
let stage: Stage
beforeAll(async () => {
  store = await testStore()
  database = await store.open()
})
afterAll(async () => {
  await database?.close()
  store?.remove()
})
beforeEach(async () => {
  await emptyFootage(database)
  stage = await openStage(database)
  await stage.register(cameraOf('cam-1'), cameraOf('cam-2', { room: 'r1', audio: true, purpose: 'case-area' }))
})
afterEach(() => stage.close())

const closed = () => stage.journal.said('segment.closed').map((o) => o.data as DataOf<'segment.closed'>)
const said = (...kinds: string[]) => stage.journal.said(...kinds).map((o) => [o.kind, o.observedAt, o.data])
const sha256 = (file: string): string => createHash('sha256').update(fs.readFileSync(file)).digest('hex')
const spans = async (camera: string, from: number, to: number): Promise<string[]> =>
  (await stage.footage.sources.spans(camera, from, to)).map(
    (s) => `${s.is}${s.cause ? `:${s.cause}` : ''} ${(s.from - MORNING) / 1000}–${(s.to - MORNING) / 1000}`,
  )

describe('a file that was closed is sealed before it counts as recorded', () => {
  it('hash, frames, codec and ends are journalled, and it is in the index', async () => {
    const made = await stage.record('cam-1', { startsAt: MORNING, segments: 3 })
    expect(closed()).toHaveLength(3)
    for (const [i, one] of closed().entries()) {
      const { file, startsAt, endsAt } = made[i]!
      expect(one).toMatchObject({
        camera: 'cam-1',
        startsAt,
        endsAt,
        sha256: sha256(file),
        complete: true,
        late: false,
      })
      expect(one.segment).toBe(`cam-1/${path.basename(file, '.mp4')}`)
      expect(one.video).toMatchObject({ width: 160, height: 120, frames: await countFrames(file), keyFrames: 2 })
      expect(one.video!.codec).toMatch(/^avc1\./)
    }
    expect(await spans('cam-1', MORNING, MORNING + 6_000)).toEqual(['recorded 0–6'])
  })

  it('of the first file of a writer nobody says when its pictures began: as long before its end as they last', async () => {
    const folder = path.join(stage.folder, 'cam-1')
    const [first] = await makeFootage({ folder, startsAt: MORNING, segments: 1, segmentS: 4 })
    stage.clock.set(MORNING + 5_000)
    const endsAt = MORNING + 4_870
    stage.footage.sink.segmentClosed({ camera: 'cam-1', file: first!.file, startsAt: undefined, endsAt })
    await stage.footage.recorder.settled()
    expect(closed()).toMatchObject([{ startsAt: MORNING + 870, endsAt }])
  })

  it('our own writing that ends is told, and so is that it goes on', async () => {
    const { sink, recorder } = stage.footage
    sink.started('cam-1', path.join(stage.folder, 'cam-1'), MORNING)
    stage.clock.set(MORNING + 3_000)
    sink.stopped('cam-1', 'crashed', MORNING + 2_900)
    stage.clock.set(MORNING + 4_000)
    sink.started('cam-1', path.join(stage.folder, 'cam-1'), MORNING + 4_000)
    sink.stopped('cam-1', 'stalled', MORNING + 5_000)
    sink.started('cam-1', path.join(stage.folder, 'cam-1'), MORNING + 6_000)
    await recorder.settled()
    expect(said('camera.recording-broken', 'camera.recording-resumed')).toEqual([
      ['camera.recording-broken', MORNING + 3_000, { camera: 'cam-1', why: 'crashed' }],
      ['camera.recording-resumed', MORNING + 4_000, { camera: 'cam-1', brokenAt: MORNING + 3_000 }],
    ])
  })

  it('while the journal is away nothing is forgotten: it is told once it can be', async () => {
    stage.journal.fail(new Error('disk full'))
    const recording = stage.record('cam-1', { startsAt: MORNING, segments: 2 })
    await until(() => stage.footage.problem()?.includes('journalled') === true, 10_000)
    expect(closed()).toEqual([])
    stage.journal.fail(undefined)
    await recording
    expect(closed()).toHaveLength(2)
    expect(stage.footage.problem()).toBeUndefined()
  })
})

describe('a crash between the file and the journal', () => {
  it('what lies in the folder without an entry gets one; the file cut off last is kept and not complete', async () => {
    const [first] = await stage.record('cam-1', { startsAt: MORNING, segments: 1, segmentS: 4 })
    const lost = await makeFootage({
      folder: path.join(stage.folder, 'cam-1'),
      ...{ startsAt: MORNING + 4_000, segments: 2, segmentS: 4 },
    })
    // The writer was killed in the last fragment of the last file.
    const cut = fs.readFileSync(lost[1]!.file)
    fs.writeFileSync(lost[1]!.file, cut.subarray(0, cut.length - 3_000))
    stage.clock.set(MORNING + 60_000)
    await stage.reopen()
    expect(closed().map(({ segment, complete, recovered }) => ({ segment, complete, recovered }))).toEqual([
      { segment: 'cam-1/20260302T000000Z', complete: true, recovered: false },
      { segment: 'cam-1/20260302T000004Z', complete: true, recovered: true },
      { segment: 'cam-1/20260302T000008Z', complete: false, recovered: true },
    ])
    const [, , last] = closed()
    expect(last!.video).toMatchObject({ frames: 75, keyFrames: 3 })
    expect(last!.endsAt).toBe(MORNING + 11_000)
    expect(last!.sha256).toBe(sha256(lost[1]!.file))
    expect(await spans('cam-1', MORNING, MORNING + 11_000)).toEqual(['recorded 0–11'])
    expect(first!.endsAt).toBe(MORNING + 4_000)
  })

  it('an entry whose file is gone is told as missing, and is a gap of its own', async () => {
    const made = await stage.record('cam-1', { startsAt: MORNING, segments: 3 })
    fs.rmSync(made[1]!.file)
    await stage.reopen()
    expect(said('recording.verified')).toEqual([
      [
        'recording.verified',
        stage.clock(),
        expect.objectContaining({ recording: 'cam-1/20260302T000002Z', result: 'missing' }),
      ],
    ])
    expect(await spans('cam-1', MORNING, MORNING + 6_000)).toEqual(['recorded 0–2', 'gap:missing 2–4', 'recorded 4–6'])
    await stage.reopen()
    expect(said('recording.verified')).toHaveLength(1)
  })

  it('the next start says until when the recorder ran, and the gap is the recorder’s', async () => {
    await stage.record('cam-1', { startsAt: MORNING, segments: 2 })
    stage.clock.set(MORNING + 4_500)
    fs.writeFileSync(path.join(stage.folder, '.alive'), String(MORNING + 4_500))
    await stage.reopen({ clock: standingClock(MORNING + 60_000) })
    expect(
      said('recorder.stopped', 'recorder.started').map(([kind, at, data]) => [kind, at, (data as { why: string }).why]),
    ).toEqual([
      ['recorder.started', MORNING, 'start'],
      ['recorder.stopped', MORNING + 4_500, 'crashed'],
      ['recorder.started', MORNING + 60_000, 'restart'],
    ])
    expect(await spans('cam-1', MORNING, MORNING + 60_000)).toEqual(['recorded 0–4', 'gap:recorder-down 4–60'])
  })
})

describe('the first picture of a file that nobody told of', () => {
  const left = { named: MORNING, previousEnd: undefined, writtenAt: MORNING + 9_300, lengthMs: 8_400 }
  it('came where the recording before it ended, if that lies in the second of its name', () => {
    expect(firstPictureAt({ ...left, previousEnd: MORNING })).toBe(MORNING)
    expect(firstPictureAt({ ...left, previousEnd: MORNING + 999 })).toBe(MORNING + 999)
  })
  it('else as long before the last of it was written as its pictures last', () => {
    expect(firstPictureAt(left)).toBe(MORNING + 900)
    expect(firstPictureAt({ ...left, previousEnd: MORNING + 1_000 })).toBe(MORNING + 900)
    expect(firstPictureAt({ ...left, previousEnd: MORNING - 1 })).toBe(MORNING + 900)
    expect(firstPictureAt({ ...left, lengthMs: 9_300 + 15_000 })).toBe(MORNING - 15_000)
  })
  it('else in the second of its name: it was copied since, or holds no picture', () => {
    expect(firstPictureAt({ ...left, writtenAt: MORNING + 86_400_000 })).toBe(MORNING)
    expect(firstPictureAt({ ...left, lengthMs: 9_300 + 15_001 })).toBe(MORNING)
    expect(firstPictureAt({ ...left, lengthMs: 0 })).toBe(MORNING)
  })
})

describe('what writes a camera’s recording is killed while the server runs', () => {
  it('the file it left is taken in at once up to its last whole fragment, and the gap is our own', async () => {
    await stage.record('cam-1', { startsAt: MORNING, segments: 1, segmentS: 4 })
    const folder = path.join(stage.folder, 'cam-1')
    const [left] = await makeFootage({ folder, startsAt: MORNING + 4_000, segments: 1, segmentS: 4 })
    const cut = fs.readFileSync(left!.file)
    fs.writeFileSync(left!.file, cut.subarray(0, cut.length - 3_000))
    stage.clock.set(MORNING + 7_900)
    const { sink, recorder } = stage.footage
    sink.packet('cam-1', MORNING + 7_900)
    sink.stopped('cam-1', 'crashed', MORNING + 7_900)
    sink.ended('cam-1', folder, MORNING)
    await recorder.settled()
    expect(closed().map(({ segment, complete, recovered }) => ({ segment, complete, recovered }))).toEqual([
      { segment: 'cam-1/20260302T000000Z', complete: true, recovered: false },
      { segment: 'cam-1/20260302T000004Z', complete: false, recovered: true },
    ])
    stage.clock.set(MORNING + 12_000)
    await stage.record('cam-1', { startsAt: MORNING + 10_000, segments: 1 })
    expect(await spans('cam-1', MORNING, MORNING + 12_000)).toEqual([
      'recorded 0–7',
      'gap:recorder-down 7–10',
      'recorded 10–12',
    ])
  })
  it('the first file of a writer begins when its first picture came, not when it was opened', async () => {
    const folder = path.join(stage.folder, 'cam-1')
    const [left] = await makeFootage({ folder, startsAt: MORNING, segments: 1, segmentS: 3 })
    const written = (MORNING + 3_940) / 1_000
    fs.utimesSync(left!.file, written, written)
    stage.clock.set(MORNING + 4_200)
    stage.footage.sink.ended('cam-1', folder, MORNING)
    await stage.footage.recorder.settled()
    expect(closed()).toMatchObject([{ startsAt: MORNING + 940, endsAt: MORNING + 3_940, recovered: true }])
  })
  it('it was killed within a second of a new file, and left not one frame: the gap is our own all the same', async () => {
    await stage.record('cam-1', { startsAt: MORNING, segments: 2 })
    const folder = path.join(stage.folder, 'cam-1')
    const [left] = await makeFootage({ folder, startsAt: MORNING + 4_000, segments: 1 })
    fs.truncateSync(left!.file, 500)
    const { sink, recorder } = stage.footage
    // Packets are told of once a second: the last word came before the new file.
    sink.packet('cam-1', MORNING + 3_800)
    stage.clock.set(MORNING + 4_600)
    sink.stopped('cam-1', 'crashed', MORNING + 3_800)
    sink.ended('cam-1', folder, MORNING)
    await recorder.settled()
    stage.clock.set(MORNING + 9_000)
    await stage.record('cam-1', { startsAt: MORNING + 7_000, segments: 1 })
    expect(closed().at(-2)).toMatchObject({ segment: 'cam-1/20260302T000004Z', recovered: true })
    expect(await spans('cam-1', MORNING, MORNING + 9_000)).toEqual([
      'recorded 0–4',
      'gap:recorder-down 4–7',
      'recorded 7–9',
    ])
  })
  it('a writer that closed its files leaves nothing behind', async () => {
    await stage.record('cam-1', { startsAt: MORNING, segments: 2 })
    stage.footage.sink.stopped('cam-1', 'stalled', MORNING + 4_000)
    stage.footage.sink.ended('cam-1', path.join(stage.folder, 'cam-1'), MORNING)
    await stage.footage.recorder.settled()
    expect(closed()).toHaveLength(2)
  })
})

describe('rooms learn whether they are being recorded', () => {
  it('a camera with sound is a synchronous recording of its room; one without is not', async () => {
    await stage.record('cam-1', { startsAt: MORNING, segments: 1 })
    expect(said('recording.started')).toEqual([])
    await stage.record('cam-2', { startsAt: MORNING + 10_000, segments: 1, audio: true })
    expect(said('recording.started')).toEqual([
      ['recording.started', MORNING + 10_000, expect.objectContaining({ room: 'r1', device: 'cam-2' })],
    ])
    expect(said('sensor.installed').map(([, , data]) => data)).toEqual([
      { sensor: 'recorder/cam-2', watches: ['recording'], room: 'r1', owner: 'bureau' },
    ])
  })
  it('it is interrupted when the camera is lost, and begins anew', async () => {
    await stage.record('cam-2', { startsAt: MORNING, segments: 1, audio: true })
    stage.footage.sink.stopped('cam-2', 'unreachable', MORNING + 2_000)
    stage.footage.sink.started('cam-2', '', MORNING + 42_000)
    await stage.footage.recorder.settled()
    expect(said('recording.stopped')).toEqual([
      ['recording.stopped', MORNING + 2_000, expect.objectContaining({ room: 'r1', reason: 'interrupted' })],
    ])
    expect(said('recording.started')).toHaveLength(2)
  })
  it('no sound where there should be sound is told, though the picture runs on', async () => {
    await stage.record('cam-2', { startsAt: MORNING, segments: 1, audio: false })
    expect(said('recording.signal-lost')).toEqual([
      ['recording.signal-lost', MORNING, expect.objectContaining({ room: 'r1', lost: 'audio' })],
    ])
  })
  it('when the server stops nobody can tell any more: that is told too', async () => {
    await stage.record('cam-2', { startsAt: MORNING, segments: 1, audio: true })
    await stage.footage.close()
    expect(said('recording.stopped', 'recorder.stopped', 'sensor.failed').map(([kind]) => kind)).toEqual([
      'recording.stopped',
      'recorder.stopped',
      'sensor.failed',
    ])
    await stage.reopen()
    expect(said('sensor.restored')).toHaveLength(1)
  })
})

describe('a camera pulled in the middle', () => {
  it('the gap is as long as it was, its cause is the camera, and recording goes on by itself', async () => {
    await stage.record('cam-1', { startsAt: MORNING, segments: 2 })
    stage.footage.sink.stopped('cam-1', 'unreachable', MORNING + 4_000)
    await stage.tell('camera.lost', MORNING + 4_000, {
      camera: 'cam-1',
      why: 'unreachable',
      lastFrameAt: null,
      detail: '',
    })
    stage.clock.set(MORNING + 44_000)
    await stage.tell('camera.restored', MORNING + 44_000, { camera: 'cam-1', lostAt: MORNING + 4_000 })
    await stage.record('cam-1', { startsAt: MORNING + 44_000, segments: 2 })
    expect(await spans('cam-1', MORNING, MORNING + 48_000)).toEqual([
      'recorded 0–4',
      'gap:source-down 4–44',
      'recorded 44–48',
    ])
  })
})

describe('a full disk', () => {
  it('stops a house that records; one without cameras lacks nothing', async () => {
    stage.disk.freeBytes = 0
    await stage.reopen()
    expect(stage.footage.problem()).toBe('recorder: disk-full')
    await stage.tell('camera.withdrawn', MORNING, { camera: 'cam-1', by: 'system-admin', reason: 'taken down' })
    await stage.tell('camera.withdrawn', MORNING, { camera: 'cam-2', by: 'system-admin', reason: 'taken down' })
    expect(stage.footage.problem()).toBeUndefined()
  })
})
