import L from 'leaflet'
import type { LngLat, Polygon } from '../../../server/contract/views.ts'
import { closed } from './zone-draft.ts'

/** Geoman adds itself to maps made after it, so it is loaded before the map of those who may edit zones. */
export const loadGeoman = async (): Promise<void> => {
  await Promise.all([
    import('@geoman-io/leaflet-geoman-free'),
    import('@geoman-io/leaflet-geoman-free/dist/leaflet-geoman.css'),
  ])
}

const style = { color: '#ff9f43', weight: 2.5, fillOpacity: 0.15 }

const latLngs = (polygon: Polygon): L.LatLng[][] =>
  polygon.map((ring) => ring.slice(0, -1).map(([lng, lat]) => L.latLng(lat, lng)))

const polygonOf = (layer: L.Polygon): Polygon => {
  const rings = layer.getLatLngs() as L.LatLng[][]
  return rings.map((ring) => closed(ring.map(({ lng, lat }): LngLat => [lng, lat])))
}

/** A polygon whose corners can be dragged; every finished change is told. Returns its hands. */
export const editable = (map: L.Map, first: Polygon, onShape: (shape: Polygon) => void) => {
  const layer = L.polygon(latLngs(first), style).addTo(map)
  const enable = (): void => layer.pm.enable({ allowSelfIntersection: true, snappable: false })
  const tell = (): void => onShape(polygonOf(layer))
  layer.on('pm:markerdragend pm:vertexadded pm:vertexremoved', tell)
  enable()
  return {
    show: (shape: Polygon): void => {
      layer.pm.disable()
      layer.setLatLngs(latLngs(shape))
      enable()
    },
    end: (): void => {
      layer.pm.disable()
      layer.remove()
    },
  }
}

/** Lets a person draw a polygon corner by corner; told once when it is closed. Returns how to stop. */
export const draw = (map: L.Map, onDrawn: (shape: Polygon) => void): (() => void) => {
  const drawn = ({ layer }: { layer: L.Layer }): void => {
    const shape = layer instanceof L.Polygon ? polygonOf(layer) : undefined
    layer.remove()
    if (shape !== undefined) onDrawn(shape)
  }
  map.once('pm:create', drawn)
  map.pm.enableDraw('Polygon', {
    snappable: false,
    allowSelfIntersection: true,
    pathOptions: style,
    templineStyle: style,
    hintlineStyle: { ...style, dashArray: '5 5' },
    tooltips: false,
  })
  return () => {
    map.off('pm:create', drawn)
    map.pm.disableDraw()
  }
}

/** Room at the left for the editor's panel, so that no corner lies under it. */
const PANEL_PX = 360

export const showShape = (map: L.Map, shape: Polygon): void => {
  const bounds = L.latLngBounds(latLngs(shape).flat())
  const paddingTopLeft = L.point(Math.min(PANEL_PX, map.getSize().x / 2), 60)
  map.fitBounds(bounds, { animate: false, paddingTopLeft, paddingBottomRight: [60, 60] })
}
