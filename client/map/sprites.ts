import type { Palette } from './palette.ts'
import { DIRECTIONS, gradeOfMark, NO_DIRECTION } from './scene.ts'

/** Side of a sprite in CSS pixels; the figure itself is about half of it, the rest is for its pointer. */
export const SPRITE = 30
export const DOT = 9

const VEHICLE = 0
const [OFF, LIVE, STALE, SILENT] = [0, 1, 2, 3] as const

/** Every figure is drawn once and copied afterwards; ten thousand copies fit in a frame, ten thousand paths do not. */
export const createSprites = (palette: Palette, ratio: number) => {
  const cache = new Map<number, HTMLCanvasElement>()
  const labels = new Map<string, HTMLCanvasElement>()

  const figure = (kind: number, state: number, direction: number, mark: number, small: boolean): HTMLCanvasElement => {
    const key = (((kind * 4 + state) * 256 + direction) * 4 + mark) * 2 + Number(small)
    const known = cache.get(key)
    if (known !== undefined) return known
    const side = small ? DOT : SPRITE
    const [canvas, ctx] = sheet(side, side, ratio)
    ctx.translate(side / 2, side / 2)
    if (small) drawDot(ctx, kind, state, palette)
    else drawFigure(ctx, kind, state, direction, mark, palette)
    cache.set(key, canvas)
    return canvas
  }

  /** A name with its halo, as a picture. */
  const label = (text: string, colour: string, font: string): HTMLCanvasElement => {
    const key = `${text}|${colour}|${font}`
    const known = labels.get(key)
    if (known !== undefined) return known
    const [, measuring] = sheet(1, 1, 1)
    measuring.font = font
    const width = Math.ceil(measuring.measureText(text).width) + 8
    const [canvas, ctx] = sheet(width, 20, ratio)
    ctx.font = font
    ctx.textBaseline = 'middle'
    ctx.lineJoin = 'round'
    ctx.lineWidth = 3.5
    ctx.strokeStyle = palette.halo
    ctx.strokeText(text, 4, 10)
    ctx.fillStyle = colour
    ctx.fillText(text, 4, 10)
    labels.set(key, canvas)
    return canvas
  }
  return { figure, label, ratio }
}
export type Sprites = ReturnType<typeof createSprites>

const sheet = (w: number, h: number, ratio: number): [HTMLCanvasElement, CanvasRenderingContext2D] => {
  const canvas = document.createElement('canvas')
  canvas.width = Math.ceil(w * ratio)
  canvas.height = Math.ceil(h * ratio)
  const ctx = canvas.getContext('2d')
  if (ctx === null) throw new Error('this browser has no 2D canvas')
  ctx.scale(ratio, ratio)
  return [canvas, ctx]
}

const colourOf = (kind: number, state: number, p: Palette): string =>
  state === OFF
    ? p.off
    : state === STALE
      ? p.stale
      : state === SILENT
        ? p.silent
        : kind === VEHICLE
          ? p.unit
          : p.officer

const drawDot = (ctx: CanvasRenderingContext2D, kind: number, state: number, p: Palette): void => {
  ctx.fillStyle = colourOf(kind, state, p)
  ctx.strokeStyle = p.edge
  ctx.beginPath()
  outline(ctx, kind, state === OFF ? 2 : 3.2)
  ctx.fill()
  ctx.stroke()
}

/** Car: square. Person: disc. Told apart whatever the colour. */
const outline = (ctx: CanvasRenderingContext2D, kind: number, r: number): void => {
  if (kind === VEHICLE) ctx.roundRect(-r, -r, 2 * r, 2 * r, r * 0.35)
  else ctx.arc(0, 0, r * 1.06, 0, Math.PI * 2)
}

/** live: filled · last known: hollow · silent: hollow, dashed, struck through · off duty: small and grey. */
const drawFigure = (
  ctx: CanvasRenderingContext2D,
  kind: number,
  state: number,
  direction: number,
  mark: number,
  p: Palette,
): void => {
  const colour = colourOf(kind, state, p)
  const r = state === OFF ? 3.5 : 6
  const grade = gradeOfMark(mark)
  if (grade !== undefined) {
    ctx.strokeStyle = p.grade[grade]
    ctx.lineWidth = 2.5
    ctx.beginPath()
    ctx.arc(0, 0, 11.5, 0, Math.PI * 2)
    ctx.stroke()
  }
  if (direction !== NO_DIRECTION && state === LIVE) {
    ctx.save()
    ctx.rotate((direction / DIRECTIONS) * Math.PI * 2)
    ctx.fillStyle = colour
    ctx.strokeStyle = p.edge
    ctx.lineWidth = 1
    ctx.beginPath()
    ctx.moveTo(0, -14)
    ctx.lineTo(4.2, -7.5)
    ctx.lineTo(-4.2, -7.5)
    ctx.closePath()
    ctx.fill()
    ctx.stroke()
    ctx.restore()
  }
  ctx.lineWidth = 1.5
  ctx.beginPath()
  outline(ctx, kind, r)
  if (state === LIVE || state === OFF) {
    ctx.fillStyle = colour
    ctx.strokeStyle = p.edge
    ctx.fill()
    ctx.stroke()
    return
  }
  ctx.fillStyle = p.halo
  ctx.fill()
  ctx.lineWidth = 2
  ctx.strokeStyle = colour
  if (state === SILENT) ctx.setLineDash([3, 2])
  ctx.stroke()
  ctx.setLineDash([])
  if (state !== SILENT) return
  ctx.beginPath()
  ctx.moveTo(-4, 4)
  ctx.lineTo(4, -4)
  ctx.stroke()
}
