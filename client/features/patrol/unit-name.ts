import { say } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'

/** A unit's name in the reader's language; its id when the picture does not have it. */
export const unitNameOf = (id: string): string => {
  const unit = live.units.get(id)
  return unit === undefined ? id : say(unit.name)
}
