import type { TrackPoint } from '../../server/contract/views.ts'
import { type CanvasLayer, canvasLayer, type Sheet } from './canvas-layer.ts'
import { createDots, type Dots } from './dots.ts'
import type { Palette } from './palette.ts'
import { stacks } from './place-on-screen.ts'
import type { Scene } from './scene.ts'
import { createSprites, SPRITE, type Sprites } from './sprites.ts'
import { drawTrail } from './trail.ts'
import { pixelsOf } from './world.ts'

export interface UnitsPicture {
  readonly scene: Scene
  readonly palette: Palette
  readonly chosen: { readonly id: string; readonly accuracyM: number | null; readonly latitude: number } | undefined
  readonly trail: readonly TrackPoint[]
  /** Units of a stack that was spread: where each is drawn, and the place they share. */
  readonly spread:
    | { readonly x: number; readonly y: number; readonly at: ReadonlyMap<number, readonly [number, number]> }
    | undefined
  /** Drawn or not, by index: the filter. */
  readonly shown: (index: number) => boolean
  readonly names: boolean
}

/** Beyond this many in the window figures would hide each other: dots are drawn. */
const FIGURES = 900
const NAMES = 140

/** Everything that moves. `screen` keeps where it drew what, for the pointer. */
export const unitsLayer = (picture: () => UnitsPicture) => {
  let sprites: Sprites | undefined
  let dots: Dots | undefined
  let of: Palette | undefined
  let screen = { x: new Float32Array(0), y: new Float32Array(0) }

  const paint = (sheet: Sheet): void => {
    const p = picture()
    if (of !== p.palette || sprites?.ratio !== sheet.ratio) {
      sprites = createSprites(p.palette, sheet.ratio)
      dots = createDots(sprites)
    }
    of = p.palette
    const visible = locate(sheet, p)
    const crowded = visible > FIGURES
    // First, since handing over a whole picture replaces what is there.
    if (crowded && dots !== undefined) crowd(sheet, p, dots)
    if (p.trail.length > 1) drawTrail(sheet, p.trail, p.palette)
    if (p.chosen !== undefined) ringAround(sheet, p)
    if (p.spread !== undefined) legs(sheet, p.spread, p.palette)
    figures(sheet, p, sprites, crowded)
    if (visible <= NAMES && p.names && sheet.zoom >= 12) labels(sheet, p, sprites)
    if (visible <= FIGURES) counts(sheet, p)
  }

  /** Screen positions of what is in the window; how many there are. */
  const locate = ({ scale, originX, originY, width, height }: Sheet, p: UnitsPicture): number => {
    const size = p.scene.size()
    if (screen.x.length !== size) screen = { x: new Float32Array(size), y: new Float32Array(size) }
    let visible = 0
    for (let i = 0; i < size; i++) {
      const there = p.spread?.at.get(i)
      const x = there?.[0] ?? p.scene.x(i) * scale - originX
      const y = there?.[1] ?? p.scene.y(i) * scale - originY
      const inside = x > -20 && y > -20 && x < width + 20 && y < height + 20 && p.shown(i)
      screen.x[i] = inside ? x : Number.NaN
      screen.y[i] = inside ? y : Number.NaN
      if (inside) visible++
    }
    return visible
  }

  const isDot = ({ scene, chosen }: UnitsPicture, i: number): boolean =>
    scene.mark(i) === 0 && scene.id(i) !== chosen?.id

  const crowd = ({ ctx }: Sheet, p: UnitsPicture, d: Dots): void => {
    d.begin(ctx)
    for (const i of p.scene.drawingOrder())
      if (!Number.isNaN(screen.x[i]!) && isDot(p, i))
        d.add(screen.x[i]!, screen.y[i]!, p.scene.kind(i), p.scene.state(i))
    d.end(ctx)
  }

  const figures = ({ ctx }: Sheet, p: UnitsPicture, s: Sprites, crowded: boolean): void => {
    const { scene } = p
    for (const i of scene.drawingOrder()) {
      const [x, y] = [screen.x[i]!, screen.y[i]!]
      if (Number.isNaN(x) || (crowded && isDot(p, i))) continue
      const picture = s.figure(scene.kind(i), scene.state(i), scene.direction(i), scene.mark(i), false)
      ctx.drawImage(picture, Math.round(x - SPRITE / 2), Math.round(y - SPRITE / 2), SPRITE, SPRITE)
    }
  }

  const ringAround = ({ ctx, zoom }: Sheet, { scene, chosen, palette }: UnitsPicture): void => {
    const i = chosen === undefined ? undefined : scene.indexOf(chosen.id)
    if (i === undefined || chosen === undefined || Number.isNaN(screen.x[i]!)) return
    const [x, y] = [screen.x[i]!, screen.y[i]!]
    if (chosen.accuracyM !== null) {
      ctx.beginPath()
      ctx.arc(x, y, pixelsOf(chosen.accuracyM, chosen.latitude, zoom), 0, Math.PI * 2)
      ctx.fillStyle = palette.trail
      ctx.globalAlpha = 0.14
      ctx.fill()
      ctx.globalAlpha = 0.8
      ctx.strokeStyle = palette.trail
      ctx.lineWidth = 1
      ctx.stroke()
      ctx.globalAlpha = 1
    }
    ctx.beginPath()
    ctx.arc(x, y, 15.5, 0, Math.PI * 2)
    ctx.strokeStyle = palette.chosen
    ctx.lineWidth = 2
    ctx.stroke()
  }

  const labels = ({ ctx, ratio }: Sheet, { scene, palette, chosen }: UnitsPicture, s: Sprites): void => {
    for (let i = 0; i < scene.size(); i++) {
      if (Number.isNaN(screen.x[i]!)) continue
      const mine = scene.id(i) === chosen?.id
      const picture = s.label(
        scene.name(i),
        mine ? palette.chosen : palette.label,
        `${mine ? 600 : 400} 11px ${palette.font}`,
      )
      ctx.drawImage(picture, Math.round(screen.x[i]! + 10), Math.round(screen.y[i]! - 10), picture.width / ratio, 20)
    }
  }

  /** How many lie on one spot: nobody may be hidden under another. */
  const counts = ({ ctx }: Sheet, { palette, spread }: UnitsPicture): void => {
    ctx.font = `600 10px ${palette.font}`
    ctx.textAlign = 'center'
    ctx.textBaseline = 'middle'
    for (const { x, y, n } of stacks(screen)) {
      if (spread !== undefined && Math.hypot(spread.x - x, spread.y - y) < 60) continue
      ctx.beginPath()
      ctx.arc(x + 9, y + 9, 7.5, 0, Math.PI * 2)
      ctx.fillStyle = palette.label
      ctx.fill()
      ctx.fillStyle = palette.halo
      ctx.fillText(String(n), x + 9, y + 9.5)
    }
    ctx.textAlign = 'start'
    ctx.textBaseline = 'alphabetic'
  }

  const layer: CanvasLayer = canvasLayer('units', paint)
  return { ...layer, screen: () => screen }
}

const legs = ({ ctx }: Sheet, spread: NonNullable<UnitsPicture['spread']>, p: Palette): void => {
  ctx.beginPath()
  for (const [x, y] of spread.at.values()) {
    ctx.moveTo(spread.x, spread.y)
    ctx.lineTo(x, y)
  }
  ctx.strokeStyle = p.label
  ctx.lineWidth = 1
  ctx.stroke()
}
