import type { Feature, FeatureCollection, Position } from 'geojson'
import type { Text } from '../../server/contract/views.ts'
import { worldX, worldY } from './world.ts'

/** Lines ready to be drawn: flat pairs in world units. */
export type Path = Float64Array

export interface Shape {
  readonly paths: readonly Path[]
  readonly name: Text | undefined
  /** Where a name goes: the middle of the bounding box of the first ring, or of the line. */
  readonly at: readonly [number, number]
  /** `[west, north, east, south]` in world units, for culling. */
  readonly box: readonly [number, number, number, number]
  readonly rank: number
}

export interface County {
  readonly boundary: readonly Shape[]
  readonly townships: readonly Shape[]
  readonly water: readonly Shape[]
  readonly canals: readonly Shape[]
  readonly rails: readonly Shape[]
  /** Minor roads first, so that major ones lie on top. */
  readonly roads: readonly Shape[]
  /** `[[south, west], [north, east]]` of the boundary in degrees; undefined without one. */
  readonly bounds: readonly [readonly [number, number], readonly [number, number]] | undefined
}

type Layer = Exclude<keyof County, 'bounds'>

/** Rank of a road by its class: decides width, and from which zoom it is drawn. */
export const roadRank = (cls: string): number =>
  /motorway|expressway|trunk|national/.test(cls)
    ? 4
    : /primary|provincial/.test(cls)
      ? 3
      : /secondary|county|main|arterial/.test(cls)
        ? 2
        : /lane|track|path|village|residential/.test(cls)
          ? 0
          : 1

/** What a feature is: by the layer it says it belongs to, else by its class, else by its id. */
const layerOf = ({ properties: p, geometry }: Feature): Layer | undefined => {
  const [layer, cls, id] = [p?.layer, p?.class, p?.id].map((v) => (typeof v === 'string' ? v : ''))
  if (/^(river|lake|water|pond|reservoir)$/.test(cls ?? '')) return 'water'
  if (cls === 'canal') return 'canals'
  if (cls === 'railway') return 'rails'
  if (layer === 'boundary' || id === 'county' || p?.kind === 'county') return 'boundary'
  if (layer?.startsWith('township') || id?.startsWith('township') || p?.kind === 'township') return 'townships'
  if (geometry.type.endsWith('LineString')) return 'roads'
  return undefined // beats and areas come with the snapshot, where they have versions
}

/** The bureau's own map → what the canvas draws. What it does not know it leaves out. */
export const readCounty = ({ features }: FeatureCollection): County => {
  const layers: Record<Layer, Shape[]> = { boundary: [], townships: [], water: [], canals: [], rails: [], roads: [] }
  for (const feature of features) {
    const layer = layerOf(feature)
    const paths = pathsOf(feature)
    if (layer !== undefined && paths.length > 0) layers[layer].push(shapeOf(feature, paths))
  }
  layers.roads.sort((a, b) => a.rank - b.rank)
  return { ...layers, bounds: boundsOf(features.filter((f) => layerOf(f) === 'boundary')) }
}

const linesOf = ({ geometry: g }: Feature): readonly (readonly Position[])[] => {
  switch (g.type) {
    case 'LineString':
      return [g.coordinates]
    case 'MultiLineString':
    case 'Polygon':
      return g.coordinates
    case 'MultiPolygon':
      return g.coordinates.flat()
    default:
      return []
  }
}

const pathsOf = (feature: Feature): Path[] =>
  linesOf(feature).map((line) => Float64Array.from(line.flatMap(([lng = 0, lat = 0]) => [worldX(lng), worldY(lat)])))

const shapeOf = ({ properties: p }: Feature, paths: readonly Path[]): Shape => {
  const box = boxOf(paths)
  const line = paths[0]!
  const middle = Math.floor(line.length / 4) * 2
  const open = line[0] !== line.at(-2) || line[1] !== line.at(-1)
  const at = open
    ? ([line[middle]!, line[middle + 1]!] as const)
    : ([(box[0] + box[2]) / 2, (box[1] + box[3]) / 2] as const)
  const [zh, en] = [p?.name, p?.nameEn]
  const name =
    typeof zh === 'string' && zh !== '' ? { zh, en: typeof en === 'string' && en !== '' ? en : zh } : undefined
  return { paths, name, at, box, rank: roadRank(typeof p?.class === 'string' ? p.class : '') }
}

const boxOf = (paths: readonly Path[]): Shape['box'] => {
  let [w, n, e, s] = [Infinity, Infinity, -Infinity, -Infinity]
  for (const path of paths)
    for (let i = 0; i < path.length; i += 2) {
      w = Math.min(w, path[i]!)
      e = Math.max(e, path[i]!)
      n = Math.min(n, path[i + 1]!)
      s = Math.max(s, path[i + 1]!)
    }
  return [w, n, e, s]
}

const boundsOf = (boundary: readonly Feature[]): County['bounds'] => {
  const points = boundary.flatMap((f) => linesOf(f).flat())
  if (points.length === 0) return undefined
  const [lngs, lats] = [points.map((q) => q[0] ?? 0), points.map((q) => q[1] ?? 0)]
  return [
    [Math.min(...lats), Math.min(...lngs)],
    [Math.max(...lats), Math.max(...lngs)],
  ]
}
