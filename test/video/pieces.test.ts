import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { DataOf } from '../../server/domain/observation/index.ts'
import type { Database } from '../../server/storage/database.ts'
import { quiet } from '../../server/storage/log.ts'
import { registrationOf } from '../../server/video/phones/identity.ts'
import { createPieces } from '../../server/video/phones/pieces.ts'
import { temporaryFolder, testStore } from '../support/database.ts'
import { makeFootage } from '../support/footage.ts'
import { emptyFootage, MORNING, openStage, type Stage } from './stage.ts'

const CAMERA = 'phone-P01'
const SECOND = 1_000
const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

let store: Awaited<ReturnType<typeof testStore>>
let database: Database
let video: Buffer
beforeAll(async () => {
  store = await testStore()
  database = await store.open()
  // Four seconds, as a phone's browser would have recorded them.
  const folder = temporaryFolder('piece')
  const [made] = await makeFootage({ folder, startsAt: MORNING, segments: 1, segmentS: 4, audio: true })
  video = fs.readFileSync(made!.file)
  fs.rmSync(folder, { recursive: true, force: true })
})
afterAll(async () => {
  await database?.close()
  store?.remove()
})

describe('a phone brings what it recorded while it was offline', () => {
  let stage: Stage
  let pieces: ReturnType<typeof createPieces>
  beforeEach(async () => {
    await emptyFootage(database)
    stage = await openStage(database)
    await stage.register(registrationOf({ officer: 'P01', name: '徐国栋', unit: 's1' }, 'officer'))
    await stage.tell('body-camera.started', MORNING, {
      device: CAMERA,
      officer: 'P01',
      unit: 's1',
      recording: 'r',
      order: null,
    })
    stage.clock.set(MORNING + 60 * SECOND)
    pieces = createPieces({
      ...{ database, journal: stage.journal, clock: stage.clock, log: quiet, ffmpeg: 'ffmpeg', folder: stage.folder },
      spans: (camera, from, to) => stage.footage.sources.spans(camera, from, to),
      reached: (seq) => stage.footage.reached(seq),
      runs: () => [{ from: MORNING, to: null }],
    })
    return () => stage.close()
  })

  const facts = (startsAt = MORNING + 20 * SECOND, lengthMs = 4 * SECOND, bytes: Uint8Array = video) => ({
    ...{ startsAt, endsAt: startsAt + lengthMs, bytes: bytes.length, sha256: sha256Of(bytes) },
  })
  const put = (piece: string, offset: number, bytes: Buffer, sha256 = sha256Of(bytes)) =>
    pieces.put('P01', piece, { offset, sha256, bytes })
  const close = (piece: string, said: Partial<ReturnType<typeof facts>> = {}) =>
    pieces.close('P01', 'officer', piece, { ...facts(), ...said, type: 'video/mp4', uncertaintyMs: 120 })
  const ask = async (piece: string, said = facts()) => {
    const answer = await pieces.ask('P01', [{ piece, ...said }])
    return answer.is === 'done' ? answer.value.pieces[0]! : undefined
  }
  const lateSegments = () =>
    stage.journal
      .said('segment.closed')
      .map(({ data }) => data as DataOf<'segment.closed'>)
      .filter(({ late }) => late)

  it('in parts, from where the server has none; it becomes a late segment of its own', async () => {
    expect(await ask('piece-0001')).toMatchObject({ is: 'needed', have: 0 })
    const half = Math.floor(video.length / 2)
    expect(await put('piece-0001', 0, video.subarray(0, half))).toMatchObject({ value: { have: half } })
    // The answer was lost and the phone begins anew, or goes on elsewhere.
    expect(await put('piece-0001', 0, video.subarray(0, half))).toMatchObject({ value: { have: half } })
    expect(await put('piece-0001', half + 1, video.subarray(half + 1))).toMatchObject({
      ...{ is: 'refused', status: 409, refusal: { error: 'wrong-offset', detail: { have: half } } },
    })
    expect(await ask('piece-0001')).toMatchObject({ is: 'needed', have: half })
    await put('piece-0001', half, video.subarray(half))
    expect(await close('piece-0001')).toMatchObject({ value: { is: 'kept' } })

    const [segment] = lateSegments()
    expect(segment).toMatchObject({ camera: CAMERA, late: true, recorder: null, audio: { codec: 'mp4a.40.2' } })
    const file = path.join(stage.folder, `${segment!.segment}.mp4`)
    expect(sha256Of(fs.readFileSync(file))).toBe(segment!.sha256)
    expect(segment!.video!.frames).toBe(100)
    const { startsAt, endsAt } = facts()
    const spans = await stage.footage.sources.spans(CAMERA, startsAt - SECOND, endsAt + SECOND)
    expect(spans.filter((s) => s.late)).toMatchObject([{ from: startsAt, to: endsAt, is: 'recorded' }])
    expect(fs.readdirSync(path.join(stage.folder, '.late', CAMERA))).toEqual([])
  })

  it('the same piece again is answered the same and recorded once', async () => {
    await put('piece-0001', 0, video)
    await close('piece-0001')
    expect(await close('piece-0001')).toMatchObject({ value: { is: 'kept' } })
    expect(await ask('piece-0001')).toMatchObject({ is: 'kept' })
    expect(lateSegments()).toHaveLength(1)
    // Another piece of that time: it is here already.
    expect(await ask('piece-0002')).toMatchObject({ is: 'recorded' })
  })

  it('bytes that are not those announced: refused, journalled, and may be sent again', async () => {
    expect(await put('piece-0001', 0, video, '0'.repeat(64))).toMatchObject({ refusal: { error: 'hash' } })
    await put('piece-0001', 0, Buffer.concat([video.subarray(0, -1), Buffer.from([video.at(-1)! ^ 1])]))
    expect(await close('piece-0001')).toMatchObject({ is: 'refused', status: 422, refusal: { error: 'hash' } })
    expect(await ask('piece-0001')).toMatchObject({ is: 'needed', have: 0 })
    await put('piece-0001', 0, video)
    expect(await close('piece-0001')).toMatchObject({ value: { is: 'kept' } })
    expect(stage.journal.said('camera.piece-refused').map((o) => (o.data as { why: string }).why)).toEqual(['hash'])
  })

  it('longer than it says, no video, or from when nobody recorded: refused for good', async () => {
    await put('piece-0001', 0, video)
    expect(await close('piece-0001', { endsAt: facts().startsAt + 9 * SECOND })).toMatchObject({
      refusal: { error: 'length' },
    })
    expect(await ask('piece-0001')).toMatchObject({ is: 'refused', why: 'length' })
    const junk = Buffer.from('no video at all')
    await put('piece-0002', 0, junk)
    expect(await close('piece-0002', facts(undefined, undefined, junk))).toMatchObject({
      refusal: { error: 'unreadable' },
    })
    expect(await ask('piece-0003', facts(MORNING - 60 * SECOND))).toMatchObject({
      is: 'refused',
      why: 'outside-recording',
    })
    expect(await ask('piece-0004', facts(undefined, 61 * SECOND))).toMatchObject({ is: 'refused', why: 'too-long' })
    expect(lateSegments()).toEqual([])
  })

  it('while the journal takes nothing, nothing is taken, and it may be closed later', async () => {
    await put('piece-0001', 0, video)
    const append = stage.journal.append
    stage.journal.append = () => Promise.reject(new Error('full'))
    expect(await close('piece-0001')).toMatchObject({ is: 'refused', status: 503 })
    stage.journal.append = append
    expect(fs.existsSync(path.join(stage.folder, CAMERA))).toBe(false)
    expect(await close('piece-0001')).toMatchObject({ value: { is: 'kept' } })
  })

  it('the writer that ends beside it does not take it for a file of its own', async () => {
    const folder = path.join(stage.folder, CAMERA)
    const { sink, recorder } = stage.footage
    sink.started(CAMERA, folder, MORNING + 10 * SECOND)
    sink.packet(CAMERA, MORNING + 60 * SECOND)
    await put('piece-0001', 0, video)
    await close('piece-0001')
    sink.stopped(CAMERA, 'unreachable', MORNING + 60 * SECOND)
    sink.ended(CAMERA, folder, MORNING + 10 * SECOND)
    await recorder.settled()
    const closed = stage.journal.said('segment.closed').map(({ data }) => data as DataOf<'segment.closed'>)
    expect(closed.map(({ late }) => late)).toEqual([true])
  })
  it('is needed in a gap before the file that is being written', async () => {
    const { sink } = stage.footage
    sink.started(CAMERA, path.join(stage.folder, CAMERA), MORNING + 50 * SECOND)
    await stage.tell('segment.closed', MORNING + 56 * SECOND, {
      ...{
        camera: CAMERA,
        segment: `${CAMERA}/20260302T000050Z`,
        startsAt: MORNING + 50 * SECOND,
        endsAt: MORNING + 56 * SECOND,
      },
      ...{ sha256: '0'.repeat(64), bytes: 1, video: null, audio: null, complete: true, late: false },
      ...{ recorder: 'recorder-1', recovered: false },
    })
    sink.packet(CAMERA, MORNING + 60 * SECOND)
    expect(await ask('piece-0001')).toMatchObject({ is: 'needed' })
  })
  it('a crash after it was journalled: the next start puts the file into its place, and nothing is missing', async () => {
    await put('piece-0001', 0, video)
    await close('piece-0001')
    const [segment] = lateSegments()
    const file = path.join(stage.folder, `${segment!.segment}.mp4`)
    fs.renameSync(file, path.join(stage.folder, '.late', CAMERA, 'piece-0001.part.mp4'))
    await stage.footage.close()
    await stage.reopen()
    expect(sha256Of(fs.readFileSync(file))).toBe(segment!.sha256)
    expect(stage.journal.said('recording.verified')).toEqual([])
  })
})
