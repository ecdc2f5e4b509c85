import type { UnitView } from '../../server/contract/views.ts'
import { language } from '../i18n/language.ts'
import { type CanvasLayer, canvasLayer, type Sheet } from './canvas-layer.ts'
import type { County, Path, Shape } from './county.ts'
import { drawGraticule } from './graticule.ts'
import type { Palette } from './palette.ts'
import { uncrowded } from './place-on-screen.ts'
import { createSprites, type Sprites } from './sprites.ts'
import { worldX, worldY } from './world.ts'

/** What the person wants to see of the ground. */
export interface GroundChoice {
  readonly grid: boolean
  readonly townships: boolean
  readonly roads: boolean
  readonly labels: boolean
  /** Over map tiles only lines and names are drawn. */
  readonly overTiles: boolean
}

export interface Ground {
  readonly county: County | undefined
  readonly stations: readonly UnitView[]
  readonly palette: Palette
  readonly choice: GroundChoice
}

/** The county as the bureau's own map: graticule, land, water, roads by class, borders, stations, names. */
export const countyLayer = (ground: () => Ground): CanvasLayer => {
  let sprites: Sprites | undefined
  let of: Palette | undefined
  return canvasLayer('county', (sheet) => {
    const g = ground()
    if (of !== g.palette || sprites?.ratio !== sheet.ratio) sprites = createSprites(g.palette, sheet.ratio)
    of = g.palette
    draw(sheet, g, sprites)
  })
}

const draw = (sheet: Sheet, { county, stations, palette: p, choice }: Ground, sprites: Sprites): void => {
  const { ctx, width, height } = sheet
  if (!choice.overTiles) {
    ctx.fillStyle = p.outside
    ctx.fillRect(0, 0, width, height)
  }
  if (county !== undefined && !choice.overTiles) {
    area(sheet, county.boundary, p.land)
    area(
      sheet,
      county.townships.filter((_, i) => i % 2 === 0),
      p.townshipFill,
    )
    area(sheet, county.water, p.water)
    stroke(sheet, county.canals, p.water, 1.6)
  }
  if (choice.grid) drawGraticule(sheet, p)
  if (county !== undefined) {
    if (choice.townships) stroke(sheet, county.townships, p.township, 1, [4, 3])
    if (choice.roads && !choice.overTiles) roads(sheet, county, p)
    stroke(sheet, county.boundary, p.boundary, 2)
  }
  const signs = stations.flatMap((u) => sign(sheet, u, p))
  if (choice.labels) names(sheet, county, signs, p, sprites)
}

const visible = ({ scale, originX, originY, width, height }: Sheet, [w, n, e, s]: Shape['box']): boolean =>
  e * scale - originX > 0 && w * scale - originX < width && s * scale - originY > 0 && n * scale - originY < height

const trace = ({ ctx, scale, originX, originY }: Sheet, path: Path): void => {
  for (let i = 0; i < path.length; i += 2) {
    const [x, y] = [path[i]! * scale - originX, path[i + 1]! * scale - originY]
    if (i === 0) ctx.moveTo(x, y)
    else ctx.lineTo(x, y)
  }
}

const traceAll = (sheet: Sheet, shapes: readonly Shape[]): void => {
  sheet.ctx.beginPath()
  for (const shape of shapes) if (visible(sheet, shape.box)) for (const path of shape.paths) trace(sheet, path)
}

const area = (sheet: Sheet, shapes: readonly Shape[], colour: string): void => {
  traceAll(sheet, shapes)
  sheet.ctx.fillStyle = colour
  sheet.ctx.fill('evenodd')
}

const stroke = (sheet: Sheet, shapes: readonly Shape[], colour: string, width: number, dash: number[] = []): void => {
  const { ctx } = sheet
  traceAll(sheet, shapes)
  ctx.setLineDash(dash)
  ctx.lineCap = 'butt'
  ctx.lineJoin = 'round'
  ctx.lineWidth = width
  ctx.strokeStyle = colour
  ctx.stroke()
  ctx.setLineDash([])
}

/** Width of a road of a rank at a zoom; 0: not drawn. */
export const roadWidth = (rank: number, zoom: number): number => {
  if (rank < 2 && zoom < 11 - rank * 0.5) return 0
  const base = [0.6, 0.9, 1.4, 2, 2.6][rank] ?? 1
  return base * Math.max(0.7, 1.28 ** (zoom - 12))
}

const roads = (sheet: Sheet, county: County, p: Palette): void => {
  const ranks = [0, 1, 2, 3, 4].map((rank) => county.roads.filter((r) => r.rank === rank))
  for (const [rank, shapes] of ranks.entries()) {
    const width = roadWidth(rank, sheet.zoom)
    if (width > 1.6) stroke(sheet, shapes, p.roadCase, width + 1.6)
  }
  for (const [rank, shapes] of ranks.entries()) {
    const width = roadWidth(rank, sheet.zoom)
    if (width > 0) stroke(sheet, shapes, rank >= 3 ? p.roadMajor : p.road, width)
  }
  stroke(sheet, county.rails, p.township, 2.4)
  stroke(sheet, county.rails, p.land, 1.2, [7, 7])
}

interface Sign {
  readonly x: number
  readonly y: number
  readonly text: string
  readonly size: number
}

/** A station is a small shield, the bureau a larger one. */
const sign = ({ ctx, scale, originX, originY, width, height, zoom }: Sheet, u: UnitView, p: Palette): Sign[] => {
  if (u.place === null) return []
  const [x, y] = [worldX(u.place[0]) * scale - originX, worldY(u.place[1]) * scale - originY]
  if (x < -40 || y < -20 || x > width + 40 || y > height + 20) return []
  const major = u.kind === 'bureau'
  if (!major && u.kind !== 'station' && zoom < 13) return []
  const r = major ? 8 : 6
  ctx.beginPath()
  ctx.moveTo(x, y - r)
  ctx.lineTo(x + r * 0.85, y - r * 0.6)
  ctx.quadraticCurveTo(x + r * 0.85, y + r * 0.55, x, y + r)
  ctx.quadraticCurveTo(x - r * 0.85, y + r * 0.55, x - r * 0.85, y - r * 0.6)
  ctx.closePath()
  ctx.fillStyle = p.station
  ctx.strokeStyle = p.halo
  ctx.lineWidth = 1.5
  ctx.fill()
  ctx.stroke()
  return [{ x, y: y + r + 9, text: u.name[language.get()], size: major ? 13 : 12 }]
}

const names = (
  sheet: Sheet,
  county: County | undefined,
  signs: readonly Sign[],
  p: Palette,
  sprites: Sprites,
): void => {
  const { ctx, scale, originX, originY, zoom, width, height, ratio } = sheet
  const label = (x: number, y: number, text: string, colour: string, font: string) => {
    const picture = sprites.label(text, colour, font)
    const [w, h] = [picture.width / ratio, 20]
    return { x: x - w / 2, y: y - h / 2, w, h: 20, picture }
  }
  const named = (shapes: readonly Shape[], colour: string, font: string) =>
    shapes.flatMap((s) => {
      const [x, y] = [s.at[0] * scale - originX, s.at[1] * scale - originY]
      const inside = x > -60 && y > 0 && x < width + 60 && y < height
      return s.name === undefined || !inside ? [] : [label(x, y, s.name[language.get()], colour, font)]
    })
  const seen = new Set<string>()
  const once = (s: Shape): boolean =>
    s.name !== undefined && !seen.has(s.name.zh) && visible(sheet, s.box) && seen.add(s.name.zh) !== undefined
  const boxes = [
    ...signs.map((s) => label(s.x, s.y, s.text, p.label, `500 ${s.size}px ${p.font}`)),
    ...(zoom < 15 ? named(county?.townships ?? [], p.labelMinor, `400 14px ${p.font}`) : []),
    ...named(county?.water ?? [], p.waterText, `italic 400 12px ${p.font}`),
    ...(zoom >= 12
      ? named(
          (county?.roads ?? []).filter((r) => r.rank >= (zoom >= 14 ? 0 : 2) && once(r)),
          p.labelMinor,
          `400 11px ${p.font}`,
        )
      : []),
  ]
  for (const b of uncrowded(boxes)) ctx.drawImage(b.picture, b.x, b.y, b.w, 20)
}
