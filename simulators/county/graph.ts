import { distance, nearestOnSegment, type Point } from './plane.ts'

/** Where a satellite receiver sees no sky. An open bridge is not one of them. */
export type Structure = 'bridge' | 'tunnel' | 'underpass'

export interface RoadEdge {
  readonly id: number
  readonly from: number
  readonly to: number
  readonly line: readonly Point[]
  readonly lengthM: number
  readonly class: string
  readonly limitKmh: number
  readonly ref: string | null
  readonly zh: string | null
  readonly en: string | null
  readonly structure: Structure | null
}
export interface RoadGraph {
  readonly nodes: readonly Point[]
  readonly edges: readonly RoadEdge[]
  /** Edge ids at each node. */
  readonly edgesByNode: readonly (readonly number[])[]
}

export const makeGraph = (nodes: readonly Point[], edges: readonly RoadEdge[]): RoadGraph => {
  const edgesByNode: number[][] = nodes.map(() => [])
  for (const edge of edges) {
    edgesByNode[edge.from]!.push(edge.id)
    if (edge.to !== edge.from) edgesByNode[edge.to]!.push(edge.id)
  }
  return { nodes, edges, edgesByNode }
}

export const nearestNode = (graph: RoadGraph, p: Point, accept: (node: number) => boolean = () => true): number => {
  let [best, at] = [Number.POSITIVE_INFINITY, 0]
  graph.nodes.forEach((node, i) => {
    const d = distance(node, p)
    if (d < best && accept(i)) [best, at] = [d, i]
  })
  return at
}

/** One edge travelled in one direction. */
export interface Leg {
  readonly edge: number
  /** From the edge's `from` to its `to`. */
  readonly forward: boolean
}

/** The quickest way by the limits, as legs; undefined when there is none. `avoid` makes edges dearer (factor). */
export const quickest = (
  graph: RoadGraph,
  from: number,
  to: number,
  dearer: (edge: RoadEdge) => number = () => 1,
): Leg[] | undefined => {
  const cost = new Map<number, number>([[from, 0]])
  const came = new Map<number, Leg & { node: number }>()
  const open = new Set<number>([from])
  while (open.size > 0) {
    let [node, least] = [-1, Number.POSITIVE_INFINITY]
    for (const candidate of open) if (cost.get(candidate)! < least) [node, least] = [candidate, cost.get(candidate)!]
    if (node === to) return walkBack(came, from, to)
    open.delete(node)
    for (const id of graph.edgesByNode[node]!) {
      const edge = graph.edges[id]!
      const forward = edge.from === node
      const next = forward ? edge.to : edge.from
      const total = least + (edge.lengthM / edge.limitKmh) * dearer(edge)
      if (total >= (cost.get(next) ?? Number.POSITIVE_INFINITY)) continue
      cost.set(next, total)
      came.set(next, { edge: id, forward, node })
      open.add(next)
    }
  }
  return undefined
}

const walkBack = (came: ReadonlyMap<number, Leg & { node: number }>, from: number, to: number): Leg[] => {
  const legs: Leg[] = []
  for (let node = to; node !== from; ) {
    const step = came.get(node)!
    legs.unshift({ edge: step.edge, forward: step.forward })
    node = step.node
  }
  return legs
}

/** The points of consecutive legs, without doubles where they meet. */
export const lineOf = (graph: RoadGraph, legs: readonly Leg[]): Point[] =>
  legs.flatMap(({ edge, forward }, i) => {
    const line = graph.edges[edge]!.line
    return (forward ? [...line] : [...line].reverse()).slice(i === 0 ? 0 : 1)
  })

/** Metres from a point to the nearest road. */
export const distanceToRoad = (graph: RoadGraph, p: Point): number => {
  let best = Number.POSITIVE_INFINITY
  for (const { line } of graph.edges)
    for (let i = 1; i < line.length; i++)
      best = Math.min(best, distance(p, nearestOnSegment(p, line[i - 1]!, line[i]!)))
  return best
}

export const endNode = (graph: RoadGraph, leg: Leg): number =>
  leg.forward ? graph.edges[leg.edge]!.to : graph.edges[leg.edge]!.from
export const routeLength = (graph: RoadGraph, legs: readonly Leg[]): number =>
  legs.reduce((sum, leg) => sum + graph.edges[leg.edge]!.lengthM, 0)
