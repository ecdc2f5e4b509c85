import type { Facts } from '../../domain/finding.ts'
import type { LngLat } from '../../domain/geo.ts'
import type { Observation, ObservationKind } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import type { Cycle, Row } from '../../domain/roll-call/state.ts'
import { type Instant, minutes } from '../../domain/time.ts'
import type { Verdict } from '../../domain/verdict.ts'
import { deployments, orders } from '../basis.ts'
import { defineRule, type Moment, type Rule, type Taken } from '../define-rule.ts'

/**
 * A duty roster is an order, and answering when called is part of it. 内务条令 139 and 147 (坚守岗位、通讯畅通) say more,
 * but could not be read in full and are not quoted. No enactment gives numbers for roll-calls by radio.
 */
export const rollCallBasis = [orders, deployments] as const
/** From when on these rules judge: the younger of the sentences they rest on came into force earlier. */
export const ROLL_CALL_FROM = '2013-01-01'

/** What is told of a row by the roll-call itself. */
export const rowKinds = [
  'roll-call.listed',
  'roll-call.called',
  'roll-call.retry-asked',
  'roll-call.hindered',
  'roll-call.window-ended',
  'roll-call.answered',
  'roll-call.answered-on-behalf',
  'roll-call.excused',
  'roll-call.closed',
] as const satisfies readonly ObservationKind[]

type Told = Exclude<Taken<(typeof rowKinds)[number]>, { readonly kind: 'roll-call.closed' }>
/** A channel that went down says of the silence before it that nobody could have been heard. */
export const channelKinds = ['trunk.lost', 'trunk.restored'] as const satisfies readonly ObservationKind[]

/**
 * Whether a call of theirs went out, or its window ran, while the way to their radio was down, and over nothing else: its
 * silence says nothing of them, whether or not the roll-call itself was told.
 */
export const isDeaf = (row: Row, { radio }: Register): boolean =>
  [...new Set(row.calls.map((c) => c.try))].some((one) => {
    const last = row.calls.findLast((c) => c.try === one)!
    // One try on several channels is one window; what was called again after a hindrance began anew.
    const together = row.calls.filter((c) => c.try === one && c.device !== null && c.until >= last.at)
    return (
      together.length > 0 && together.every((c) => c.channel === 'radio' && radio.wasDown(c.device!, c.at, c.until))
    )
  })

const told: ReadonlySet<ObservationKind> = new Set<ObservationKind>(rowKinds)
const isTold = (o: Observation): o is Told => told.has(o.kind) && o.kind !== 'roll-call.closed'

/** Rows that an observation bears on, of roll-calls that are open or were closed not long ago. */
export const rowsOf = (o: Observation, { rollCall, radio }: Register): readonly Row[] => {
  if (o.kind === 'roll-call.closed') return rollCall.rows(o.data.cycle)
  if (o.kind === 'trunk.lost' || o.kind === 'trunk.restored') return rowsOver(o.data.gateway, rollCall, radio)
  // What ends a duty need not say whose it was: everybody of its unit is looked at again.
  if (o.kind === 'duty.cancelled' || o.kind === 'duty.swapped')
    return everyRow(rollCall).filter((row) => row.unit === o.data.unit)
  if (isTold(o)) return [rollCall.row(o.data.cycle, o.data.target)].flatMap((row) => row ?? [])
  const people = peopleIn(o)
  return people.length > 0 ? rowsAbout(people, rollCall) : rollCall.reached(o)
}

/** The rows of which some channel goes over a gateway. */
const rowsOver = (gateway: string, rollCall: Register['rollCall'], radio: Register['radio']): readonly Row[] =>
  everyRow(rollCall).filter((row) => row.channels.some((c) => radio.radio(c.device)?.gateway === gateway))

/** The rows of some carriers, or of somebody in their crews. */
const rowsAbout = (people: readonly string[], rollCall: Register['rollCall']): readonly Row[] =>
  everyRow(rollCall).filter((row) =>
    people.some((p) => p === row.carrier || row.officers.some((officer) => p === `officer/${officer}`)),
  )

const everyRow = (rollCall: Register['rollCall']): readonly Row[] =>
  rollCall.cycles().flatMap(({ cycle }) => rollCall.rows(cycle))

const none: readonly never[] = []

/** Whom an order, a task, a leave or a report is about: what is known late excuses what it covered. */
const peopleIn = (o: Observation): readonly string[] => {
  switch (o.kind) {
    case 'dispatch.ordered':
      return o.data.carriers
    case 'task.approved':
    case 'shift.scheduled':
    case 'shift.cancelled':
      return [o.data.carrier]
    case 'leave.approved':
    case 'post.absence-reported':
      return [`officer/${o.data.officer}`]
    default:
      return none
  }
}

/** How long after its closing a row is still judged; the register remembers it a little longer. */
const JUDGED_MS = minutes(110)

export interface RowWrong {
  readonly since: Instant
  readonly seqs: readonly number[]
  readonly facts?: Facts
  readonly place?: LngLat | null
  /** The unit that answers for it; the row's own unless told. */
  readonly unit?: string | null
  /** Whom it concerns; those of the row unless told. */
  readonly officers?: readonly string[]
}
export type RowJudgement =
  | RowWrong
  | { readonly missing: string }
  | { readonly dueAt: Instant; readonly startedAt: Instant }
  | undefined

interface Named {
  readonly cycle: string
  readonly target: string
}

type Head<K extends ObservationKind, P> = Pick<
  Rule<Named | null, P, K>,
  'id' | 'title' | 'grade' | 'limits' | 'paramSchema' | 'params'
> &
  Partial<Pick<Rule<Named | null, P, K>, 'localSettings' | 'shipsOff'>>

/** A rule on one line of a roll-call. The register holds the line; the cell only remembers which one it is. */
export const rowRule = <K extends ObservationKind, P>(
  rule: Head<K, P> & {
    /** What is looked at besides the roll-call itself. */
    readonly hears: readonly K[]
    readonly judge: (row: Row, cycle: Cycle, law: P, moment: Moment<P>) => RowJudgement
  },
): Rule<Named | null, P, K | (typeof rowKinds)[number]> => {
  const { judge, hears, ...head } = rule
  return defineRule<Named | null, P, K | (typeof rowKinds)[number]>({
    localSettings: [],
    ...head,
    citations: rollCallBasis,
    consumes: [...rowKinds, ...hears],
    subject: subjectsOfRows,
    initial: null,
    evolve: (state, _, { subject }) => state ?? named(subject),
    evaluate(state, moment): Verdict {
      const { now, register, paramsAt } = moment
      const row = state === null ? undefined : register.rollCall.row(state.cycle, state.target)
      const cycle = state === null ? undefined : register.rollCall.cycle(state.cycle)
      if (!row || !cycle) return { is: 'clear', forgetAt: now + 1 }
      const law = paramsAt(row.at)
      const forgetAt = cycle.closed === null ? undefined : Math.max(now + 1, cycle.closed.at + JUDGED_MS)
      const until = forgetAt === undefined ? {} : { forgetAt }
      const found = law === undefined ? undefined : judge(row, cycle, law, moment)
      if (found === undefined)
        return forgetAt === undefined ? { is: 'clear', forgetAt: NEVER_MS + now } : { is: 'clear', ...until }
      if ('missing' in found) return { is: 'unknown', missing: found.missing, ...until }
      if ('dueAt' in found) return { is: 'pending', ...found }
      const { since, seqs, facts = {}, place = null, unit = row.unit, officers = row.officers } = found
      return {
        is: 'breach',
        since,
        evidence: [...new Set(seqs)].sort((a, b) => a - b),
        facts: { cycle: row.cycle, post: row.post, ...facts },
        concerns: { unit, carrier: row.carrier, officers, place },
        ...until,
      }
    },
  })
}

/** An open roll-call is closed within hours; a journal that never says so is let go of after a week. */
const NEVER_MS = minutes(7 * 1440)

export const subjectOf = ({ cycle, target }: Named): string => `${cycle}/${target}`
const subjectsOfRows = (o: Observation, register: Register): readonly string[] => {
  const rows = rowsOf(o, register)
  return rows.length === 0 ? none : rows.map(subjectOf)
}
const named = (subject: string): Named => {
  const at = subject.indexOf('/')
  return { cycle: subject.slice(0, at), target: subject.slice(at + 1) }
}
