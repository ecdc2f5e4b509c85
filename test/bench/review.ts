import { execFile } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import type { AddressInfo } from 'node:net'
import path from 'node:path'
import { promisify } from 'node:util'
import express from 'express'
import type { Browser, Page } from 'playwright-core'
import { openBrowser, sitDown } from '../journeys/browser.ts'
import { chance } from '../support/polygons.ts'
import { clockInPage } from './clock-in-page.ts'
import { percentile } from './percentile.ts'
import type { BenchRow } from './row.ts'
import { FRAMES_PER_SECOND, setVideoStage, type VideoStage } from './video-stage.ts'

const CAMERAS = 4
const SIZE = { width: 320, height: 180 }
/** So much is recorded before anybody looks back. */
const RECORDED_MS = Number(process.env.BENCH_RECORDED_SECONDS ?? 90) * 1_000
const SEEKS = 30
const PATIENCE_MS = 20_000
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/** Resolves, ms after the next `event`, once every picture of `selector` has drawn the frame that it asks for. As text, for the page. */
const drawnAfter = (event: string, selector: string, count: number): string => `new Promise((resolve) => {
  addEventListener('${event}', () => {
    const begun = performance.now(), drawn = new Set()
    const settled = (video) => !video.seeking && (video.closest('.review-tile')?.dataset.state ?? 'shown') === 'shown'
    const heard = new Set()
    const look = () => {
      for (const video of document.querySelectorAll('${selector}')) {
        if (heard.has(video)) continue
        heard.add(video)
        const next = () => settled(video) ? drawn.add(video) : video.requestVideoFrameCallback(next)
        video.requestVideoFrameCallback(next)
      }
      if (drawn.size >= ${count}) resolve(performance.now() - begun)
      else if (performance.now() - begun > ${PATIENCE_MS}) resolve(Infinity)
      else requestAnimationFrame(look)
    }
    look()
  }, { capture: true, once: true })
})`

/** How far the clocks burnt into the pictures that are shown lie apart, ms. */
const apartNow = (page: Page): Promise<number> =>
  page.evaluate(`(() => {
    ${clockInPage}
    const clocks = [...document.querySelectorAll('.review-tile video')].map(clockOf)
    return clocks.includes(undefined) ? Infinity : Math.max(...clocks) - Math.min(...clocks)
  })()`)

const review = async (browser: Browser, stage: VideoStage, from: number, to: number) => {
  const { page } = await sitDown(browser, stage.house, 'supervisor')
  const sources = [...stage.cameras.keys()]
  await page.route('**/api/reviews', async (route) => {
    const body = JSON.parse(route.request().postData() ?? '{}')
    await route.continue({ postData: JSON.stringify({ ...body, from, to, sources }) })
  })
  await page.goto(`${stage.house.url}/#/review?about=camera:${sources[0]}`)
  await page.locator('.review-purpose textarea').fill('核查录像')
  const opened = page.evaluate(drawnAfter('pointerdown', '.review-tile video', CAMERAS)) as Promise<number>
  await page.locator('.review-open button[type=submit]').click()
  const openMs = await opened
  const axis = (await page.locator('.scrub-axis').boundingBox())!
  const dice = chance(11)
  const [seeks, apart]: [number[], number[]] = [[], []]
  for (let i = 0; i < SEEKS; i++) {
    const drawn = page.evaluate(drawnAfter('pointerdown', '.review-tile video', CAMERAS)) as Promise<number>
    await page.mouse.click(axis.x + axis.width * (0.05 + 0.9 * dice()), axis.y + axis.height - 10)
    seeks.push(await drawn)
    apart.push(await apartNow(page))
  }
  await page.context().close()
  return { openMs, seeks, apart }
}

/** The peer: the same recordings of one camera in one file, sought by the browser's own player. */
const plainVideo = async (browser: Browser, folder: string): Promise<{ openMs: number; seeks: number[] }> => {
  const names = fs.readdirSync(folder).filter((n) => n.endsWith('.mp4'))
  const closed = names.sort().slice(0, -1)
  fs.writeFileSync(path.join(folder, 'list.txt'), closed.map((n) => `file '${n}'\n`).join(''))
  const join = ['-v', 'error', '-y', '-f', 'concat', '-safe', '0', '-i', 'list.txt', '-c', 'copy']
  await promisify(execFile)('ffmpeg', [...join, '-movflags', '+faststart', 'whole.mov'], { cwd: folder })
  const app = express()
  app.get('/', (_, reply) => void reply.type('html').send('<video muted preload="auto" style="width:640px"></video>'))
  app.get('/whole', (_, reply) => reply.type('video/mp4').sendFile('whole.mov', { root: folder }))
  const server = app.listen(0, '127.0.0.1')
  await once(server, 'listening')
  try {
    const page = await browser.newPage()
    await page.goto(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`)
    const opened = page.evaluate(drawnAfter('open', 'video', 1)) as Promise<number>
    await page.evaluate(`dispatchEvent(new Event('open')); document.querySelector('video').src = '/whole'`)
    const openMs = await opened
    const dice = chance(11)
    const seeks: number[] = []
    for (let i = 0; i < SEEKS; i++) {
      const drawn = page.evaluate(drawnAfter('seek', 'video', 1)) as Promise<number>
      await page.evaluate(`(() => { const video = document.querySelector('video')
        video.currentTime = video.duration * ${0.05 + 0.9 * dice()}
        dispatchEvent(new Event('seek')) })()`)
      seeks.push(await drawn)
    }
    return { openMs, seeks }
  } finally {
    server.close()
  }
}

/** P9: a review of four cameras is opened, and sought through; beside one file in a plain player. */
export const benchReview = async (adminUrl: string): Promise<BenchRow[]> => {
  const stage = await setVideoStage(adminUrl, CAMERAS, SIZE)
  const browser = await openBrowser()
  try {
    const from = Date.now()
    await pause(RECORDED_MS)
    const to = Date.now() - 15_000
    // Not the first time that this browser sees the page.
    await review(browser, stage, from, to)
    const ours = await review(browser, stage, from, to)
    const [first] = [...stage.cameras.keys()]
    const plain = await plainVideo(browser, path.join(stage.house.dataDir, 'video', first!))
    const row = { id: 'P9', unit: 'ms', peer: 'one camera in one file, plain <video>' } as const
    const [seek, theirs] = [percentile(ours.seeks, 0.95), percentile(plain.seeks, 0.95)]
    const apart = Math.max(...ours.apart)
    return [
      {
        ...row,
        what: `review of ${CAMERAS} cameras: from the purpose given to the last first picture`,
        ...{ value: ours.openMs, peerValue: plain.openMs, ratio: plain.openMs / ours.openMs },
        goal: '≤ 1 s',
        met: ours.openMs <= 1_000,
      },
      {
        ...row,
        what: `seek anywhere in ${Math.round((to - from) / 1_000)} s, until all ${CAMERAS} show it, p95 of ${SEEKS}`,
        ...{ value: seek, peerValue: theirs, ratio: theirs / seek },
        goal: '≤ 300 ms',
        met: seek <= 300,
      },
      {
        ...{ id: 'P9', unit: 'ms', peer: null, peerValue: null, ratio: null },
        what: `burnt-in clocks of the ${CAMERAS} pictures apart, the worst of ${SEEKS} seeks (the cameras’ ways differ too)`,
        value: apart,
        goal: `one frame: ≤ ${1_000 / FRAMES_PER_SECOND} ms`,
        met: apart <= 1_000 / FRAMES_PER_SECOND,
      },
    ]
  } finally {
    await browser.close()
    await stage.close()
  }
}
