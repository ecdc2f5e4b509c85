import type { ZoneView } from '../../server/contract/views.ts'
import { language } from '../i18n/language.ts'
import { type CanvasLayer, canvasLayer } from './canvas-layer.ts'
import type { Palette } from './palette.ts'
import { worldX, worldY } from './world.ts'

export interface ZonePicture {
  readonly zones: readonly ZoneView[]
  /** Beats that somebody is on shift for now: drawn in full, the others pale. */
  readonly manned: ReadonlySet<string>
  readonly chosen: string | undefined
  /** Being edited by hand, and so not drawn here. */
  readonly hidden: string | undefined
  readonly palette: Palette
}

export const zonesLayer = (picture: () => ZonePicture): CanvasLayer =>
  canvasLayer('zones', ({ ctx, scale, originX, originY, zoom, width, height }) => {
    const { zones, manned, chosen, hidden, palette: p } = picture()
    for (const zone of zones) {
      if (zone.id === hidden || zone.kind === 'county' || zone.kind === 'township') continue
      const main = zone.id === chosen
      const strong = main || manned.has(zone.id)
      let [sumX, sumY, n] = [0, 0, 0]
      ctx.beginPath()
      for (const ring of zone.polygon) {
        for (const [i, [lng, lat]] of ring.entries()) {
          const [x, y] = [worldX(lng) * scale - originX, worldY(lat) * scale - originY]
          if (i === 0) ctx.moveTo(x, y)
          else ctx.lineTo(x, y)
          sumX += x
          sumY += y
          n++
        }
        ctx.closePath()
      }
      const colour = zone.kind === 'speed-limit' ? p.grade.C : zone.kind === 'beat' && strong ? p.zone : p.zoneIdle
      ctx.fillStyle = colour
      ctx.globalAlpha = main ? 0.2 : strong ? 0.09 : 0.04
      ctx.fill('evenodd')
      ctx.globalAlpha = main ? 1 : strong ? 0.75 : 0.55
      ctx.strokeStyle = main ? p.chosen : colour
      ctx.lineWidth = main ? 2.5 : 1.4
      ctx.setLineDash(strong ? [] : [5, 4])
      ctx.stroke()
      ctx.setLineDash([])
      ctx.globalAlpha = 1
      if (main) for (const point of zone.routePoints) routePoint(point.place, point.name)
      const [x, y] = [sumX / n, sumY / n]
      if ((zoom < 12 && !main) || x < 0 || y < 0 || x > width || y > height) continue
      ctx.font = `${main ? 600 : 400} 12px ${p.font}`
      ctx.textAlign = 'center'
      ctx.lineWidth = 3
      ctx.strokeStyle = p.halo
      ctx.strokeText(zone.name[language.get()], x, y)
      ctx.fillStyle = main ? p.label : p.labelMinor
      ctx.fillText(zone.name[language.get()], x, y)
      ctx.textAlign = 'start'
    }

    function routePoint([lng, lat]: readonly [number, number], name: string): void {
      const [x, y] = [worldX(lng) * scale - originX, worldY(lat) * scale - originY]
      ctx.beginPath()
      ctx.moveTo(x, y - 6)
      ctx.lineTo(x + 5, y)
      ctx.lineTo(x, y + 6)
      ctx.lineTo(x - 5, y)
      ctx.closePath()
      ctx.fillStyle = p.halo
      ctx.strokeStyle = p.zone
      ctx.lineWidth = 1.8
      ctx.fill()
      ctx.stroke()
      if (zoom < 13) return
      ctx.font = `11px ${p.font}`
      ctx.fillStyle = p.label
      ctx.fillText(name, x + 9, y + 4)
    }
  })
