import { booleanPointInPolygon } from '@turf/turf'
import Flatbush from 'flatbush'
import pg from 'pg'
import type { LngLat } from '../../server/domain/geo.ts'
import { polygonIndex } from '../../server/domain/geometry/polygon-index.ts'
import { zoneIndex } from '../../server/domain/geometry/zone-index.ts'
import { freshPostgresqlUrl } from '../support/database.ts'
import { chance, star } from '../support/polygons.ts'
import type { BenchRow } from './row.ts'

const dice = chance(42)
const zones = Array.from({ length: 200 }, (_, id) => ({
  id,
  polygon: star(dice, 116 + dice() * 0.4, 30 + dice() * 0.4),
}))
const points = Array.from({ length: 200_000 }, (): LngLat => [115.97 + dice() * 0.46, 29.97 + dice() * 0.46])

type Hits = (p: LngLat) => number
interface Rate {
  readonly perSecond: number
  readonly hits: number
}

/** How many points each takes in a second of processor time, best of its rounds; in turn, so that all meet the same machine. */
const rates = (count: number, rounds: number, ways: readonly Hits[]): Rate[] => {
  const best = ways.map((): Rate => ({ perSecond: 0, hits: 0 }))
  for (let round = 0; round < rounds; round++)
    for (const [way, hitsOf] of ways.entries()) {
      let hits = 0
      const begun = process.cpuUsage()
      for (let i = 0; i < count; i++) hits += hitsOf(points[i]!)
      const { user, system } = process.cpuUsage(begun)
      const perSecond = (count / (user + system)) * 1e6
      if (perSecond > best[way]!.perSecond) best[way] = { perSecond, hits }
    }
  return best
}

const flatbushAndTurf = (): Hits => {
  const tree = new Flatbush(zones.length)
  for (const { polygon } of zones) tree.add(...polygonIndex(polygon).box)
  tree.finish()
  const features = zones.map(({ polygon }) => ({
    type: 'Polygon' as const,
    coordinates: polygon as unknown as number[][][],
  }))
  return (p) => {
    let hits = 0
    for (const id of tree.search(p[0], p[1], p[0], p[1]))
      if (booleanPointInPolygon(p as [number, number], features[id]!)) hits++
    return hits
  }
}

/** One backend, batches of 100 points against the zones with a GiST index, prepared once. */
const postgis = async (url: string, batches: number): Promise<Rate> => {
  const client = new pg.Client(await freshPostgresqlUrl(url))
  try {
    await client.connect()
    await client.query('create extension postgis; create table zone (id int, outline geometry(Polygon, 4326))')
    for (const { id, polygon } of zones) {
      const outline = JSON.stringify({ type: 'Polygon', coordinates: polygon })
      await client.query('insert into zone values ($1, ST_SetSRID(ST_GeomFromGeoJSON($2), 4326))', [id, outline])
    }
    await client.query('create index on zone using gist (outline); analyze zone')
    const text = `select p.i, z.id from unnest($1::float8[], $2::float8[]) with ordinality as p (x, y, i)
      join zone z on ST_Covers(z.outline, ST_SetSRID(ST_MakePoint(p.x, p.y), 4326))`
    const run = async (from: number): Promise<number> => {
      const batch = points.slice(from, from + 100)
      const { rowCount } = await client.query({
        name: 'covers',
        text,
        values: [batch.map((p) => p[0]), batch.map((p) => p[1])],
      })
      return rowCount ?? 0
    }
    for (let i = 0; i < 20; i++) await run(0)
    let hits = 0
    const begun = performance.now()
    for (let i = 0; i < batches; i++) hits += await run(i * 100)
    return { perSecond: ((batches * 100) / (performance.now() - begun)) * 1000, hits }
  } finally {
    await client.end()
  }
}

/** P2: points a second against 200 zones of 200 vertices, beside flatbush + turf and PostGIS in batches of 100. */
export const benchGeofence = async (postgresqlUrl: string): Promise<BenchRow[]> => {
  const begun = performance.now()
  const index = zoneIndex(zones)
  const builtMs = performance.now() - begun
  const covering: Hits = (p) => index.covering(p).length
  const [ours, turf] = rates(100_000, 7, [covering, flatbushAndTurf()]) as [Rate, Rate]
  const database = await postgis(postgresqlUrl, 300)
  const [same] = rates(30_000, 1, [covering]) as [Rate]
  if (turf.hits !== ours.hits || database.hits !== same.hits)
    throw new Error(`different answers: ${turf.hits}/${ours.hits} turf, ${database.hits}/${same.hits} PostGIS`)
  const row = (peer: string, peerValue: number, times: number): BenchRow => ({
    id: 'P2',
    what: 'geofence, 200 zones × 200 vertices',
    value: Math.round(ours.perSecond),
    unit: 'points/s',
    peer,
    peerValue: Math.round(peerValue),
    ratio: Number((ours.perSecond / peerValue).toFixed(1)),
    goal: `≥ ${times} ×`,
    met: ours.perSecond >= times * peerValue,
  })
  return [
    row('flatbush + turf', turf.perSecond, 3),
    row('PostGIS, batches of 100', database.perSecond, 20),
    {
      id: 'P2',
      what: 'building the index of 200 zones',
      value: Math.round(builtMs),
      unit: 'ms',
      peer: null,
      peerValue: null,
      ratio: null,
      goal: 'none; shown because it is paid at every change of the map',
      met: null,
    },
  ]
}
