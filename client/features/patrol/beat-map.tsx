import type L from 'leaflet'
import { useEffect, useMemo, useRef } from 'react'
import type { BeatHeat, BeatRow } from '../../../server/contract/duty.ts'
import { useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import type { CanvasLayer } from '../../map/canvas-layer.ts'
import { countyLayer } from '../../map/county-layer.ts'
import { loadGround } from '../../map/ground.ts'
import { MapFrame } from '../../map/map-frame.tsx'
import { readPalette } from '../../map/palette.ts'
import { zonesLayer } from '../../map/zones-layer.ts'
import { setParams } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { useTheme } from '../../ui/theme.ts'
import { heatLayer } from './heat-layer.ts'
import type { Day } from './use-day.ts'

interface Props {
  readonly day: Day
  readonly unit: string | undefined
  readonly carrier: string | undefined
  readonly rows: readonly BeatRow[]
}

const ground = { grid: false, townships: true, roads: true, labels: true, overTiles: false }
const beatsOf = () => [...live.zones.values()].filter((z) => z.kind === 'beat')

/** The beats, and in how many minutes cars were seen where; of one car when one is chosen. */
export const BeatMap = ({ day, unit, carrier, rows }: Props) => {
  const t = useWords()
  const b = t.duty.beats
  const theme = useTheme()
  const [county, retry] = useRequest('ground', loadGround)
  const [loaded, again] = useRequest(`heat ${day.day} ${unit} ${carrier}`, (signal) =>
    request('GET /api/beats/heat', { query: { day: day.day, unit, carrier }, signal }),
  )
  const heat: BeatHeat | undefined = loaded.value
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes what the custom properties say
  const palette = useMemo(readPalette, [theme])
  const shown = rows.filter((r) => carrier === undefined || r.carrier === carrier)
  const chosen = carrier === undefined ? undefined : shown[0]?.beat.id
  const latest = useRef({ palette, heat, chosen, manned: new Set<string>() })
  latest.current = { palette, heat, chosen, manned: new Set(shown.map((r) => r.beat.id)) }
  const layers = useRef<readonly CanvasLayer[]>([])
  // biome-ignore lint/correctness/useExhaustiveDependencies: drawn again for any of these
  useEffect(() => {
    for (const { invalidate } of layers.current) invalidate()
  }, [palette, heat, chosen, rows])
  const ready = (map: L.Map): (() => void) => {
    layers.current = [
      countyLayer(() => ({
        county: county.value?.county,
        stations: [...live.units.values()],
        palette: latest.current.palette,
        choice: ground,
      })),
      heatLayer(() => ({ heat: latest.current.heat, colour: latest.current.palette.trail })),
      zonesLayer(() => ({
        zones: beatsOf(),
        manned: latest.current.manned,
        chosen: latest.current.chosen,
        hidden: undefined,
        palette: latest.current.palette,
      })),
    ]
    for (const { layer } of layers.current) layer.addTo(map)
    return () => {
      for (const { layer } of layers.current) layer.remove()
    }
  }
  return (
    <div className="duty-map">
      {county.is === 'ready' ? (
        <MapFrame view={undefined} bounds={boundsOf()} tiles={null} label={b.map} onReady={ready} />
      ) : county.is === 'failed' ? (
        <Message bad title={b.failedMap} hint={county.error.message} action={{ label: t.failures.retry, run: retry }} />
      ) : (
        <Waiting rows={8} />
      )}
      <div className="duty-legend">
        <b>{b.heat}</b>
        {heat === undefined ? (
          loaded.is === 'failed' ? (
            <button type="button" className="plain duty-link" onClick={again}>
              {loaded.error.message}
            </button>
          ) : (
            <span className="muted">…</span>
          )
        ) : heat.cells.length === 0 ? (
          <span className="muted">{b.noHeat}</span>
        ) : (
          <span className="duty-scale">
            {b.heatLess} <i /> {b.heatMore(heat.cells[0]?.[2] ?? 0)}
          </span>
        )}
        {heat !== undefined && <span className="muted">{b.cars(heat.carriers)}</span>}
        {heat?.truncated && <span className="duty-bad">{b.truncated}</span>}
        {carrier !== undefined && (
          <button type="button" className="button button-small" onClick={() => setParams({ carrier: undefined })}>
            {b.whole}
          </button>
        )}
      </div>
    </div>
  )
}

/** All beats with some air; undefined: the county's own window. */
const boundsOf = (): readonly [readonly [number, number], readonly [number, number]] | undefined => {
  const all = beatsOf().flatMap((z) => z.polygon.flat())
  if (all.length === 0) return undefined
  const [lngs, lats] = [all.map(([lng]) => lng), all.map(([, lat]) => lat)]
  return [
    [Math.min(...lats), Math.min(...lngs)],
    [Math.max(...lats), Math.max(...lngs)],
  ]
}
