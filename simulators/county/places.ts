import { nearestNode, type RoadGraph } from './graph.ts'
import { townships } from './layout-data.ts'
import { outlineAround } from './outline.ts'
import { distance, type Point } from './plane.ts'
import type { Random } from './random.ts'
import { unitPlans } from './units-data.ts'

export interface Unit {
  readonly id: string
  readonly kind: string
  readonly zh: string
  readonly en: string
  readonly parent: string | null
  readonly at: Point
}
export interface Area {
  readonly id: string
  readonly kind: 'garage' | 'fuel' | 'speed-limit' | 'case-area' | 'leisure' | 'other'
  readonly zh: string
  readonly en: string
  readonly unit: string | null
  readonly limitKmh: number | null
  readonly ring: readonly Point[]
}

export const offset = ([x, y]: Point, dx: number, dy: number): Point => [x + dx, y + dy]
export const townOf = (id: string): Point => townships.find((t) => t.id === id)!.town

/** Units stand at a street corner: their yard can be driven into. */
export const makeUnits = (graph: RoadGraph): Unit[] => {
  const taken = new Map<number, number>()
  return unitPlans.map(({ id, kind, zh, en, town, offset: [dx, dy] }) => {
    const corner = nearestNode(graph, offset(townOf(town), dx, dy))
    const neighbours = taken.get(corner) ?? 0
    taken.set(corner, neighbours + 1)
    const at = offset(graph.nodes[corner]!, 32 + 24 * neighbours, 28 - 20 * neighbours)
    return { id, kind, zh, en, parent: id === 'bureau' ? null : 'bureau', at }
  })
}

/** A yard: four uneven corners. */
const yard = ([x, y]: Point, width: number, depth: number, turn: number): Point[] => {
  const corner = (u: number, v: number): Point => [
    x + u * Math.cos(turn) - v * Math.sin(turn),
    y + u * Math.sin(turn) + v * Math.cos(turn),
  ]
  const ring = [
    corner(-width, -depth),
    corner(width, -depth),
    corner(width * 0.92, depth),
    corner(-width, depth * 1.06),
  ]
  return [...ring, ring[0]!]
}

const withYard = (unit: Unit): boolean =>
  unit.kind === 'station' || ['bureau', 'traffic', 'patrol-squad'].includes(unit.id)

export const makeAreas = (
  units: readonly Unit[],
  graph: RoadGraph,
  within: readonly Point[],
  random: Random,
): Area[] => {
  const yards = units.filter(withYard).map(
    (u): Area => ({
      id: `garage-${u.id}`,
      kind: 'garage',
      zh: `${u.zh}车场`,
      en: `${u.en} yard`,
      unit: u.id,
      limitKmh: null,
      ring: yard(u.at, 62, 48, random.between(-0.5, 0.5)),
    }),
  )
  const rooms = units
    .filter((u) => u.kind === 'station' || u.id === 'bureau')
    .map(
      (u): Area => ({
        id: `case-area-${u.id}`,
        kind: 'case-area',
        zh: `${u.zh}办案区`,
        en: `${u.en} case area`,
        unit: u.id,
        limitKmh: null,
        ring: yard(offset(u.at, 34, -30), 22, 15, 0.2),
      }),
    )
  const halls = units
    .filter((u) => u.kind === 'station' || u.id === 'traffic')
    .map(
      (u): Area => ({
        id: `hall-${u.id}`,
        kind: 'other',
        zh: `${u.zh}服务大厅`,
        en: `${u.en} service hall`,
        unit: u.id,
        limitKmh: null,
        ring: yard(offset(u.at, -30, 28), 16, 12, 0.1),
      }),
    )
  return [
    ...yards,
    ...fuelStations(graph),
    ...rooms,
    ...halls,
    ...builtUpZones(graph),
    ...trunkZones(graph, within),
    resort(graph),
  ]
}

/** Four filling stations, just off the trunk roads. */
const fuelStations = (graph: RoadGraph): Area[] =>
  (
    [
      ['chenglan', 1_600, 500, '城东', 'East'],
      ['chenglan', -1_500, -900, '城西', 'West'],
      ['shuangqu', 900, -420, '双渠', 'Shuangqu'],
      ['shuangqiao', -240, -1_400, '霜桥', 'Shuangqiao'],
    ] as const
  ).map(([town, dx, dy, zh, en], i) => {
    const [x, y] = graph.nodes[nearestNode(graph, offset(townOf(town), dx, dy))]!
    return {
      id: `fuel-${i + 1}`,
      kind: 'fuel',
      zh: `${zh}定点加油站`,
      en: `${en} filling station`,
      unit: null,
      limitKmh: null,
      ring: yard([x + 20, y + 20], 70, 60, 0.3),
    }
  })

/** Where no police car has business, at a crossing that no beat comes through. */
const resort = (graph: RoadGraph): Area => ({
  id: 'leisure-qingyuan',
  kind: 'leisure',
  zh: '清源度假山庄',
  en: 'Qingyuan Resort',
  unit: null,
  limitKmh: null,
  ring: yard(graph.nodes[nearestNode(graph, offset(townOf('shuangqiao'), -2_416, -250))]!, 80, 60, 0.4),
})

/** The national road is signed 80, north and south of the seat: elsewhere outside towns the law's 70 holds. */
const trunkZones = (graph: RoadGraph, within: readonly Point[]): Area[] =>
  (['north', 'south'] as const).map((side) => {
    const edges = graph.edges.filter((e) => e.class === 'national' && e.line[0]![1] > 0 === (side === 'north'))
    return {
      id: `speed-g990-${side}`,
      kind: 'speed-limit',
      zh: `岚津线${side === 'north' ? '北段' : '南段'}限速`,
      en: `Lanjin Line ${side} limit`,
      unit: 'traffic',
      limitKmh: 80,
      ring: outlineAround(
        edges.map((e) => e.line),
        100,
        within,
      ),
    }
  })

/** Built-up areas are limited to 50. */
const builtUpZones = (graph: RoadGraph): Area[] =>
  townships.map(({ id, zh, en, town }) => {
    const streets = graph.edges.filter(
      (e) => (e.class === 'street' || e.class === 'arterial') && distance(e.line[0]!, town) < 2_600,
    )
    return {
      id: `speed-${id}`,
      kind: 'speed-limit',
      zh: `${zh}建成区限速`,
      en: `${en} built-up area limit`,
      unit: 'traffic',
      limitKmh: 50,
      ring: outlineAround(
        streets.map((e) => e.line),
        90,
      ),
    }
  })
