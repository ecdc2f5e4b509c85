import fs from 'node:fs'
import type { FeatureCollection } from 'geojson'
import { describe, expect, it } from 'vitest'
import { readCounty, roadRank } from '../../../client/map/county.ts'
import { stampInto } from '../../../client/map/dots.ts'
import { near, ring, stacks, uncrowded } from '../../../client/map/place-on-screen.ts'
import { createScene, directionOf, NO_DIRECTION } from '../../../client/map/scene.ts'
import { GAP_MS, stretches } from '../../../client/map/trail.ts'
import { pixelsOf, stepFor, worldX, worldY } from '../../../client/map/world.ts'
import type { CarrierView, TrackPoint } from '../../../server/contract/views.ts'

const carrier = (id: string, patch: Partial<CarrierView> = {}): CarrierView => ({
  id,
  kind: 'vehicle',
  name: id,
  plate: null,
  unit: 'u',
  state: 'live',
  device: null,
  online: true,
  position: [106, 38],
  accuracyM: null,
  speedKmh: 30,
  headingDeg: 90,
  mocked: false,
  observedAt: 1,
  recordedAt: 1,
  shift: null,
  order: null,
  ...patch,
})

describe('Web Mercator (EPSG:3857)', () => {
  it('puts the null island in the middle of the world', () => expect([worldX(0), worldY(0)]).toEqual([128, 128]))
  it('has its edges at 180° and 85.0511°', () => {
    expect(worldX(180)).toBe(256)
    expect(worldY(85.0511287798)).toBeCloseTo(0, 2)
  })
  it('a metre at 60° north takes twice the pixels of one at the equator', () =>
    expect(pixelsOf(100, 60, 12) / pixelsOf(100, 0, 12)).toBeCloseTo(2, 5))
  it('the graticule has about eight lines', () => {
    for (const span of [0.03, 0.4, 3, 40]) expect(span / stepFor(span)).toBeLessThanOrEqual(9)
  })
})

describe('units by kind and state', () => {
  it('a car that stands has no direction', () => {
    expect(directionOf(90, 0)).toBe(NO_DIRECTION)
    expect(directionOf(90, null)).toBe(NO_DIRECTION)
    expect(directionOf(359, 40)).toBe(0)
    expect(directionOf(90, 40)).toBe(6)
  })
  it('what needs eyes lies on top: the gravest finding last', () => {
    const scene = createScene()
    scene.reset(
      [carrier('a'), carrier('b', { state: 'silent' }), carrier('c', { state: 'off-duty' }), carrier('d')],
      new Map([
        ['a', 'A'],
        ['d', 'C'],
      ]),
    )
    expect(scene.drawingOrder().map(scene.id)).toEqual(['c', 'b', 'd', 'a'])
  })
  it('a movement changes the place, and the order only with the state', () => {
    const scene = createScene()
    scene.reset([carrier('a'), carrier('b')], new Map())
    const before = scene.drawingOrder()
    scene.move([['b', 107, 39, 20, 180, null, 5, 'live']])
    expect(scene.x(1)).toBe(worldX(107))
    expect(scene.drawingOrder()).toBe(before)
    scene.move([['a', 107, 39, 20, 180, null, 5, 'silent']])
    expect(scene.drawingOrder().map(scene.id)).toEqual(['b', 'a'])
  })
  it('without a position it is nowhere, not at 0,0', () => {
    const scene = createScene()
    scene.reset([carrier('a', { position: null })], new Map())
    expect(scene.x(0)).toBeNaN()
  })
})

describe('stacked units at a station can be spread', () => {
  const drawn = { x: Float32Array.from([100, 104, 300, Number.NaN]), y: Float32Array.from([100, 99, 300, Number.NaN]) }
  it('finds the nearest first', () => expect(near(drawn, 105, 100, 20)).toEqual([1, 0]))
  it('does not find what is not drawn', () => expect(near(drawn, 0, 0, 5)).toEqual([]))
  it('counts a stack', () => expect(stacks(drawn)).toMatchObject([{ n: 2 }]))
  it('spreads so that no two overlap', () => {
    const places = ring(20, 0, 0)
    for (const [i, [x, y]] of places.entries())
      for (const [u, v] of places.slice(i + 1)) expect(Math.hypot(x - u, y - v)).toBeGreaterThan(26)
  })
  it('draws no name over another', () =>
    expect(
      uncrowded([
        { x: 0, y: 0, w: 10, h: 10 },
        { x: 5, y: 5, w: 10, h: 10 },
        { x: 20, y: 0, w: 5, h: 5 },
      ]),
    ).toHaveLength(2))
})

describe('gaps are gaps: nothing is interpolated', () => {
  const point = (observedAt: number, patch: Partial<TrackPoint> = {}): TrackPoint => ({
    seq: observedAt,
    observedAt,
    recordedAt: observedAt,
    position: [106, 38],
    speedKmh: 1,
    headingDeg: 1,
    accuracyM: 1,
    delivery: 'live',
    ...patch,
  })
  it('one line while fixes follow each other', () =>
    expect(stretches([point(0), point(10_000), point(20_000)])).toHaveLength(1))
  it('exactly at the bound it still is one', () => expect(stretches([point(0), point(GAP_MS)])).toHaveLength(1))
  it('no line over a gap', () =>
    expect(stretches([point(0), point(GAP_MS + 1)]).map((s) => s.points.length)).toEqual([1, 1]))
  it('no line over a fix without a place', () =>
    expect(stretches([point(0), point(1_000, { position: null }), point(2_000)])).toHaveLength(2))
  it('what was reported late is drawn otherwise, and joined', () => {
    const out = stretches([point(0), point(1_000), point(2_000, { delivery: 'backfill' }), point(3_000)])
    expect(out.map((s) => [s.late, s.points.length])).toEqual([
      [false, 2],
      [true, 2],
      [false, 2],
    ])
  })
})

describe("the bureau's own map", () => {
  const read = (name: string): FeatureCollection['features'] =>
    (JSON.parse(fs.readFileSync(`county/${name}.geojson`, 'utf8')) as FeatureCollection).features
  const county = readCounty({
    type: 'FeatureCollection',
    features: ['boundary', 'townships', 'roads', 'landscape', 'beats'].flatMap(read),
  })
  it('has its boundary, townships, water and roads', () => {
    expect(county.boundary).toHaveLength(1)
    expect(county.townships.length).toBe(read('townships').length)
    expect(county.roads.length).toBe(read('roads').length)
    expect(county.water.length).toBeGreaterThan(0)
  })
  it('leaves beats to the snapshot, where they have versions', () =>
    expect(county.boundary.length + county.townships.length).toBe(1 + read('townships').length))
  it('draws major roads over minor ones', () => {
    const ranks = county.roads.map((r) => r.rank)
    expect(ranks).toEqual(ranks.toSorted((a, b) => a - b))
    expect(roadRank('national')).toBeGreaterThan(roadRank('county'))
  })
  it('knows where to look', () => expect(county.bounds?.[0][0]).toBeLessThan(county.bounds?.[1][0] ?? 0))
})

describe('dots as pixels', () => {
  const stamp = { side: 2, pixels: Uint32Array.from([1, 0, 2, 3]) }
  const onto = (left: number, top: number): number[] => {
    const picture = new Uint32Array(9).fill(9)
    stampInto(picture, 3, 3, stamp, left, top)
    return [...picture]
  }
  it('leaves what is transparent', () => expect(onto(0, 0)).toEqual([1, 9, 9, 2, 3, 9, 9, 9, 9]))
  it('is cut off at every edge and never wraps round', () => {
    expect(onto(-1, -1)).toEqual([3, 9, 9, 9, 9, 9, 9, 9, 9])
    expect(onto(2, 2)).toEqual([9, 9, 9, 9, 9, 9, 9, 9, 1])
    expect(onto(3, 0)).toEqual([9, 9, 9, 9, 9, 9, 9, 9, 9])
  })
})
