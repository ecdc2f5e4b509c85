import 'leaflet/dist/leaflet.css'
import L from 'leaflet'
import { useEffect, useRef } from 'react'
// The only file that knows react-leaflet, so that it can be replaced (docs/decisions).
import { MapContainer, useMap } from 'react-leaflet'
import type { TilesView } from '../../server/contract/views.ts'
import './map.css'
import { tileLayer } from './tiles.ts'

interface Props {
  /** Where to look first; afterwards only people move the map. */
  readonly view: { readonly center: readonly [number, number]; readonly zoom: number } | undefined
  readonly bounds: readonly [readonly [number, number], readonly [number, number]] | undefined
  readonly tiles: TilesView | null
  readonly label: string
  readonly still?: boolean
  readonly onReady: (map: L.Map) => (() => void) | undefined
}

/** A Leaflet map that fills its parent. `onReady` is told once, and what it returns runs at the end. */
export const MapFrame = ({ view, bounds, tiles, label, still = false, onReady }: Props) => {
  const [south, west] = bounds?.[0] ?? [27, 115]
  const [north, east] = bounds?.[1] ?? [28, 116]
  const first =
    view === undefined
      ? { bounds: L.latLngBounds([south, west], [north, east]) }
      : { center: L.latLng(view.center[0], view.center[1]), zoom: view.zoom }
  return (
    <MapContainer
      {...first}
      className="map"
      zoomControl={false}
      attributionControl={tiles !== null}
      zoomSnap={0.5}
      zoomDelta={0.5}
      wheelPxPerZoomLevel={90}
      minZoom={5}
      maxZoom={19}
      doubleClickZoom={false}
      {...(still ? { dragging: false, scrollWheelZoom: false, keyboard: false } : {})}
    >
      <Inside tiles={tiles} label={label} still={still} onReady={onReady} />
    </MapContainer>
  )
}

const Inside = ({ tiles, label, still, onReady }: Omit<Props, 'view' | 'bounds'>) => {
  const map = useMap()
  const ready = useRef(onReady)
  useEffect(() => {
    map.getContainer().setAttribute('aria-label', label)
  }, [map, label])
  useEffect(() => {
    const watch = new ResizeObserver(() => map.invalidateSize({ pan: false }))
    watch.observe(map.getContainer())
    const end = ready.current(map)
    return () => {
      watch.disconnect()
      end?.()
    }
  }, [map])
  useEffect(() => {
    if (still) return
    const controls = [L.control.zoom({ position: 'bottomright' }), L.control.scale({ imperial: false })]
    for (const control of controls) control.addTo(map)
    return () => {
      for (const control of controls) control.remove()
    }
  }, [map, still])
  useEffect(() => {
    if (tiles === null) return
    const layer = tileLayer(tiles).addTo(map)
    return () => void layer.remove()
  }, [map, tiles])
  return null
}
