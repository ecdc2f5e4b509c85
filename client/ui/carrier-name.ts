import type { CarrierView } from '../../server/contract/views.ts'
import { language } from '../i18n/language.ts'
import { live } from '../live/feed.ts'
import type { Picture } from '../live/picture.ts'

/** The name of a car in the reader's language; an officer's stays as it is written. */
export const carrierName = ({ name, nameEn }: Pick<CarrierView, 'name' | 'nameEn'>): string =>
  language.get() === 'en' ? (nameEn ?? name) : name

/** The same by its id, which is what stands for one that nobody registered. */
export const carrierNameIn = (carriers: Picture['carriers'], id: string): string => {
  const known = carriers.get(id)
  return known ? carrierName(known) : id
}

/** The same of the carriers as they are now. */
export const carrierNameOf = (id: string): string => carrierNameIn(live.carriers, id)
