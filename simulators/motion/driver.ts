import { endNode, type Leg, quickest, type RoadGraph } from '../county/graph.ts'
import { between, distance, type Point } from '../county/plane.ts'
import type { Random } from '../county/random.ts'
import { type Piece, piecesOf } from './path.ts'

export interface Motion {
  readonly at: Point
  readonly speedKmh: number
  readonly headingDeg: number
  /** No sky above. */
  readonly covered: boolean
  readonly engineOn: boolean
  /** Driven so far. */
  readonly mileageKm: number
  /** What is lawful where it is now. */
  readonly limitKmh: number
}

export interface DriverOptions {
  readonly graph: RoadGraph
  readonly random: Random
  readonly startNode: number
  /** What to do when nothing else was ordered: the legs of the next round, from a node. Empty: stay. */
  readonly nextRound: (node: number) => readonly Leg[]
  /** On foot, a ceiling far below any limit. */
  readonly ceilingKmh?: number
}

/** A piece of the way, and how long there is to wait at its end. */
type Stretch = Piece & { readonly waitMs: number }

const ACCELERATION = 1.3
const BRAKING = 1.7
const LOOK_AHEAD_M = 420

/** Somebody at the wheel, or on foot. Knows no clock: `step` is how time passes for it. */
export const createDriver = ({
  graph,
  random,
  startNode,
  nextRound,
  ceilingKmh = Number.POSITIVE_INFINITY,
}: DriverOptions) => {
  let way: Stretch[] = []
  let into = 0
  let speed = 0 // m/s
  let node = startNode
  let at: Point = graph.nodes[startNode]!
  let facing = 0
  let metres = 0
  let waitMs = 0
  let holding = false
  let staying = false
  let engineOn = true
  let factor = 1
  // People keep a little under the limit, each by their own habit.
  const habit = random.between(0.84, 0.96)
  let lastPiece: Piece | undefined

  const kmh = (piece: Piece): number => Math.min(ceilingKmh, piece.limitKmh * (factor > 1 ? factor : habit))

  /** The highest speed from which everything ahead can still be met. */
  const allowed = (): number => {
    let best = kmh(way[0]!) / 3.6
    let ahead = way[0]!.lengthM - into
    for (let i = 0; i < way.length && ahead < LOOK_AHEAD_M; i++) {
      const next = way[i + 1]
      const bend = Math.min(way[i]!.endKmh, next ? kmh(next) : 0)
      const end = (factor > 1 && next ? Math.max(bend, Math.min(kmh(next), bend * factor)) : bend) / 3.6
      best = Math.min(best, Math.sqrt(end * end + 2 * BRAKING * Math.max(0, ahead)))
      ahead += next?.lengthM ?? Number.POSITIVE_INFINITY
    }
    return best
  }

  /** At some junctions one has to wait: decided before getting there, so that there is time to brake. */
  const withWaits = (pieces: readonly Piece[]): Stretch[] =>
    pieces.map((piece) => {
      const arms = piece.endsAtNode === null ? 0 : graph.edgesByNode[piece.endsAtNode]!.length
      const town = piece.limitKmh <= 50
      const waits = arms >= 3 && ceilingKmh > 20 && random.next() < (town ? 0.3 : 0.06)
      return waits
        ? { ...piece, endKmh: 0, waitMs: random.between(3, town ? 28 : 10) * 1_000 }
        : { ...piece, waitMs: 0 }
    })

  const second = (seconds: number): void => {
    if (waitMs > 0 || holding) {
      waitMs = Math.max(0, waitMs - seconds * 1_000)
      speed = Math.max(0, speed - BRAKING * 1.5 * seconds)
      if (speed === 0) return
    } else if (way.length === 0) {
      if (staying) {
        speed = 0
        return
      }
      way = withWaits(piecesOf(graph, nextRound(node)))
      into = 0
      if (way.length === 0) {
        speed = 0
        return
      }
    }
    if (way.length === 0) return
    const target = waitMs > 0 || holding ? speed : allowed()
    speed =
      target > speed
        ? Math.min(target, speed + ACCELERATION * seconds)
        : Math.max(target, speed - BRAKING * 1.4 * seconds)
    // Standing still one metre before the end would take for ever.
    advance(Math.max(speed, waitMs > 0 || holding ? 0 : 0.4) * seconds)
  }

  const advance = (by: number): void => {
    let left = by
    while (way.length > 0) {
      const piece = way[0]!
      lastPiece = piece
      facing = piece.headingDeg
      const room = piece.lengthM - into
      if (left < room) {
        into += left
        metres += left
        at = between(piece.from, piece.to, into / piece.lengthM)
        return
      }
      metres += room
      left -= room
      at = piece.to
      way.shift()
      into = 0
      if (piece.endsAtNode !== null) node = piece.endsAtNode
      if (piece.waitMs > 0) {
        waitMs = piece.waitMs
        return
      }
    }
  }

  /** Finishes the edge it is on, then takes the quickest way to a node. */
  const goTo = (target: number): void => {
    holding = false
    engineOn = true
    const end = way.findIndex((p) => p.endsAtNode !== null)
    const rest = way.slice(0, end + 1)
    const from = rest.at(-1)?.endsAtNode ?? node
    const legs = quickest(graph, from, target) ?? []
    const onward = withWaits(piecesOf(graph, legs))
    const seam = rest.at(-1)
    way = [
      ...rest.slice(0, -1),
      ...(seam ? [{ ...seam, endKmh: Math.min(seam.endKmh, onward[0]?.limitKmh ?? 0, 18) }] : []),
      ...onward,
    ]
  }

  return {
    /** Lets `ms` pass, a second at a time. */
    step: (ms: number): void => {
      for (let left = ms; left > 0; left -= 1_000) second(Math.min(1_000, left) / 1_000)
    },
    motion: (): Motion => ({
      at,
      speedKmh: speed * 3.6,
      headingDeg: facing,
      covered: lastPiece?.covered ?? false,
      engineOn,
      mileageKm: metres / 1_000,
      limitKmh: lastPiece?.limitKmh ?? 40,
    }),
    goTo,
    /** At the end of the way it is on it stays, instead of taking up its round. */
    stayThere: (): void => {
      staying = true
    },
    /** Pulls up where it is and stays until told otherwise. */
    hold: (engine: boolean): void => {
      holding = true
      engineOn = engine
    },
    /** Goes on with whatever was under way. */
    release: (): void => {
      holding = false
      staying = false
      engineOn = true
      waitMs = 0
    },
    /** 1 is lawful driving; 1.5 is half as fast again as the limit. */
    hurry: (by: number): void => {
      factor = by
    },
    /** The node it last passed, and whether it has arrived at the end of its way. */
    node: () => node,
    arrived: (): boolean => way.length === 0 && speed < 1,
    distanceTo: (p: Point): number => distance(at, p),
  }
}
export type Driver = ReturnType<typeof createDriver>

/** Joins a round that begins elsewhere: the way to it, then the round from there on. */
export const joinRound = (graph: RoadGraph, round: readonly Leg[], startNode: number) => {
  const nodes = [startNode, ...round.map((leg) => endNode(graph, leg))]
  return (from: number): readonly Leg[] => {
    const at = nodes.indexOf(from)
    if (at >= 0 && at < round.length) return [...round.slice(at), ...round.slice(0, at)]
    return at === round.length ? round : [...(quickest(graph, from, startNode) ?? []), ...round]
  }
}
