import L from 'leaflet'
import type { LngLat } from '../../../server/contract/views.ts'
import type { Draft } from './zone-draft.ts'

/** The round's points as numbered markers that can be dragged. Returns its hands. */
export const routeMarkers = (map: L.Map, onDrag: (id: string, place: LngLat) => void) => {
  const layer = L.layerGroup().addTo(map)
  return {
    show: (points: Draft['routePoints']): void => {
      layer.clearLayers()
      for (const [i, point] of points.entries()) {
        const icon = L.divIcon({ className: 'route-marker', html: `<span>${i + 1}</span>`, iconSize: [22, 22] })
        const [lng, lat] = point.place
        const options = { icon, draggable: true, title: point.name, alt: point.name, keyboard: false, pmIgnore: true }
        const marker = L.marker([lat, lng], options)
        marker.on('dragend', () => {
          const at = marker.getLatLng()
          onDrag(point.id, [at.lng, at.lat])
        })
        layer.addLayer(marker)
      }
    },
    end: (): void => {
      layer.remove()
    },
  }
}

/** Every click on the map is a place until told to stop. */
export const placing = (map: L.Map, onPlace: (place: LngLat) => void): (() => void) => {
  const clicked = ({ latlng }: L.LeafletMouseEvent): void => onPlace([latlng.lng, latlng.lat])
  map.on('click', clicked)
  map.getContainer().classList.add('map-placing')
  return () => {
    map.off('click', clicked)
    map.getContainer().classList.remove('map-placing')
  }
}
