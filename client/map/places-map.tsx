import type L from 'leaflet'
import { useEffect, useMemo, useRef } from 'react'
import type { TrackPoint } from '../../server/contract/views.ts'
import { useWords } from '../i18n/language.ts'
import { live } from '../live/feed.ts'
import { useRequest } from '../live/use-request.ts'
import { useTheme } from '../ui/theme.ts'
import { type CanvasLayer, canvasLayer } from './canvas-layer.ts'
import { countyLayer } from './county-layer.ts'
import { loadGround } from './ground.ts'
import { MapFrame } from './map-frame.tsx'
import { type Palette, readPalette } from './palette.ts'
import { drawTrail } from './trail.ts'
import { pixelsOf, worldX, worldY } from './world.ts'
import { zonesLayer } from './zones-layer.ts'

interface Props {
  readonly points: readonly TrackPoint[]
  readonly place: readonly [number, number] | null
  /** Ids among which zones may be: those found are drawn. */
  readonly zones: readonly string[]
}

const choice = { grid: true, townships: true, roads: true, labels: true, overTiles: false }

/** A small still map of a few fixes with their error circles, on our own county. */
export const PlacesMap = ({ points, place, zones }: Props) => {
  const t = useWords().finding
  const theme = useTheme()
  const [ground] = useRequest('ground', loadGround)
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes what the custom properties say
  const palette = useMemo(readPalette, [theme])
  const latest = useRef({ palette, points, place })
  latest.current = { palette, points, place }
  const layers = useRef<readonly CanvasLayer[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again for any of these
  useEffect(() => {
    for (const { invalidate } of layers.current) invalidate()
  }, [palette, points, place])
  if (ground.is !== 'ready') return null
  const ready = (map: L.Map): (() => void) => {
    const chosen = zones.flatMap((id) => live.zones.get(id) ?? [])
    layers.current = [
      countyLayer(() => ({
        county: ground.value.county,
        stations: [...live.units.values()],
        palette: latest.current.palette,
        choice,
      })),
      zonesLayer(() => ({
        zones: chosen,
        manned: new Set(chosen.map((z) => z.id)),
        chosen: chosen[0]?.id,
        hidden: undefined,
        palette: latest.current.palette,
      })),
      canvasLayer('units', (sheet) => {
        drawTrail(sheet, latest.current.points, latest.current.palette)
        for (const p of latest.current.points.slice(-1)) mark(sheet, p.position, p.accuracyM, latest.current.palette)
        if (latest.current.points.length === 0) mark(sheet, latest.current.place, null, latest.current.palette)
      }),
    ]
    for (const { layer } of layers.current) layer.addTo(map)
    return () => {
      for (const { layer } of layers.current) layer.remove()
    }
  }
  return (
    <MapFrame
      view={undefined}
      bounds={boundsAround(points, place)}
      tiles={null}
      label={t.place}
      still
      onReady={ready}
    />
  )
}

/** A window that holds all the places with some air around them. */
export const boundsAround = (
  points: readonly TrackPoint[],
  place: readonly [number, number] | null,
): readonly [readonly [number, number], readonly [number, number]] | undefined => {
  const all = [...points.flatMap((p) => (p.position === null ? [] : [p.position])), ...(place === null ? [] : [place])]
  if (all.length === 0) return undefined
  const [lngs, lats] = [all.map(([lng]) => lng), all.map(([, lat]) => lat)]
  const air = 0.004
  return [
    [Math.min(...lats) - air, Math.min(...lngs) - air],
    [Math.max(...lats) + air, Math.max(...lngs) + air],
  ]
}

const mark = (
  { ctx, scale, originX, originY, zoom }: Parameters<Parameters<typeof canvasLayer>[1]>[0],
  place: readonly [number, number] | null,
  accuracyM: number | null,
  p: Palette,
): void => {
  if (place === null) return
  const [x, y] = [worldX(place[0]) * scale - originX, worldY(place[1]) * scale - originY]
  ctx.beginPath()
  ctx.arc(x, y, Math.max(9, accuracyM === null ? 0 : pixelsOf(accuracyM, place[1], zoom)), 0, Math.PI * 2)
  ctx.strokeStyle = p.chosen
  ctx.lineWidth = 2
  ctx.stroke()
}
