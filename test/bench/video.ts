import fs from 'node:fs'
import path from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { LIVE_VIDEO, openBrowser, sitDown } from '../journeys/browser.ts'
import { clockInPage } from './clock-in-page.ts'
import { serveLowLatencyHls } from './ll-hls.ts'
import { percentile } from './percentile.ts'
import type { BenchRow } from './row.ts'
import { setVideoStage, type VideoStage } from './video-stage.ts'

const CAMERAS = Number(process.env.BENCH_CAMERAS ?? 9)
/** Frames read of each picture: ten seconds of them. */
const SAMPLES = 250
/** Both are given so long to come as near to live as they will. */
const SETTLE_MS = 8_000
const SIZE = { width: 320, height: 180 }
const DAY_MS = 86_400_000
const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))

/**
 * How old each picture is at the moment the browser puts it on the screen, ms: the clock burnt into the frame against
 * the machine's. Each frame is read where it is presented, so the time that a screenshot takes is no part of it.
 */
export const agesOf = (page: Page, selector: string, samples: number): Promise<number[]> =>
  page.evaluate(`new Promise((resolve) => {
    ${clockInPage}
    const ages = []
    const videos = [...document.querySelectorAll('${selector}')]
    let left = videos.length
    for (const video of videos) {
      let seen = 0
      const next = (_, { expectedDisplayTime }) => {
        const clock = clockOf(video)
        if (clock !== undefined) ages.push((performance.timeOrigin + expectedDisplayTime) % ${DAY_MS} - clock)
        if (++seen < ${samples}) video.requestVideoFrameCallback(next)
        else if (--left === 0) resolve(ages)
      }
      video.requestVideoFrameCallback(next)
    }
    setTimeout(() => resolve(ages), 60000)
  })`)

const wallOf = async (
  browser: Browser,
  stage: VideoStage,
  count: number,
): Promise<{ page: Page; firstFrameMs: number[] }> => {
  const { page } = await sitDown(browser, stage.house, 'supervisor')
  await page.goto(`${stage.house.url}/#/wall`)
  await page.locator('.purpose-usual button').first().waitFor()
  // As text: what the loader adds to a function's source does not exist in the page.
  const first = page.evaluate(`new Promise((resolve) => {
    const begun = performance.now(), seen = new Map()
    document.querySelector('.purpose-usual button').click()
    const look = () => {
      for (const video of document.querySelectorAll('.tile video'))
        if (video.videoWidth > 0 && video.currentTime > 0 && !seen.has(video)) seen.set(video, performance.now() - begun)
      if (seen.size >= ${count} || performance.now() - begun > 60000) resolve([...seen.values()])
      else requestAnimationFrame(look)
    }
    look()
  })`) as Promise<number[]>
  return { page, firstFrameMs: await first }
}

/** The peer: the same camera as low-latency HLS, played by hls.js in the same browser, as near to live as it goes. */
const playHls = async (browser: Browser, stage: VideoStage): Promise<{ ages: number[]; firstMs: number }> => {
  const [camera] = [...stage.cameras.keys()]
  const list = JSON.parse(fs.readFileSync(path.join(stage.house.dataDir, 'demo-cameras.json'), 'utf8'))
  const { user, password } = list.find((one: { camera: string }) => one.camera === camera)
  const page = `<!doctype html><body style="margin:0;background:#000"><video muted autoplay width="640" height="360"></video>
    <script src="hls.js"></script><script>
    const hls = new Hls({ lowLatencyMode: true, maxLiveSyncPlaybackRate: 1.5 })
    hls.loadSource('live.m3u8'); hls.attachMedia(document.querySelector('video'))</script>`
  const peer = await serveLowLatencyHls(stage.cameras.get(camera!)!.subUrl.replace('://', `://${user}:${password}@`), {
    '': page,
    'hls.js': fs.readFileSync('node_modules/hls.js/dist/hls.min.js'),
  })
  try {
    // It has been running for a while when somebody looks, as ours has.
    await pause(6_000)
    const tab = await browser.newPage({ viewport: { width: 1280, height: 720 } })
    const begun = Date.now()
    await tab.goto(peer.url)
    await tab.waitForFunction('document.querySelector("video").currentTime > 0', undefined, { timeout: 30_000 })
    const firstMs = Date.now() - begun
    await pause(SETTLE_MS)
    const ages = await agesOf(tab, 'video', SAMPLES)
    await tab.close()
    return { ages, firstMs }
  } finally {
    peer.close()
  }
}

/** A wall of so many cameras, beside one of them as low-latency HLS in the same run. */
const benchWall = async (adminUrl: string, count: number): Promise<BenchRow[]> => {
  const stage = await setVideoStage(adminUrl, count, SIZE)
  const browser = await openBrowser(LIVE_VIDEO)
  try {
    const { page, firstFrameMs } = await wallOf(browser, stage, count)
    await pause(SETTLE_MS)
    const ages = await agesOf(page, '.tile video', SAMPLES)
    await page.close()
    const hls = await playHls(browser, stage)
    const row = { id: 'P8', unit: 'ms', peer: 'low-latency HLS (parts of 200 ms), hls.js' } as const
    const wall = `wall of ${count}`
    const [p95, median, first] = [percentile(ages, 0.95), percentile(ages, 0.5), percentile(firstFrameMs, 0.95)]
    const [theirs95, theirs50] = [percentile(hls.ages, 0.95), percentile(hls.ages, 0.5)]
    return [
      {
        ...row,
        what: `${wall}: glass to glass, p95 of ${ages.length} frames`,
        value: p95,
        peerValue: theirs95,
        ratio: theirs95 / p95,
        goal: '≤ 300 ms',
        met: p95 <= 300,
      },
      {
        ...row,
        what: `${wall}: glass to glass, median`,
        value: median,
        peerValue: theirs50,
        ratio: theirs50 / median,
        goal: '4 × lower than low-latency HLS',
        met: theirs50 >= 4 * median,
      },
      {
        ...row,
        what: `${wall}: first frame after the purpose was given, p95 of ${firstFrameMs.length} tiles`,
        value: first,
        peerValue: hls.firstMs,
        ratio: hls.firstMs / first,
        goal: '≤ 1.5 s',
        met: first <= 1_500 && firstFrameMs.length >= count,
      },
    ]
  } finally {
    await browser.close()
    await stage.close()
  }
}

/** P8: one camera, and a wall of nine, live in a browser beside low-latency HLS of one of them. */
export const benchVideo = async (adminUrl: string): Promise<BenchRow[]> => [
  ...(await benchWall(adminUrl, 1)),
  ...(await benchWall(adminUrl, CAMERAS)),
]
