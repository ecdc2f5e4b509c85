import gcoord from 'gcoord'
import type { LngLat } from '../../domain/geo.ts'

/** The datums a file may declare. Everything is stored in WGS-84 (invariant I7). */
export const datums = ['wgs84', 'cgcs2000', 'gcj02', 'bd09'] as const
export type Datum = (typeof datums)[number]

const names: Readonly<Record<string, Datum>> = {
  wgs84: 'wgs84',
  'epsg:4326': 'wgs84',
  'urn:ogc:def:crs:ogc:1.3:crs84': 'wgs84',
  'urn:ogc:def:crs:epsg::4326': 'wgs84',
  cgcs2000: 'cgcs2000',
  'epsg:4490': 'cgcs2000',
  'urn:ogc:def:crs:epsg::4490': 'cgcs2000',
  gcj02: 'gcj02',
  bd09: 'bd09',
}

/** The datum of a name as people and programs write it; undefined when unknown. */
export const datumOf = (name: string): Datum | undefined =>
  names[
    name
      .trim()
      .toLowerCase()
      .replace(/^(wgs|gcj|bd)[-_ ](\d)/, '$1$2')
  ]

/** To WGS-84, rounded to a millionth of a degree when it had to be converted. CGCS2000 differs by centimetres and is kept. */
export const toWgs84 = (place: LngLat, datum: Datum): LngLat => {
  if (datum === 'wgs84' || datum === 'cgcs2000') return place
  const [lng, lat] = gcoord.transform(
    [place[0], place[1]],
    datum === 'gcj02' ? gcoord.GCJ02 : gcoord.BD09,
    gcoord.WGS84,
  )
  return [Math.round(lng * 1e6) / 1e6, Math.round(lat * 1e6) / 1e6]
}
