import { say } from '../i18n/language.ts'
import { live } from '../live/feed.ts'
import type { Picture } from '../live/picture.ts'

/**
 * A unit's name in the reader's language: its id when nobody registered it, an ellipsis before the server's first
 * word, because then no unit is known by name.
 */
export const unitNameIn = (units: Picture['units'], id: string): string => {
  const known = units.get(id)
  return known ? say(known.name) : units.size === 0 ? '…' : id
}

/** The same of the units as they are now. */
export const unitName = (id: string): string => unitNameIn(live.units, id)
