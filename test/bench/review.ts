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
const DAY_MS = 86_400_000
const PICTURES = '.review-tile video'
/** A frame's clock may lie so long before its arrival, by which it is found, and not after it. */
const [ON_THE_WAY_MS, AHEAD_MS] = [400, 1_000 / FRAMES_PER_SECOND]
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * Resolves when every picture shows the moment `at` (ms since midnight UTC; null: any), by the clocks burnt into them:
 * ms since the next press of the pointer, and how far the clocks lie apart. As text, for the page.
 */
const shownAfterPress = (at: number | null): string => `new Promise((resolve, reject) => {
  ${clockInPage}
  addEventListener('pointerdown', () => {
    const begun = performance.now()
    const right = (clock) => clock !== undefined
      && (${at} === null || (clock > ${at} - ${ON_THE_WAY_MS} && clock < ${at} + ${AHEAD_MS}))
    const look = () => {
      const clocks = [...document.querySelectorAll('${PICTURES}')].map(clockOf)
      if (clocks.length === ${CAMERAS} && clocks.every(right))
        resolve({ ms: performance.now() - begun, apart: Math.max(...clocks) - Math.min(...clocks) })
      else if (performance.now() - begun > ${PATIENCE_MS}) reject(new Error('shown: ' + clocks + ', asked for: ${at}'))
      else requestAnimationFrame(look)
    }
    look()
  }, { capture: true, once: true })
})`

interface Shown {
  readonly ms: number
  readonly apart: number
}

/** What a press brings, once the page listens for it. */
const pressed = async (page: Page, at: number | null, press: () => Promise<void>): Promise<Shown> => {
  await page.evaluate(`window.shown = ${shownAfterPress(at)}; window.shown.catch(() => {}); 0`)
  await press()
  return page.evaluate('window.shown')
}

const review = async (browser: Browser, stage: VideoStage, from: number, to: number) => {
  const { page } = await sitDown(browser, stage.house, 'supervisor')
  const sources = [...stage.cameras.keys()]
  await page.route('**/api/reviews', async (route) => {
    const body = JSON.parse(route.request().postData() ?? '{}')
    await route.continue({ postData: JSON.stringify({ ...body, from, to, sources }) })
  })
  await page.goto(`${stage.house.url}/#/review?about=camera:${sources[0]}`)
  await page.locator('.review-purpose textarea').fill('核查讯问室录像')
  const opened = await pressed(page, null, () => page.locator('.review-open button[type=submit]').click())
  const axis = (await page.locator('.scrub-axis').boundingBox())!
  const dice = chance(11)
  const sought: Shown[] = []
  for (let i = 0; i < SEEKS; i++) {
    const x = Math.round(axis.width * (0.05 + 0.9 * dice()))
    const at = (from + (x / axis.width) * (to - from)) % DAY_MS
    sought.push(await pressed(page, at, () => page.mouse.click(axis.x + x, axis.y + axis.height - 10)))
  }
  await page.context().close()
  return { openMs: opened.ms, sought }
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
    /** Does it, and waits until the player says that the picture is there, and for its drawing; ms. */
    const drawn = (said: string, what: string): Promise<number> =>
      page.evaluate(`new Promise((resolve) => {
        const video = document.querySelector('video'), begun = performance.now()
        video.addEventListener('${said}', () => requestAnimationFrame(() => resolve(performance.now() - begun)), { once: true })
        ${what}
      })`)
    const openMs = await drawn('loadeddata', `video.src = '/whole'`)
    const dice = chance(11)
    const seeks: number[] = []
    for (let i = 0; i < SEEKS; i++)
      seeks.push(await drawn('seeked', `video.currentTime = video.duration * ${0.05 + 0.9 * dice()}`))
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
    // What is still being written is not reviewed.
    const to = Date.now() - 15_000
    // Not the first time that this browser sees the page.
    await review(browser, stage, from, to)
    const ours = await review(browser, stage, from, to)
    const [first] = [...stage.cameras.keys()]
    const plain = await plainVideo(browser, path.join(stage.house.dataDir, 'video', first!))
    const row = { id: 'P9', unit: 'ms', peer: 'one camera in one file, plain <video>' } as const
    const [seek, theirs] = [
      percentile(
        ours.sought.map(({ ms }) => ms),
        0.95,
      ),
      percentile(plain.seeks, 0.95),
    ]
    const apart = Math.max(...ours.sought.map((one) => one.apart))
    return [
      {
        ...row,
        what: `review of ${CAMERAS} cameras: from the purpose given until all show a picture`,
        ...{ value: ours.openMs, peerValue: plain.openMs, ratio: plain.openMs / ours.openMs },
        goal: '≤ 1 s',
        met: ours.openMs <= 1_000,
      },
      {
        ...row,
        what: `seek anywhere in ${Math.round((to - from) / 1_000)} s until all ${CAMERAS} show that moment by their burnt-in clocks, p95 of ${SEEKS}`,
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
