import type { Call, LostCall } from '../dispatch/call.ts'

/** Minutes after the scenario's start; negative is before. */
export type Minute = number

/** Somewhere to go. */
export type Place =
  | { readonly unit: string }
  | { readonly area: string }
  | { readonly village: string }
  /** The road node nearest to the beat that is at least so far outside it, and inside the county. */
  | { readonly outsideBeat: string; readonly metres: number }
  /** A junction on the beat's round, by the share of the round driven before it: 0 to 1. */
  | { readonly onBeat: string; readonly share: number }
  /** Where a trunk road ends beyond the county border. */
  | { readonly beyond: 'north' | 'south' | 'east' | 'west' }

/** What somebody in the cast does, or what happens to their equipment. `patrol` is what they do without a script. */
export type Step =
  | { readonly at: Minute; readonly do: 'patrol' }
  /** Drives there and stays until another step says otherwise. */
  | { readonly at: Minute; readonly do: 'go'; readonly to: Place }
  /** Pulls up at once and stays until another step says otherwise. */
  | { readonly at: Minute; readonly do: 'stop'; readonly engine: 'on' | 'off' }
  /** Drives at a multiple of the limit. */
  | { readonly at: Minute; readonly do: 'hurry'; readonly times: number; readonly forMin: number }
  /** The radio network does not reach it: it buffers, and sends everything afterwards. */
  | { readonly at: Minute; readonly do: 'lose-coverage'; readonly forMin: number }
  /** Somebody pulled its plug: nothing is measured and nothing kept. */
  | { readonly at: Minute; readonly do: 'lose-power'; readonly forMin: number }
  /** The receiver is off by a wandering amount, as between high buildings. */
  | { readonly at: Minute; readonly do: 'drift'; readonly metres: number; readonly forMin: number }
  /** The phone reports positions an app made up. */
  | {
      readonly at: Minute
      readonly do: 'mock'
      readonly offsetM: readonly [east: number, north: number]
      readonly forMin: number
    }
  | { readonly at: Minute; readonly do: 'press-sos' }

export type Actor =
  | {
      readonly car: string
      readonly script: readonly Step[]
      /** Where the engine starts; the beginning of its beat unless told. */
      readonly from?: Place
    }
  /** On foot in the county seat, or beside the driver of a car. */
  | {
      readonly officer: string
      /** A car of the cast, or on foot. */
      readonly in: string
      /** On foot: walks inside this beat; anywhere in the seat unless told. */
      readonly beat?: string
      readonly script: readonly Step[]
      /** Reports only while the county's roster has the officer on duty. */
      readonly byRoster?: boolean
    }

/** What the dispatch, roster and approval systems know: it reaches the bureau by import, not from the field. */
export interface Reference {
  readonly shifts: readonly {
    readonly carrier: string
    readonly beat: string | null
    readonly from: Minute
    readonly to: Minute
  }[]
  readonly tasks: readonly {
    readonly carrier: string
    readonly purpose: string
    readonly from: Minute
    readonly to: Minute
  }[]
  readonly orders: readonly {
    readonly carriers: readonly string[]
    readonly urgent: boolean
    readonly from: Minute
    readonly to: Minute
  }[]
}

/** A finding that must come, and when its breach begins; what is not listed must not come. */
export interface Expected {
  readonly rule: string
  /** The beginning of the finding's subject: `vehicle/C05`. */
  readonly subject: string
  readonly since: Minute
  /** How far `since` may be off, in minutes. */
  readonly tolerance: Minute
}

/** What the 110 desk has to deal with: the calls of a scene, or calls without end. */
export type DeskPlan =
  | { readonly is: 'scene'; readonly calls: readonly Call[]; readonly lost: readonly LostCall[] }
  | { readonly is: 'living' }

/** A piece of life in the county, as data. */
export interface Scenario {
  readonly id: string
  readonly title: { readonly zh: string; readonly en: string }
  /** Minutes it lasts. */
  readonly lasts: Minute
  readonly cast: readonly Actor[]
  readonly reference: Reference
  /** Nobody calls unless told. */
  readonly desk?: DeskPlan
  readonly expects: readonly Expected[]
  /** The same scene done wrong: this one is its lawful twin and finds nothing. */
  readonly lawfulTwinOf?: string
}

/** When a scenario starts unless told otherwise: 2026-03-10 10:00 in China, a Tuesday. */
export const DEFAULT_START = Date.parse('2026-03-10T10:00:00+08:00')
