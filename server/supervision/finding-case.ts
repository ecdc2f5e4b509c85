import { REALARM_AFTER_MS } from '../contract/actions.ts'
import type { FindingStatus, FindingView, StepView } from '../contract/views.ts'
import type { Entry } from '../domain/entry.ts'
import type { Finding } from '../domain/finding.ts'
import type { DataOf, Observation } from '../domain/observation/index.ts'
import type { Text } from '../domain/text.ts'
import type { Instant } from '../domain/time.ts'
import type { EngineEvent } from '../engine/event.ts'

/** A finding with everything that was ever done about it. Plain data: it lives in a table and in snapshots. */
export interface FindingCase {
  readonly view: FindingView
  readonly history: readonly StepView[]
}

/** Whoever acts without being a person. */
export const SYSTEM = 'system'

type OpenedEvent = Extract<EngineEvent, { is: 'opened' | 'continued' }>
type EndedEvent = Extract<EngineEvent, { is: 'ended' }>
type ActKind = Extract<Observation['kind'], `finding.${string}`>
type Act = Extract<Observation, { kind: ActKind }>

/** The last entry that could have caused an input; part of what the console is told. */
interface When {
  readonly seq: number
}

export const isAct = (observation: Observation): observation is Act => observation.kind.startsWith('finding.')

/** Nothing more is to be done: it may leave the memory. */
export const isFinal = ({ view }: FindingCase): boolean =>
  !view.active && (view.status === 'closed' || view.status === 'dismissed')

const step = (seq: number, at: Instant, by: string, what: string, detail: StepView['detail'] = {}): StepView => ({
  seq,
  at,
  by,
  what,
  detail,
})

const settle = (view: FindingView, seq: number): FindingView => ({ ...view, seq, status: statusOf(view) })

const statusOf = (view: FindingView): FindingStatus => {
  if (view.closed) return 'closed'
  if (view.dismissal) return view.dismissal.confirmed ? 'dismissed' : 'dismissal-proposed'
  if (view.shelved) return 'shelved'
  if (view.verified) return 'verified'
  return view.acknowledged ? 'acknowledged' : 'new'
}

const fresh = (finding: Finding, title: Text, seq: number): FindingView => ({
  finding,
  title,
  active: true,
  endedAt: null,
  acknowledged: null,
  claimed: null,
  shelved: null,
  shelvingProposed: null,
  verified: null,
  dismissal: null,
  closed: null,
  storm: null,
  status: 'new',
  seq,
})

/**
 * The condition holds. A finding that had ended comes back: after a pause of `REALARM_AFTER_MS` it must be
 * seen again; within it the flicker keeps its acknowledgement. What was closed or dismissed stays so.
 */
export const onBreach = (
  known: FindingCase | undefined,
  { finding, at }: OpenedEvent,
  title: Text,
  { seq }: When,
): FindingCase => {
  if (!known)
    return {
      view: fresh(finding, title, seq),
      history: [step(seq, at, SYSTEM, 'opened', { facts: finding.facts, evidence: finding.evidence })],
    }
  const { view, history } = known
  // The finding keeps the moment at which we could first know.
  const grown: FindingView = { ...view, finding: { ...finding, openedAt: view.finding.openedAt } }
  if (view.active) return { view: settle(grown, seq), history }
  const finished = view.status === 'closed' || view.status === 'dismissed'
  const again = !finished && at - (view.endedAt ?? at) >= REALARM_AFTER_MS
  return {
    view: settle({ ...grown, active: true, endedAt: null, acknowledged: again ? null : view.acknowledged }, seq),
    history: [...history, step(seq, at, SYSTEM, 'reopened')],
  }
}

/**
 * The condition ended by itself. Latching: it still waits to be seen. Only a finding that was restated,
 * because later knowledge moved its beginning, is closed at once when nobody had decided on it: the one
 * with the true beginning stands in its place.
 */
export const onEnded = ({ view, history }: FindingCase, event: EndedEvent, { seq }: When): FindingCase => {
  const restated = event.because === 'restated' && (view.status === 'new' || view.status === 'acknowledged')
  const closed = restated ? { by: SYSTEM, at: event.at, reason: 'restated' } : view.closed
  return {
    view: settle({ ...view, active: false, endedAt: event.at, closed }, seq),
    history: [...history, step(seq, event.at, SYSTEM, 'ended', { because: event.because })],
  }
}

/** A timed shelving ran out. */
export const onShelvingOver = ({ view, history }: FindingCase, at: Instant, { seq }: When): FindingCase =>
  view.shelved && view.shelved.until <= at
    ? {
        view: settle({ ...view, shelved: null }, seq),
        history: [...history, step(seq, view.shelved.until, SYSTEM, 'shelving-over')],
      }
    : { view, history }

/** The storm a finding belongs to; no step of its own, it only folds the queue. */
export const inStorm = ({ view, history }: FindingCase, storm: string, { seq }: When): FindingCase => ({
  view: { ...view, storm, seq },
  history,
})

/**
 * What a person did, as the journal has it. An act that no longer fits (two consoles, one finding) changes
 * nothing: permission was judged before it was journalled, so here only the state counts.
 */
export const onAct = (known: FindingCase, entry: Entry<Act>): FindingCase => {
  const { observation, recordedAt: at, seq } = entry
  const { by } = observation.data
  const changed = effect(known.view, observation, at)
  if (!changed) return known
  const { finding: _, by: __, ...detail } = observation.data
  const holder = changed.claimed?.by === by ? { by, at } : changed.claimed
  return {
    view: settle({ ...changed, claimed: holder }, seq),
    history: [...known.history, step(seq, at, by, observation.kind.slice('finding.'.length), detail)],
  }
}

/** The step that a note on a finished finding, or footage pinned to it, adds to its history; undefined for other acts. */
export const lateNote = ({ observation, recordedAt, seq }: Entry<Act>): StepView | undefined => {
  if (observation.kind !== 'finding.noted' && observation.kind !== 'finding.evidence-pinned') return undefined
  const { finding: _, by, ...detail } = observation.data
  return step(seq, recordedAt, by, observation.kind.slice('finding.'.length), detail)
}

const effect = (view: FindingView, act: Act, at: Instant): FindingView | undefined => {
  const { by } = act.data
  if (act.kind === 'finding.noted' || act.kind === 'finding.evidence-pinned') return view
  if (view.status === 'closed' || view.status === 'dismissed') return undefined
  switch (act.kind) {
    case 'finding.acknowledged':
      return view.acknowledged ? undefined : { ...view, acknowledged: { by, at } }
    case 'finding.claimed':
      return { ...view, claimed: { by, at } }
    case 'finding.released':
      return view.claimed?.by === by ? { ...view, claimed: null } : undefined
    case 'finding.shelved':
      return shelved(view, act.data)
    case 'finding.shelving-proposed':
      return { ...view, shelvingProposed: { by, at, until: act.data.until, reason: act.data.reason } }
    case 'finding.shelving-refused':
      return view.shelvingProposed ? { ...view, shelvingProposed: null } : undefined
    case 'finding.unshelved':
      return view.shelved ? { ...view, shelved: null } : undefined
    case 'finding.verified':
      return { ...view, verified: { by, at, outcome: act.data.outcome, reason: act.data.reason } }
    case 'finding.dismissal-proposed':
      return proposed(view, act.data, at)
    case 'finding.dismissal-confirmed':
      // Nobody confirms what they proposed, whatever reached the journal.
      return view.dismissal && view.dismissal.proposedBy !== by
        ? { ...view, dismissal: { ...view.dismissal, confirmed: { by, at } } }
        : undefined
    case 'finding.dismissal-refused':
      return view.dismissal ? { ...view, dismissal: null } : undefined
    case 'finding.closed':
      return { ...view, closed: { by, at, reason: act.data.reason } }
  }
}

const shelved = (view: FindingView, data: DataOf<'finding.shelved'>): FindingView | undefined => {
  if (view.finding.grade === 'A' && (data.secondedBy === null || data.secondedBy === data.by)) return undefined
  const { by, until, reason, secondedBy } = data
  return { ...view, shelved: { by, until, reason, secondedBy }, shelvingProposed: null }
}

/** One person dismisses B and C with a reason; for A it only proposes. */
const proposed = (view: FindingView, data: DataOf<'finding.dismissal-proposed'>, at: Instant): FindingView => {
  const { by, outcome, reason } = data
  const confirmed = view.finding.grade === 'A' ? null : { by, at }
  return { ...view, dismissal: { proposedBy: by, at, outcome, reason, confirmed } }
}
