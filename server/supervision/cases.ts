import type { FindingView, StepView } from '../contract/views.ts'
import type { Entry } from '../domain/entry.ts'
import { REMEMBERED_MS } from '../domain/remembered.ts'
import type { Text } from '../domain/text.ts'
import type { Instant } from '../domain/time.ts'
import type { EngineEvent } from '../engine/event.ts'
import {
  type FindingCase,
  inStorm,
  isAct,
  isFinal,
  lateNote,
  onAct,
  onBreach,
  onEnded,
  onShelvingOver,
} from './finding-case.ts'
import { createStorms, type StormState } from './storm.ts'
import { maskedFinding } from './tickets/mask.ts'

export interface CasesState {
  readonly open: readonly FindingCase[]
  /** Ids of what was finished lately: what is finished stays so, even when its condition flickers back. */
  readonly finished: readonly (readonly [id: string, at: Instant])[]
  readonly storms: StormState
}

export interface CasesOptions {
  readonly from: CasesState | undefined
  readonly titleOf: (rule: string) => Text
  /** Told after every change; `loud` is false when only facts or evidence grew. */
  readonly changed: (one: FindingCase, loud: boolean) => void
  /** A note on a finding that is no longer in memory. */
  readonly noted: (finding: string, step: StepView) => void
}

/** The findings not yet finished, in memory; what is finished lives in the table only. */
export const createCases = ({ from, titleOf, changed, noted }: CasesOptions) => {
  const open = new Map<string, FindingCase>((from?.open ?? []).map((c) => [c.view.finding.id, c]))
  const storms = createStorms(structuredClone(from?.storms ?? {}))
  const finished = new Map<string, Instant>(from?.finished ?? [])
  const shelved = new Set<string>()
  for (const [id, { view }] of open) if (view.shelved) shelved.add(id)

  const put = (next: FindingCase, loud = true): void => {
    const { id } = next.view.finding
    if (isFinal(next)) finish(next)
    else open.set(id, next)
    if (next.view.shelved && !isFinal(next)) shelved.add(id)
    else shelved.delete(id)
    changed(next, loud)
  }

  const finish = ({ view, history }: FindingCase): void => {
    const { id } = view.finding
    const at = history.at(-1)?.at ?? view.finding.openedAt
    open.delete(id)
    finished.set(id, at)
    // In order of insertion, so the oldest are met first.
    for (const [old, since] of finished) {
      if (since > at - REMEMBERED_MS) break
      finished.delete(old)
    }
  }

  const join = (next: FindingCase, at: Instant, seq: number): void => {
    const { finding } = next.view
    const storm = storms.opened(finding, at)
    for (const id of storm?.ids ?? []) {
      const one = id === finding.id ? next : open.get(id)
      if (one && one.view.storm !== storm!.storm) put(inStorm(one, storm!.storm, { seq }))
    }
  }

  const applyEvent = (event: EngineEvent, seq: number): void => {
    if (event.is === 'opened' || event.is === 'continued') {
      const known = open.get(event.finding.id)
      if (!known && (event.is === 'continued' || finished.has(event.finding.id))) return
      // Here a finding leaves the engine: whoever is named by a ticket is not named any further.
      const shown = { ...event, finding: maskedFinding(event.finding) }
      const next = onBreach(known, shown, titleOf(event.finding.rule), { seq })
      put(next, event.is === 'opened')
      if (!known) join(next, event.at, seq)
    } else if (event.is === 'ended') {
      const known = open.get(event.id)
      if (known) put(onEnded(known, event, { seq }))
    }
  }

  return {
    get: (id: string): FindingCase | undefined => open.get(id),
    all: (): IterableIterator<FindingCase> => open.values(),
    size: () => open.size,
    /**
     * Folds what the engine said up to `now` together with the shelvings that ran out meanwhile, both in order
     * of time, so that the result does not depend on how often time was advanced.
     */
    advance: (events: readonly EngineEvent[], now: Instant, seq: number): void => {
      const over = [...shelved].flatMap((id) => {
        const until = open.get(id)?.view.shelved?.until
        return until !== undefined && until <= now ? [{ id, at: until }] : []
      })
      const due = over.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      for (const event of events) {
        while (due[0] && due[0].at < event.at) expire(due.shift()!, seq)
        applyEvent(event, seq)
      }
      for (const one of due) expire(one, seq)
    },
    applyAct: (entry: Entry): void => {
      const { observation } = entry
      if (!isAct(observation)) return
      const known = open.get(observation.data.finding)
      if (!known) {
        const step = lateNote({ ...entry, observation })
        if (step) noted(observation.data.finding, step)
        return
      }
      const next = onAct(known, { ...entry, observation })
      if (next !== known) put(next)
    },
    state: (): CasesState => ({ open: [...open.values()], finished: [...finished], storms: storms.state }),
  }

  function expire({ id, at }: { id: string; at: Instant }, seq: number): void {
    const known = open.get(id)
    if (known) put(onShelvingOver(known, at, { seq }))
  }
}
export type Cases = ReturnType<typeof createCases>

/** Grade first, then the newest: what a console needs when it cannot have everything. */
export const byUrgency = (a: FindingView, b: FindingView): number =>
  a.finding.grade < b.finding.grade
    ? -1
    : a.finding.grade > b.finding.grade
      ? 1
      : b.finding.openedAt - a.finding.openedAt || (a.finding.id < b.finding.id ? -1 : 1)
