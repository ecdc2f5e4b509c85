import { execFile } from 'node:child_process'
import fs from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ExportView } from '../../server/contract/exports.ts'
import { openJournal } from '../../server/journal/open.ts'
import { openSigningKey } from '../../server/journal/signing-key.ts'
import type { Database } from '../../server/storage/database.ts'
import { quiet } from '../../server/storage/log.ts'
import type { Bytes } from '../../server/video/bytes.ts'
import { type Footage, openFootage } from '../../server/video/footage.ts'
import type { Outcome } from '../../server/video/outcome.ts'
import { verifyArchive } from '../../server/video/proof/verify-archive.ts'
import { createExpectation, verifyFolder } from '../../server/video/proof/verify-folder.ts'
import type { Review } from '../../server/video/review/sessions.ts'
import { temporaryFolder, testStore } from '../support/database.ts'
import { countFrames, type MadeSegment, makeFootage } from '../support/footage.ts'
import { archivesIn, cameraOf, GB, MORNING, standingClock } from './stage.ts'

const folder = temporaryFolder('export')
const clock = standingClock(MORNING + 3_600_000)
let store: Awaited<ReturnType<typeof testStore>>
let database: Database
let journal: Awaited<ReturnType<typeof openJournal>>
let footage: Footage
let made: readonly MadeSegment[]
let review: Review
let pem: string
const asker = { name: 'supervisor', sees: () => true, mayConfirm: false }
const approver = { name: 'chief', sees: () => true, mayConfirm: true }

beforeAll(async () => {
  store = await testStore()
  database = await store.open()
  const signingKey = path.join(folder, '.key')
  pem = openSigningKey(signingKey).publicKey
  journal = await openJournal({ database, clock, signingKey, log: quiet })
  for (const [name, person] of [
    ['supervisor', '1'],
    ['chief', '2'],
    ['second-account', '1'],
  ])
    await database.query(
      `insert into account (name, display_name, person, role, password_hash, created_at) values ($1, $1, $2, 'chief', '', 0)`,
      [name, person],
    )
  footage = await openFootage({
    ...{ database, journal, clock, folder, log: quiet, whenFull: 'stop', archives: archivesIn(folder) },
    ...{ limits: { stopBelowBytes: GB, makeRoomBelowBytes: 2 * GB }, caseAreaOf: () => null, settingOf: () => 0 },
    ...{ carrierOf: () => null, installed: () => true, owner: () => 's1' },
    room: async () => ({ freeBytes: 100 * GB, totalBytes: 200 * GB }),
  })
  const observation = { kind: 'camera.registered', observedAt: MORNING, data: cameraOf('cam-1') } as const
  await journal.append([{ source: 'test', key: 'cam-1', observation }])
  made = await makeFootage({ folder: path.join(folder, 'cam-1'), startsAt: MORNING, segments: 3, segmentS: 4 })
  for (const one of made) footage.sink.segmentClosed({ camera: 'cam-1', ...one })
  await footage.recorder.settled()
  await footage.reached((await journal.watermark()).seq)
  const state = { title: { zh: '一', en: 'one' }, at: MORNING, from: MORNING, to: MORNING + 60_000, sources: ['cam-1'] }
  review = await footage.reviews.open(
    { by: 'supervisor', session: 's', purpose: '核查投诉' },
    { subject: { is: 'camera', id: 'cam-1' }, layout: null, ...state },
  )
})
afterAll(async () => {
  await footage?.close()
  await journal?.close()
  await database?.close()
  store?.remove()
  fs.rmSync(folder, { recursive: true, force: true })
})

const value = <T>(outcome: Outcome<T>): T => {
  if (outcome.is === 'refused') throw new Error(outcome.refusal.error)
  return outcome.value
}
const error = (outcome: Outcome<unknown>) => (outcome.is === 'refused' ? outcome.refusal.error : undefined)
const ask = async (from = MORNING + 1_000, to = MORNING + 10_500): Promise<ExportView> =>
  value(
    await footage.exports.request(asker, review, {
      sources: ['cam-1'],
      from,
      to,
      finding: null,
      reason: '移送检察机关',
    }),
  ).export
/** The archive's file, made once. */
let archive: Promise<string> | undefined
const anArchive = (): Promise<string> => {
  archive ??= (async () => {
    const { id } = await ask()
    value(await footage.exports.approve(approver, id))
    await footage.exports.idle()
    const bytes: Bytes = value(await footage.exports.archive(asker, id))
    return bytes.file
  })()
  return archive
}

describe('S4: an archive needs two persons', () => {
  it('nothing is made before another person agrees; two accounts of one human being are one person', async () => {
    const { id, state, next } = await ask()
    expect([state, next]).toEqual(['requested', ['cancel']])
    expect(error(await footage.exports.approve({ ...approver, name: 'supervisor' }, id))).toBe('same-person')
    expect(error(await footage.exports.approve({ ...approver, name: 'second-account' }, id))).toBe('same-person')
    expect(error(await footage.exports.archive(asker, id))).toBe('not-ready')
    expect(value(await footage.exports.refuse(approver, id, '理由不充分')).export.state).toBe('refused')
    expect(error(await footage.exports.approve(approver, id))).toBe('decided')
  })
  it('what is given up is not made', async () => {
    const { id } = await ask()
    expect(value(await footage.exports.cancel(asker, id, '不再需要')).export.state).toBe('cancelled')
  })
  it('only cameras and moments of the review', async () =>
    expect(
      error(
        await footage.exports.request(asker, review, {
          ...{ sources: ['cam-9'], from: MORNING, to: MORNING + 1_000, finding: null, reason: '移送检察机关' },
        }),
      ),
    ).toBe('not-in-review'))
})

describe('what is in an archive', () => {
  it('the segments whole as sealed or cut at key frames, and a copy exact to the frame', async () => {
    const { sound, words, manifest } = await verifyArchive(await anArchive(), [pem])
    expect([sound, words]).toEqual([true, ''])
    const files = manifest!.files.filter((f) => f.camera !== null)
    expect(files.map((f) => [f.role, f.from! - MORNING, f.to! - MORNING])).toEqual([
      ['cut', 1_000, 4_000],
      ['original', 4_000, 8_000],
      ['cut', 8_000, 11_000],
      ['playable', 1_000, 10_500],
    ])
    expect(files[1]!.sha256).toBe(files[1]!.segment!.sha256)
    expect(manifest!.export).toMatchObject({ requestedBy: 'supervisor', approvedBy: 'chief', reason: '移送检察机关' })
  })
  it('other programs open it; the frames are as many as they should be', async () => {
    const out = path.join(folder, 'out')
    await promisify(execFile)('python3', ['-m', 'zipfile', '-e', await anArchive(), out])
    expect(await countFrames(path.join(out, 'original/cam-1/20260302T000000Z.mp4'))).toBe(75)
    // 25 a second from 1.00 s up to, and without, 10.50 s.
    expect(await countFrames(path.join(out, 'playable/cam-1-1.mp4'))).toBe(238)
    expect(
      fs.readFileSync(path.join(out, 'original/cam-1/20260302T000004Z.mp4')).equals(fs.readFileSync(made[1]!.file)),
    ).toBe(true)
    expect(fs.readFileSync(path.join(out, 'cover.html'), 'utf8')).toContain('移送检察机关')
  })
})

describe('one bit changed anywhere is named', () => {
  it('in any file, in its head, in the directory, at the end; by another key nothing is proved', async () => {
    const bytes = fs.readFileSync(await anArchive())
    const copy = path.join(folder, 'copy.zip')
    const verify = async (changed: Buffer, key = pem) => {
      fs.writeFileSync(copy, changed)
      return verifyArchive(copy, [key])
    }
    const flipped = (at: number): Buffer => {
      const changed = Buffer.from(bytes)
      changed[at]! ^= 1 << (at % 8)
      return changed
    }
    const step = Math.floor(bytes.length / 60)
    const places = [...Array.from({ length: 60 }, (_, i) => i * step), 4, 10, 14, bytes.length - 1, bytes.length - 30]
    for (const at of places) {
      const found = await verify(flipped(at))
      expect([at, found.sound], found.words).toEqual([at, false])
      expect(found.file).toBeTruthy()
    }
    const name = 'original/cam-1/20260302T000004Z.mp4'
    // The name stands in the manifest as well: its own head is the one that begins with PK.
    let head = bytes.indexOf(name)
    while (bytes.readUInt32LE(head - 30) !== 0x0403_4b50) head = bytes.indexOf(name, head + 1)
    const inside = head + name.length + 2_000
    expect((await verify(flipped(inside))).file).toBe(name)
    expect((await verify(Buffer.concat([bytes, Buffer.from('x')]))).file).toBe('archive')
    expect((await verify(bytes.subarray(0, -1))).sound).toBe(false)
    const other = openSigningKey(path.join(folder, '.other')).publicKey
    expect((await verify(bytes, other)).sound).toBe(false)
  })

  it('in a segment of the store: the check against the journal names it, and no archive is made of it', async () => {
    const expected = createExpectation()
    for (const { seq, observation } of await journal.read({ limit: 10_000 })) expected.apply(seq, observation)
    expect(await verifyFolder(folder, expected.all())).toMatchObject({ sound: true, segments: 3 })
    const sealed = fs.readFileSync(made[2]!.file)
    const changed = Buffer.from(sealed)
    changed[sealed.length >> 1]! ^= 4
    fs.writeFileSync(made[2]!.file, changed)
    try {
      expect((await verifyFolder(folder, expected.all())).problems).toMatchObject([
        { segment: 'cam-1/20260302T000008Z', what: 'changed' },
      ])
      const { id } = await ask()
      value(await footage.exports.approve(approver, id))
      await footage.exports.idle()
      const { state, step } = value(await footage.exports.one(asker, id)).export
      expect([state, step]).toEqual(['failed', expect.stringMatching(/20260302T000008Z.*not the file that was sealed/)])
      const told = await journal.read({ kinds: ['recording.verified'] })
      expect(told.at(-1)!.observation.data).toMatchObject({ recording: 'cam-1/20260302T000008Z', result: 'changed' })
    } finally {
      fs.writeFileSync(made[2]!.file, sealed)
    }
  })
})

describe('an archive does not lie about for ever', () => {
  it('only who asked and who agreed fetch it; it is removed after its time and the record stays', async () => {
    const file = await anArchive()
    const id = path.basename(file, '.zip')
    expect(error(await footage.exports.archive({ ...asker, name: 'leader' }, id))).toBe('not-found')
    clock.set(clock() + 8 * 86_400_000)
    await footage.exports.sweep()
    const { state, downloads } = value(await footage.exports.one(asker, id)).export
    expect([state, downloads.map((d) => d.by), fs.existsSync(file)]).toEqual(['expired', ['supervisor'], false])
  })
})
