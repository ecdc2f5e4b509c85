import type { BeatHeat } from '../../contract/duty.ts'
import { AHEAD_MS } from '../../domain/entry.ts'
import { METRES_PER_DEGREE, metresPerDegreeLng } from '../../domain/geometry/metric.ts'
import type { Instant } from '../../domain/time.ts'
import type { Queryable } from '../../storage/database.ts'

/** Side of a cell, in metres; small enough to tell one street from the next, large enough for an error circle. */
const CELL_M = 250
const MOST_CELLS = 20_000

interface Time {
  readonly carrier: string
  readonly from: Instant
  readonly to: Instant
}

/**
 * In how many minutes cars were seen in each cell during their shifts. One car at a time, so that the embedded store
 * is never held up for long; the counting is the store's.
 */
export const beatHeat = async (
  db: Queryable,
  times: readonly Time[],
  { from, to, latitude }: { readonly from: Instant; readonly to: Instant; readonly latitude: number },
): Promise<BeatHeat> => {
  const stepLat = CELL_M / METRES_PER_DEGREE
  const stepLng = CELL_M / metresPerDegreeLng(latitude)
  const counted = new Map<string, number>()
  for (const one of times) {
    const rows = await db.query<{ x: number; y: number; n: number }>(
      `select floor(st_x(geom) / $4)::int as x, floor(st_y(geom) / $5)::int as y,
              count(distinct observed_at / 60000)::int as n
         from position
        where carrier = $1 and observed_at >= $2 and observed_at <= $3 and geom is not null and not mocked
          and observed_at <= recorded_at + $6::bigint
        group by 1, 2`,
      [one.carrier, Math.max(one.from, from), Math.min(one.to, to), stepLng, stepLat, AHEAD_MS],
    )
    for (const { x, y, n } of rows) counted.set(`${x} ${y}`, (counted.get(`${x} ${y}`) ?? 0) + Number(n))
  }
  const cells = [...counted]
    .sort((a, b) => b[1] - a[1])
    .map(([key, n]): readonly [number, number, number] => {
      const [x = 0, y = 0] = key.split(' ').map(Number)
      return [x * stepLng, y * stepLat, n]
    })
  return {
    ...{ from, to, stepLng, stepLat },
    cells: cells.slice(0, MOST_CELLS),
    carriers: new Set(times.map((t) => t.carrier)).size,
    truncated: cells.length > MOST_CELLS,
  }
}
