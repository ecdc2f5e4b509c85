import type { ReviewEvent } from '../../../server/contract/reviews.ts'
import { readableIn } from '../../finding/fact.ts'
import { say, words } from '../../i18n/language.ts'

/** Whom or what an event is about, in the order in which they are read. */
const abouts = ['room', 'carrier', 'who', 'person', 'officer', 'camera'] as const
/** Ids that say something only beside their label, after everything else. */
const references = new Set(['stay', 'measure', 'act', 'use', 'order', 'sensor', 'recorder', 'radio', 'issi', 'site'])
/** What follows from the rest: the unit from the place, the device from whose it is. */
const implied = new Set<string>([...abouts, 'unit', 'device'])

/**
 * What an event says beside its kind, in the reader's words: first whom it is about, then what was told, last the
 * numbers of the files. A person without a name is an unknown one; anything else without a name stands by its id.
 */
export const wordsOf = (e: ReviewEvent): readonly string[] => {
  const t = words().review
  const fields: Readonly<Record<string, unknown>> = { ...e.data, room: e.room, carrier: e.carrier }
  const carried = e.carrier === `officer/${e.data.officer ?? e.data.who ?? ''}`
  const about = abouts.flatMap((field) => {
    const id = fields[field]
    if (typeof id !== 'string' || (carried && (field === 'officer' || field === 'who'))) return []
    const name = e.names[field]
    const held = field === 'person' || (field === 'who' && e.data.as === 'held')
    return [name ? say(name) : held ? t.unknownPerson : id.slice(id.indexOf('/') + 1)]
  })
  const labels: Readonly<Record<string, string>> = t.fields
  const told = Object.entries(e.data)
    .filter(([field]) => !implied.has(field))
    .map(([field, value]) => ({ field, words: `${labels[field] ?? field} ${readableIn(e.kind, field, value)}` }))
  const last = (field: string): boolean => references.has(field)
  const plain = told.filter(({ field }) => !last(field))
  return [...about, ...[...plain, ...told.filter(({ field }) => last(field))].map((one) => one.words)]
}
