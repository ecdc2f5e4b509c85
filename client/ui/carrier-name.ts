import type { CarrierView } from '../../server/contract/views.ts'
import { language } from '../i18n/language.ts'

/** The name of a car in the reader's language; an officer's stays as it is written. */
export const carrierName = ({ name, nameEn }: Pick<CarrierView, 'name' | 'nameEn'>): string =>
  language.get() === 'en' ? (nameEn ?? name) : name
