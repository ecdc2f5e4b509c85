import type { Add } from './case-area-drafts.ts'
import type { CountyData } from './read-files.ts'

/** What the table of discretion bands says. */
export const addBands = (data: CountyData, add: Add): void => {
  for (const { value } of data.bands) {
    const { id, startsAt, endsAt, ...band } = value
    add('discretion-band.published', id, { band: id, ...band, validFrom: startsAt, validUntil: endsAt })
  }
}
