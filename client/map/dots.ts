import type { Sprites } from './sprites.ts'
import { DOT } from './sprites.ts'

/** A small picture as 32-bit pixels, row by row; 0 is transparent. */
export interface Stamp {
  readonly side: number
  readonly pixels: Uint32Array
}

/** Copies a stamp into a picture `width` × `height` at a corner; what lies outside is cut off. */
export const stampInto = (
  picture: Uint32Array,
  width: number,
  height: number,
  { side, pixels }: Stamp,
  left: number,
  top: number,
): void => {
  const [from, to] = [Math.max(0, -left), Math.min(side, width - left)]
  for (let row = Math.max(0, -top); row < side && row + top < height; row++) {
    const [source, target] = [row * side, (row + top) * width + left]
    for (let column = from; column < to; column++) {
      const pixel = pixels[source + column]!
      if (pixel !== 0) picture[target + column] = pixel
    }
  }
}

/**
 * Ten thousand dots, written as pixels into one picture that is handed over once a frame. Without a GPU that
 * costs far less than ten thousand drawImage calls, which each pay for state, clipping and blending.
 */
export const createDots = (sprites: Sprites) => {
  const stamps = new Map<number, Stamp>()
  let image: ImageData | undefined
  let picture = new Uint32Array(0)

  const stampOf = (kind: number, state: number): Stamp => {
    const key = kind * 4 + state
    const known = stamps.get(key)
    if (known !== undefined) return known
    const canvas = sprites.figure(kind, state, 255, 0, true)
    const data = canvas.getContext('2d')!.getImageData(0, 0, canvas.width, canvas.height).data
    const pixels = new Uint32Array(data.buffer.slice(0))
    // Half-covered pixels of the rim are taken or left: nothing is blended here.
    for (let i = 0; i < pixels.length; i++) pixels[i] = data[i * 4 + 3]! < 128 ? 0 : (pixels[i]! | 0xff000000) >>> 0
    const stamp = { side: canvas.width, pixels }
    stamps.set(key, stamp)
    return stamp
  }
  return {
    begin: (ctx: CanvasRenderingContext2D): void => {
      const { width, height } = ctx.canvas
      if (image?.width !== width || image.height !== height) {
        image = ctx.createImageData(width, height)
        picture = new Uint32Array(image.data.buffer)
      } else picture.fill(0)
    },
    add: (x: number, y: number, kind: number, state: number): void => {
      if (image === undefined) return
      const stamp = stampOf(kind, state)
      const half = DOT / 2
      stampInto(
        picture,
        image.width,
        image.height,
        stamp,
        Math.round((x - half) * sprites.ratio),
        Math.round((y - half) * sprites.ratio),
      )
    },
    end: (ctx: CanvasRenderingContext2D): void => {
      if (image !== undefined) ctx.putImageData(image, 0, 0)
    },
  }
}
export type Dots = ReturnType<typeof createDots>
