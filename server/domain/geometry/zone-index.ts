import type { LngLat, Polygon } from '../geo.ts'
import { METRES_PER_DEGREE, metresPerDegreeLng } from './metric.ts'
import { type Box, type PolygonIndex, polygonIndex } from './polygon-index.ts'

/** Many polygons, asked which of them hold a place. */
export interface ZoneIndex<T> {
  /** The zones that cover the place, edges included. The list may be shared: read it, never change it. */
  readonly covering: (place: LngLat) => readonly T[]
  /** The zones whose polygon comes within `radiusM` of the place or covers it. */
  readonly near: (place: LngLat, radiusM: number) => readonly T[]
}

const known = new WeakMap<readonly object[], ZoneIndex<never>>()
const none: readonly never[] = []

/** The index of a list of zones; built once for each list object and forgotten with it. */
export const zoneIndex = <T extends { readonly polygon: Polygon }>(zones: readonly T[]): ZoneIndex<T> => {
  const found = known.get(zones) as ZoneIndex<T> | undefined
  if (found) return found
  const made = build(zones)
  known.set(zones, made as unknown as ZoneIndex<never>)
  return made
}

/** What a cell of the raster knows: zones that fill it, and zones with an edge in it that must be asked. */
interface Cell<T> {
  readonly full: readonly T[]
  readonly partial: readonly { readonly zone: T; readonly covers: PolygonIndex['covers'] }[]
}

/**
 * A raster over all zones. Most places fall into cells that a zone fills or does not touch at all, and
 * are answered without any arithmetic on edges; the others ask the strips of the few zones named there.
 */
const build = <T extends { readonly polygon: Polygon }>(zones: readonly T[]): ZoneIndex<T> => {
  const indexes = zones.map((zone) => polygonIndex(zone.polygon))
  if (zones.length === 0) return { covering: () => none, near: () => none }
  const grid = gridOver(indexes)
  const { size, columnOf, rowOf } = grid
  const [west, south, east, north] = grid.box
  const cells: Cell<T>[] = [{ full: none, partial: none }]
  const cellAt = new Int32Array(size * size)
  const cellBySignature = new Map<string, number>([['', 0]])
  const signatures: string[] = ['']

  /** Moves a raster cell to the kind that also has this zone in this way. */
  const add = (at: number, i: number, full: boolean): void => {
    const before = cellAt[at]!
    const signature = `${signatures[before]}${full ? '+' : '?'}${i}`
    let kind = cellBySignature.get(signature)
    if (kind === undefined) {
      const old = cells[before]!
      kind = cells.length
      const zone = zones[i]!
      const asked = { zone, covers: indexes[i]!.covers }
      cells.push(full ? { ...old, full: [...old.full, zone] } : { ...old, partial: [...old.partial, asked] })
      signatures.push(signature)
      cellBySignature.set(signature, kind)
    }
    cellAt[at] = kind
  }
  for (const [i, index] of indexes.entries()) raster(index, grid, (at, full) => add(at, i, full))

  const indexOf = new Map(zones.map((zone, i) => [zone, indexes[i]!]))
  /** The zones named in the cells that a circle's box reaches; undefined when all of them must be asked. */
  const namedAround = ([lng, lat]: LngLat, radiusM: number): readonly T[] | undefined => {
    const [dx, dy] = [radiusM / metresPerDegreeLng(lat), radiusM / METRES_PER_DEGREE]
    if (lng + dx < west || lng - dx > east || lat + dy < south || lat - dy > north) return none
    const [left, right] = [columnOf(lng - dx), columnOf(lng + dx)]
    const [bottom, top] = [rowOf(lat - dy), rowOf(lat + dy)]
    if ((right - left + 1) * (top - bottom + 1) > 16) return undefined
    let named: T[] | undefined
    let before = 0
    for (let row = bottom; row <= top; row++)
      for (let column = left; column <= right; column++) {
        const kind = cellAt[row * size + column]!
        if (kind === before) continue
        before = kind
        named ??= []
        const { full, partial } = cells[kind]!
        for (const zone of full) if (!named.includes(zone)) named.push(zone)
        for (const { zone } of partial) if (!named.includes(zone)) named.push(zone)
      }
    return named ?? none
  }

  return {
    near: (place, radiusM) => {
      const named = namedAround(place, radiusM) ?? zones
      return named.length === 0 ? none : named.filter((zone) => !indexOf.get(zone)!.circleOutside(place, radiusM))
    },
    covering: (place) => {
      const [lng, lat] = place
      if (!(lng >= west && lng <= east && lat >= south && lat <= north)) return none
      const { full, partial } = cells[cellAt[rowOf(lat) * size + columnOf(lng)]!]!
      if (partial.length === 0) return full
      let found = full
      for (const { zone, covers } of partial) if (covers(place)) found = found === none ? [zone] : [...found, zone]
      return found
    },
  }
}

interface Grid {
  readonly box: Box
  readonly size: number
  readonly columnOf: (lng: number) => number
  readonly rowOf: (lat: number) => number
}

const gridOver = (indexes: readonly PolygonIndex[]): Grid => {
  const box: Box = [
    Math.min(...indexes.map((i) => i.box[0])),
    Math.min(...indexes.map((i) => i.box[1])),
    Math.max(...indexes.map((i) => i.box[2])),
    Math.max(...indexes.map((i) => i.box[3])),
  ]
  const edges = indexes.reduce((sum, i) => sum + i.edges.length / 4, 0)
  const size = Math.max(16, Math.min(1024, Math.ceil(Math.sqrt(edges * 24))))
  const scale = (from: number, to: number) => (to > from ? size / (to - from) : 0)
  const [sx, sy] = [scale(box[0], box[2]), scale(box[1], box[3])]
  const clamp = (n: number) => (n < 0 ? 0 : n >= size ? size - 1 : n)
  return {
    box,
    size,
    columnOf: (lng) => clamp(Math.floor((lng - box[0]) * sx)),
    rowOf: (lat) => clamp(Math.floor((lat - box[1]) * sy)),
  }
}

/** Part of a cell: far above rounding, far below anything that costs. */
const HAIR = 1e-6

/** Tells for every cell a polygon reaches whether it fills it (true) or has an edge in it (false). */
const raster = (index: PolygonIndex, grid: Grid, tell: (cell: number, full: boolean) => void): void => {
  const { size, columnOf, rowOf, box } = grid
  const [left, right] = [columnOf(index.box[0]), columnOf(index.box[2])]
  const [bottom, top] = [rowOf(index.box[1]), rowOf(index.box[3])]
  const width = right - left + 1
  const edged = new Uint8Array(width * (top - bottom + 1))
  const height = (box[3] - box[1]) / size
  const cellWidth = (box[2] - box[0]) / size
  for (let e = 0; e < index.edges.length; e += 4) {
    const [x1, y1, x2, y2] = index.edges.subarray(e, e + 4) as unknown as [number, number, number, number]
    for (let row = rowOf(Math.min(y1, y2)); row <= rowOf(Math.max(y1, y2)); row++) {
      // A hair more on each side: rounding must never leave an edge in a cell that is not marked.
      const low = box[1] + (row - HAIR) * height
      const [from, to] = spanInRow(x1, y1, x2, y2, low, low + (1 + 2 * HAIR) * height)
      const first = Math.max(left, columnOf(from - HAIR * cellWidth))
      const last = Math.min(right, columnOf(to + HAIR * cellWidth))
      edged.fill(1, (row - bottom) * width + first - left, (row - bottom) * width + last - left + 1)
    }
  }
  for (let row = bottom; row <= top; row++) {
    let full: boolean | undefined
    for (let column = left; column <= right; column++) {
      if (edged[(row - bottom) * width + column - left]) {
        full = undefined
        tell(row * size + column, false)
        continue
      }
      // Cells side by side without an edge in or between them are all in or all out: one is asked for the run.
      full ??= index.covers([box[0] + (column + 0.5) * cellWidth, box[1] + (row + 0.5) * height])
      if (full) tell(row * size + column, true)
    }
  }
}

/** The part of an edge's width that lies between two latitudes. */
const spanInRow = (
  x1: number,
  y1: number,
  x2: number,
  y2: number,
  low: number,
  high: number,
): readonly [number, number] => {
  const xAt = (y: number): number => {
    const t = y1 === y2 ? 0 : Math.max(0, Math.min(1, (y - y1) / (y2 - y1)))
    return x1 + t * (x2 - x1)
  }
  if (y1 === y2) return [Math.min(x1, x2), Math.max(x1, x2)]
  const [a, b] = [xAt(low), xAt(high)]
  return [Math.min(a, b), Math.max(a, b)]
}
