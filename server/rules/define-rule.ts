import type { z } from 'zod'
import type { Entry } from '../domain/entry.ts'
import type { Grade } from '../domain/finding.ts'
import type { ObservationKind, ObservationOf } from '../domain/observation/index.ts'
import type { Register } from '../domain/register.ts'
import type { Text } from '../domain/text.ts'
import { chinaDay, type Instant } from '../domain/time.ts'
import type { Verdict } from '../domain/verdict.ts'

/** The sentence of an enactment that a rule relies on. */
export interface Citation {
  /** Full name, such as 治安管理处罚法. */
  readonly law: string
  /** Such as 第九十七条. */
  readonly article: string
  /** Verbatim; a test finds it word for word in the statute. */
  readonly text: string
  /** China dates; `until` is the first day it no longer holds. */
  readonly inForce: { readonly from: string; readonly until?: string }
  /** How the sentence was checked: `verified` in the full text, or only in a secondary source. */
  readonly checked: 'verified' | 'secondary'
  /** The file in the statutes folder that holds it, without extension; absent when only read elsewhere. */
  readonly source?: string
}

/** One value per period of the law, oldest first, without gaps. */
export type DatedParams<P> = readonly { readonly from: string; readonly value: P }[]

/** A value that the law leaves open and the bureau sets; the default is ours and says so on screen. */
export interface LocalSetting {
  readonly param: string
  readonly title: Text
  readonly unit: 'minute' | 'second' | 'metre' | 'km/h' | 'percent' | 'count' | 'hour' | 'day'
}

export interface Moment<Params> {
  /** Our clock: the moment being judged. */
  readonly now: Instant
  /** The values in force at an instant of law; undefined before the rule came into force. */
  readonly paramsAt: (at: Instant) => Params | undefined
  readonly register: Register
  readonly subject: string
}

/** The observations of some kinds as a union, so that asking for the kind tells what the data are. */
export type Taken<Kind extends ObservationKind> = Kind extends ObservationKind ? ObservationOf<Kind> : never

/** One legal duty, one file, always in this order (docs/architecture.md). */
export interface Rule<State = unknown, Params = unknown, Kind extends ObservationKind = ObservationKind> {
  /** Its path: `patrol.leaves-beat`. */
  readonly id: string
  /** A statement of what is wrong. */
  readonly title: Text
  readonly grade: Grade
  readonly citations: readonly [Citation, ...Citation[]]
  readonly paramSchema: z.ZodType<Params>
  readonly params: DatedParams<Params>
  readonly localSettings: readonly LocalSetting[]
  /** What this rule cannot see; the console shows it beside every finding. */
  readonly limits: Text
  /** Off until the bureau switches it on: the source could not be read in full, or is of doubtful validity. */
  readonly shipsOff?: Text
  readonly consumes: readonly Kind[]
  /** The cells an observation belongs to: a stay, a carrier, a shift. `recordedAt` tells late reports from timely ones. */
  readonly subject: (
    observation: Taken<Kind>,
    register: Register,
    recordedAt: Instant,
  ) => string | readonly string[] | undefined
  readonly initial: State
  /** A fold. The result must be JSON-serialisable, bounded in size, and keep the `seq` of every entry relied on. */
  readonly evolve: (state: State, entry: Entry<Taken<Kind>>, context: EvolveContext<Params>) => State
  readonly evaluate: (state: State, moment: Moment<Params>) => Verdict
  /**
   * Whether a state leaves nothing to be judged, at any time and whatever the register tells: the verdict would be
   * clear. From one such state to the next the engine does not ask, unless a finding is open or a look was promised.
   * Nearly every position leads from one to the next.
   */
  readonly quiet?: (state: State) => boolean
}

export interface EvolveContext<Params = unknown> {
  readonly register: Register
  /** The values in force at an instant of law; undefined before the rule came into force. */
  readonly paramsAt: (at: Instant) => Params | undefined
  readonly subject: string
}

/** A rule as the engine sees it, whatever its state and parameters. */
// biome-ignore lint/suspicious/noExplicitAny: the one place where rules of different shapes stand in one list
export type AnyRule = Rule<any, any, any>

export const defineRule = <State, Params, Kind extends ObservationKind>(
  rule: Rule<State, Params, Kind>,
): Rule<State, Params, Kind> => rule

/** Makes the look-up `at → value in force`; the China day that `from` names begins at its midnight. */
export const lookUp = <P>(dated: DatedParams<P>): ((at: Instant) => P | undefined) => {
  const steps = dated.map(({ from, value }) => ({ from: chinaDay(from), value }))
  return (at) => {
    for (let i = steps.length - 1; i >= 0; i--) if (steps[i]!.from <= at) return steps[i]!.value
    return undefined
  }
}
