import type { Sheet } from './canvas-layer.ts'
import type { Palette } from './palette.ts'
import { stepFor, WORLD, worldX, worldY } from './world.ts'

/** Meridians and parallels with their degrees, so that the map is a map without any tiles. */
export const drawGraticule = ({ ctx, width, height, scale, originX, originY }: Sheet, p: Palette): void => {
  const lngAt = (x: number): number => ((x + originX) / scale / WORLD) * 360 - 180
  const latAt = (y: number): number => {
    const n = Math.PI * (1 - (2 * (y + originY)) / scale / WORLD)
    return (Math.atan(Math.sinh(n)) * 180) / Math.PI
  }
  const [west, east, north, south] = [lngAt(0), lngAt(width), latAt(0), latAt(height)]
  const step = stepFor(east - west)
  const digits = Math.max(0, Math.ceil(-Math.log10(step)))
  ctx.strokeStyle = p.grid
  ctx.fillStyle = p.gridText
  ctx.lineWidth = 1
  ctx.font = `10px ${p.font}`
  ctx.textBaseline = 'alphabetic'
  ctx.beginPath()
  for (let lng = Math.ceil(west / step) * step; lng < east; lng += step) {
    const x = Math.round(worldX(lng) * scale - originX) + 0.5
    ctx.moveTo(x, 0)
    ctx.lineTo(x, height)
    ctx.fillText(`${lng.toFixed(digits)}°E`, x + 3, height - 5)
  }
  for (let lat = Math.ceil(south / step) * step; lat < north; lat += step) {
    const y = Math.round(worldY(lat) * scale - originY) + 0.5
    ctx.moveTo(0, y)
    ctx.lineTo(width, y)
    ctx.fillText(`${lat.toFixed(digits)}°N`, 4, y - 3)
  }
  ctx.stroke()
}
