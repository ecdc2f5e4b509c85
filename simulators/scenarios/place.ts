import type { County } from '../county/county.ts'
import { endNode, nearestNode } from '../county/graph.ts'
import { distanceToLine, inRing, type Point } from '../county/plane.ts'
import type { Place } from './scenario.ts'

/** The road node a place means. Throws on a name that does not exist: a scenario is our own data. */
export const nodeOf = (county: County, place: Place): number => {
  const { graph } = county.roads
  const found = <T>(thing: T | undefined, name: string): T => {
    if (thing === undefined) throw new Error(`the county has no ${name}`)
    return thing
  }
  if ('unit' in place)
    return nearestNode(
      graph,
      found(
        county.units.find((u) => u.id === place.unit),
        place.unit,
      ).at,
    )
  if ('area' in place)
    return nearestNode(
      graph,
      found(
        county.areas.find((a) => a.id === place.area),
        place.area,
      ).ring[0]!,
    )
  if ('village' in place)
    return nearestNode(
      graph,
      found(
        county.roads.villages.find((v) => v.id === place.village),
        place.village,
      ).at,
    )
  if ('beyond' in place) return farthest(county, place.beyond)
  if ('onBeat' in place) {
    const { round } = found(
      county.beats.find((b) => b.id === place.onBeat),
      place.onBeat,
    )
    return endNode(graph, round[Math.min(round.length - 1, Math.floor(round.length * place.share))]!)
  }
  const beat = found(
    county.beats.find((b) => b.id === place.outsideBeat),
    place.outsideBeat,
  )
  const start = graph.nodes[beat.startNode]!
  return nearestNode(graph, start, (node) => {
    const p = graph.nodes[node]!
    return !inRing(p, beat.ring) && inRing(p, county.land.boundary) && distanceToLine(p, beat.ring) >= place.metres
  })
}

const farthest = ({ roads: { graph } }: County, side: 'north' | 'south' | 'east' | 'west'): number => {
  const towards: Record<typeof side, (p: Point) => number> = {
    north: (p) => p[1],
    south: (p) => -p[1],
    east: (p) => p[0],
    west: (p) => -p[0],
  }
  return graph.nodes.reduce((best, p, i) => (towards[side](p) > towards[side](graph.nodes[best]!) ? i : best), 0)
}
