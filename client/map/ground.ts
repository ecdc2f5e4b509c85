import type { TilesView } from '../../server/contract/views.ts'
import { request } from '../live/request.ts'
import { type County, readCounty } from './county.ts'

export interface GroundData {
  readonly county: County
  readonly tiles: TilesView | null
}

let held: Promise<GroundData> | undefined

/** The county and the tiles' address, fetched once a visit: they do not change while somebody watches. */
export const loadGround = (): Promise<GroundData> => {
  held ??= fetchGround().catch((error) => {
    held = undefined // the next one who asks may be luckier
    throw error
  })
  return held
}

const fetchGround = async (): Promise<GroundData> => {
  const [county, welcome] = await Promise.all([
    request('GET /api/county').then(readCounty),
    // Without tiles the county is drawn by us, so that their absence is no failure.
    request('GET /api/welcome').catch(() => undefined),
  ])
  return { county, tiles: welcome?.tiles ?? null }
}
