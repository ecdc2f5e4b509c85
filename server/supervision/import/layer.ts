import type { Feature, FeatureCollection, Position } from 'geojson'
import type { LngLat, Polygon } from '../../domain/geo.ts'
import { toWgs84 } from './datum.ts'
import type { CountyData } from './read-files.ts'

/** What a feature of the base layer is; the console draws by this. */
export type LayerKind = 'boundary' | 'township' | 'landscape' | 'road' | 'unit' | 'installation'

/**
 * The county's base layer, drawn from the bottom up: boundary, townships, waters and railway, roads, then
 * points for units and installations. Properties: `layer`, `id`, `name` (zh), `nameEn`, and by layer `class`,
 * `ref`, `structure`, `kind`, `use`. Undefined when the folder holds none of it.
 */
export const layerOf = (data: CountyData): FeatureCollection | undefined => {
  const drawn = (
    layer: LayerKind,
    lines: CountyData['boundary'] | CountyData['roads'] | CountyData['landscape'],
  ): Feature[] =>
    lines.map(({ value: { properties, geometry } }) => ({
      type: 'Feature',
      properties: { layer, ...properties },
      geometry:
        geometry.type === 'Polygon'
          ? { type: 'Polygon', coordinates: rings(geometry.coordinates) }
          : { type: 'LineString', coordinates: geometry.coordinates.map(position) },
    }))
  const points = (layer: LayerKind, lines: CountyData['units'] | CountyData['installations']): Feature[] =>
    lines.flatMap(({ value: { longitude, latitude, datum, ...properties } }) =>
      longitude === null || latitude === null
        ? []
        : [
            {
              type: 'Feature',
              properties: { layer, ...properties },
              geometry: { type: 'Point', coordinates: position(toWgs84([longitude, latitude], datum ?? 'wgs84')) },
            },
          ],
    )
  const features = [
    ...drawn('boundary', data.boundary),
    ...drawn('township', data.townships),
    ...drawn('landscape', data.landscape),
    ...drawn('road', data.roads),
    ...points('unit', data.units),
    ...points('installation', data.installations),
  ]
  return data.boundary.length > 0 ? { type: 'FeatureCollection', features } : undefined
}

const position = ([lng, lat]: LngLat): Position => [lng, lat]
const rings = (polygon: Polygon): Position[][] => polygon.map((ring) => ring.map(position))
