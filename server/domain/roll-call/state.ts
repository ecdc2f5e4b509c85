import type { LngLat } from '../geo.ts'
import type { DataOf } from '../observation/index.ts'
import type { Instant } from '../time.ts'
import type { CadenceSet } from './cadence.ts'
import type { CallChannel, RowState } from './words.ts'

/** An entry that said something, and when by its own clock. */
export interface Said {
  readonly seq: number
  readonly at: Instant
}
type About<K extends 'roll-call.answered-on-behalf' | 'roll-call.excused' | 'roll-call.hindered'> = Said &
  Omit<DataOf<K>, 'cycle' | 'target'>

export type Call = Said & Omit<DataOf<'roll-call.called'>, 'cycle' | 'target'>

/** What was heard of someone who was called. */
export interface Heard extends Said {
  readonly channel: CallChannel
  /** The device that was called; null for a phone's page. */
  readonly device: string | null
  /** The radio that answered, which need not be the one that was called; null for other channels. */
  readonly radio: string | null
  /** The radio site that carried the answer; null: not said. */
  readonly site: string | null
  /** Whose page it was; null for other channels. */
  readonly officer: string | null
  readonly place: LngLat | null
  readonly accuracyM: number | null
  /** After the last window had run out. */
  readonly late: boolean
}

/** A position reported while the row was open. */
export interface RowFix extends Said {
  readonly device: string
  readonly carrier: string | null
  readonly place: LngLat
  /** Null when the device does not say. */
  readonly accuracyM: number | null
}

/** One line of a roll-call: who is called, and everything heard of them. Replaced whole, never changed. */
export interface Row extends Said, DataOf<'roll-call.listed'> {
  /** Newest last, at most twelve. */
  readonly calls: readonly Call[]
  /** The call that began the window that runs, or ran last. */
  readonly windowSeq: number
  /** Tries whose window ran out unanswered while the channel worked. */
  readonly ended: number
  /** Somebody wants them called once more. */
  readonly retryAsked: Said | null
  readonly hindered: About<'roll-call.hindered'> | null
  /** The newest radio check that the gateway gave up, and why. */
  readonly unheard: (Said & Pick<DataOf<'radio.check-unanswered'>, 'why'> & { readonly request: string }) | null
  readonly missed: Said | null
  /** The first is what counts; others came over other channels. At most four. */
  readonly answers: readonly Heard[]
  /** The radio system says the radio is not on the network. */
  readonly offline: Said | null
  readonly behalf: About<'roll-call.answered-on-behalf'> | null
  readonly excuse: About<'roll-call.excused'> | null
  /** In the order of the devices' clocks, at most five of each device and thirty in all. */
  readonly fixes: readonly RowFix[]
  /** Whether anybody was seen in the room where they are to be. */
  readonly seen: (Said & Pick<DataOf<'post.observed'>, 'present' | 'source' | 'officer'>) | null
}

export interface Cycle extends Said, DataOf<'roll-call.opened'> {
  /** In the order in which they were listed. */
  readonly targets: readonly string[]
  readonly closed: (Said & Pick<DataOf<'roll-call.closed'>, 'by' | 'because'>) | null
}

export interface Draw {
  readonly commitment: string
  readonly committedAt: Instant
  readonly seed: string | null
}

/** What of roll-calls the journal has told so far, as plain data. */
export interface RollCallState {
  /** In the order in which they were set. */
  cadence: readonly CadenceSet[]
  /** By China day. */
  draws: Record<string, Draw>
  /** Open, and closed not long ago. */
  cycles: Record<string, Cycle>
  /** By `rowKey`. */
  rows: Record<string, Row>
  /** By unit: the newest slots for which a roll-call was opened, oldest first. */
  held: Record<string, readonly Instant[]>
}

export const noRollCall = (): RollCallState => ({ cadence: [], draws: {}, cycles: {}, rows: {}, held: {} })

export const rowKey = ({ cycle, target }: { readonly cycle: string; readonly target: string }): string =>
  `${cycle} ${target}`

/** What the board shows of a row. A direct answer outweighs every other word; the last of the others counts. */
export const stateOf = (
  { answers, behalf, excuse, hindered, missed, calls, retryAsked }: Row,
  closed = false,
): RowState => {
  if (answers.length > 0) return 'answered'
  const word = Math.max(behalf?.seq ?? -1, excuse?.seq ?? -1)
  const [call] = calls.slice(-1)
  const asked = Math.max(call?.seq ?? -1, retryAsked?.seq ?? -1)
  if (word > asked) return behalf && behalf.seq === word ? 'on-behalf' : 'excused'
  if (hindered) return 'unobservable'
  if (missed) return 'missed'
  return call && call.seq === asked && !closed ? 'calling' : 'pending'
}

/** Nothing more need be done about the row. */
export const isSettled = (state: RowState): boolean =>
  state === 'answered' || state === 'on-behalf' || state === 'excused'

/** When the window that runs for a row ends; undefined while none was opened. A try on several channels lasts to the last. */
export const windowEnd = ({ calls, windowSeq }: Row): Instant | undefined => {
  const running = calls.filter((c) => c.seq >= windowSeq)
  return running.length === 0 ? undefined : Math.max(...running.map((c) => c.until))
}
