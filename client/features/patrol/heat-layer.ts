import type { BeatHeat } from '../../../server/contract/duty.ts'
import { type CanvasLayer, canvasLayer } from '../../map/canvas-layer.ts'
import { worldX, worldY } from '../../map/world.ts'
import { heatOf } from './model.ts'

/** Cells in which cars were seen, the fuller the stronger; under the lines of the beats. */
export const heatLayer = (
  picture: () => { readonly heat: BeatHeat | undefined; readonly colour: string },
): CanvasLayer =>
  canvasLayer('county', ({ ctx, scale, originX, originY, width, height }) => {
    const { heat, colour } = picture()
    if (heat === undefined) return
    const most = heat.cells[0]?.[2] ?? 0
    ctx.fillStyle = colour
    for (const [lng, lat, minutes] of heat.cells) {
      const x = worldX(lng) * scale - originX
      const y = worldY(lat + heat.stepLat) * scale - originY
      // Two pixels at least: seen from far away a cell is smaller than one.
      const w = Math.max(2, worldX(lng + heat.stepLng) * scale - originX - x)
      const h = Math.max(2, worldY(lat) * scale - originY - y)
      if (x + w < 0 || y + h < 0 || x > width || y > height) continue
      ctx.globalAlpha = 0.12 + 0.78 * heatOf(minutes, most)
      ctx.fillRect(x, y, w, h)
    }
    ctx.globalAlpha = 1
  })
