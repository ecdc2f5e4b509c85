import fs from 'node:fs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { RecordingView } from '../../server/contract/recordings.ts'
import type { DataOf } from '../../server/domain/observation/index.ts'
import { decode } from '../../server/protocols/fmp4/codec.ts'
import type { Database } from '../../server/storage/database.ts'
import { quiet } from '../../server/storage/log.ts'
import { type Footage, openFootage } from '../../server/video/footage.ts'
import { temporaryFolder } from '../support/database.ts'
import { type MadeSegment, makeFootage } from '../support/footage.ts'
import { caseRoom, county, fix, type House, logIn, observe, openHouse, openStore, say } from '../web/house.ts'
import { archivesIn, cameraOf, GB } from './stage.ts'

/** Whole seconds before the house's clock begins, so that the recording is of the past. */
let store: Awaited<ReturnType<typeof openStore>>
let house: House
let footage: Footage
let begins: number
let made: readonly MadeSegment[]
const folder = temporaryFolder('review')
type Client = Awaited<ReturnType<typeof logIn>>
let chief: Client
let unitLeader: Client

const openFootageOn = (database: Database, journal: House['journal'], clock: () => number) =>
  openFootage({
    ...{ database, journal, clock, folder, log: quiet, whenFull: 'stop' },
    limits: { stopBelowBytes: GB, makeRoomBelowBytes: 2 * GB },
    caseAreaOf: () => null,
    settingOf: () => 0,
    carrierOf: (camera) => (camera === 'in-car' ? 'vehicle/a-s1' : null),
    installed: () => true,
    archives: archivesIn(folder),
    owner: () => 's1',
    room: async () => ({ freeBytes: 100 * GB, totalBytes: 200 * GB }),
  })

beforeAll(async () => {
  store = await openStore()
  let late: (() => Footage) | undefined
  // The house needs the recordings and they need its journal: what is asked before is asked of nothing.
  const proxy = new Proxy({} as Footage, { get: (_, key) => late?.()[key as keyof Footage] })
  house = await openHouse({ database: store.database, web: { footage: proxy } })
  begins = Math.floor(house.clock() / 1000) * 1000 - 600_000
  await say(house.journal, ...county(begins - 3_600_000), observe('room.registered', begins, caseRoom('s1')))
  for (const camera of [
    cameraOf('c-s1', { room: 'r-s1', place: [116.05, 30.05] }),
    cameraOf('in-car', { purpose: 'vehicle' }),
    cameraOf('c-s2', { unit: 's2', place: [116.051, 30.05] }),
  ])
    await say(house.journal, observe('camera.registered', begins - 3_600_000, camera))
  footage = await openFootageOn(store.database, house.journal, house.clock)
  late = () => footage
  made = await makeFootage({ folder: `${folder}/c-s1`, startsAt: begins, segments: 3, segmentS: 4, label: 'c-s1' })
  const [other] = await makeFootage({ folder: `${folder}/c-s2`, startsAt: begins, segments: 1, segmentS: 4 })
  for (const { file, startsAt, endsAt } of made) footage.sink.segmentClosed({ camera: 'c-s1', file, startsAt, endsAt })
  footage.sink.segmentClosed({ camera: 'c-s2', ...other! })
  await footage.recorder.settled()
  await footage.reached(house.journal.entries().at(-1)!.seq)
  chief = await logIn(house, 'chief')
  unitLeader = await logIn(house, 'unit-leader')
})
afterAll(async () => {
  await house?.close()
  await footage?.close()
  await store?.close()
  fs.rmSync(folder, { recursive: true, force: true })
})

const open = async (who: Client, body: object) => who.ask('POST', '/api/reviews', { purpose: '核查窗口投诉', ...body })
const ofCamera = (camera = 'c-s1', more: object = {}) => ({
  subject: { is: 'camera', id: camera },
  ...{ from: begins - 60_000, to: begins + 120_000, at: begins },
  ...more,
})
const recordingOf = async (who: Client, id: string, source = 'c-s1'): Promise<RecordingView> =>
  (await who.ask('GET', `/api/reviews/${id}/recording?source=${source}&from=${begins - 60_000}&to=${begins + 60_000}`))
    .body
const bytes = async (who: Client, url: string, range?: string) => {
  const headers = { cookie: who.cookie()!, ...(range ? { range } : {}) }
  const res = await fetch(`${house.url}${url}`, { headers })
  return { status: res.status, headers: res.headers, body: Buffer.from(await res.arrayBuffer()) }
}
const views = (what: string) =>
  house.journal
    .said('view.opened')
    .map((o) => o.data as DataOf<'view.opened'>)
    .filter((v) => v.what === what)
const refused = () => house.journal.said('access.refused').map((o) => o.data as DataOf<'access.refused'>)

describe('a review is opened under a purpose', () => {
  it('without one it is not', async () => {
    const { status, body } = await chief.ask('POST', '/api/reviews', ofCamera())
    expect([status, body.error]).toEqual([422, 'invalid'])
  })
  it('the purpose is journalled with the sources and the range before anything else', async () => {
    const { status, body } = await open(chief, ofCamera())
    expect(status).toBe(200)
    expect(body.review).toMatchObject({ by: 'chief', purpose: '核查窗口投诉', sources: ['c-s1'] })
    expect(body.review.watermark).toMatch(/^chief \d{4}-\d\d-\d\d/)
    expect(house.journal.said('review.opened').at(-1)!.data).toMatchObject({
      review: body.review.id,
      purpose: '核查窗口投诉',
      about: 'camera/c-s1',
      cameras: ['c-s1'],
    })
  })
  it('sources are suggested by room, by what is carried along, by place, and by unit', async () => {
    const place = { is: 'place', place: [116.05, 30.05], radiusM: 300 }
    const near = (await open(chief, { ...ofCamera(), subject: place })).body.review.suggestions
    expect(near.map((s: { source: { id: string }; distanceM: number }) => [s.source.id, s.distanceM])).toEqual([
      ['c-s1', 0],
      ['c-s2', 96],
    ])
    await say(house.journal, fix('a-s1', begins + 5_000, 150))
    await house.supervision.reached(house.journal.entries().at(-1)!.seq)
    const finding = `test.speed-a/vehicle/a-s1/${begins + 5_000}`
    const about = (await open(chief, { subject: { is: 'finding', id: finding } })).body.review
    expect(about.at).toBe(begins + 5_000)
    expect(about.suggestions[0].source.id).toBe('in-car')
    expect(about.suggestions[0].because.zh).toMatch(/携带/)
  })
  it('from a complaint: its time, its room, its people; not by the unit it is about, and not one nobody told of', async () => {
    const told = {
      complaint: 'TS-1',
      channel: 'hotline',
      unit: 's1',
      officers: [],
      room: 'r-s1',
      place: null,
      happeningNow: false,
    } as const
    const times = { from: begins + 2_000, to: begins + 8_000 }
    await say(house.journal, observe('complaint.received', begins + 60_000, { ...told, ...times }))
    const complaint = (id: string) => ({ subject: { is: 'complaint', id } })
    const { status, body } = await open(chief, complaint('TS-1'))
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.review).toMatchObject({ at: begins + 2_000, from: begins + 2_000 - 300_000 })
    expect(body.review.suggestions[0].source.id).toBe('c-s1')
    expect((await open(unitLeader, complaint('TS-1'))).status).toBe(404)
    expect((await open(chief, complaint('TS-2'))).status).toBe(404)
  })
})

describe('what is recorded comes with all that a player needs', () => {
  it('spans, segments and fragments; the bytes are those that were sealed', async () => {
    const { id } = (await open(chief, ofCamera())).body.review
    const view = await recordingOf(chief, id)
    expect(view.spans.map((s) => [s.is, s.cause, s.from - begins, s.to - begins])).toEqual([
      ['gap', 'recorder-down', -60_000, 0],
      ['recorded', null, 0, 12_000],
      ['gap', 'recorder-down', 12_000, 60_000],
    ])
    expect(view.segments).toHaveLength(3)
    const [segment] = view.segments
    expect(segment!.mime).toMatch(/^video\/mp4; codecs="avc1\.[0-9a-f]{6}"$/)
    expect(segment!.fragments.map(([at]) => at - begins)).toEqual([0, 1_000, 2_000, 3_000])
    const whole = await bytes(chief, segment!.url)
    expect(whole.status).toBe(200)
    expect(whole.body.equals(fs.readFileSync(made[0]!.file))).toBe(true)
    expect(whole.headers.get('cache-control')).toBe('no-store')
  })
  it('a part by Range is exactly that part, and init with one fragment can be played on its own', async () => {
    const { id } = (await open(chief, ofCamera())).body.review
    const [segment] = (await recordingOf(chief, id)).segments
    const init = await bytes(chief, segment!.url, `bytes=0-${segment!.initBytes - 1}`)
    const [, offset, length] = segment!.fragments[2]!
    const part = await bytes(chief, segment!.url, `bytes=${offset}-${offset + length - 1}`)
    expect([part.status, part.headers.get('content-range')]).toEqual([
      206,
      `bytes ${offset}-${offset + length - 1}/${segment!.bytes}`,
    ])
    const { fragments, faults } = decode(Buffer.concat([init.body, part.body]))
    expect(faults).toEqual([])
    expect(fragments.map((f) => f.tracks[0]!.frames)).toEqual([25])
    expect((await bytes(chief, segment!.url, 'bytes=99999999-')).status).toBe(422)
  })
  it('a preview is the key frame at or before the moment asked for', async () => {
    const { id } = (await open(chief, ofCamera())).body.review
    const url = `/api/reviews/${id}/preview?source=c-s1&at=${begins + 2_600}`
    const picture = await bytes(chief, url)
    expect([picture.status, picture.headers.get('content-type')]).toEqual([200, 'image/jpeg'])
    expect(picture.body.subarray(0, 2).toString('hex')).toBe('ffd8')
    expect((await bytes(chief, url)).body.equals(picture.body)).toBe(true)
    expect((await bytes(chief, `/api/reviews/${id}/preview?source=c-s1&at=${begins + 30_000}`)).status).toBe(404)
  })
})

describe('S3: every look is on record before its first byte', () => {
  it('opening and seeking by more than a minute are told; playing on within it is not', async () => {
    const { id } = (await open(chief, ofCamera())).body.review
    const [one, two] = (await recordingOf(chief, id)).segments
    const before = views('footage').length
    await bytes(chief, one!.url, `bytes=0-${one!.initBytes - 1}`)
    expect(views('footage').length).toBe(before)
    await bytes(chief, one!.url)
    await bytes(chief, two!.url)
    expect(views('footage').slice(before)).toEqual([
      {
        by: 'chief',
        what: 'footage',
        subject: `camera/c-s1 ${new Date(begins).toISOString()}/${new Date(begins + 4_000).toISOString()} review/${id}`,
        purpose: '核查窗口投诉',
      },
    ])
  })
  it('journal down: no byte of video, no preview, no time line', async () => {
    const { id } = (await open(chief, ofCamera())).body.review
    const [segment] = (await recordingOf(chief, id)).segments
    house.journal.fail(new Error('disk full'))
    try {
      for (const url of [
        segment!.url,
        `/api/reviews/${id}/preview?source=c-s1&at=${begins + 1_000}`,
        `/api/reviews/${id}/timeline`,
      ]) {
        const { status, body } = await bytes(chief, url)
        expect([url, status, JSON.parse(body.toString()).error]).toEqual([url, 503, 'cannot-record'])
      }
      expect((await open(chief, ofCamera())).status).toBe(503)
    } finally {
      house.journal.fail(undefined)
    }
    expect((await bytes(chief, segment!.url)).status).toBe(200)
  })
})

describe('who may not look is refused, and that is journalled', () => {
  it('an officer and an auditor: their role has no such right', async () => {
    for (const name of ['officer', 'auditor']) {
      const who = await logIn(house, name)
      const { status, body } = await open(who, ofCamera())
      expect([status, body.error]).toEqual([403, 'not-permitted'])
      expect(refused()).toContainEqual({ by: name, what: 'POST /api/reviews', reason: 'needs video.review' })
    }
  })
  it('the leader of another unit: what is not theirs is not there', async () => {
    expect((await open(unitLeader, ofCamera('c-s2'))).status).toBe(404)
    const own = (await open(unitLeader, ofCamera())).body.review
    expect(own.suggestions.map((s: { source: { id: string } }) => s.source.id)).not.toContain('c-s2')
    const { status, body } = await unitLeader.ask('PUT', `/api/reviews/${own.id}`, {
      ...{ from: begins, to: begins + 9_000, sources: ['c-s1', 'c-s2'] },
    })
    expect([status, body.error, body.detail.sources]).toEqual([403, 'not-in-sight', ['c-s2']])
    expect(refused()).toContainEqual({ by: 'unit-leader', what: 'cameras/c-s2', reason: 'not in sight' })
  })
  it('another’s review, a camera that is not in it, a moment outside it', async () => {
    const { id } = (await open(chief, ofCamera())).body.review
    const [segment] = (await recordingOf(chief, id)).segments
    expect((await bytes(await logIn(house, 'supervisor'), segment!.url)).status).toBe(404)
    const [foreign] = (await recordingOf(chief, (await open(chief, ofCamera('c-s2'))).body.review.id, 'c-s2')).segments
    expect((await bytes(chief, `/api/reviews/${id}/segments/${foreign!.seq}`)).status).toBe(404)
    const early = { from: begins - 60_000, to: begins - 1_000, at: begins - 30_000 }
    const before = (await open(chief, { ...ofCamera(), ...early })).body.review
    expect((await bytes(chief, `/api/reviews/${before.id}/segments/${segment!.seq}`)).status).toBe(404)
  })
  it('a review that was closed, and one of a login that ended', async () => {
    const mine = await logIn(house, 'chief')
    const { id } = (await open(mine, ofCamera())).body.review
    const again = (await open(mine, ofCamera())).body.review.id
    const { url } = (await recordingOf(mine, id)).segments[0]!
    await mine.ask('DELETE', `/api/reviews/${id}`)
    expect((await bytes(mine, url)).status).toBe(404)
    const later = await logIn(house, 'chief')
    expect((await later.ask('GET', `/api/reviews/${again}`)).body.error).toBe('no-such-review')
  })
})

describe('a share link carries moment and layout, and gives nobody a right', () => {
  const shared = async () => {
    const { id } = (await open(chief, ofCamera('c-s1', { sources: ['c-s1', 'c-s2'] }))).body.review
    const answer = await chief.ask('POST', `/api/reviews/${id}/share`, {
      at: begins + 3_000,
      layout: { tiles: 2 },
      hours: 1,
    })
    return answer.body as { token: string; expiresAt: number }
  }
  it('opens for whoever may see all of it, under a purpose of their own', async () => {
    const { token } = await shared()
    const reader = await logIn(house, 'supervisor')
    const { status, body } = await open(reader, { subject: { is: 'share', token }, purpose: '受督察长委托复看' })
    expect(status).toBe(200)
    expect(body.review).toMatchObject({
      by: 'supervisor',
      at: begins + 3_000,
      layout: { tiles: 2 },
      sources: ['c-s1', 'c-s2'],
    })
    expect((await recordingOf(reader, body.review.id)).segments).toHaveLength(3)
    expect(JSON.stringify(house.journal.said('review.shared', 'review.opened'))).not.toContain(token)
  })
  it('is refused to who may not see one of its cameras', async () => {
    const { token } = await shared()
    const { status, body } = await open(unitLeader, { subject: { is: 'share', token } })
    expect([status, body.error, body.detail.sources]).toEqual([403, 'not-in-sight', ['c-s2']])
  })
  it('stale, or invented: refused and journalled', async () => {
    const { token } = await shared()
    house.clock.forward(3_600_001)
    for (const one of [token, 'x'.repeat(43)]) {
      const { status, body } = await open(chief, { subject: { is: 'share', token: one } })
      expect([status, body.error]).toEqual([403, 'stale-link'])
    }
    expect(refused()).toContainEqual({ by: 'chief', what: 'review link', reason: 'stale or unknown' })
  })
})

describe('what is found is kept', () => {
  it('a pin is evidence of its finding, names the sealed segments, holds them, and is in its history', async () => {
    const finding = `test.speed-a/vehicle/a-s1/${begins + 5_000}`
    const { id } = (await open(chief, ofCamera())).body.review
    const body = { finding, source: 'c-s1', from: begins + 1_000, to: begins + 5_000, note: '窗口无人' }
    const { pin } = (await chief.ask('POST', `/api/reviews/${id}/pins`, body)).body
    const { segments } = await recordingOf(chief, id)
    expect(pin.segments).toEqual(segments.slice(0, 2).map(({ seq, sha256 }) => ({ seq, sha256 })))
    expect(segments.map((s) => s.held)).toEqual([true, true, false])
    const path = encodeURIComponent(finding)
    expect((await chief.ask('GET', `/api/findings/${path}/pins`)).body.pins).toEqual([pin])
    await house.supervision.reached(house.journal.entries().at(-1)!.seq)
    const card = (await chief.ask('GET', `/api/findings/${path}`)).body
    expect(card.history.at(-1)).toMatchObject({ what: 'evidence-pinned', by: 'chief', detail: { note: '窗口无人' } })
    expect((await unitLeader.ask('GET', `/api/findings/${path}/pins`)).body.pins).toHaveLength(1)
    const nowhere = { ...body, from: begins + 30_000, to: begins + 40_000 }
    expect((await chief.ask('POST', `/api/reviews/${id}/pins`, nowhere)).body.error).toBe('nothing-there')
  })
  it('notes, and what somebody has looked at', async () => {
    const { id } = (await open(chief, ofCamera())).body.review
    await chief.ask('POST', `/api/reviews/${id}/notes`, { at: begins + 2_000, source: 'c-s1', text: '有人进门' })
    await chief.ask('POST', `/api/reviews/${id}/reviewed`, { source: 'c-s1', from: begins, to: begins + 8_000 })
    const page = (await chief.ask('GET', `/api/reviews/${id}/timeline`)).body
    expect(page.notes).toMatchObject([{ at: begins + 2_000, text: '有人进门', by: 'chief' }])
    expect(page.reviewed).toMatchObject([{ source: 'c-s1', to: begins + 8_000, by: 'chief' }])
    expect(page.pins).toHaveLength(1)
  })
  it('a camera’s clock is corrected by a person who says why; the history stays', async () => {
    for (const shiftMs of [-400, -420])
      await chief.ask('POST', '/api/video/sources/c-s1/clock', {
        ...{ shiftMs, uncertaintyMs: 40, from: begins, reason: '与门禁录像比对' },
      })
    const { id } = (await open(chief, ofCamera())).body.review
    expect((await recordingOf(chief, id)).clock.corrections).toMatchObject([
      { shiftMs: -400, by: 'chief', reason: '与门禁录像比对' },
      { shiftMs: -420 },
    ])
  })
})

describe('everything else lies on the same axis', () => {
  it('tracks of who came near, events of the room, findings, who was there; page by page', async () => {
    const enter = { room: 'r-s1', who: 'p-9', as: 'held', sex: 'male', source: 'card' } as const
    await say(
      house.journal,
      ...Array.from({ length: 3 }, (_, i) => fix('b-s1', begins + i * 2_000, 40)),
      observe('room.entered', begins + 1_000, enter),
      observe('camera.lost', begins + 3_000, { camera: 'c-s1', why: 'dark', lastFrameAt: null, detail: 'x' }),
      observe('room.left', begins + 9_000, enter),
    )
    await house.supervision.reached(house.journal.entries().at(-1)!.seq)
    await house.supervision.written()
    const { id } = (await open(chief, ofCamera())).body.review
    const pages = []
    for (let cursor: string | null = ''; cursor !== null; cursor = pages.at(-1).next)
      pages.push((await chief.ask('GET', `/api/reviews/${id}/timeline${cursor ? `?cursor=${cursor}` : ''}`)).body)
    const [first] = pages
    expect(first.tracks.map((t: { carrier: string }) => t.carrier)).toContain('vehicle/b-s1')
    expect(first.findings.map((f: { rule: string }) => f.rule)).toContain('test.speed-a')
    expect(first.presence).toMatchObject([
      { room: 'r-s1', who: 'p-9', from: begins + 1_000, to: begins + 9_000, name: null },
    ])
    const events = pages.flatMap((p) => p.events)
    expect(events.map((e: { kind: string }) => e.kind)).toEqual(
      expect.arrayContaining(['room.entered', 'room.left', 'camera.lost']),
    )
    expect(new Set(events.map((e: { seq: number }) => e.seq)).size).toBe(events.length)
    const lost = events.find((e: { kind: string }) => e.kind === 'camera.lost')
    expect(lost).toMatchObject({ family: 'camera', room: 'r-s1', data: { camera: 'c-s1', why: 'dark' } })
    expect(lost.data).not.toHaveProperty('detail')
    expect(views('timeline').some((v) => v.subject.endsWith(`review/${id}`))).toBe(true)
  })
})

it('without recordings the routes say so', async () => {
  const bare = await openHouse({ database: store.database })
  const { status, body } = await (await logIn(bare, 'chief')).ask('GET', '/api/video/sources')
  expect([status, body.error]).toEqual([404, 'nothing-recorded'])
  await bare.close()
})
