import { createHash, createHmac, randomUUID } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CameraView } from '../../server/contract/video.ts'
import type { PatrolStop, PatrolView } from '../../server/contract/video-patrol.ts'
import { quiet } from '../../server/storage/log.ts'
import { keepsNothing } from '../../server/video/ingest/recording.ts'
import { openPatrols } from '../../server/video/patrol/desk.ts'
import { startVideo, type Video } from '../../server/video/video.ts'
import { temporaryFolder } from '../support/database.ts'
import { cameraOf } from '../video/stage.ts'
import { caseRoom, client, county, type House, logIn, observe, openHouse, openStore, say } from './house.ts'

let store: Awaited<ReturnType<typeof openStore>>
let house: House
let video: Video
let folder: string
/** What the cameras' own connections would tell: they are hardware, and a test sets them. */
const cameras = new Map<string, CameraView['state']>()
const cookies = new Map<string, string>()
const as = (name: string) => client(house.url, cookies.get(name))

beforeAll(async () => {
  store = await openStore()
  folder = temporaryFolder('patrol')
  house = await openHouse({
    database: store.database,
    video: async (parts) => {
      video = await startVideo({
        ...{ ...parts, sink: keepsNothing, log: quiet, folder },
        ...{ ffmpeg: 'none', ffprobe: 'none', keyFile: path.join(folder, 'key'), segmentSeconds: 4, picture: null },
        ...{ worker: '/nowhere', cacheDir: folder, downloads: undefined, listenIp: '127.0.0.1' },
        ...{ announcedAddress: null, port: 0, workers: 1, noSoundIn: () => false },
      })
      await video.patrols.close()
      const { view } = video
      const views = () => view().cameras.map((c) => ({ ...c, state: cameras.get(c.id) ?? 'unsourced' }))
      const patrols = await openPatrols({ ...parts, log: quiet, cameras: views, snapshot: async () => undefined })
      return Object.assign(video, { patrols, view: () => ({ ...view(), cameras: views() }) })
    },
  })
  const at = house.clock()
  const halls = ['c1', 'c2', 'c3', 'c4', 'c5', 'c6'].map((id) =>
    observe('camera.registered', at, cameraOf(id, { unit: Number(id[1]) % 2 ? 's1' : 's2', room: 'hall' })),
  )
  const dark = observe('camera.registered', at, cameraOf('dark', { unit: 's1', purpose: 'duty-room' }))
  const nowhere = observe('camera.registered', at, cameraOf('nowhere', { unit: 's1' }))
  await say(house.journal, ...county(at), ...halls, dark, nowhere)
  for (const id of ['c1', 'c2', 'c3', 'c4', 'c5', 'c6']) cameras.set(id, 'live')
  cameras.set('dark', 'lost')
  const names = ['supervisor', 'chief', 'leader', 'unit-leader', 'unit-leader2']
  await Promise.all(names.map(async (name) => cookies.set(name, (await logIn(house, name)).cookie()!)))
})
afterAll(async () => {
  await house?.close()
  await store?.close()
  if (folder) fs.rmSync(folder, { recursive: true, force: true })
})

const draw = async (name: string, body: object = {}): Promise<PatrolView> => {
  const answer = await as(name).ask('POST', '/api/video-patrols', { purposes: [], count: 3, ...body })
  expect(answer.status, JSON.stringify(answer.body)).toBe(200)
  return answer.body.patrol
}
const look = (name: string, patrol: PatrolView, camera: string, more: object = {}) =>
  as(name).ask('POST', `/api/video-patrols/${patrol.id}/looks`, { camera, results: ['good'], ...more })
/** What the live connection journals before it sends a picture. */
const opens = (name: string, camera: string) =>
  say(house.journal, observe('view.opened', house.clock(), { by: name, what: 'camera', subject: camera, purpose: 'x' }))
const end = (name: string, patrol: PatrolView) =>
  as(name).ask('POST', `/api/video-patrols/${patrol.id}/end`, { reason: '换班' })

describe('cameras are drawn, not picked', () => {
  it('the pool is every camera in sight to which a way is known, and says what is left out', async () => {
    const { body } = await as('supervisor').ask('GET', '/api/video-patrols/mine')
    expect(body).toEqual({
      patrol: null,
      pool: {
        cameras: 7,
        leftOut: 1,
        byPurpose: [
          { purpose: 'duty-room', cameras: 1 },
          { purpose: 'window', cameras: 6 },
        ],
        commitment: {
          seq: expect.any(Number),
          at: expect.any(Number),
          sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        },
      },
    })
  })

  it('anybody who has the journal draws the same: the seed was committed to in an earlier entry', async () => {
    const first = await draw('supervisor')
    await end('supervisor', first)
    const second = await draw('supervisor')
    await end('supervisor', second)
    const entries = await house.journal.read({ kinds: ['video-patrol.seeded', 'video-patrol.drawn'] })
    const mine = entries.filter(({ observation: o }) => (o.data as { by: string }).by === 'supervisor')
    expect(mine.map(({ observation }) => observation.kind)).toEqual([
      'video-patrol.seeded',
      'video-patrol.drawn',
      'video-patrol.drawn',
    ])
    let bound = (mine[0]!.observation.data as { commitment: string }).commitment
    for (const { observation } of mine.slice(1)) {
      const o = observation.data as unknown as {
        seed: string
        next: string
        drawn: string[]
        candidates: { camera: string; tickets: number }[]
      }
      const seed = Buffer.from(o.seed, 'hex')
      expect(createHash('sha256').update(seed).digest('hex')).toBe(bound)
      bound = o.next
      // Drawn again by the description of the journal's format alone.
      let drum = o.candidates.flatMap(({ camera, tickets }) => Array<string>(tickets).fill(camera))
      const again = o.drawn.map((_, i) => {
        const number = BigInt(`0x${createHmac('sha256', seed).update(`${i}`).digest('hex')}`)
        const camera = drum[Number(number % BigInt(drum.length))]!
        drum = drum.filter((one) => one !== camera)
        return camera
      })
      expect(again).toEqual(o.drawn)
    }
    // What was passed over once has a ticket more.
    const drawn = mine[2]!.observation.data as unknown as { candidates: { camera: string; tickets: number }[] }
    expect(drawn.candidates.map(({ tickets }) => tickets)).toEqual([2, 2, 2, 2, 2, 2, 2])
    const { body } = await as('leader').ask('GET', `/api/video-patrols/${second.id}/proof`)
    expect(body).toMatchObject({
      holds: true,
      drawn: second.stops.map((s) => s.camera),
      committed: { seq: mine[1]!.seq },
    })
  })

  it('what a draw is made from is shown before it, once for all, and is the same in its proof', async () => {
    const asked = async () => (await as('chief').ask('GET', '/api/video-patrols/mine')).body.pool.commitment
    const shown = await asked()
    expect(await asked()).toEqual(shown)
    const patrol = await draw('chief')
    expect(await asked(), 'bound to nothing new while one is open').toBeNull()
    const { body } = await as('chief').ask('GET', `/api/video-patrols/${patrol.id}/proof`)
    expect(body.committed).toEqual(shown)
    expect(createHash('sha256').update(Buffer.from(body.seed, 'hex')).digest('hex')).toBe(shown.sha256)
    await end('chief', patrol)
    expect(await asked(), 'the next one by the entry of the last').toMatchObject({ seq: body.seq })
  })

  it('one draw at a time: another is refused until every camera has its result or its reason', async () => {
    const patrol = await draw('supervisor', { count: 2 })
    const again = await as('supervisor').ask('POST', '/api/video-patrols', { purposes: [], count: 2 })
    expect([again.status, again.body.error]).toEqual([409, 'patrol-open'])
    const bare = await as('supervisor').ask('POST', `/api/video-patrols/${patrol.id}/end`, { reason: null })
    expect([bare.status, bare.body.error]).toEqual([422, 'reason-needed'])
    expect((await end('supervisor', patrol)).body.patrol.endedAt).toBeGreaterThan(0)
    expect(house.journal.said('video-patrol.ended').at(-1)).toMatchObject({
      data: { unseen: patrol.stops.map((s) => s.camera), reason: '换班' },
    })
  })

  it('two draws at once from two windows: one of them', async () => {
    const both = await Promise.all(
      [1, 2].map(() => as('chief').ask('POST', '/api/video-patrols', { purposes: [], count: 1 })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual([200, 409])
    await end('chief', both.find(({ status }) => status === 200)!.body.patrol)
  })
})

describe('a result needs a look', () => {
  let patrol: PatrolView
  const window = (): PatrolStop => patrol.stops.find((s) => s.state === 'waiting')!
  beforeAll(async () => {
    patrol = await draw('supervisor', { purposes: ['window'], count: 4 })
  })
  afterAll(async () => {
    await end('supervisor', patrol)
  })

  it('without the live picture having been opened since the draw there is none', async () => {
    const { status, body } = await look('supervisor', patrol, window().camera)
    expect([status, body.error]).toEqual([409, 'not-opened'])
    // Another person's view is not theirs.
    await opens('chief', window().camera)
    expect((await look('supervisor', patrol, window().camera)).status).toBe(409)
  })

  it('good, by one key; a second result for the same camera is refused', async () => {
    const { camera } = window()
    await opens('supervisor', camera)
    const { status, body } = await look('supervisor', patrol, camera)
    expect(status, JSON.stringify(body)).toBe(200)
    expect(body.patrol.stops.find((s: PatrolStop) => s.camera === camera)).toMatchObject({
      state: 'looked',
      results: ['good'],
    })
    expect((await look('supervisor', patrol, camera)).body.error).toBe('stop-settled')
    patrol = body.patrol
    expect(house.journal.said('video-patrol.looked').at(-1)!.data).toMatchObject({
      ...{ camera, result: 'good', by: 'supervisor', patrol: patrol.id, post: 'hall' },
      unit: Number(camera[1]) % 2 ? 's1' : 's2',
    })
  })

  it('two things seen are two entries of one look, and each needs words', async () => {
    const { camera } = window()
    await opens('supervisor', camera)
    const bad = ['absent', 'untidy']
    expect((await look('supervisor', patrol, camera, { results: bad })).status).toBe(422)
    expect((await look('supervisor', patrol, camera, { results: ['good', 'absent'], note: '矛盾' })).status).toBe(422)
    const { body } = await look('supervisor', patrol, camera, { results: bad, note: '窗口无人，桌面杂乱' })
    patrol = body.patrol
    const said = house.journal.said('video-patrol.looked').slice(-2)
    expect(said.map(({ data }) => (data as { result: string }).result)).toEqual(bad)
    expect(new Set(said.map(({ data }) => (data as { look: string }).look)).size).toBe(1)
  })

  it('passed over only with a reason, and "other" only with words', async () => {
    const { camera } = window()
    const skip = (body: object) =>
      as('supervisor').ask('POST', `/api/video-patrols/${patrol.id}/skip`, { camera, ...body })
    expect((await skip({})).status).toBe(422)
    expect((await skip({ reason: 'other' })).status).toBe(422)
    const { body } = await skip({ reason: 'recusal' })
    patrol = body.patrol
    expect(patrol.stops.find((s) => s.camera === camera)).toMatchObject({ state: 'skipped', skipped: 'recusal' })
  })

  it('nobody else puts a result into it', async () => {
    expect((await look('chief', patrol, window().camera)).status).toBe(404)
    expect((await look('supervisor', patrol, 'dark')).status).toBe(404)
  })

  it('a camera without a picture can only be said not to be seen, and that is its owner’s', async () => {
    const mine = await draw('chief', { purposes: ['duty-room'], count: 1 })
    await opens('chief', 'dark')
    const good = await look('chief', mine, 'dark')
    expect([good.status, good.body.error]).toEqual([409, 'no-picture'])
    const { body } = await look('chief', mine, 'dark', { results: ['cannot-see'] })
    expect(body.patrol.endedAt, 'the last result ends it').not.toBeNull()
    expect(house.journal.said('video-patrol.looked').at(-1)!.data).toMatchObject({
      unit: 's1',
      result: 'cannot-see',
      officers: [],
    })
    // It is no way to be spared: the tickets stay.
    const next = await draw('chief', { purposes: ['duty-room'], count: 1 })
    expect(next.stops[0]!.tickets).toBeGreaterThan(mine.stops[0]!.tickets)
    await end('chief', next)
  })
})

describe('history and statistics', () => {
  it('counts of how many: looks, those that saw something, cameras', async () => {
    const { body } = await as('leader').ask('GET', `/api/looks/rates?from=0&to=${house.clock() + 1000}`)
    const [s1, s2] = body.rates
    expect(body.rates.map((r: { unit: string }) => r.unit)).toEqual(['s1', 's2'])
    expect([s1.cameras, s2.cameras]).toEqual([4, 3])
    expect(s1.looks + s2.looks).toBe(3)
    expect(s1.seen + s2.seen).toBe(2)
    expect(s1.good + s2.good).toBe(1)
    expect(s1.cannotSee).toBe(1)
    expect((s1.results.absent ?? 0) + (s2.results.absent ?? 0)).toBe(1)
  })

  it('a unit leader sees the looks at the own unit and no others; the view is journalled', async () => {
    const all = await as('supervisor').ask('GET', '/api/looks')
    const one = await as('unit-leader').ask('GET', '/api/looks?unit=s2')
    const two = await as('unit-leader2').ask('GET', '/api/looks')
    expect(one.body.items.every((r: { unit: string }) => r.unit === 's1')).toBe(true)
    expect(one.body.total + two.body.total).toBe(all.body.total)
    expect(house.journal.said('view.opened')).toContainEqual(
      expect.objectContaining({ data: expect.objectContaining({ by: 'unit-leader', what: 'look' }) }),
    )
    const proof = await as('unit-leader').ask('GET', `/api/video-patrols/${randomUUID()}/proof`)
    expect(proof.status).toBe(404)
  })

  it('no record possible: no list', async () => {
    house.journal.fail(new Error('full'))
    try {
      expect((await as('supervisor').ask('GET', '/api/looks/export')).status).toBe(503)
    } finally {
      house.journal.fail(undefined)
    }
  })

  it('a look that was wrong is corrected: it stays in the list and leaves the statistics', async () => {
    const { body } = await as('supervisor').ask('GET', '/api/looks?result=absent')
    expect(body.items).toHaveLength(1)
    const [row] = body.items
    expect(row).toMatchObject({ results: ['absent', 'untidy'], by: 'supervisor', note: '窗口无人，桌面杂乱' })
    expect((await as('leader').ask('POST', `/api/looks/${row.look}/correct`, { note: '看错' })).status).toBe(403)
    expect((await as('supervisor').ask('POST', `/api/looks/${row.look}/correct`, { note: '人在里间' })).status).toBe(
      200,
    )
    const after = await as('supervisor').ask('GET', '/api/looks?result=absent')
    expect(after.body.items[0].corrected).toEqual({ by: 'supervisor', note: '人在里间' })
    const { body: rates } = await as('leader').ask('GET', `/api/looks/rates?from=0&to=${house.clock() + 1000}`)
    expect(rates.rates.reduce((sum: number, r: { seen: number }) => sum + r.seen, 0)).toBe(1)
    expect(rates.rates.reduce((sum: number, r: { corrected: number }) => sum + r.corrected, 0)).toBe(1)
  })
})

describe('whoever keeps the cameras is told what places are called, and nothing else of them', () => {
  it('the system administrator reads names of units and rooms', async () => {
    const at = house.clock()
    await say(house.journal, observe('room.registered', at, { ...caseRoom('s1'), room: 'talk', kind: 'lawyer-room' }))
    const admin = await logIn(house, 'system-admin')
    const { body } = await admin.ask('GET', '/api/cameras')
    expect(body.units).toContainEqual({ id: 's1', name: { zh: 's1派出所', en: 'Station s1' } })
    expect(body.rooms).toEqual([{ id: 'talk', unit: 's1', name: { zh: '询问室s1', en: 'Room s1' } }])
  })
  it('a camera with sound is refused where lawyers meet those they defend', async () => {
    const admin = await logIn(house, 'system-admin')
    const saved = {
      ...{ name: { zh: '会见', en: 'Talk' }, unit: 's1', room: 'talk', place: null, areaCode: null },
      ...{ purpose: 'case-area', privacyZones: [], retentionDays: null, url: 'rtsp://127.0.0.1:1/a', subUrl: null },
      ...{ onvifUrl: null, user: null, password: null, codec: 'h264', audioCodec: 'aac' },
    }
    const loud = await admin.ask('PUT', '/api/cameras/talk-1', { ...saved, audio: true })
    expect([loud.status, loud.body.detail]).toEqual([422, [{ at: 'audio', problem: expect.any(String) }]])
    expect((await admin.ask('PUT', '/api/cameras/talk-1', { ...saved, audio: false })).status).toBe(200)
  })
})
