import { createHash } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Page as Paged } from '../../server/contract/http.ts'
import type { CameraView } from '../../server/contract/video.ts'
import { type SimulatedCamera, startCamera } from '../../simulators/cameras/camera.ts'
import { freshPostgresqlUrl } from '../support/database.ts'
import { LIVE_VIDEO, openBrowser, type Seat, sitDown } from './browser.ts'
import { consoleOf, eventually, type House, newFolder, startHouse } from './house.ts'

/** All that can be drawn as hall or public: the third of them is never plugged in. */
const HALL = 'cam-bureau-4'
const DESK = 'cam-station-chengdong-4'
const GATE = 'cam-station-chengdong-5'
const PICTURE_MS = 40_000

interface Listed {
  readonly camera: string
  readonly title: string
  readonly port: number
  readonly onvifPort: number
  readonly user: string
  readonly password: string
}

describe('a video patrol: drawn by chance, looked at one by one, a key for each result', () => {
  let house: House
  let browser: Browser
  let seat: Seat
  let desk: Awaited<ReturnType<typeof consoleOf>>
  let auditor: typeof desk
  const cameras: SimulatedCamera[] = []
  let committed = ''

  beforeAll(async () => {
    const env = { VIDEO: '1', VIDEO_SEGMENT_SECONDS: '4', MEDIA_PORT: '0', MEDIA_WORKERS: '1' }
    const database = await freshPostgresqlUrl(inject('postgresqlUrl'))
    house = await startHouse({ dataDir: newFolder(), env: { ...env, DATABASE_URL: database } })
    const list: Listed[] = JSON.parse(fs.readFileSync(path.join(house.dataDir, 'demo-cameras.json'), 'utf8'))
    const size = { width: 320, height: 180 }
    for (const [variety, one] of list.entries())
      if (one.camera === HALL || one.camera === DESK) cameras.push(await startCamera({ ...one, variety, size }))
    desk = await consoleOf(house, 'supervisor')
    auditor = await consoleOf(house, 'auditor')
    browser = await openBrowser(LIVE_VIDEO)
    seat = await sitDown(browser, house, 'supervisor')
    const states = async () => {
      const view = await desk.get<{ cameras: readonly CameraView[] }>('/api/cameras')
      return new Map(view.cameras.map(({ id, state }) => [id, state]))
    }
    const now = await eventually(
      states,
      (s) => s.get(HALL) === 'live' && s.get(DESK) === 'live' && s.get(GATE) === 'lost',
      PICTURE_MS,
    )
    expect([HALL, DESK, GATE].map((camera) => now.get(camera))).toEqual(['live', 'live', 'lost'])
  })
  afterAll(async () => {
    for (const camera of cameras) await camera.close()
    await browser?.close()
    await house?.stop()
    if (house) fs.rmSync(house.dataDir, { recursive: true, force: true })
  })

  const button = (words: string | RegExp) => seat.page.getByRole('button', { name: words })
  const stop = (camera: string) => seat.page.locator('.looks-stop', { hasText: nameOf(camera) })
  const nameOf = (camera: string): string =>
    ({ [HALL]: '云岭县公安局服务大厅', [DESK]: '澄东派出所服务大厅', [GATE]: '澄东派出所大门' })[camera]!
  /** Goes to a drawn camera and waits for what its tile shows. */
  const goTo = async (camera: string, state: string): Promise<void> => {
    await stop(camera).click()
    await seat.page.locator(`.tile[data-camera=${camera}][data-state=${state}]`).waitFor({ timeout: PICTURE_MS })
  }
  const journalled = async (kind: string) =>
    (
      await auditor.get<Paged<{ by: string; data: Record<string, unknown> }>>(
        `/api/audit?kind=${kind}&pageSize=50&page=1`,
      )
    ).items

  it('before the draw stands of how many it is, what is left out, and what it is bound to', async () => {
    await seat.page.goto(`${house.url}/#/video-patrol`)
    const form = seat.page.locator('.looks-draw')
    await form.getByText('可抽取摄像机 6 台').waitFor()
    const { cameras: all } = await desk.get<{ cameras: readonly CameraView[] }>('/api/cameras')
    const without = all.filter(({ state }) => state === 'unsourced').length
    await form.getByText(`另有 ${without} 台未接入，无法抽取`).waitFor()
    committed = await form.locator('.looks-commitment code').innerText()
    expect(committed).toMatch(/^[0-9a-f]{64}$/)
    expect(await journalled('video-patrol.drawn')).toEqual([])
  })

  it('chance draws among the purposes that were asked for', async () => {
    await button('大厅').click()
    await button('公共区域').click()
    await seat.page.getByText('可抽取摄像机 3 台').waitFor()
    await seat.page.keyboard.press('d')
    await seat.page.locator('.looks-now').waitFor()
    expect(await seat.page.locator('.looks-stop').count()).toBe(3)
    const [drawn] = await journalled('video-patrol.drawn')
    expect(drawn).toMatchObject({ by: 'supervisor', data: { purposes: ['hall', 'public'] } })
    expect([...(drawn!.data.drawn as string[])].sort()).toEqual([HALL, DESK, GATE])
  })

  it('no picture: nothing but "cannot be seen" can be said of it', async () => {
    await goTo(GATE, 'down')
    for (const key of ['1', '4', 'Enter']) await seat.page.keyboard.press(key)
    expect(await button(/规范/).isDisabled()).toBe(true)
    expect(await stop(GATE).innerText()).toContain('待看')
    await seat.page.keyboard.press('9')
    await stop(GATE).getByText('看不到').waitFor()
  })

  it('nobody there: a key, taken back and chosen again, a few words, Enter', async () => {
    await goTo(DESK, 'live')
    const absent = button(/无人在岗/)
    await seat.page.keyboard.press('8')
    await seat.page.keyboard.press('Escape')
    await seat.page.keyboard.press('Escape')
    expect(await button(/内务脏乱/).getAttribute('aria-pressed')).toBe('false')
    await seat.page.keyboard.press('4')
    expect(await absent.getAttribute('aria-pressed')).toBe('true')
    await seat.page.keyboard.type('窗口无人')
    await seat.page.keyboard.press('Enter')
    await stop(DESK).getByText('无人在岗').waitFor()
  })

  it('good is one key, once the picture is on the screen; the last result ends the patrol', async () => {
    await seat.page.locator(`.tile[data-camera=${HALL}][data-state=live]`).waitFor({ timeout: PICTURE_MS })
    await seat.page.keyboard.press('1')
    await seat.page.getByText('规范 1，有问题 1，看不到 1，跳过 0').waitFor()
    const looked = await journalled('video-patrol.looked')
    const said = looked.map(({ by, data }) => [by, data.camera, data.result, data.note])
    expect(said.toSorted((a, b) => (String(a[1]) < String(b[1]) ? -1 : 1))).toEqual([
      ['supervisor', HALL, 'good', ''],
      ['supervisor', DESK, 'absent', '窗口无人'],
      ['supervisor', GATE, 'cannot-see', ''],
    ])
    const opened = (await journalled('view.opened')).filter(({ data }) => data.what === 'camera')
    expect(opened.map(({ data }) => data.subject)).toEqual(expect.arrayContaining([HALL, DESK]))
    for (const { data } of opened) expect(data.purpose).toBe(`视频巡查 ${looked[0]!.data.patrol}`)
  })

  it('the draw is checked again: it was made from what stood there before', async () => {
    await button('验算抽取').click()
    const proof = seat.page.locator('.looks-proof')
    await proof.locator('.looks-good').getByText('与承诺一致').waitFor()
    expect(await proof.locator('.looks-commitment code').innerText()).toBe(committed)
    const seed = await proof.locator('p:last-child code').innerText()
    expect(createHash('sha256').update(Buffer.from(seed, 'hex')).digest('hex')).toBe(committed)
    await button(/再抽一轮/).click()
    const next = seat.page.locator('.looks-draw > .looks-commitment code')
    expect(await next.innerText()).not.toBe(committed)
  })

  it('statistics tell each figure with its base; what is corrected stays in the history and leaves them', async () => {
    const figures = async (unit: string) =>
      (await seat.page.locator('tr', { hasText: unit }).locator('td').allInnerTexts()).slice(1).map((t) => t.trim())
    await button('统计').click()
    await seat.page.locator('tr', { hasText: '澄东派出所' }).waitFor()
    expect(await figures('云岭县公安局')).toEqual(['1/1', '1', '1/1', '', '0/1', '0'])
    expect(await figures('澄东派出所')).toEqual(['1/5', '2', '0/1', '无人在岗 1/1', '1/2', '0'])

    await button('历史').click()
    const row = seat.page.locator('tr', { hasText: nameOf(DESK) })
    expect(await row.innerText()).toMatch(/无人在岗\s+窗口无人\s+supervisor/)
    expect(await seat.page.locator('tbody tr').count()).toBe(3)
    await row.getByRole('button', { name: '更正' }).click()
    await seat.page.keyboard.type('人在柜台后面')
    await seat.page.getByRole('button', { name: /^确\s?定$/ }).click()
    await row.getByText('已由 supervisor 更正：人在柜台后面').waitFor()

    await button('统计').click()
    await seat.page.locator('tr', { hasText: '澄东派出所' }).waitFor()
    expect(await figures('澄东派出所')).toEqual(['0/5', '1', '—', '', '1/1', '1'])
  })

  it('who may only read sees no draw; who may do neither is refused, and that is journalled', async () => {
    const reader = await sitDown(browser, house, 'leader')
    await reader.page.goto(`${house.url}/#/video-patrol`)
    await reader.page.locator('tr', { hasText: nameOf(HALL) }).waitFor()
    expect(await reader.page.locator('.looks-views button').allInnerTexts()).toEqual(['历史', '统计'])
    expect(await reader.page.getByRole('button', { name: '更正' }).count()).toBe(0)
    const draws = { purposes: [], count: 1 }
    for (const name of ['leader', 'officer', 'auditor'])
      await expect((await consoleOf(house, name)).post('/api/video-patrols', draws)).rejects.toThrow(/403/)
    await expect((await consoleOf(house, 'officer')).get('/api/looks?page=1&pageSize=10')).rejects.toThrow(/403/)
    const refused = await eventually(
      () => journalled('access.refused'),
      (all) => ['leader', 'officer', 'auditor'].every((name) => all.some(({ by }) => by === name)),
      5_000,
    )
    expect(refused.map(({ by }) => by)).toEqual(expect.arrayContaining(['leader', 'officer', 'auditor']))
    expect([...seat.errors, ...reader.errors]).toEqual([])
  })
})
