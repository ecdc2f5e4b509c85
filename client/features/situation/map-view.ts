import L from 'leaflet'
import type { CarrierView, Grade, TrackPoint, UnitView, ZoneView } from '../../../server/contract/views.ts'
import type { Picture } from '../../live/picture.ts'
import type { County } from '../../map/county.ts'
import { countyLayer, type GroundChoice } from '../../map/county-layer.ts'
import type { Palette } from '../../map/palette.ts'
import { HIT_PX, near, ring, STACK_PX } from '../../map/place-on-screen.ts'
import { createScene } from '../../map/scene.ts'
import { type UnitsPicture, unitsLayer } from '../../map/units-layer.ts'
import { zonesLayer } from '../../map/zones-layer.ts'

/** What the page hands to the map. A change of any of it is one more drawing, never a move of the map. */
export interface MapContent {
  readonly palette: Palette
  readonly county: County | undefined
  readonly stations: readonly UnitView[]
  readonly ground: GroundChoice
  readonly zones: readonly ZoneView[]
  readonly showZones: boolean
  readonly manned: ReadonlySet<string>
  readonly chosenZone: string | undefined
  readonly hiddenZone: string | undefined
  readonly marks: ReadonlyMap<string, Grade>
  readonly chosen: string | undefined
  readonly trail: readonly TrackPoint[]
  readonly fits: (c: CarrierView) => boolean
}

export interface MapEvents {
  readonly choose: (id: string | undefined) => void
  readonly hover: (ids: readonly string[], at: L.Point | undefined) => void
  /** While zones are edited the pointer belongs to the editor. */
  readonly idle: () => boolean
}

export type MapView = ReturnType<typeof createMapView>

/** The layers of the situation map and what the pointer does on them. */
export const createMapView = (map: L.Map, picture: () => Picture, first: MapContent, on: MapEvents) => {
  let content = first
  const scene = createScene()
  let spread: UnitsPicture['spread']
  let shownBy: boolean[] = []

  const chosenNow = (): UnitsPicture['chosen'] => {
    const c = content.chosen === undefined ? undefined : picture().carriers.get(content.chosen)
    return c === undefined ? undefined : { id: c.id, accuracyM: c.accuracyM, latitude: c.position?.[1] ?? 0 }
  }
  const ground = countyLayer(() => ({ ...content, choice: content.ground }))
  const zones = zonesLayer(() => ({
    zones: content.showZones ? content.zones : content.zones.filter((z) => z.id === content.chosenZone),
    manned: content.manned,
    chosen: content.chosenZone,
    hidden: content.hiddenZone,
    palette: content.palette,
  }))
  const units = unitsLayer(() => ({
    scene,
    palette: content.palette,
    chosen: chosenNow(),
    trail: content.trail,
    spread,
    shown: (i) => shownBy[i] !== false,
    names: content.ground.labels,
  }))
  for (const { layer } of [ground, zones, units]) layer.addTo(map)

  const reload = (): void => {
    scene.reset(picture().carriers.values(), content.marks)
    shownBy = [...picture().carriers.values()].map(content.fits)
    units.invalidate()
  }
  const follow = (): (() => void) => {
    reload()
    return picture().subscribe('positions', () => {
      const moved = picture().moved()
      if (moved === 'all' || scene.size() !== picture().carriers.size) reload()
      else scene.move(moved)
      units.invalidate()
    })
  }
  const update = (next: MapContent): void => {
    const before = content
    content = next
    if (next.marks !== before.marks || next.fits !== before.fits) reload()
    if (
      next.palette !== before.palette ||
      next.county !== before.county ||
      next.ground !== before.ground ||
      next.stations !== before.stations
    )
      ground.invalidate()
    zones.invalidate()
    units.invalidate()
  }
  const gather = (): void => {
    if (spread === undefined) return
    spread = undefined
    units.invalidate()
  }

  const under = (e: L.LeafletMouseEvent): number[] =>
    near(units.screen(), e.containerPoint.x, e.containerPoint.y, HIT_PX)
  map.on('click', (e) => {
    if (!on.idle()) return
    const hits = under(e)
    const [best] = hits
    if (best === undefined) {
      gather()
      return on.choose(undefined)
    }
    const [x, y] = [units.screen().x[best]!, units.screen().y[best]!]
    const stack = near(units.screen(), x, y, STACK_PX)
    if (stack.length > 1 && spread === undefined) {
      const places = ring(stack.length, x, y)
      spread = { x, y, at: new Map(stack.map((i, n) => [i, places[n] ?? [x, y]])) }
      return units.invalidate()
    }
    on.choose(scene.id(best))
  })
  map.on('mousemove', (e) => {
    const ids = on.idle() ? under(e).map(scene.id) : []
    map.getContainer().classList.toggle('map-pointing', ids.length > 0)
    on.hover(ids, ids.length > 0 ? e.containerPoint : undefined)
  })
  map.on('mouseout', () => on.hover([], undefined))
  map.on('movestart zoomstart', gather)

  return {
    update,
    follow,
    gather,
    /** Puts the chosen unit where the track says it was: finer than the moments of a replay. */
    place: (delta: Parameters<typeof scene.move>[0][number]) => {
      scene.move([delta])
      units.invalidate()
    },
    /** Moves only when the place is not in sight already. */
    show: ([lng, lat]: readonly [number, number]) => {
      const there = L.latLng(lat, lng)
      if (!map.getBounds().pad(-0.1).contains(there))
        map.setView(there, Math.max(map.getZoom(), 13), { animate: false })
    },
    fit: (bounds: County['bounds']) => {
      if (bounds !== undefined) map.fitBounds(L.latLngBounds([...bounds[0]], [...bounds[1]]), { animate: false })
    },
    end: () => {
      for (const { layer } of [ground, zones, units]) layer.remove()
    },
  }
}
