import fc from 'fast-check'
import pointInPolygon from 'point-in-polygon-hao'
import { describe, expect, it } from 'vitest'
import type { LngLat, Polygon } from '../../server/domain/geo.ts'
import { atMostM, distanceM, distanceToSegmentM } from '../../server/domain/geometry/metric.ts'
import { polygonIndex } from '../../server/domain/geometry/polygon-index.ts'
import { zoneIndex } from '../../server/domain/geometry/zone-index.ts'
import { square } from '../support/patrol.ts'
import { chance, onEdges, star } from '../support/polygons.ts'

const exact = (polygon: Polygon, [x, y]: LngLat): boolean =>
  pointInPolygon([x, y], polygon as unknown as number[][][]) !== false
const withHole: Polygon = [...square(116.1, 30.1, 116.2, 30.2), ...square(116.12, 30.12, 116.18, 30.18)]

describe('a polygon covers its inside, its edges and its vertices, as ST_Covers has it', () => {
  const dice = chance(7)
  const polygons = [...Array.from({ length: 20 }, () => star(dice, 116 + dice() * 0.3, 30 + dice() * 0.3)), withHole]
  it('agrees with exact arithmetic on vertices, on points along the edges and anywhere, but for rounding', () => {
    for (const polygon of polygons) {
      const index = polygonIndex(polygon)
      const anywhere = Array.from({ length: 500 }, (): LngLat => [115.95 + dice() * 0.4, 29.95 + dice() * 0.4])
      for (const place of [...polygon.flat(), ...anywhere]) expect(index.covers(place)).toBe(exact(polygon, place))
      for (const place of onEdges(polygon, dice)) {
        // Within rounding of an edge the test takes PostGIS's side, and that is the boundary's: nanometres.
        if (index.covers(place) !== exact(polygon, place)) expect(index.covers(place), `${place}`).toBe(true)
        expect(index.edgeDistanceM(place)).toBeLessThan(1e-6)
      }
    }
  })
  it('agrees on a coarse grid, where points, vertices and edges fall together', () => {
    const cell = fc.integer({ min: 0, max: 4 }).map((n) => n / 4)
    const triangle = fc.tuple(fc.tuple(cell, cell), fc.tuple(cell, cell), fc.tuple(cell, cell))
    fc.assert(
      fc.property(triangle, cell, cell, ([a, b, c], x, y) => {
        const polygon: Polygon = [[a, b, c, a]]
        const flat = (b[0] - a[0]) * (c[1] - a[1]) === (c[0] - a[0]) * (b[1] - a[1])
        if (!flat) expect(polygonIndex(polygon).covers([x, y])).toBe(exact(polygon, [x, y]))
      }),
      { numRuns: 3000 },
    )
  })
  it('leaves out a hole, but not its edge', () => {
    const index = polygonIndex(withHole)
    expect(index.covers([116.15, 30.15])).toBe(false)
    expect(index.covers([116.12, 30.15])).toBe(true)
    expect(index.covers([116.11, 30.15])).toBe(true)
  })
  it('answers that nothing is where a number is missing', () => {
    expect(polygonIndex(withHole).covers([Number.NaN, 30.15])).toBe(false)
  })
})

describe('many zones at once', () => {
  it('gives what asking each of them gives', () => {
    const dice = chance(11)
    const zones = Array.from({ length: 60 }, (_, id) => ({
      id,
      polygon: star(dice, 116 + dice() * 0.4, 30 + dice() * 0.4, 40),
    }))
    const index = zoneIndex([...zones, { id: 60, polygon: withHole }])
    const all = [...zones, { id: 60, polygon: withHole }]
    const anywhere = Array.from({ length: 5000 }, (): LngLat => [115.9 + dice() * 0.6, 29.9 + dice() * 0.6])
    for (const place of [...all.flatMap((z) => onEdges(z.polygon, dice)), ...anywhere])
      expect(
        index
          .covering(place)
          .map((z) => z.id)
          .toSorted((a, b) => a - b),
      ).toEqual(all.filter((z) => polygonIndex(z.polygon).covers(place)).map((z) => z.id))
  })
  it('is built once for a list, and knows an empty one', () => {
    const zones = [{ polygon: withHole }]
    expect(zoneIndex(zones)).toBe(zoneIndex(zones))
    expect(zoneIndex([]).covering([116, 30])).toEqual([])
    expect(zoneIndex([]).near([116, 30], 1e6)).toEqual([])
  })
  it('names the zones that small and large error circles touch, as asking each of them does', () => {
    const dice = chance(13)
    const zones = Array.from({ length: 60 }, (_, id) => ({
      id,
      polygon: star(dice, 116 + dice() * 0.4, 30 + dice() * 0.4, 40),
    }))
    const index = zoneIndex(zones)
    for (let i = 0; i < 3000; i++) {
      const place: LngLat = [115.9 + dice() * 0.6, 29.9 + dice() * 0.6]
      const radius = [0, 10, 60, 300, 5000][i % 5]!
      const asked = zones.filter((z) => !polygonIndex(z.polygon).circleOutside(place, radius))
      const named = index.near(place, radius)
      expect(named.map((z) => z.id).toSorted((a, b) => a - b)).toEqual(asked.map((z) => z.id))
    }
  })
  it('names the zones an error circle touches', () => {
    const [a, b] = [{ polygon: square(116, 30, 116.1, 30.1) }, { polygon: square(116.2, 30, 116.3, 30.1) }]
    expect(zoneIndex([a, b]).near([116.15, 30.05], 4700)).toEqual([])
    expect(zoneIndex([a, b]).near([116.14, 30.05], 4700)).toEqual([a])
    expect(zoneIndex([a, b]).near([116.15, 30.05], 4900)).toEqual([a, b])
  })
})

describe('distance in metres', () => {
  it('is that of the great circle', () => {
    // One degree of latitude on the mean sphere, and Beijing to Shanghai (1,067 km).
    expect(distanceM([116, 30], [116, 31])).toBeCloseTo(111_195, 0)
    expect(distanceM([116.4074, 39.9042], [121.4737, 31.2304]) / 1000).toBeCloseTo(1067, -1)
    expect(distanceM([116, 30], [116, 30])).toBe(0)
  })
  it('is never more than what it is said to be at most', () => {
    const dice = chance(11)
    for (let i = 0; i < 2000; i++) {
      const a: LngLat = [73 + dice() * 62, -20 + dice() * 75]
      const b: LngLat = [a[0] + (dice() - 0.5) * 2 ** (4 - 12 * dice()), a[1] + (dice() - 0.5) * 2 ** (4 - 12 * dice())]
      expect(atMostM(a, b)).toBeGreaterThanOrEqual(distanceM(a, b) - 1e-6)
    }
    // And a meridian has no slack: what lies north or south is told to the metre.
    expect(atMostM([116, 30], [116, 31])).toBeCloseTo(distanceM([116, 30], [116, 31]), 3)
  })
  it('to a segment is the shorter of the way to an end and the perpendicular', () => {
    const [a, b]: LngLat[] = [
      [116, 30],
      [116.1, 30],
    ]
    expect(distanceToSegmentM([116.05, 30.01], a!, b!)).toBeCloseTo(1112, 0)
    expect(distanceToSegmentM([116.11, 30], a!, b!)).toBeCloseTo(distanceM([116.11, 30], b!), 0)
    expect(distanceToSegmentM([116, 30.01], a!, a!)).toBeCloseTo(1112, 0)
  })
  it('to the edge of a polygon holds from inside and from outside', () => {
    const index = polygonIndex(square(116, 30, 116.1, 30.1))
    expect(index.edgeDistanceM([116.05, 30.11])).toBeCloseTo(1112, 0)
    expect(index.edgeDistanceM([116.05, 30.09])).toBeCloseTo(1112, 0)
  })
})

describe('an error circle', () => {
  const index = polygonIndex(square(116, 30, 116.1, 30.1))
  it('is outside when no part of it touches the polygon', () => {
    expect(index.circleOutside([116.05, 30.11], 1100)).toBe(true)
    expect(index.circleOutside([116.05, 30.11], 1120)).toBe(false)
    expect(index.circleOutside([116.05, 30.05], 1)).toBe(false)
    expect(index.circleOutside([116.05, 30.1], 0)).toBe(false)
  })
  it('is inside when no part of it touches an edge', () => {
    expect(index.circleInside([116.05, 30.09], 1100)).toBe(true)
    expect(index.circleInside([116.05, 30.09], 1120)).toBe(false)
    expect(index.circleInside([116.05, 30.11], 1)).toBe(false)
  })
  it('agrees with the distance to the edge, wherever it is', () => {
    const dice = chance(3)
    const polygon = star(dice, 116, 30)
    const of = polygonIndex(polygon)
    for (let i = 0; i < 3000; i++) {
      const place: LngLat = [115.9 + dice() * 0.2, 29.9 + dice() * 0.2]
      const radius = dice() * 3000
      const apart = of.edgeDistanceM(place) > radius
      expect(of.circleOutside(place, radius)).toBe(apart && !of.covers(place))
      expect(of.circleInside(place, radius)).toBe(apart && of.covers(place))
    }
  })
})

describe('the straight way between two fixes', () => {
  const index = polygonIndex(square(116, 30, 116.1, 30.1))
  it.each<[string, LngLat, LngLat, boolean]>([
    ['through', [115.9, 30.05], [116.2, 30.05], true],
    ['across a corner', [115.99, 30.08], [116.02, 30.11], true],
    ['onto a vertex', [115.9, 30.2], [116, 30.1], true],
    ['along an edge', [115.9, 30.1], [116.2, 30.1], true],
    ['within', [116.02, 30.05], [116.03, 30.05], true],
    ['past a corner', [115.99, 30.095], [116.005, 30.12], false],
    ['far away', [117, 31], [117.1, 31], false],
    ['in line with an edge but short of it', [115.8, 30.1], [115.9, 30.1], false],
  ])('%s', (_, a, b, touched) => {
    expect(index.touchedBy(a, b)).toBe(touched)
    expect(index.touchedBy(b, a)).toBe(touched)
  })
})
