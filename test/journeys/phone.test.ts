import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { PhoneCameraView } from '../../server/contract/phone.ts'
import type { SpanView } from '../../server/contract/recordings.ts'
import type { CameraView } from '../../server/contract/video.ts'
import { freshPostgresqlUrl } from '../support/database.ts'
import { sitDown } from './browser.ts'
import { consoleOf, eventually } from './house.ts'
import { CAMERA, type PhoneStage, setPhoneStage, takePhone } from './phone-stage.ts'
import { processesOf } from './processes.ts'

/** What a busy machine may take where the goal is not the point. */
const BUSY_MS = 30_000
const HOUR_MS = 3_600_000
/** Long enough that a piece of ten seconds lies in it whole. */
const OFFLINE_MS = 12_000

interface Journalled {
  readonly observedAt: number
  readonly data: Readonly<Record<string, unknown>>
}

describe('an officer’s phone is a camera while they are on duty', () => {
  let stage: PhoneStage
  let store: pg.Client
  let phone: Page
  let desk: Awaited<ReturnType<typeof consoleOf>>
  let officer: Awaited<ReturnType<typeof consoleOf>>
  let offlineAt = 0
  let onlineAt = 0

  beforeAll(async () => {
    const databaseUrl = await freshPostgresqlUrl(inject('postgresqlUrl'))
    stage = await setPhoneStage({ DATABASE_URL: databaseUrl })
    store = new pg.Client(databaseUrl)
    await store.connect()
    await store.query(
      `create function refuse() returns trigger language plpgsql as $$ begin raise exception 'full'; end $$`,
    )
    desk = await consoleOf(stage.house, 'supervisor')
    officer = await consoleOf(stage.house, 'officer')
  })
  afterAll(async () => {
    await store?.end()
    await stage?.close()
  })

  const spans = async (from: number, to = Date.now()): Promise<readonly SpanView[]> =>
    (await desk.get<{ spans: readonly SpanView[] }>(`/api/video/spans?source=${CAMERA}&from=${from}&to=${to}`)).spans
  const journalled = async (kind: string): Promise<readonly Journalled[]> =>
    (await store.query('select body from journal where kind = $1 order by seq', [kind])).rows.map(({ body }) =>
      JSON.parse(body),
    )
  /** The journal takes nothing while `work` runs. */
  const withoutJournal = async (work: () => Promise<void>): Promise<void> => {
    await store.query('create trigger refuse before insert on journal for each statement execute function refuse()')
    try {
      await work()
    } finally {
      await store.query('drop trigger refuse on journal')
    }
  }
  /** Brings ten seconds that are no video, as another program than the page might. */
  const bringJunk = async (startsAt: number, announced?: string): Promise<{ status: number; error: unknown }> => {
    const bytes = Buffer.from('this is no video')
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const headers = { cookie: officer.cookie, origin: stage.house.url }
    const at = `${stage.house.url}/api/phone/pieces/${randomUUID()}`
    const put = await fetch(`${at}?offset=0&sha256=${sha256}`, {
      method: 'PUT',
      headers: { ...headers, 'content-type': 'application/octet-stream' },
      body: bytes,
    })
    expect(put.status, await put.text()).toBe(200)
    const facts = { startsAt, endsAt: startsAt + 3_000, bytes: bytes.length, sha256: announced ?? sha256 }
    const answer = await fetch(`${at}/close`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ ...facts, type: 'video/mp4', uncertaintyMs: 0 }),
    })
    return { status: answer.status, error: ((await answer.json()) as { error?: unknown }).error }
  }

  it('off duty nothing can be recorded, and the page says so; whoever is no officer is refused', async () => {
    phone = await takePhone(stage)
    await phone.getByText('您当前没有勤务安排').waitFor()
    expect(await phone.locator('.phone-camera-start').isDisabled()).toBe(true)
    await expect(officer.post('/api/phone/camera/start')).rejects.toThrow(/409.*off-duty/)
    await expect(officer.post('/api/phone/connections')).rejects.toThrow(/409.*not-recording/)
    for (const name of ['supervisor', 'auditor', 'sysadmin'])
      await expect((await consoleOf(stage.house, name)).post('/api/phone/camera/start')).rejects.toThrow(/403/)
  })

  it('no record possible: no recording begins, and there is no connection to send on', async () => {
    await stage.assign(Date.now() - HOUR_MS, Date.now() + HOUR_MS)
    await withoutJournal(async () => {
      await expect(officer.post('/api/phone/camera/start')).rejects.toThrow(/503.*cannot-record/)
      await expect(officer.post('/api/phone/connections')).rejects.toThrow(/409.*not-recording/)
    })
    expect(await journalled('body-camera.started')).toEqual([])
  })

  it('on duty it records, and the page says so large', async () => {
    await phone.reload()
    await phone.locator('.phone-camera-start:enabled').click({ timeout: BUSY_MS })
    await phone.locator('.phone-camera-on[data-received=true]').waitFor({ timeout: BUSY_MS })
    await phone.getByText('正在录像', { exact: true }).waitFor()
    expect(await journalled('body-camera.started')).toMatchObject([{ data: { device: CAMERA, officer: 'P01' } }])
  })

  it('a supervisor’s wall shows it live', async () => {
    const { page: wall } = await sitDown(stage.browser, stage.house, 'supervisor')
    await wall.goto(`${stage.house.url}/#/wall`)
    await wall.locator('.purpose-usual button').first().click()
    await wall.locator(`.tile[data-camera=${CAMERA}][data-state=live]`).waitFor({ timeout: BUSY_MS })
    const frames = (): Promise<number> =>
      wall
        .locator(`.tile[data-camera=${CAMERA}] video`)
        .evaluate((v: HTMLVideoElement) => v.getVideoPlaybackQuality().totalVideoFrames)
    const before = await frames()
    expect(await eventually(frames, (n) => n >= before + 10, 10_000)).toBeGreaterThanOrEqual(before + 10)
    await wall.context().close()
  })

  it('it is recorded here as it comes: picture and sound, begun at key frames, and its position', async () => {
    const line = await eventually(
      () => spans(Date.now() - 60_000),
      (all) => all.some((s) => s.is === 'recorded' && s.to - s.from > 6_000),
      BUSY_MS,
    )
    expect(line.map((s) => [s.is, s.cause, s.late])).toContainEqual(['recorded', null, false])
    const segments = await journalled('segment.closed')
    expect(segments.length).toBeGreaterThan(0)
    for (const { data } of segments) {
      expect(data).toMatchObject({ camera: CAMERA, late: false, audio: { codec: 'opus' } })
      const { frames, keyFrames, codec } = data.video as { frames: number; keyFrames: number; codec: string }
      expect(codec).toMatch(/^avc1/)
      expect(frames).toBeGreaterThan(0)
      expect(keyFrames).toBeGreaterThan(0)
    }
    expect((await journalled('position.reported')).filter((o) => o.data.device === CAMERA)).not.toEqual([])
  })

  it('what is brought and is no recording is refused with the reason, and that is journalled', async () => {
    const now = Date.now() - 4_000
    expect(await bringJunk(now)).toEqual({ status: 422, error: 'unreadable' })
    expect(await bringJunk(now, '0'.repeat(64))).toEqual({ status: 422, error: 'hash' })
    expect(await bringJunk(now - HOUR_MS)).toEqual({ status: 422, error: 'outside-recording' })
    expect((await journalled('camera.piece-refused')).map((o) => o.data.why)).toEqual([
      'unreadable',
      'hash',
      'outside-recording',
    ])
    await withoutJournal(async () => expect((await bringJunk(now)).status).toBe(503))
  })

  it('the network is gone: the page says so and records on; here the gap has its cause', async () => {
    await phone.context().setOffline(true)
    // What is offline for a page is not for its WebRTC: the connection goes with the worker.
    offlineAt = Date.now()
    for (const { pid, is } of processesOf(stage.house)) if (/worker/.test(is)) process.kill(pid, 'SIGKILL')
    await phone.getByText('正在录像（无网络）').waitFor({ timeout: BUSY_MS })
    await new Promise((resolve) => setTimeout(resolve, OFFLINE_MS))
    const line = await spans(offlineAt - 2_000)
    expect(line.at(-1), JSON.stringify(line)).toMatchObject({ is: 'gap', cause: 'source-down' })
  })

  it('it is back by itself, and brings what is missing: shown as late, never joined to the rest', async () => {
    await phone.context().setOffline(false)
    onlineAt = Date.now()
    await phone.locator('.phone-camera-on[data-received=true]').waitFor({ timeout: BUSY_MS })
    const line = await eventually(
      () => spans(offlineAt - 2_000),
      (all) => !all.some((s) => s.is === 'gap'),
      60_000,
    )
    expect(
      line.filter((s) => s.is === 'gap'),
      JSON.stringify(line),
    ).toEqual([])
    const late = line.filter((s) => s.late)
    expect(late.length, JSON.stringify(line)).toBeGreaterThan(0)
    const covered = late.reduce((sum, s) => sum + s.to - s.from, 0)
    expect(covered).toBeGreaterThan(onlineAt - offlineAt - 3_000)
    const brought = await journalled('camera.piece-brought')
    const segments = (await journalled('segment.closed')).filter((o) => o.data.late)
    expect(segments.map((o) => o.data.segment)).toEqual(brought.map((o) => o.data.segment))
    for (const { data } of segments) expect((data.video as { frames: number }).frames).toBeGreaterThan(0)
  })

  it('review shows it as brought afterwards', async () => {
    const { page } = await sitDown(stage.browser, stage.house, 'supervisor')
    await page.goto(`${stage.house.url}/#/review?about=camera:${CAMERA}`)
    await page.locator('.review-purpose textarea').fill('核查手机录像')
    await page.locator('.review-open button[type=submit]').click()
    const late = page.locator(`[data-line=${CAMERA}] .scrub-late`).first()
    await late.waitFor({ timeout: BUSY_MS })
    expect(await late.getAttribute('title')).toMatch(/^事后补传/)
    await page.context().close()
  })

  it('the duty ends: so does the recording, and the page says why', async () => {
    await stage.assign(Date.now() - HOUR_MS, Date.now() + 1_000)
    await phone.getByText(/勤务结束，已自动停止/).waitFor({ timeout: BUSY_MS })
    expect(await officer.get<PhoneCameraView>('/api/phone/camera')).toMatchObject({
      on: false,
      ended: { why: 'duty-ended' },
    })
    const { cameras } = await desk.get<{ cameras: readonly CameraView[] }>('/api/cameras')
    expect(cameras.find(({ id }) => id === CAMERA)?.state).toBe('unsourced')
    await expect(officer.post('/api/phone/connections')).rejects.toThrow(/409.*not-recording/)
    const [stopped, ...others] = await journalled('body-camera.stopped')
    expect(others).toEqual([])
    // What was under way when it ended is kept to its last second, and every file is told once.
    const { observedAt } = stopped!
    const line = await eventually(
      () => spans(offlineAt, observedAt + 5_000),
      (all) => all.every((s) => s.is === 'recorded' || s.cause === 'never-recorded'),
      60_000,
    )
    const [last, after, ...more] = line.slice(line.findLastIndex((s) => s.is === 'recorded'))
    expect(last, JSON.stringify(line)).toMatchObject({ late: false })
    expect(Math.abs(observedAt - last!.to)).toBeLessThan(2_000)
    // Nothing was to be recorded from then on, which is no gap of a recording.
    expect([after?.cause, more]).toEqual(['never-recorded', []])
    expect(line.filter((s) => s.is === 'gap')).toEqual([after])
    const names = (await journalled('segment.closed')).map((o) => o.data.segment)
    expect(new Set(names).size).toBe(names.length)
  })
})
