import type { Mark } from '../custody/marks.ts'
import type { DataOf } from '../observation/index.ts'
import type { Instant } from '../time.ts'

export type Radio = DataOf<'radio.assigned'>
export type RadioSite = DataOf<'radio-site.registered'>
export type Talkgroup = DataOf<'talkgroup.registered'>
export type Trunk = DataOf<'trunk.installed'>

/** A trunked radio, by its name `<make>:<network>-<number>`; what else an officer carries is a phone or a camera. */
const RADIO = /^(hytera|motorola|tetra|other):/
export const isRadio = (device: string): boolean => RADIO.test(device)

/** A sign of life of a radio, by its system's clock. */
export interface Sighting {
  readonly at: Instant
  readonly seq: number
  /** The site that carried it; null: not said. */
  readonly site: string | null
  readonly gateway: string
  /** Whether it was registered after it; null: it says nothing about that. */
  readonly registered: boolean | null
}

/** What of the radio systems the journal has told so far, as plain data. */
export interface RadioState {
  trunks: Record<string, Trunk>
  sites: Record<string, RadioSite>
  talkgroups: Record<string, Talkgroup>
  radios: Record<string, Radio>
  /** Newest last, in the order of the systems' clocks. */
  sightings: Record<string, Sighting[]>
  /** Reachable (on) or lost (off); the key is the gateway's id, or `gateway/site`. */
  channels: Record<string, Mark[]>
}

export const emptyRadio = (): RadioState => ({
  trunks: {},
  sites: {},
  talkgroups: {},
  radios: {},
  sightings: {},
  channels: {},
})
