import type { LngLat } from '../../domain/geo.ts'
import { METRES_PER_DEGREE, metresPerDegreeLng } from '../../domain/geometry/metric.ts'
import type { RadioMake } from '../../domain/observation/radio.ts'
import type { Add } from './case-area-drafts.ts'
import { toWgs84 } from './datum.ts'
import type { CountyData } from './read-files.ts'

const CORNERS = 48

/** A site's reach as a ring: a table has room for a radius, a survey is drawn elsewhere. */
const circle = ([lng, lat]: LngLat, radiusM: number): LngLat[] =>
  Array.from({ length: CORNERS + 1 }, (_, i) => {
    const angle = ((i % CORNERS) / CORNERS) * 2 * Math.PI
    const round = (n: number) => Math.round(n * 1e6) / 1e6
    return [
      round(lng + (radiusM * Math.cos(angle)) / metresPerDegreeLng(lat)),
      round(lat + (radiusM * Math.sin(angle)) / METRES_PER_DEGREE),
    ]
  })

/** What the tables of radio systems say: sites and groups before the radios. */
export const addRadios = (data: CountyData, add: Add): void => {
  for (const { value: v } of data['radio-sites']) {
    const place = toWgs84([v.longitude, v.latitude], v.datum ?? 'wgs84')
    add('radio-site.registered', v.id, {
      site: v.id,
      gateway: v.gateway,
      name: { zh: v.name, en: v.nameEn || v.name },
      place,
      coverage: v.radiusM === null ? null : [circle(place, v.radiusM)],
    })
  }
  for (const { value: v } of data.talkgroups)
    add('talkgroup.registered', v.id, {
      talkgroup: v.id,
      gateway: v.gateway,
      name: { zh: v.name, en: v.nameEn || v.name },
      unit: v.unit,
    })
  for (const { value: v } of data.radios)
    add('radio.assigned', v.id, {
      radio: v.id,
      make: v.id.split(':')[0] as RadioMake,
      gateway: v.gateway,
      carrier: v.carrier,
      post: v.post,
      unit: v.unit,
      talkgroups: v.talkgroups,
    })
}
