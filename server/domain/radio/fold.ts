import { type Mark, pruned, withMark } from '../custody/marks.ts'
import type { Entry } from '../entry.ts'
import type { ObservationKind } from '../observation/index.ts'
import { days } from '../time.ts'
import type { RadioState, Sighting } from './state.ts'

export const radioKinds: readonly ObservationKind[] = [
  'trunk.installed',
  'trunk.lost',
  'trunk.restored',
  'radio-site.registered',
  'talkgroup.registered',
  'radio.assigned',
  'radio.registered',
  'radio.left',
  'radio.checked',
  'radio.texted',
  'radio.emergency',
]

/** Signs of life kept of one radio: a day of hourly renewals and two of roll-calls. */
const MOST_SIGHTINGS = 96
/** How long losses of a channel are remembered after the newest mark. */
const CHANNEL_MS = days(40)
const MOST_MARKS = 600

export const channelKey = (gateway: string, site: string | null): string =>
  site === null ? gateway : `${gateway}/${site}`

/** Takes the next entry into `state`, which it changes. */
export const applyRadio = (state: RadioState, { seq, observation: o }: Entry): void => {
  const { observedAt: at } = o
  const seen = (
    { radio, gateway, site }: { radio: string; gateway: string; site: string | null },
    registered: boolean | null,
  ): void => {
    state.sightings[radio] = withSighting(state.sightings[radio] ?? [], { at, seq, gateway, site, registered })
  }
  const mark = (gateway: string, site: string | null, on: boolean): void => {
    const key = channelKey(gateway, site)
    state.channels[key] = bounded(withMark(state.channels[key] ?? [], { at, on, seq }))
  }
  switch (o.kind) {
    case 'trunk.installed':
      state.trunks[o.data.gateway] = o.data
      break
    case 'radio-site.registered':
      state.sites[o.data.site] = o.data
      break
    case 'talkgroup.registered':
      state.talkgroups[o.data.talkgroup] = o.data
      break
    case 'radio.assigned':
      state.radios[o.data.radio] = o.data
      break
    case 'radio.registered':
      seen(o.data, true)
      break
    case 'radio.left':
      seen(o.data, false)
      break
    case 'radio.checked':
      seen(o.data, o.data.online ? null : false)
      break
    case 'radio.emergency':
      seen(o.data, null)
      break
    case 'radio.texted':
      seen({ ...o.data, site: null }, null)
      break
    case 'trunk.lost':
    case 'trunk.restored':
      mark(o.data.gateway, o.data.site, o.kind === 'trunk.restored')
  }
}

const withSighting = (all: readonly Sighting[], one: Sighting): Sighting[] => {
  let i = all.length
  while (i > 0 && all[i - 1]!.at > one.at) i--
  const next = [...all.slice(0, i), one, ...all.slice(i)]
  return next.length > MOST_SIGHTINGS ? next.slice(-MOST_SIGHTINGS) : next
}

const bounded = (marks: readonly Mark[]): Mark[] => {
  const kept = marks.length > 64 ? pruned(marks, marks.at(-1)!.at - CHANNEL_MS) : [...marks]
  return kept.length > MOST_MARKS ? kept.slice(-MOST_MARKS) : kept
}
