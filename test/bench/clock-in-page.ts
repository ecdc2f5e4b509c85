import { CLOCK_BARS } from '../../simulators/cameras/scene.ts'

/**
 * Defines `clockOf(video)` in a page: the clock burnt into the frame that a video shows, ms since midnight UTC;
 * undefined where none can be read. As text: what the loader adds to a function's source does not exist there.
 */
export const clockInPage = `
  const bars = ${JSON.stringify(CLOCK_BARS)}
  const canvas = new OffscreenCanvas(bars.cells, 1), pen = canvas.getContext('2d', { willReadFrequently: true })
  const clockOf = (video) => {
    const { videoWidth: w, videoHeight: h } = video, cell = w / bars.cells
    // The middle of each cell alone: one pixel a cell.
    for (let i = 0; i < bars.cells; i++)
      pen.drawImage(video, cell * (i + 0.3), h * bars.heightShare * 0.3, cell * 0.4, h * bars.heightShare * 0.4, i, 0, 1, 1)
    const { data } = pen.getImageData(0, 0, bars.cells, 1)
    const light = (i) => (data[i * 4] + data[i * 4 + 1] + data[i * 4 + 2]) / 3
    if (!(light(0) > 160 && light(1) < 96)) return undefined
    let value = 0
    for (let bit = 0; bit < bars.bits; bit++) if (light(bars.firstBit + bit) > 128) value += 2 ** bit
    return value * bars.unitMs
  }`
