import { endNode, type Leg, lineOf, nearestNode, quickest, type RoadGraph, routeLength } from './graph.ts'
import type { Land } from './land.ts'
import { townships } from './layout-data.ts'
import { outlineAround } from './outline.ts'
import { distance, heading, inRing, type Point } from './plane.ts'
import type { Roads } from './roads.ts'
import { type BeatPlan, beatPlans } from './units-data.ts'

export interface RoutePoint {
  readonly id: string
  readonly zh: string
  readonly at: Point
}
export interface Beat {
  readonly id: string
  readonly unit: string
  readonly zh: string
  readonly en: string
  readonly ring: readonly Point[]
  readonly routePoints: readonly RoutePoint[]
  /** The round a car drives: it ends where it began. */
  readonly round: readonly Leg[]
  readonly startNode: number
  readonly lengthM: number
}

interface Stop {
  readonly at: Point
  readonly zh: string
}

/** Lays out the beats: stops by the plan, the quickest round through them, the area around that round. */
export const layOutBeats = (land: Land, roads: Roads): Beat[] =>
  beatPlans.map((plan) => {
    const { graph } = roads
    const inside = (node: number): boolean =>
      inRing(graph.nodes[node]!, land.boundary) && graph.edgesByNode[node]!.length > 1
    const stops = stopsOf(plan, roads).map((stop) => ({ ...stop, node: nearestNode(graph, stop.at, inside) }))
    const nodes = stops.map((s) => s.node).filter((node, i, all) => all.indexOf(node) === i)
    const round = roundThrough(graph, nodes, plan.area.is === 'corridor' ? 0 : 0.9)
    const reach = { town: 220, quarter: 130, villages: 380, corridor: 260 }[plan.area.is]
    const ring = outlineAround(
      round.map(({ edge }) => graph.edges[edge]!.line),
      reach,
      land.boundary,
    )
    const routePoints = nodes.map((node, i) => ({
      id: `${plan.id}-P${i + 1}`,
      zh: stops.find((s) => s.node === node)!.zh,
      at: graph.nodes[node]!,
    }))
    return {
      id: plan.id,
      unit: plan.unit,
      zh: plan.zh,
      en: plan.en,
      ring,
      routePoints,
      round,
      startNode: nodes[0]!,
      lengthM: routeLength(graph, round),
    }
  })

/** Once through all nodes and back, with `reluctance` to drive the same road twice (0: none). */
export const roundThrough = (graph: RoadGraph, nodes: readonly number[], reluctance: number): Leg[] => {
  const used = new Map<number, number>()
  return nodes.flatMap((node, i) => {
    const legs = quickest(
      graph,
      node,
      nodes[(i + 1) % nodes.length]!,
      (edge) => 1 + reluctance * (used.get(edge.id) ?? 0),
    )
    for (const { edge } of legs ?? []) used.set(edge, (used.get(edge) ?? 0) + 1)
    return legs ?? []
  })
}

const stopsOf = ({ area }: BeatPlan, roads: Roads): Stop[] => {
  switch (area.is) {
    case 'town': {
      const own = roads.corners[area.town]!
      const near = [...roads.villages].sort(
        (a, b) => distance(a.at, centreOf(area.town)) - distance(b.at, centreOf(area.town)),
      )
      return [
        ...[own[0]!, own.at(-1)!, own[4]!].map((at, i) => ({ at, zh: `${townName(area.town)}街口${i + 1}` })),
        ...around(
          centreOf(area.town),
          near.slice(0, 2).map((v) => ({ at: v.at, zh: `${v.zh}村口` })),
        ),
      ]
    }
    case 'quarter': {
      const [cx, cy] = centreOf('chenglan')
      const own = roads.corners.chenglan!.filter(([x, y]) => x > cx - 60 === area.east && y > cy - 60 === area.north)
      const spread = own.filter((_, i) => i % 2 === 0 || own.length < 8)
      return around(
        mean(spread),
        spread.map((at, i) => ({ at, zh: `城区路口${i + 1}` })),
      ).slice(0, 7)
    }
    case 'villages': {
      const centre = centreOf(area.town)
      const turn = (p: Point): number => (heading(centre, p) - area.from + 720) % 360
      const own = roads.villages.filter((v) => distance(v.at, centre) < 7_000 && turn(v.at) <= area.to - area.from)
      const near = own.sort((a, b) => distance(a.at, centre) - distance(b.at, centre)).slice(0, 5)
      const ordered = near.sort((a, b) => turn(a.at) - turn(b.at)).map((v) => ({ at: v.at, zh: `${v.zh}村口` }))
      return [{ at: roads.corners[area.town]![0]!, zh: `${townName(area.town)}街口` }, ...ordered]
    }
    case 'corridor':
      return area.towns.flatMap((id, i) => [
        { at: roads.corners[id]![i === 0 ? 0 : 2]!, zh: `${townName(id)}执勤点` },
        ...(i === 0 ? [] : [{ at: roads.corners[id]!.at(-1)!, zh: `${townName(id)}出口` }]),
      ])
  }
}

const centreOf = (id: string): Point => townships.find((t) => t.id === id)!.town
const townName = (id: string): string => townships.find((t) => t.id === id)!.zh.replace(/街道$|镇$|乡$/, '')
const mean = (stops: readonly Point[]): Point => [
  stops.reduce((s, p) => s + p[0], 0) / stops.length,
  stops.reduce((s, p) => s + p[1], 0) / stops.length,
]
const around = (centre: Point, stops: readonly Stop[]): Stop[] =>
  [...stops].sort((a, b) => heading(centre, a.at) - heading(centre, b.at))

/** Where each leg of a round ends. */
export const endsOf = (graph: RoadGraph, round: readonly Leg[]): number[] => round.map((leg) => endNode(graph, leg))
/** The whole round as one line. */
export const roundLine = (graph: RoadGraph, beat: Beat): Point[] => lineOf(graph, beat.round)
