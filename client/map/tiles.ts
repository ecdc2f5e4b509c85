import gcoord from 'gcoord'
import L from 'leaflet'
import type { TilesView } from '../../server/contract/views.ts'

/**
 * The bureau's own tiles under our lines. Positions stay in WGS-84; tiles in GCJ-02 are moved under them
 * instead (I7): each tile is shifted by the offset at its own middle, which is the same to a fraction of a
 * metre all over a tile at the zooms people work at. CGCS2000 and WGS-84 differ by centimetres.
 */
export const tileLayer = ({ url, crs, attribution, minZoom, maxZoom }: TilesView): L.TileLayer => {
  const layer = L.tileLayer(url, {
    attribution: escaped(attribution),
    maxNativeZoom: maxZoom,
    minNativeZoom: minZoom,
    className: 'map-tiles',
  })
  if (crs === 'gcj02')
    layer.on('tileloadstart', ({ tile, coords }) => {
      const middle = L.CRS.EPSG3857.pointToLatLng(L.point(coords.x * 256 + 128, coords.y * 256 + 128), coords.z)
      const [x, y] = shiftAt(middle.lng, middle.lat, coords.z)
      tile.style.marginLeft = `${x}px`
      tile.style.marginTop = `${y}px`
    })
  return layer
}

/** By how many pixels a GCJ-02 tile must move so that it lies where WGS-84 says. */
export const shiftAt = (lng: number, lat: number, zoom: number): readonly [number, number] => {
  const [trueLng, trueLat] = gcoord.transform([lng, lat], gcoord.GCJ02, gcoord.WGS84)
  const from = L.CRS.EPSG3857.latLngToPoint(L.latLng(lat, lng), zoom)
  const to = L.CRS.EPSG3857.latLngToPoint(L.latLng(trueLat ?? lat, trueLng ?? lng), zoom)
  return [to.x - from.x, to.y - from.y]
}

/** An attribution is the bureau's text, not markup. */
const escaped = (text: string): string => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`)
