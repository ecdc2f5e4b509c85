import type { Mark } from '../custody/marks.ts'
import type { Entry } from '../entry.ts'
import type { LngLat } from '../geo.ts'
import { polygonIndex } from '../geometry/polygon-index.ts'
import type { Instant } from '../time.ts'
import { applyRadio, channelKey } from './fold.ts'
import { emptyRadio, type Radio, type RadioSite, type RadioState, type Sighting } from './state.ts'

/** Whether a channel worked. `unknown`: nobody has said yet, so its silence means nothing either. */
export interface Channel {
  readonly is: 'up' | 'down' | 'unknown'
  /** Since when it is so; undefined when unknown. */
  readonly since: Instant | undefined
  readonly evidence: readonly number[]
}

/** Whether a radio at a place is expected to be heard. `unknown`: no site's coverage contains it, but one is not known. */
export type Coverage =
  | { readonly is: 'covered'; readonly sites: readonly RadioSite[] }
  | { readonly is: 'outside' }
  | { readonly is: 'unknown' }

/** Read-only face of what the journal has told of radios, their sites and the gateways to them. */
export type RadioRegister = Omit<ReturnType<typeof createRadioRegister>, 'apply'>

/** Radios and who carries them, sites and where they reach, and whether we could hear. No clock, no I/O. */
export const createRadioRegister = (state: RadioState = emptyRadio()) => {
  /** Radios by who has them; thrown away when one is handed to another. */
  let holders: ReadonlyMap<string, readonly Radio[]> | undefined
  const heldBy = (holder: string): readonly Radio[] => {
    holders ??= byHolder(Object.values(state.radios))
    return holders.get(holder) ?? []
  }
  const marked = (key: string, at: Instant): Mark | undefined => state.channels[key]?.findLast((m) => m.at <= at)
  const siteOf = (radio: string, at: Instant): string | null =>
    state.sightings[radio]?.findLast((s) => s.at <= at && s.site !== null)?.site ?? null

  /** Whether radios could be heard over the gateway, and over the one site where one is named, at `at`. */
  const channel = (gateway: string, site: string | null, at: Instant): Channel => {
    const marks = [
      marked(channelKey(gateway, null), at),
      site === null ? undefined : marked(channelKey(gateway, site), at),
    ]
    const down = marks.find((m) => m && !m.on)
    const told = down ?? marks[1] ?? marks[0]
    if (!told) return { is: 'unknown', since: undefined, evidence: [] }
    return { is: down ? 'down' : 'up', since: told.at, evidence: [told.seq] }
  }

  return {
    apply: (entry: Entry): void => {
      if (entry.observation.kind === 'radio.assigned') holders = undefined
      applyRadio(state, entry)
    },
    trunk: (gateway: string) => state.trunks[gateway],
    trunks: () => Object.values(state.trunks),
    site: (id: string | null | undefined): RadioSite | undefined => (id ? state.sites[id] : undefined),
    sites: (): readonly RadioSite[] => Object.values(state.sites),
    talkgroup: (id: string) => state.talkgroups[id],
    talkgroups: () => Object.values(state.talkgroups),
    radio: (id: string | null | undefined): Radio | undefined => (id ? state.radios[id] : undefined),
    radios: (): readonly Radio[] => Object.values(state.radios),
    /** The radios a vehicle or an officer carries. */
    radiosOf: (carrier: string): readonly Radio[] => heldBy(carrier),
    /** The fixed radios of a duty room or service window. */
    radiosAt: (post: string): readonly Radio[] => heldBy(`post/${post}`),
    /** All equipment a unit answers for, carried, fixed and in store. */
    radiosOfUnit: (unit: string): readonly Radio[] => heldBy(`unit/${unit}`),
    channel,
    /** Whether we could have heard this radio at `at`: its gateway, and the site it was last heard over. */
    channelOf: (radio: string, at: Instant): Channel => {
      const known = state.radios[radio]
      return known ? channel(known.gateway, siteOf(radio, at), at) : { is: 'unknown', since: undefined, evidence: [] }
    },
    /** Whether the way to this radio, as we knew it at `from`, was down at any moment from then until `to`. */
    wasDown: (radio: string, from: Instant, to: Instant): boolean => {
      const gateway = state.radios[radio]?.gateway
      if (gateway === undefined) return false
      const site = siteOf(radio, from)
      const keys = [channelKey(gateway, null), ...(site === null ? [] : [channelKey(gateway, site)])]
      return keys.some(
        (key) =>
          marked(key, from)?.on === false || state.channels[key]?.some((m) => !m.on && m.at > from && m.at <= to),
      )
    },
    /** The last sign of life of a radio at or before `at`. */
    heard: (radio: string, at: Instant): Sighting | undefined => state.sightings[radio]?.findLast((s) => s.at <= at),
    /** Every sign of life that is remembered, oldest first; at most 96. */
    sightings: (radio: string): readonly Sighting[] => state.sightings[radio] ?? [],
    /** The site a radio was last heard over at or before `at`; null: never said. */
    siteOf,
    /** Whether it was registered at `at`; undefined: nothing was ever said. */
    registered: (radio: string, at: Instant): boolean | undefined =>
      state.sightings[radio]?.findLast((s) => s.at <= at && s.registered !== null)?.registered ?? undefined,
    /** Whether a radio of this gateway (of any, when left out) is expected to be heard at a place. */
    coverage: (place: LngLat, gateway?: string): Coverage => {
      const sites = Object.values(state.sites).filter((s) => gateway === undefined || s.gateway === gateway)
      const reach = sites.filter((s) => s.coverage !== null && polygonIndex(s.coverage).covers(place))
      if (reach.length > 0) return { is: 'covered', sites: reach }
      return sites.length > 0 && sites.every((s) => s.coverage !== null) ? { is: 'outside' } : { is: 'unknown' }
    },
  }
}

const byHolder = (radios: readonly Radio[]): ReadonlyMap<string, readonly Radio[]> => {
  const found = new Map<string, Radio[]>()
  const add = (holder: string, radio: Radio): void => {
    const held = found.get(holder)
    if (held) held.push(radio)
    else found.set(holder, [radio])
  }
  for (const radio of radios) {
    if (radio.carrier !== null) add(radio.carrier, radio)
    if (radio.post !== null) add(`post/${radio.post}`, radio)
    add(`unit/${radio.unit}`, radio)
  }
  return found
}
