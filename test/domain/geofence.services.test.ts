import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { LngLat } from '../../server/domain/geo.ts'
import { zoneIndex } from '../../server/domain/geometry/zone-index.ts'
import { freshPostgresqlUrl } from '../support/database.ts'
import { square } from '../support/patrol.ts'
import { chance, onEdges, star } from '../support/polygons.ts'

const ZONES = 200
const POINTS = 1_000_000
const BATCH = 50_000

const dice = chance(20260302)
const zones = [
  ...Array.from({ length: ZONES - 1 }, (_, id) => ({ id, polygon: star(dice, 116 + dice() * 0.4, 30 + dice() * 0.4) })),
  { id: ZONES - 1, polygon: [...square(116.1, 30.1, 116.2, 30.2), ...square(116.12, 30.12, 116.18, 30.18)] },
]
/** Every vertex, every middle of an edge, one point along each edge, and the rest anywhere. */
const edgePoints = zones.flatMap((z) => onEdges(z.polygon, dice))
const pointAt = (i: number): LngLat => edgePoints[i] ?? [115.95 + dice() * 0.5, 29.95 + dice() * 0.5]

let client: pg.Client
beforeAll(async () => {
  client = new pg.Client(await freshPostgresqlUrl(inject('postgresqlUrl')))
  await client.connect()
  await client.query('create extension postgis; create table zone (id int, outline geometry(Polygon, 4326))')
  for (const { id, polygon } of zones)
    await client.query('insert into zone values ($1, ST_SetSRID(ST_GeomFromGeoJSON($2), 4326))', [
      id,
      JSON.stringify({ type: 'Polygon', coordinates: polygon }),
    ])
  await client.query('create index on zone using gist (outline); analyze zone')
})
afterAll(() => client.end())

describe('a zone covers what ST_Covers says it covers (goal P2)', () => {
  it('on a million points, among them every vertex and every middle of an edge, without one mismatch', async () => {
    const index = zoneIndex(zones)
    const wrong: string[] = []
    let hits = 0
    for (let from = 0; from < POINTS; from += BATCH) {
      const points = Array.from({ length: BATCH }, (_, i) => pointAt(from + i))
      const { rows } = await client.query<{ i: number; ids: number[] }>(
        `select p.i::int, array_agg(z.id order by z.id) as ids
         from unnest($1::float8[], $2::float8[]) with ordinality as p (x, y, i)
         join zone z on ST_Covers(z.outline, ST_SetSRID(ST_MakePoint(p.x, p.y), 4326)) group by p.i`,
        [points.map((p) => p[0]), points.map((p) => p[1])],
      )
      const theirs = new Map(rows.map(({ i, ids }) => [i - 1, ids.join()]))
      for (const [i, point] of points.entries()) {
        const ours = index
          .covering(point)
          .map((z) => z.id)
          .toSorted((a, b) => a - b)
        hits += ours.length
        if (ours.join() !== (theirs.get(i) ?? ''))
          wrong.push(`${point}: ours ${ours.join()}, theirs ${theirs.get(i) ?? 'none'}`)
      }
    }
    expect(hits).toBeGreaterThan(POINTS / 10)
    expect(wrong).toEqual([])
  })
})
