import fs from 'node:fs'
import path from 'node:path'
import pg from 'pg'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { SpanView } from '../../server/contract/recordings.ts'
import type { ReviewView } from '../../server/contract/reviews.ts'
import type { CameraView } from '../../server/contract/video.ts'
import { type SimulatedCamera, startCamera } from '../../simulators/cameras/camera.ts'
import { createCaseArea } from '../../simulators/case-area/devices.ts'
import { chengdong, staff } from '../../simulators/case-area/layout.ts'
import { type AreaLink, linkCaseArea } from '../../simulators/case-area/link.ts'
import { createCaseSystem } from '../../simulators/case-system/link.ts'
import { installation } from '../../simulators/scenarios/custody/install.ts'
import { freshPostgresqlUrl } from '../support/database.ts'
import { LIVE_VIDEO, openBrowser, type Seat, sitDown } from './browser.ts'
import { readClocks } from './clock-bars.ts'
import { consoleOf, eventually, findingsOf, type House, newFolder, setValue, startHouse } from './house.ts'
import { processesOf } from './processes.ts'
import type { RecordedFrame } from './recorded-frames.ts'
import { pictureOf, reviewedFrames } from './reviewed-frames.ts'
import { exportAndProve } from './video-export.ts'

const PULLED_MS = 40_000
/** How long a camera may give no picture in this bureau. */
const DOWN_MS = 30_000
/** R8: whatever was killed is back within this. */
const BACK_MS = 10_000
/** What a busy machine may take where the goal is not the point. */
const BUSY_MS = 30_000
const FRAMES_PER_SECOND = 12
const ROOM = 'room-station-chengdong-1'
const PULLED = 'cam-station-chengdong-1'
const KILLED = 'cam-station-chengdong-2'
const CAMERAS = [PULLED, KILLED, 'cam-station-chengdong-3', 'cam-station-chengdong-4']
const HOUR_MS = 3_600_000

interface Listed {
  readonly camera: string
  readonly title: string
  readonly port: number
  readonly onvifPort: number
  readonly user: string
  readonly password: string
}

describe('cameras from the cable to the screen, and what becomes of them when something breaks', () => {
  let house: House
  let databaseUrl: string
  let browser: Browser
  let seat: Seat
  let wall: Seat
  let reader: Page
  let area: AreaLink
  let desk: Awaited<ReturnType<typeof consoleOf>>
  const cameras = new Map<string, SimulatedCamera>()
  const devices = createCaseArea(chengdong)
  let pulledAt = 0
  let pluggedAt = 0
  let killedAt = 0

  beforeAll(async () => {
    databaseUrl = await freshPostgresqlUrl(inject('postgresqlUrl'))
    house = await startHouse({
      dataDir: newFolder(),
      env: { VIDEO: '1', VIDEO_SEGMENT_SECONDS: '4', MEDIA_PORT: '0', MEDIA_WORKERS: '1', DATABASE_URL: databaseUrl },
    })
    const list: Listed[] = JSON.parse(fs.readFileSync(path.join(house.dataDir, 'demo-cameras.json'), 'utf8'))
    for (const [variety, one] of list.entries())
      if (CAMERAS.includes(one.camera)) {
        const size = { width: 320, height: 180 }
        cameras.set(one.camera, await startCamera({ ...one, variety, size, framesPerSecond: FRAMES_PER_SECOND }))
      }
    desk = await consoleOf(house, 'supervisor')
    // Ten minutes are ours until the bureau sets others; nobody waits for them here.
    await setValue(house, 'recording.camera-down', 'toleranceMinutes', DOWN_MS / 60_000)
    const doors = JSON.parse(fs.readFileSync(path.join(house.dataDir, 'demo-doors.json'), 'utf8'))
    const cases = createCaseSystem({
      url: `${house.url}/intake/cloudevents`,
      secret: doors.secret,
      source: doors.source,
      clock: Date.now,
    })
    await cases.tellAll(installation(chengdong, staff, []).map(([type, data]) => [type, Date.now(), data]))
    area = await linkCaseArea({
      url: `mqtt://127.0.0.1:${house.ports.mqtt}`,
      clientId: doors.client,
      password: doors.password,
      prefix: chengdong.prefix,
    })
    await cases.tellAll([
      ['person.described', Date.now(), { person: 'p1', sex: 'male', birthDate: '1990-01-01', source: 'id-document' }],
      [
        'person.arrived',
        Date.now(),
        { stay: 's1', person: 'p1', unit: chengdong.unit, source: 'gate', how: 'summoned' },
      ],
      ['wristband.issued', Date.now(), { wristband: devices.wristband('p1'), person: 'p1', stay: 's1', sex: 'male' }],
    ])
    await area.send(devices.brought(Date.now(), 'p1', ROOM))
    browser = await openBrowser(LIVE_VIDEO)
    reader = await (await browser.newContext()).newPage()
    seat = await sitDown(browser, house, 'supervisor')
    expect(await eventually(states, (now) => CAMERAS.every((id) => now.get(id) === 'live'), 40_000)).toBeTruthy()
  })
  afterAll(async () => {
    for (const camera of cameras.values()) await camera.close()
    await area?.close()
    await browser?.close()
    await house?.stop()
    if (house) fs.rmSync(house.dataDir, { recursive: true, force: true })
  })

  const states = async (): Promise<Map<string, string>> => {
    const view = await desk.get<{ cameras: readonly CameraView[] }>('/api/cameras')
    return new Map(view.cameras.map(({ id, state }) => [id, state]))
  }
  const spans = async (source: string, from: number, to = Date.now()): Promise<readonly SpanView[]> =>
    (await desk.get<{ spans: readonly SpanView[] }>(`/api/video/spans?source=${source}&from=${from}&to=${to}`)).spans
  const tile = (camera: string) => wall.page.locator(`.tile[data-camera=${camera}]`)

  it('the wall shows them live, read from the clocks in the pictures', async () => {
    wall = await sitDown(browser, house, 'supervisor')
    await wall.page.goto(`${house.url}/#/wall`)
    await wall.page.locator('.purpose-usual button').first().click()
    for (const camera of CAMERAS) await wall.page.locator(`.tile[data-camera=${camera}][data-state=live]`).waitFor()
    const clocks = await readClocks(wall.page, reader, CAMERAS.map((c) => `.tile[data-camera=${c}] video`).join(','))
    const now = Date.now() % (24 * HOUR_MS)
    // A bound for a busy machine; the bench measures.
    for (const clock of clocks) expect(Math.abs(now - clock!)).toBeLessThan(BUSY_MS)
  })

  it('a camera can be tried, and a wrong password is called one', async () => {
    const chief = await consoleOf(house, 'chief')
    expect(await chief.post(`/api/cameras/${KILLED}/test`)).toMatchObject({
      main: { is: 'ok', stream: { codec: 'h264', width: 320, height: 180, reordered: false, audio: null } },
      sub: { is: 'ok' },
      onvif: { is: 'ok' },
    })
    const { url } = cameras.get(KILLED)!
    const wrong = {
      url,
      subUrl: null,
      onvifUrl: null,
      user: 'custodes',
      password: 'wrong',
      camera: null,
      preview: false,
    }
    expect(await chief.post('/api/cameras/probe', wrong)).toMatchObject({
      main: { is: 'failed', why: 'wrong-password' },
    })
  })

  it('a camera is pulled beside a person who is held there', async () => {
    await new Promise((resolve) => setTimeout(resolve, 6_000))
    cameras.get(PULLED)!.pull()
    pulledAt = Date.now()
    await wall.page.locator(`.tile[data-camera=${PULLED}][data-state=down]`).waitFor({ timeout: 20_000 })
    const items = await eventually(
      () => findingsOf(house),
      (all) => all.some((f) => f.finding.rule === 'recording.gap-while-held'),
      20_000,
    )
    const found = items.filter((f) => f.finding.rule === 'recording.gap-while-held')
    expect(found).toHaveLength(1)
    expect(found[0]!.finding).toMatchObject({
      grade: 'A',
      subject: ROOM,
      concerns: { unit: 'station-chengdong', officers: [] },
      facts: { cause: 'source-down', camera: PULLED, room: ROOM },
    })
    expect(Math.abs(found[0]!.finding.since - pulledAt)).toBeLessThan(3_000)
  })

  it('ffmpeg and media worker are killed: the gap is recorded, and all is back within ten seconds (R8)', async () => {
    killedAt = Date.now()
    const killed = processesOf(house).filter(
      ({ is, folder }) => (is === 'ffmpeg' && folder === KILLED) || /worker/.test(is),
    )
    expect(killed.map(({ is }) => is)).toContain('ffmpeg')
    expect(killed.length).toBeGreaterThanOrEqual(2)
    for (const { pid } of killed) process.kill(pid, 'SIGKILL')
    // The picture is there again when its clock tells of a moment after the kill.
    const fresh = await eventually(
      async () => {
        if ((await tile(KILLED).getAttribute('data-state')) !== 'live') return undefined
        const [clock] = await readClocks(wall.page, reader, `.tile[data-camera=${KILLED}] video`)
        return clock !== undefined && clock > (killedAt % (24 * HOUR_MS)) + 500 ? Date.now() : undefined
      },
      (at) => at !== undefined,
      // A bound for a busy machine, with a browser drawing beside; the recording below is held to the goal.
      BUSY_MS,
    )
    expect(fresh, 'no live picture from after the kill').toBeDefined()
    const line = await eventually(
      () => spans(KILLED, killedAt - 4_000),
      (all) => all.some((s) => s.is === 'recorded' && s.from > killedAt),
      20_000,
    )
    const gap = line.find((s) => s.is === 'gap')
    expect(gap, JSON.stringify(line)).toMatchObject({ cause: 'recorder-down' })
    expect(gap!.to - killedAt).toBeLessThan(BACK_MS)
    expect(gap!.to - gap!.from).toBeLessThan(BACK_MS)
  })

  it('who may not look is refused, and that is journalled', async () => {
    const body = { subject: { is: 'camera', id: PULLED }, purpose: '核查录像' }
    for (const name of ['officer', 'auditor', 'sysadmin']) {
      const other = await consoleOf(house, name)
      await expect(other.post('/api/reviews', body)).rejects.toThrow(/403/)
      await expect(other.post('/api/live/connections')).rejects.toThrow(/403/)
    }
    const { review } = await desk.post<{ review: ReviewView }>('/api/reviews', body)
    const { token } = await desk.post<{ token: string }>(`/api/reviews/${review.id}/share`, {
      at: review.from,
      layout: {},
      hours: 1,
    })
    const subject = { is: 'share', token }
    const chief = await consoleOf(house, 'chief')
    await chief.post('/api/reviews', { subject, purpose: '复核录像' })
    // Its hour has passed.
    const store = new pg.Client(databaseUrl)
    await store.connect()
    await store.query('update review_share set expires_at = $1', [Date.now() - 1])
    await store.end()
    await expect(chief.post('/api/reviews', { subject, purpose: '复核录像' })).rejects.toThrow(/403.*stale-link/)
    const auditor = await consoleOf(house, 'auditor')
    const refused = await eventually(
      async () =>
        (
          await auditor.get<{ items: readonly { kind: string; by: string }[] }>(
            '/api/audit?kind=access.refused&page=1&pageSize=100',
          )
        ).items,
      (all) => ['officer', 'auditor', 'chief'].every((name) => all.some((one) => one.by === name)),
      5_000,
    )
    for (const name of ['officer', 'auditor', 'chief']) expect(refused.map((one) => one.by)).toContain(name)
  })

  it('no audit record possible: not a byte of video', async () => {
    const { review } = await desk.post<{ review: ReviewView }>('/api/reviews', {
      subject: { is: 'camera', id: KILLED },
      purpose: '核查录像',
      from: killedAt - 10_000,
      to: killedAt,
    })
    const recording = `/api/reviews/${review.id}/recording?source=${KILLED}&from=${review.from}&to=${review.to}`
    const { segments } = await desk.get<{ segments: readonly { url: string }[] }>(recording)
    expect(segments.length).toBeGreaterThan(0)
    const fetched = (route: string, init: RequestInit = {}) =>
      fetch(house.url + route, {
        ...init,
        headers: { cookie: desk.cookie, origin: house.url, 'content-type': 'application/json' },
      })
    const store = new pg.Client(databaseUrl)
    await store.connect()
    await store.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$`,
    )
    await store.query('create trigger refuse before insert on journal for each statement execute function refuse()')
    try {
      for (const answer of [
        await fetched(segments[0]!.url),
        await fetched(`/api/reviews/${review.id}/preview?source=${KILLED}&at=${review.from + 1_000}`),
        await fetched(`/api/cameras/${KILLED}/snapshot`, { method: 'POST', body: JSON.stringify({ reason: '留存' }) }),
      ]) {
        expect(answer.status).toBe(503)
        expect(answer.headers.get('content-type')).toMatch(/json/)
      }
    } finally {
      await store.query('drop trigger refuse on journal')
      await store.query('drop function refuse')
      await store.end()
    }
    await eventually(
      async () => (await fetched(segments[0]!.url)).status,
      (status) => status === 200,
      5_000,
    )
    expect((await fetched(segments[0]!.url)).status).toBe(200)
  })

  it('it is plugged in after forty seconds: recording goes on by itself, and the scrubber shows that gap', async () => {
    await new Promise((resolve) => setTimeout(resolve, Math.max(0, pulledAt + PULLED_MS - Date.now())))
    await cameras.get(PULLED)!.plugIn()
    pluggedAt = Date.now()
    await wall.page.close()
    const line = await eventually(
      () => spans(PULLED, pulledAt - 4_000),
      (all) => all.some((s) => s.is === 'recorded' && s.from > pluggedAt),
      30_000,
    )
    const gaps = line.filter((s) => s.is === 'gap')
    // On a busy machine the camera may be lost once more while it comes back.
    expect([...new Set(gaps.map((s) => s.cause))], JSON.stringify(line)).toEqual(['source-down'])
    const lengthMs = gaps[0]!.to - gaps[0]!.from
    expect(Math.abs(gaps[0]!.from - pulledAt)).toBeLessThan(2_500)
    expect(lengthMs).toBeGreaterThan(PULLED_MS - 2_500)
    expect(gaps.at(-1)!.to - pluggedAt).toBeLessThan(BUSY_MS)

    await openReview()
    const hatched = seat.page.locator(`[data-line=${PULLED}] .hatch-down`)
    await hatched.first().waitFor()
    expect(await hatched.first().getAttribute('title')).toMatch(/摄像头中断.*(39秒|[45]\d秒|1分)/)
    const box = (await hatched.first().boundingBox())!
    const axis = (await seat.page.locator('.scrub-axis').boundingBox())!
    const share = box.width / axis.width
    expect(Math.abs(share * (reviewTo - reviewFrom) - lengthMs)).toBeLessThan(2_000)
  })

  it('it gave no picture for longer than it may; the others did, and where nobody was held nothing broke off', async () => {
    const found = (await findingsOf(house)).map(({ finding }) => finding)
    const subjects = (rule: string) => [...new Set(found.filter((f) => f.rule === rule).map((f) => f.subject))]
    expect(subjects('recording.camera-down').filter((camera) => CAMERAS.includes(camera))).toEqual([PULLED])
    expect(subjects('recording.gap-while-held')).toEqual([ROOM])
  })

  let reviewFrom = 0
  let reviewTo = 0
  let reviewId = ''
  const openReview = async (): Promise<void> => {
    reviewFrom = pulledAt - 8_000
    reviewTo = Date.now()
    const { page } = seat
    const opened = page.waitForResponse((r) => r.url().endsWith('/api/reviews') && r.request().method() === 'POST')
    await page.route('**/api/reviews', async (route) => {
      const body = JSON.parse(route.request().postData() ?? '{}')
      await route.continue({ postData: JSON.stringify({ ...body, from: reviewFrom, to: reviewTo, sources: CAMERAS }) })
    })
    await page.goto(`${house.url}/#/review?about=camera:${PULLED}`)
    await page.locator('.review-purpose textarea').fill('核查讯问室录像中断')
    await page.locator('.review-open button[type=submit]').click()
    reviewId = ((await (await opened).json()) as { review: ReviewView }).review.id
    await page.unroute('**/api/reviews')
    await page.locator('.review-tile').nth(3).waitFor()
  }

  it('four cameras are within one frame of each other wherever one seeks', async () => {
    const { page } = seat
    if ((await page.locator('.review-tile').count()) < CAMERAS.length) await openReview()
    const reviewed = reviewedFrames(page, house, reviewId)
    const recorded = new Map<string, readonly RecordedFrame[]>()
    for (const camera of CAMERAS) recorded.set(camera, await reviewed.frames(camera, pulledAt - 8_000, pulledAt))
    const axis = page.locator('.scrub-axis')
    const box = (await axis.boundingBox())!
    const apart: number[] = []
    // Before the cable was pulled: all four have a picture there. First around the seams of two files, while nothing is
    // held yet: the second file is looked at, then the end of the first, then the seam.
    const seams = await reviewed.seams(CAMERAS[0]!, pulledAt - 6_500, pulledAt - 1_000)
    expect(seams.length).toBeGreaterThan(0)
    const moments = [
      ...seams.toReversed().flatMap((seam) => [seam + 300, seam - 1_200, seam + 100]),
      ...[6_000, 4_700, 3_300, 2_100].map((before) => pulledAt - before),
    ]
    for (const moment of moments) {
      const x = ((moment - reviewFrom) / (reviewTo - reviewFrom)) * box.width
      await axis.click({ position: { x, y: box.height - 10 } })
      await pictureOf(page, moment)
      // Paused, it shows one frame for ever: it is read once it is drawn.
      const sources = await page.locator('.review-tile').evaluateAll((all) => all.map((one) => one.dataset.source!))
      const clocks = await eventually(
        () => readClocks(page, reader, '.review-tile video'),
        (read) => read.every((clock) => clock !== undefined),
        10_000,
      )
      // The clocks in the pictures say which frames are shown; the recording says when each of them is the one. How
      // long a frame was on its way here, which a busy machine stretches, is no matter of the player's.
      const shown = clocks.map((clock, i) => {
        const frame = recorded.get(sources[i]!)!.find((one) => one.clock === clock)
        expect(frame, `${sources[i]} shows ${clock}, which is no recorded frame`).toBeDefined()
        return frame!
      })
      apart.push(Math.max(...shown.map(({ from }) => from)) - Math.min(...shown.map(({ to }) => to)))
      // A pixel of the axis is some time too.
      expect(Math.abs(shown[0]!.from - moment)).toBeLessThan(500)
    }
    // Negative: there is a moment at which all four frames are the right ones.
    for (const ms of apart) expect(ms, `${apart}`).toBeLessThanOrEqual(1_000 / FRAMES_PER_SECOND)
    expect(seat.errors).toEqual([])
  })

  it('S4: an export is asked for, agreed to by another, fetched, and proved with nothing but the public key', async () => {
    const { page } = seat
    if ((await page.locator('.review-tile').count()) < CAMERAS.length) await openReview()
    const { id } = (await findingsOf(house)).find((f) => f.finding.rule === 'recording.gap-while-held')!.finding
    const [from, to] = [6_000, 2_000].map((ms) => (pulledAt - ms - reviewFrom) / (reviewTo - reviewFrom))
    const second = await sitDown(browser, house, 'chief')
    const wishes = { from: from!, to: to!, finding: id, reason: '移送检察机关核查' }
    const { read, ownApprovals, whole, flipped } = await exportAndProve(house, page, second.page, wishes)
    for (const words of ['核查讯问室录像中断', wishes.reason, 'supervisor']) expect(read).toContain(words)
    expect([ownApprovals, whole.code, flipped.code]).toEqual([0, 0, 1])
    expect([whole.words, flipped.words].join()).toMatch(/^sound: [\s\S]*NOT SOUND/)
    expect([...seat.errors, ...second.errors]).toEqual([])
  })
})
