import type L from 'leaflet'
import { useEffect, useMemo, useRef, useState } from 'react'
import type { IncidentView } from '../../../server/contract/dispatch.ts'
import type { TilesView, TrackPoint } from '../../../server/contract/views.ts'
import { useWords } from '../../i18n/language.ts'
import type { Picture } from '../../live/picture.ts'
import { useTopic } from '../../live/use-live.ts'
import type { County } from '../../map/county.ts'
import { MapFrame } from '../../map/map-frame.tsx'
import { readPalette } from '../../map/palette.ts'
import { shown } from '../../map/show.ts'
import { useCursor } from '../../time/cursor.ts'
import { useValue } from '../../ui/subscribable.ts'
import { useTheme } from '../../ui/theme.ts'
import { Hover } from './hover.tsx'
import { useIncidentMarkers } from './incident-markers.ts'
import { groundChoice, LayerMenu } from './layers.tsx'
import { createMapView, type MapView } from './map-view.ts'
import { type Filter, fits, mannedBeats, marksOf } from './model.ts'
import { ZoneEditor } from './zone-editor.tsx'

interface Props {
  readonly picture: Picture
  readonly county: County | undefined
  readonly tiles: TilesView | null
  readonly filter: Filter
  readonly chosen: string | undefined
  readonly trail: readonly TrackPoint[]
  readonly incidents: readonly IncidentView[]
  readonly incident: string | undefined
  readonly editing: boolean
  readonly onChoose: (id: string | undefined) => void
  readonly onEdited: () => void
}

/** Where a person left the map; it is there again when they come back to this page. */
let left: { center: readonly [number, number]; zoom: number } | undefined

export const MapPanel = (props: Props) => {
  const { picture, county, tiles, filter, chosen, trail, editing } = props
  const t = useWords().situation
  const theme = useTheme()
  const choice = useValue(groundChoice)
  const [map, setMap] = useState<L.Map>()
  const [hover, setHover] = useState<{ ids: readonly string[]; x: number; y: number }>()
  const [zoneEdited, setZoneEdited] = useState<string>()
  const view = useRef<MapView>(undefined)
  const latest = useRef(props)
  latest.current = props

  const [units, zones, findings, carriers] = [
    useTopic(picture, 'units'),
    useTopic(picture, 'zones'),
    useTopic(picture, 'findings'),
    useTopic(picture, 'carriers'),
  ]
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes what the custom properties say; versions stand for what the picture holds
  const content = useMemo(
    () => ({
      palette: readPalette(),
      county,
      stations: [...picture.units.values()],
      ground: { ...choice, overTiles: tiles !== null && choice.tiles },
      zones: [...picture.zones.values()],
      showZones: choice.zones,
      manned: mannedBeats(picture.carriers.values()),
      chosenZone:
        zoneEdited ?? (chosen === undefined ? undefined : (picture.carriers.get(chosen)?.shift?.beat ?? undefined)),
      hiddenZone: zoneEdited,
      marks: marksOf(picture.findings.values()),
      chosen,
      trail,
      fits: (c: Parameters<typeof fits>[0]) => fits(c, filter),
    }),
    [theme, county, picture, choice, tiles, chosen, trail, filter, zoneEdited, units, zones, findings, carriers],
  )
  const first = useRef(content)
  first.current = content

  useEffect(() => view.current?.update(content), [content])
  // biome-ignore lint/correctness/useExhaustiveDependencies: a new map must follow as well
  useEffect(() => view.current?.follow(), [picture, map])
  usePlacedByTrack(view, picture, chosen, trail)
  useIncidentMarkers(map, props.incidents, props.incident)

  const ready = (m: L.Map): (() => void) => {
    const created = createMapView(m, () => latest.current.picture, first.current, {
      choose: (id) => latest.current.onChoose(id),
      hover: (ids, at) => setHover(at === undefined ? undefined : { ids, x: at.x, y: at.y }),
      idle: () => !latest.current.editing,
    })
    view.current = created
    setMap(m)
    m.on('moveend', () => {
      const { lat, lng } = m.getCenter()
      left = { center: [lat, lng], zoom: m.getZoom() }
    })
    const look = (): void => {
      const asked = shown.get()
      if (asked === undefined) return
      shown.set(undefined)
      created.show(asked.place)
    }
    look()
    const unfollow = shown.subscribe(look)
    return () => {
      unfollow()
      created.end()
      view.current = undefined
    }
  }
  const fit = (): void => view.current?.fit(county?.bounds)
  return (
    <div className="situation-map">
      <MapFrame
        view={left}
        bounds={county?.bounds}
        tiles={choice.tiles ? tiles : null}
        label={t.units3}
        onReady={ready}
      />
      {hover !== undefined && <Hover picture={picture} ids={hover.ids} x={hover.x} y={hover.y} />}
      <LayerMenu hasTiles={tiles !== null} onFit={fit} />
      {editing && map !== undefined && (
        <ZoneEditor map={map} picture={picture} onEdit={setZoneEdited} onClose={props.onEdited} />
      )}
    </div>
  )
}

/** In replay the chosen unit stands at the last fix of its track at that instant, finer than the replayed moments. */
const usePlacedByTrack = (
  view: { readonly current: MapView | undefined },
  picture: Picture,
  chosen: string | undefined,
  trail: readonly TrackPoint[],
): void => {
  const replaying = useCursor().mode === 'replay'
  const version = useTopic(picture, 'positions')
  // biome-ignore lint/correctness/useExhaustiveDependencies: after each replayed moment the place must be set again
  useEffect(() => {
    // A fix that was reported late was not known at that instant: it is on the track, dashed, and moves no marker.
    const last = trail.findLast((p) => p.position !== null && p.delivery === 'live')
    if (!replaying || chosen === undefined || last?.position == null) return
    const state = picture.carriers.get(chosen)?.state ?? 'live'
    view.current?.place([
      chosen,
      ...last.position,
      last.speedKmh,
      last.headingDeg,
      last.accuracyM,
      last.observedAt,
      state,
    ])
  }, [replaying, chosen, trail, version])
}
