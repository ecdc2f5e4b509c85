import type { Entry } from '../domain/entry.ts'
import type { Finding } from '../domain/finding.ts'
import type { Instant } from '../domain/time.ts'
import type { AnyRule } from '../rules/define-rule.ts'
import { createEngine, type EngineOptions } from './engine.ts'
import type { EngineEvent } from './event.ts'

/** A finding as the whole of a replay leaves it. */
export interface ReplayedFinding {
  /** With the facts and the evidence it had last; `openedAt` is when it was opened first. */
  readonly finding: Finding
  /** When its condition ended by itself; null while it holds. */
  readonly endedAt: Instant | null
  readonly endedBecause: Extract<EngineEvent, { is: 'ended' }>['because'] | null
}

/** Folds what the engine says into findings: one for each id, however often it was opened. */
export const createFindingBook = () => {
  const byId = new Map<string, ReplayedFinding>()
  return {
    take: (events: readonly EngineEvent[]): void => {
      for (const event of events) {
        if (event.is === 'opened' || event.is === 'continued') {
          const openedAt = byId.get(event.finding.id)?.finding.openedAt ?? event.finding.openedAt
          byId.set(event.finding.id, { finding: { ...event.finding, openedAt }, endedAt: null, endedBecause: null })
        } else if (event.is === 'ended') {
          const known = byId.get(event.id)
          if (known) byId.set(event.id, { ...known, endedAt: event.at, endedBecause: event.because })
        }
      }
    },
    /** In order of `openedAt`; those opened at once in the order they were opened. */
    findings: (): readonly ReplayedFinding[] =>
      [...byId.values()].toSorted((a, b) => a.finding.openedAt - b.finding.openedAt),
  }
}

export interface ReplayOptions {
  readonly rules: readonly AnyRule[]
  /** Judge up to this instant and no further; without it up to the last entry. */
  readonly until?: Instant | undefined
  readonly heard?: (event: EngineEvent) => void
  /** Which rules run from the start. */
  readonly run?: EngineOptions
}

/**
 * Feeds entries, in the order of the journal, through a rulebook as live does (invariant I3).
 * Entries recorded after `until` are left out. Throws when entries run backwards.
 */
export const replayEntries = async (
  entries: Iterable<Entry> | AsyncIterable<Entry>,
  { rules, until, heard, run }: ReplayOptions,
): Promise<readonly ReplayedFinding[]> => {
  const engine = createEngine(rules, undefined, run)
  const book = createFindingBook()
  const take = (events: readonly EngineEvent[]): void => {
    book.take(events)
    if (heard) events.forEach(heard)
  }
  for await (const entry of entries) {
    if (until !== undefined && entry.recordedAt > until) break
    take(engine.apply(entry))
  }
  if (until !== undefined) take(engine.advance(until))
  return book.findings()
}
