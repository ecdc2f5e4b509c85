import type { Page } from 'playwright-core'
import { CLOCK_BARS } from '../../simulators/cameras/scene.ts'

/** A picture on the screen: where its pixels lie in the window, and how it is fitted. */
interface Shown {
  readonly x: number
  readonly y: number
  readonly width: number
  readonly height: number
}

/** What the console writes over the pictures stands aside for the photograph: it would hide the clock. */
const OVER = '.tile-head, .review-loading { visibility: hidden !important }'

/** Where the pictures of these elements lie on the screen; one that is fitted leaves black beside it. */
const picturesOf = (page: Page, selector: string): Promise<readonly Shown[]> =>
  page.locator(selector).evaluateAll((all) =>
    all.map((element) => {
      const video = element as HTMLVideoElement
      const { x, y, width, height } = video.getBoundingClientRect()
      const cover = getComputedStyle(video).objectFit === 'cover'
      const scale = (cover ? Math.max : Math.min)(width / video.videoWidth, height / video.videoHeight)
      const [w, h] = [video.videoWidth * scale, video.videoHeight * scale]
      return { x: x + (width - w) / 2, y: y + (height - h) / 2, width: w, height: h }
    }),
  )

/**
 * The cameras' clocks as they stand burnt into the pictures of one screenshot, ms since midnight UTC; undefined where
 * no clock can be read. `reader` is another page of the browser: it decodes the PNG and knows nothing of the console.
 */
export const readClocks = async (page: Page, reader: Page, selector: string): Promise<(number | undefined)[]> => {
  const shown = await picturesOf(page, selector)
  const png = (await page.screenshot({ type: 'png', style: OVER })).toString('base64')
  return reader.evaluate(
    async ({ png, shown, bars }) => {
      const bytes = Uint8Array.from(atob(png), (c) => c.charCodeAt(0))
      const picture = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
      const canvas = new OffscreenCanvas(picture.width, picture.height)
      const pen = canvas.getContext('2d')!
      pen.drawImage(picture, 0, 0)
      return shown.map(({ x, y, width, height }) => {
        const cell = width / bars.cells
        // No function here has a name of its own: what a loader adds to keep it does not exist in the page.
        const light = Array.from({ length: bars.firstBit + bars.bits }, (_, index) => {
          const at = pen.getImageData(
            Math.round(x + cell * (index + 0.5)) - 1,
            Math.round(y + height * bars.heightShare * 0.5) - 1,
            3,
            3,
          ).data
          let sum = 0
          for (let i = 0; i < at.length; i += 4) sum += at[i]! + at[i + 1]! + at[i + 2]!
          return sum / (3 * 9)
        })
        // A white cell and a black one begin each clock.
        if (!(light[0]! > 160 && light[1]! < 96)) return undefined
        let value = 0
        for (let bit = 0; bit < bars.bits; bit++) if (light[bars.firstBit + bit]! > 128) value += 2 ** bit
        return value * bars.unitMs
      })
    },
    { png, shown, bars: CLOCK_BARS },
  )
}
