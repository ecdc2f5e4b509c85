import { makeGraph, type RoadEdge, type RoadGraph, type Structure } from './graph.ts'
import { between, crossing, distance, distanceToLine, lengthOf, type Point } from './plane.ts'

/** A road as drawn, before it meets the others. */
export interface RawRoad {
  readonly line: readonly Point[]
  readonly class: string
  readonly limitKmh: number
  readonly ref: string | null
  readonly zh: string | null
  readonly en: string | null
}
/** A stretch around a point where something stands over or under the road. */
export interface RawStructure {
  readonly at: Point
  readonly lengthM: number
  readonly structure: Structure
}

interface Cut {
  readonly segment: number
  readonly t: number
  readonly at: Point
}
type Piece = RawRoad & { readonly structure: Structure | null }
const MEET_M = 32

/** Makes a graph of lines: a node wherever two roads meet or cross, one connected network, stubs dropped. */
export const planarize = (roads: readonly RawRoad[], structures: readonly RawStructure[]): RoadGraph => {
  const cuts = roads.map((): Cut[] => [])
  for (let i = 0; i < roads.length; i++)
    for (let j = i + 1; j < roads.length; j++) meet(roads[i]!, roads[j]!, cuts[i]!, cuts[j]!)
  const pieces = roads.flatMap((road, i) =>
    split(road.line, cuts[i]!).map((line): Piece => ({ ...road, line, structure: null })),
  )
  return connect(pieces.flatMap((piece) => carve(piece, structures)))
}

const meet = (a: RawRoad, b: RawRoad, cutsA: Cut[], cutsB: Cut[]): void => {
  for (let i = 1; i < a.line.length; i++) {
    const [p, q] = [a.line[i - 1]!, a.line[i]!]
    for (let j = 1; j < b.line.length; j++) {
      const [r, s] = [b.line[j - 1]!, b.line[j]!]
      if (Math.max(p[0], q[0]) < Math.min(r[0], s[0]) || Math.max(r[0], s[0]) < Math.min(p[0], q[0])) continue
      if (Math.max(p[1], q[1]) < Math.min(r[1], s[1]) || Math.max(r[1], s[1]) < Math.min(p[1], q[1])) continue
      const hit = crossing(p, q, r, s)
      if (!hit) continue
      const at = between(p, q, hit.t)
      cutsA.push({ segment: i, t: hit.t, at })
      cutsB.push({ segment: j, t: hit.u, at })
    }
  }
}

const split = (line: readonly Point[], cuts: readonly Cut[]): Point[][] => {
  const sorted = [...cuts].sort((a, b) => a.segment - b.segment || a.t - b.t)
  const out: Point[][] = []
  let current: Point[] = [line[0]!]
  let next = 0
  for (let i = 1; i < line.length; i++) {
    for (; next < sorted.length && sorted[next]!.segment === i; next++) {
      const { at } = sorted[next]!
      if (distance(at, current.at(-1)!) > 0.5) current.push(at)
      if (current.length > 1) out.push(current)
      current = [at]
    }
    if (distance(line[i]!, current.at(-1)!) > 0.5) current.push(line[i]!)
  }
  if (current.length > 1) out.push(current)
  return out
}

/** Cuts the covered stretch out of a piece that passes through a structure's place. */
const carve = (piece: Piece, structures: readonly RawStructure[]): Piece[] => {
  const found = structures.find((s) => distanceToLine(s.at, piece.line) < 1)
  const total = lengthOf(piece.line)
  if (!found || total < found.lengthM + 80) return [piece]
  const middle = Math.max(found.lengthM / 2 + 20, Math.min(total - found.lengthM / 2 - 20, along(piece.line, found.at)))
  const [before, rest] = divide(piece.line, middle - found.lengthM / 2)
  const [covered, after] = divide(rest, found.lengthM)
  return [
    { ...piece, line: before },
    { ...piece, line: covered, structure: found.structure },
    ...carve(
      { ...piece, line: after },
      structures.filter((s) => s !== found),
    ),
  ]
}

/** Metres from the start of a line to the point of it nearest to `p`. */
export const along = (line: readonly Point[], p: Point): number => {
  let [best, result, sum] = [Number.POSITIVE_INFINITY, 0, 0]
  for (let i = 1; i < line.length; i++) {
    const length = distance(line[i - 1]!, line[i]!)
    const d = distanceToLine(p, [line[i - 1]!, line[i]!])
    if (d < best) [best, result] = [d, sum + Math.min(length, distance(line[i - 1]!, p))]
    sum += length
  }
  return result
}

/** Cuts a line `atM` metres after its start. */
export const divide = (line: readonly Point[], atM: number): [Point[], Point[]] => {
  let left = atM
  for (let i = 1; i < line.length; i++) {
    const length = distance(line[i - 1]!, line[i]!)
    if (left <= length) {
      const p = between(line[i - 1]!, line[i]!, left / length)
      return [
        [...line.slice(0, i), p],
        [p, ...line.slice(i)],
      ]
    }
    left -= length
  }
  return [[...line], [line.at(-1)!, line.at(-1)!]]
}

/** Joins pieces whose ends (nearly) touch, and keeps only what hangs together. */
const connect = (pieces: readonly Piece[]): RoadGraph => {
  const nodes: Point[] = []
  const nodeAt = (p: Point): number => {
    const found = nodes.findIndex((n) => distance(n, p) < MEET_M)
    return found >= 0 ? found : nodes.push(p) - 1
  }
  const seen = new Set<string>()
  const joined = pieces.flatMap((piece) => {
    const [from, to] = [nodeAt(piece.line[0]!), nodeAt(piece.line.at(-1)!)]
    const line = [nodes[from]!, ...piece.line.slice(1, -1), nodes[to]!]
    const lengthM = lengthOf(line)
    const key = `${Math.min(from, to)}-${Math.max(from, to)}-${Math.round(lengthM / 40)}`
    if (from === to || seen.has(key)) return []
    seen.add(key)
    return [{ ...piece, from, to, line, lengthM }]
  })
  const kept = largestPart(joined)
  const used = [...new Set(kept.flatMap((e) => [e.from, e.to]))].sort((a, b) => a - b)
  const renumbered = new Map(used.map((old, i) => [old, i]))
  const edges = kept.map((e, id): RoadEdge => ({ ...e, id, from: renumbered.get(e.from)!, to: renumbered.get(e.to)! }))
  return makeGraph(
    used.map((i) => nodes[i]!),
    edges,
  )
}

const largestPart = <E extends { readonly from: number; readonly to: number }>(edges: readonly E[]): E[] => {
  const parent = new Map<number, number>()
  const root = (n: number): number => {
    const p = parent.get(n) ?? n
    return p === n ? n : root(p)
  }
  for (const { from, to } of edges) parent.set(root(from), root(to))
  const sizes = new Map<number, number>()
  for (const { from } of edges) sizes.set(root(from), (sizes.get(root(from)) ?? 0) + 1)
  const [largest] = [...sizes].sort((a, b) => b[1] - a[1])[0]!
  return edges.filter(({ from }) => root(from) === largest)
}
