import { LIVE_VIDEO, openBrowser, sitDown } from '../journeys/browser.ts'
import { percentile } from './percentile.ts'
import type { BenchRow } from './row.ts'
import { agesOf } from './video.ts'
import { FRAMES_PER_SECOND, setVideoStage } from './video-stage.ts'

const TILES = 16
const SECONDS = Number(process.env.BENCH_SECONDS ?? 600)
const SIZE = { width: 320, height: 180 }
/** A picture that stands for so long is seen to stand. */
const STANDS_MS = 2_000
const LIVE = `.tile[data-state=live] video`

/** Watches every picture of the wall for a while: frames presented, the longest wait for one, and looks at which not all were live. As text, for the page. */
const watch = (seconds: number): string => `new Promise((resolve) => {
  const seen = new Map(), watched = new WeakSet()
  let looks = 0, notAll = 0
  const begun = performance.now()
  const hear = (video, camera) => {
    watched.add(video)
    const next = (now) => {
      const one = seen.get(camera) ?? { frames: 0, last: now, longest: 0 }
      seen.set(camera, { frames: one.frames + 1, last: now, longest: Math.max(one.longest, now - one.last) })
      video.requestVideoFrameCallback(next)
    }
    video.requestVideoFrameCallback(next)
  }
  const look = setInterval(() => {
    for (const tile of document.querySelectorAll('.tile[data-camera]')) {
      const video = tile.querySelector('video')
      if (video && !watched.has(video)) hear(video, tile.dataset.camera)
    }
    looks++
    if (document.querySelectorAll('${LIVE}').length < ${TILES}) notAll++
    const now = performance.now()
    if (now - begun < ${seconds * 1_000}) return
    clearInterval(look)
    resolve({ looks, notAll, tiles: [...seen.values()].map((one) => ({ frames: one.frames, longest: Math.max(one.longest, now - one.last) })) })
  }, 250)
})`

interface Watched {
  readonly looks: number
  readonly notAll: number
  readonly tiles: readonly { readonly frames: number; readonly longest: number }[]
}

/** Issue C: a wall of sixteen live in one browser for ten minutes. No peer: it is about standing still, not about speed. */
export const benchWallOf16 = async (adminUrl: string): Promise<BenchRow[]> => {
  const stage = await setVideoStage(adminUrl, TILES, SIZE)
  const browser = await openBrowser(LIVE_VIDEO)
  try {
    const { page, errors } = await sitDown(browser, stage.house, 'supervisor')
    await page.goto(`${stage.house.url}/#/wall`)
    await page.locator('.purpose-usual button').first().click()
    await page.keyboard.press('6')
    await page
      .locator(LIVE)
      .nth(TILES - 1)
      .waitFor({ timeout: 60_000 })
    const { looks, notAll, tiles } = (await page.evaluate(watch(SECONDS))) as Watched
    const ages = await agesOf(page, LIVE, FRAMES_PER_SECOND * 10)
    const longest = Math.max(...tiles.map((t) => t.longest))
    const fewest = Math.min(...tiles.map((t) => t.frames)) / SECONDS
    const row = { id: 'P8', unit: 'ms', peer: null, peerValue: null, ratio: null }
    const what = `wall of ${TILES} for ${SECONDS} s`
    return [
      {
        ...row,
        what: `${what}: the longest that one of ${tiles.length} pictures stood still (${notAll} of ${looks} looks found one not live; fewest frames ${fewest.toFixed(1)} a second; ${errors.length} errors of the page)`,
        value: longest,
        goal: `none for ${STANDS_MS / 1_000} s, all live at every look`,
        met: tiles.length === TILES && longest < STANDS_MS && notAll === 0 && errors.length === 0,
      },
      {
        ...row,
        what: `${what}, at its end: glass to glass, p95 of ${ages.length} frames`,
        value: percentile(ages, 0.95),
        goal: '≤ 300 ms',
        met: percentile(ages, 0.95) <= 300,
      },
    ]
  } finally {
    await browser.close()
    await stage.close()
  }
}
