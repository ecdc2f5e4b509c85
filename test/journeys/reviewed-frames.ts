import type { Page } from 'playwright-core'
import type { RecordingView } from '../../server/contract/recordings.ts'
import type { House } from './house.ts'
import { framesOf, type RecordedFrame } from './recorded-frames.ts'

/** What was recorded of a camera, as one review serves it to the page that opened it. */
export const reviewedFrames = ({ request }: Page, house: House, review: string) => {
  const recording = async (camera: string, from: number, to: number): Promise<RecordingView> =>
    (await request.get(`${house.url}/api/reviews/${review}/recording?source=${camera}&from=${from}&to=${to}`)).json()
  return {
    /** Moments at which one file follows another. */
    seams: async (camera: string, from: number, to: number): Promise<readonly number[]> =>
      (await recording(camera, from, to)).segments.map((s) => s.from).filter((at) => at > from && at < to),
    frames: async (camera: string, from: number, to: number): Promise<readonly RecordedFrame[]> => {
      const frames: RecordedFrame[] = []
      for (const { url, from: startsAt, mediaStartS } of (await recording(camera, from, to)).segments)
        frames.push(...(await framesOf(await (await request.get(house.url + url)).body(), startsAt, mediaStartS)))
      return frames.sort((a, b) => a.from - b.from)
    },
  }
}

/** Until all pictures of a review that stands still have drawn the moment that was sought, and not the one before it. */
export const pictureOf = async (page: Page, moment: number): Promise<void> => {
  // The player takes up where to look with the next frame of the screen; until then the picture before is whole.
  await page.evaluate('new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))')
  await page.waitForFunction(
    (at) => {
      const tiles = [...document.querySelectorAll('.review-tile')]
      const isDrawn = (tile: Element): boolean =>
        Math.abs(Number(tile.querySelector('time')?.dataset.at) - at) < 500 && !tile.querySelector('video')?.seeking
      return tiles.length > 0 && tiles.every((tile) => tile.matches('[data-state=shown]') && isDrawn(tile))
    },
    moment,
    { timeout: 15_000 },
  )
}
