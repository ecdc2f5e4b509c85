import fs from 'node:fs'
import path from 'node:path'
import * as turf from '@turf/turf'
import { describe, expect, it } from 'vitest'
import { isOddWeek } from '../../server/supervision/import/roster.ts'
import { growCounty } from '../../simulators/county/county.ts'
import { countyFiles } from '../../simulators/county/files.ts'
import { inRing, lengthOf, type Point, toLngLat, toPoint } from '../../simulators/county/plane.ts'
import { dutiesAt } from '../../simulators/county/roster.ts'

const county = growCounty()
const { graph } = county.roads
const area = (ring: readonly Point[]) => turf.polygon([ring.map((p) => [...toLngLat(p)])])

describe('the committed files are what the generator writes', () => {
  const files = countyFiles(county)
  it.each(files.map((f) => [f.name, f.text]))('county/%s', (name, text) => {
    expect(fs.readFileSync(path.join('county', name), 'utf8') === text, 'run npm run county').toBe(true)
  })
  it('leaves no file behind that nothing writes', () =>
    expect(
      fs
        .readdirSync('county', { withFileTypes: true })
        .filter((entry) => entry.isFile())
        .map((entry) => entry.name)
        .sort(),
    ).toEqual(files.map((f) => f.name).sort()))
  it('stays small enough to read', () =>
    expect(files.reduce((n, f) => n + Buffer.byteLength(f.text), 0)).toBeLessThan(1_500_000))
  it('is another county with another seed, and the same with the same', () => {
    expect(growCounty(7).land.boundary).not.toEqual(county.land.boundary)
    expect(countyFiles(growCounty())).toEqual(files)
  })
})

describe('the townships tile the county', () => {
  const whole = turf.area(area(county.land.boundary))
  it('is as large as a county', () => {
    expect(whole / 1e6).toBeGreaterThan(700)
    expect(whole / 1e6).toBeLessThan(1_500)
  })
  it('covers it without a gap or an overlap', () => {
    const parts = county.land.townships.map((t) => area(t.ring))
    expect(Math.abs(parts.reduce((n, p) => n + turf.area(p), 0) - whole) / whole).toBeLessThan(1e-6)
    for (const [i, a] of parts.entries())
      for (const b of parts.slice(i + 1)) {
        const both = turf.intersect(turf.featureCollection([a, b]))
        expect(both ? turf.area(both) : 0).toBeLessThan(5_000)
      }
  })
  it('has no border that crosses itself', () => {
    for (const ring of [county.land.boundary, ...county.land.townships.map((t) => t.ring)])
      expect(turf.kinks(area(ring)).features).toEqual([])
  })
  it('lies where it should: near 106.2° E, 38.3° N', () => {
    const [lng, lat] = turf.centroid(area(county.land.boundary)).geometry.coordinates as [number, number]
    expect(Math.abs(lng - 106.2)).toBeLessThan(0.1)
    expect(Math.abs(lat - 38.3)).toBeLessThan(0.1)
  })
})

describe('the roads hang together', () => {
  it('is one network', () => {
    const reached = new Set([0])
    const queue = [0]
    for (let node = queue.pop(); node !== undefined; node = queue.pop())
      for (const id of graph.edgesByNode[node]!)
        for (const next of [graph.edges[id]!.from, graph.edges[id]!.to])
          if (!reached.has(next)) {
            reached.add(next)
            queue.push(next)
          }
    expect(reached.size).toBe(graph.nodes.length)
  })
  it.each(graph.edges.map((e) => [e.id, e] as const))('edge %i joins its ends at a lawful limit', (_, e) => {
    expect(e.line[0]).toEqual(graph.nodes[e.from])
    expect(e.line.at(-1)).toEqual(graph.nodes[e.to])
    expect(e.lengthM).toBeCloseTo(lengthOf(e.line), 6)
    expect([40, 50, 60, 70, 80]).toContain(e.limitKmh)
    if (e.class !== 'national') expect(e.limitKmh).toBeLessThanOrEqual(70)
  })
  it('passes under the railway, over the river and through the ridge', () => {
    const structures = graph.edges.flatMap((e) => e.structure ?? [])
    expect(structures.filter((s) => s === 'underpass').length).toBeGreaterThanOrEqual(3)
    expect(structures.filter((s) => s === 'tunnel')).toHaveLength(1)
    expect(structures.filter((s) => s === 'bridge').length).toBeGreaterThanOrEqual(5)
  })
  it('leaves the county on every side', () => {
    const outside = graph.nodes.filter((p) => !inRing(p, county.land.boundary))
    expect(outside.length).toBeGreaterThanOrEqual(5)
  })
})

describe('the force is as the county has it', () => {
  it('is a bureau, eight stations, a command centre, traffic police, 24 cars, 60 officers', () => {
    const kinds = county.units.map((u) => u.kind)
    expect(kinds.filter((k) => k === 'station')).toHaveLength(8)
    for (const kind of ['bureau', 'command-centre', 'traffic']) expect(kinds.filter((k) => k === kind)).toHaveLength(1)
    expect(county.cars).toHaveLength(24)
    expect(county.officers).toHaveLength(61)
    expect(county.officers.filter((o) => o.kind === 'auxiliary')).toHaveLength(10)
    expect(new Set(county.officers.map((o) => o.name)).size).toBe(61)
    expect(new Set(county.cars.map((c) => c.plate)).size).toBe(24)
    expect(county.installations.filter((i) => i.kind === 'camera')).toHaveLength(45)
  })
  it.each(county.beats.map((b) => [b.id, b] as const))(
    'beat %s: inside the county, its round inside it, its points on the round',
    (_, beat) => {
      for (const p of beat.ring) expect(inRing(p, county.land.boundary)).toBe(true)
      expect(turf.kinks(area(beat.ring)).features).toEqual([])
      const line = beat.round.flatMap((leg) => graph.edges[leg.edge]!.line)
      for (const p of line) expect(inRing(p, beat.ring)).toBe(true)
      for (const p of beat.routePoints) expect(line).toContainEqual(p.at)
      expect(beat.routePoints.length).toBeGreaterThanOrEqual(3)
      expect(beat.lengthM).toBeGreaterThan(2_500)
      expect(beat.lengthM).toBeLessThan(60_000)
    },
  )
  it('has every car and a police officer for it on duty at any hour of any day', () => {
    for (let hour = 0; hour < 24 * 21; hour++) {
      const duties = dutiesAt(county, Date.parse('2026-02-20T00:30:00+08:00') + hour * 3_600_000)
      const cars = duties.filter((d) => d.carrier.startsWith('vehicle/'))
      expect(cars).toHaveLength(24)
      const crews = cars.flatMap((d) => d.crew)
      expect(new Set(crews).size).toBe(crews.length)
      for (const { crew } of cars) expect(county.officers.find((o) => o.id === crew[0])?.kind).toBe('officer')
    }
  })
  it('counts weeks as the import does', () => {
    for (let week = 0; week < 60; week++) {
      const noon = Date.parse('2026-01-05T12:00:00+08:00') + week * 7 * 86_400_000
      const [duty] = dutiesAt(county, noon)
      expect(duty?.weeks === 'odd').toBe(isOddWeek(noon))
    }
  })
})

describe('degrees and metres', () => {
  it('agree to a decimetre', () => {
    for (const p of county.land.boundary) {
      const [x, y] = toPoint(toLngLat(p))
      expect(Math.hypot(x - p[0], y - p[1])).toBeLessThan(0.12)
    }
  })
})
