import type { FeatureCollection } from 'geojson'
import type { Instant } from '../../domain/time.ts'
import type { Database } from '../../storage/database.ts'

/** Keeps the base layer for every process of the bureau; the newest import replaces it. */
export const saveCountyLayer = async (
  database: Database,
  layer: FeatureCollection,
  at: Instant,
  by: string,
): Promise<void> => {
  await database.query(
    `insert into county_layer (only_one, layer, imported_at, imported_by) values (true, $1::jsonb, $2, $3)
     on conflict (only_one) do update set layer = excluded.layer, imported_at = excluded.imported_at, imported_by = excluded.imported_by`,
    [JSON.stringify(layer), at, by],
  )
}

/** For `GET /api/county`; an empty collection before the first import. */
export const loadCountyLayer = async (database: Database): Promise<FeatureCollection> => {
  const [row] = await database.query<{ layer: FeatureCollection }>('select layer from county_layer')
  return row?.layer ?? { type: 'FeatureCollection', features: [] }
}
