import { winding } from './curve.ts'
import type { RoadGraph } from './graph.ts'
import type { Land } from './land.ts'
import { avenues, limitKmhByClass, type RoadClass, streets, townships, trunks } from './layout-data.ts'
import { villageForms, villageStems } from './names-data.ts'
import { along, divide, planarize, type RawRoad, type RawStructure } from './planarize.ts'
import { between, crossing, distance, distanceToLine, inRing, lengthOf, type Point } from './plane.ts'
import type { Random } from './random.ts'

export interface Village {
  readonly id: string
  readonly zh: string
  readonly en: string
  readonly township: string
  readonly at: Point
}
export interface Roads {
  readonly graph: RoadGraph
  readonly villages: readonly Village[]
  /** Street corners of each town, by township. */
  readonly corners: Readonly<Record<string, readonly Point[]>>
}

/** Grows the road network: streets in the towns, trunk roads between them, village roads in the gaps. */
export const growRoads = (land: Land, random: Random): Roads => {
  const towns = Object.fromEntries(
    townships.map((t) => [t.id, t.id === 'chenglan' ? seat(t.town, random) : smallTown(t.town, random.fork(t.id))]),
  )
  const trunkRoads = trunks.map(({ through, ...road }, i): RawRoad => {
    const anchors = through.map((stop, k) => anchorOf(towns, through, stop, k))
    const wildness = road.class === 'county' ? 0.06 : 0.035
    return {
      ...road,
      limitKmh: limitKmhByClass[road.class],
      line: winding(anchors, wildness, random.fork(`trunk ${i}`)),
    }
  })
  const villages = settle(land, trunkRoads, random.fork('villages'))
  const lanes = villageRoads(
    land,
    villages,
    trunkRoads,
    Object.values(towns).flatMap((t) => t.corners),
    random.fork('lanes'),
  )
  const entering = trunkRoads.flatMap((road, i) => slowIntoTowns(road, gatesOf(towns, trunks[i]!.through)))
  const roads = [...entering, ...Object.values(towns).flatMap((t) => t.roads), ...lanes]
  return {
    graph: planarize(roads, structuresOn(trunkRoads, land)),
    villages,
    corners: Object.fromEntries(Object.entries(towns).map(([id, t]) => [id, t.corners])),
  }
}

/** Where a trunk road passes a town the limit of built-up areas holds, some way before and behind. */
const slowIntoTowns = (trunk: RawRoad, gates: readonly Point[]): RawRoad[] => {
  const slow = { ...trunk, limitKmh: Math.min(trunk.limitKmh, limitKmhByClass.arterial) }
  const pieces: RawRoad[] = []
  let [rest, at] = [trunk.line as Point[], 0]
  const until = (road: RawRoad, end: number): void => {
    const length = Math.min(end - at, lengthOf(rest))
    if (length < 1) return
    const [piece, behind] = divide(rest, length)
    pieces.push({ ...road, line: piece })
    ;[rest, at] = [behind, at + length]
  }
  for (const middle of gates.map((gate) => along(trunk.line, gate)).sort((a, b) => a - b)) {
    until(trunk, middle - ENTRY_M)
    until(slow, middle + ENTRY_M)
  }
  until(trunk, Number.POSITIVE_INFINITY)
  return pieces
}
const ENTRY_M = 330

interface Town {
  readonly corners: readonly Point[]
  readonly roads: readonly RawRoad[]
}

const road = (kind: RoadClass, line: readonly Point[], zh: string | null = null): RawRoad => ({
  class: kind,
  limitKmh: limitKmhByClass[kind],
  ref: null,
  zh,
  en: null,
  line,
})

/** A lattice of corners, turned, stretched and shaken; `keep` rounds it off. */
const lattice = (
  centre: Point,
  xs: readonly number[],
  ys: readonly number[],
  turn: number,
  shake: number,
  random: Random,
) => {
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)]
  return ys.map((y) =>
    xs.map((x): Point => {
      const [u, v] = [x + shake * random.gauss(), y + shake * random.gauss()]
      return [centre[0] + u * cos - v * sin, centre[1] + u * sin + v * cos]
    }),
  )
}

const seat = (centre: Point, random: Random): Town => {
  const xs = [-1_720, -1_260, -800, -330, 130, 640, 1_120, 1_580]
  const ys = [-1_380, -940, -470, 0, 430, 900, 1_330]
  const grid = lattice(centre, xs, ys, 0.16, 26, random.fork('seat'))
  const keep = (i: number, j: number): boolean => ((xs[i]! + 60) / 1_850) ** 2 + (ys[j]! / 1_480) ** 2 < 1.12
  const line = (pairs: readonly (readonly [number, number])[]): Point[] =>
    pairs.filter(([i, j]) => keep(i, j)).map(([i, j]) => grid[j]![i]!)
  const roads = [
    ...avenues.map((zh, i) =>
      road(i === 3 || i === 5 ? 'arterial' : 'street', line(ys.map((_, j) => [i, j] as const)), zh),
    ),
    ...streets.map((zh, j) =>
      road(j === 3 || j === 1 ? 'arterial' : 'street', line(xs.map((_, i) => [i, j] as const)), zh),
    ),
  ].filter((r) => r.line.length > 1)
  return { roads, corners: grid.flatMap((row, j) => row.filter((_, i) => keep(i, j))) }
}

const smallTown = (centre: Point, random: Random): Town => {
  const grid = lattice(centre, [-420, -130, 170, 430], [-260, 0, 240], random.between(-0.6, 0.6), 22, random)
  const roads = [
    road('arterial', grid[1]!),
    road('street', grid[0]!.slice(0, 3)),
    road('street', grid[2]!.slice(1)),
    ...[0, 1, 2, 3].map((i) =>
      road(
        'street',
        (i === 0 ? grid.slice(0, 2) : i === 3 ? grid.slice(1) : grid).map((row) => row[i]!),
      ),
    ),
  ]
  return { roads, corners: [...grid[1]!, ...grid[0]!.slice(0, 3), ...grid[2]!.slice(1)] }
}

const anchorOf = (towns: Towns, through: Through, stop: string | Point, k: number): Point =>
  typeof stop === 'string' ? gate(towns[stop]!.corners, stop, through, k) : stop
const gatesOf = (towns: Towns, through: Through): Point[] =>
  through.flatMap((stop, k) => (typeof stop === 'string' ? [anchorOf(towns, through, stop, k)] : []))
type Through = readonly (string | Point)[]
type Towns = Readonly<Record<string, Town>>

/** The corner of a town that faces where the road comes from. */
const gate = (corners: readonly Point[], id: string, through: readonly (string | Point)[], k: number): Point => {
  const other = through[k === 0 ? 1 : k - 1]!
  const towards = typeof other === 'string' ? townships.find((t) => t.id === other)!.town : other
  const own = townships.find((t) => t.id === id)!.town
  const far = between(own, towards, 0.6)
  return [...corners].sort((a, b) => distance(a, far) - distance(b, far))[0]!
}

/** Villages: scattered, but never on top of each other, of a town, of water or of the border. */
const settle = (land: Land, trunkRoads: readonly RawRoad[], random: Random): Village[] => {
  const villages: Village[] = []
  const names = villageStems.flatMap(([a, ea]) =>
    villageForms.map(([b, eb]) => ({ zh: `${a}${b}村`, en: `${ea}${eb} Village` })),
  )
  for (let tries = 0; tries < 6_000 && villages.length < 78; tries++) {
    const at: Point = [random.between(-24_000, 22_000), random.between(-15_000, 16_500)]
    const gap = at[0] < -13_000 ? 2_900 : 1_750
    if (!inRing(at, land.boundary) || distanceToLine(at, land.boundary) < 900) continue
    if (villages.some((v) => distance(v.at, at) < gap)) continue
    if (townships.some((t) => distance(t.town, at) < (t.id === 'chenglan' ? 2_600 : 1_500))) continue
    if (inRing(at, land.lake.ring) || distanceToLine(at, land.lake.ring) < 500) continue
    if ([...land.canals.map((c) => c.line), land.railway].some((line) => distanceToLine(at, line) < 260)) continue
    if (trunkRoads.some((r) => distanceToLine(at, r.line) < 420)) continue
    const township = land.townships.find((t) => inRing(at, t.ring))!.id
    const name = names[(villages.length * 37) % names.length]!
    villages.push({ id: `v${String(villages.length + 1).padStart(2, '0')}`, ...name, township, at })
  }
  return villages
}

/** Relative neighbourhood graph over villages, town corners and points of the trunk roads: what farm tracks look like. */
const villageRoads = (
  land: Land,
  villages: readonly Village[],
  trunkRoads: readonly RawRoad[],
  corners: readonly Point[],
  random: Random,
): RawRoad[] => {
  const onTrunks = trunkRoads.flatMap(({ line }) => line.filter((p, i) => i % 9 === 4 && inRing(p, land.boundary)))
  const sites = [...villages.map((v) => v.at), ...onTrunks, ...corners]
  const count = villages.length
  const lanes: RawRoad[] = []
  for (let i = 0; i < count; i++)
    for (let j = i + 1; j < sites.length; j++) {
      const [a, b] = [sites[i]!, sites[j]!]
      const d = distance(a, b)
      if (d > 5_200 || sites.some((s, k) => k !== i && k !== j && Math.max(distance(s, a), distance(s, b)) < d))
        continue
      if (wet(a, b, land)) continue
      lanes.push(road('rural', winding([a, b], 0.07, random.fork(`${i}-${j}`))))
    }
  return lanes
}

const wet = (a: Point, b: Point, land: Land): boolean =>
  [land.lake.ring, land.boundary].some((ring) => ring.some((p, i) => i > 0 && crossing(a, b, ring[i - 1]!, p)))

/** Bridges over canals and the river, underpasses at the railway, the tunnel through the western ridge. */
const structuresOn = (roads: readonly RawRoad[], land: Land): RawStructure[] => {
  const over = (line: readonly Point[], structure: RawStructure['structure'], lengthM: number): RawStructure[] =>
    roads.flatMap((r) => crossings(r.line, line).map((at) => ({ at, structure, lengthM })))
  const west = roads.find((r) => r.line.at(-1)![0] < -27_900)!
  return [
    {
      at: west.line.reduce((best, p) => (Math.abs(p[0] + 19_200) < Math.abs(best[0] + 19_200) ? p : best)),
      structure: 'tunnel',
      lengthM: 1_240,
    },
    ...over(land.railway, 'underpass', 140),
    ...over(land.river, 'bridge', 620),
    ...land.canals.flatMap((canal) => over(canal.line, 'bridge', 60)),
  ]
}

const crossings = (a: readonly Point[], b: readonly Point[]): Point[] =>
  a.flatMap((p, i) =>
    i === 0
      ? []
      : b.flatMap((q, j) => {
          const hit = j === 0 ? undefined : crossing(a[i - 1]!, p, b[j - 1]!, q)
          return hit ? [between(a[i - 1]!, p, hit.t)] : []
        }),
  )
