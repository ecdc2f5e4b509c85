import { type Leg, lineOf, type RoadGraph } from '../county/graph.ts'
import { distance, heading, type Point } from '../county/plane.ts'

/** A stretch of the way ahead: straight, with what holds on it and at its end. */
export interface Piece {
  readonly from: Point
  readonly to: Point
  readonly lengthM: number
  readonly headingDeg: number
  readonly limitKmh: number
  /** No sky above: tunnel or underpass. */
  readonly covered: boolean
  /** The fastest one can be at its end and still make the turn. */
  readonly endKmh: number
  /** Where it ends in the road graph; null within an edge. */
  readonly endsAtNode: number | null
}

/** How fast a bend can be taken, by its angle in degrees. */
const turnKmh = (angle: number): number =>
  angle < 22 ? Number.POSITIVE_INFINITY : angle < 40 ? 55 : angle < 65 ? 32 : angle < 115 ? 18 : 7

export const turnAngle = (a: number, b: number): number => Math.abs(((b - a + 540) % 360) - 180)

/** The way along legs, piece by piece; `next` is where it goes on, for the speed at its end. */
export const piecesOf = (graph: RoadGraph, legs: readonly Leg[]): Piece[] => {
  const raw = legs.flatMap((leg) => {
    const edge = graph.edges[leg.edge]!
    const line = lineOf(graph, [leg])
    const covered = edge.structure === 'tunnel' || edge.structure === 'underpass'
    return line.slice(1).map((to, i) => {
      const from = line[i]!
      const endsAtNode = i === line.length - 2 ? (leg.forward ? edge.to : edge.from) : null
      return {
        from,
        to,
        lengthM: distance(from, to),
        headingDeg: heading(from, to),
        limitKmh: edge.limitKmh,
        covered,
        endsAtNode,
      }
    })
  })
  const usable = raw.filter((p) => p.lengthM > 0)
  return usable.map((piece, i) => {
    const next = usable[i + 1]
    return {
      ...piece,
      endKmh: next ? Math.min(next.limitKmh, turnKmh(turnAngle(piece.headingDeg, next.headingDeg))) : 0,
    }
  })
}
