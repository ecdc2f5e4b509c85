import type { BacktestRequest, BacktestState } from '../../contract/rulebook.ts'
import type { Entry } from '../../domain/entry.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import { registerKinds } from '../../domain/register.ts'
import { days, type Instant } from '../../domain/time.ts'
import { createEngine } from '../../engine/engine.ts'
import { createFindingBook } from '../../engine/replay.ts'
import { type WhatIf, whatIf } from '../../engine/what-if.ts'
import type { Journal } from '../../journal/journal.ts'
import type { AnyRule } from '../../rules/define-rule.ts'
import type { Log } from '../../storage/log.ts'
import { compare } from './compare.ts'
import { attendances } from './workload.ts'

/** So few at a time that reading them never holds up what is live. */
const PAGE = 200
/** The longest stretch of folding before everybody else has a turn. */
const SLICE_MS = 4
const peopleKinds: readonly ObservationKind[] = ['account.created', 'session.opened', 'session.closed']

export interface BacktestOptions {
  readonly journal: Pick<Journal, 'read' | 'watermark'>
  readonly rulebook: readonly AnyRule[]
  readonly log: Pick<Log, 'error'>
}

/**
 * Tries other values of rules on the journal, from its first entry on, because a state cannot be begun halfway; only
 * the last days are counted. Runs beside everything else in short slices of the one thread, one at a time.
 */
export const createBacktest = ({ journal, rulebook, log }: BacktestOptions) => {
  let state: BacktestState = { is: 'none' }
  let stopping: string | undefined
  let running: Promise<void> | undefined

  const run = async (asked: Extract<WhatIf, { is: 'rules' }>, request: BacktestRequest): Promise<void> => {
    const begun = performance.now()
    const ids = asked.changed
    const [would, made] = [createFindingBook(), createFindingBook()]
    const tried = createEngine(
      asked.rules.filter((r) => ids.has(r.id)),
      undefined,
      {
        start: 'as-shipped',
        alwaysOn: asked.alwaysOn,
      },
    )
    const inForce = createEngine(
      rulebook.filter((r) => ids.has(r.id)),
      undefined,
      { start: 'as-shipped' },
    )
    const wanted = kindsOf([...rulebook, ...asked.rules].filter((r) => ids.has(r.id)))
    const mark = await journal.watermark()
    const people: Entry[] = []
    let entries = 0

    const take = (entry: Entry): void => {
      if (peopleKinds.includes(entry.observation.kind)) people.push(entry)
      if (!wanted.has(entry.observation.kind)) return
      would.take(tried.apply(entry))
      made.take(inForce.apply(entry))
    }
    // Reading by kind pays where the positions of cars are not asked for: they are nearly everything.
    const kinds = wanted.has('position.reported') ? {} : { kinds: [...wanted, ...peopleKinds] }
    let after = -1
    while (stopping === undefined) {
      const page = await journal.read({ after, limit: PAGE, ...kinds })
      let sliceBegan = performance.now()
      for (const entry of page) {
        if (entry.seq > mark.seq) break
        take(entry)
        entries++
        if (performance.now() - sliceBegan < SLICE_MS) continue
        await turn()
        sliceBegan = performance.now()
      }
      after = page.at(-1)?.seq ?? mark.seq
      state = { is: 'running', request, entries, progress: mark.seq <= 0 ? 1 : Math.min(1, after / mark.seq) }
      if (page.length < PAGE || after >= mark.seq) break
      await turn()
    }
    if (stopping !== undefined) {
      state = { is: 'cancelled', request, by: stopping }
      return
    }
    would.take(tried.advance(mark.recordedAt))
    made.take(inForce.advance(mark.recordedAt))
    const to: Instant = mark.recordedAt
    const result = compare({
      would: would.findings(),
      made: made.findings(),
      attendances: attendances(people, to),
      from: to - days(request.days),
      to,
      titleOf: (id) => rulebook.find((r) => r.id === id)?.title ?? { zh: id, en: id },
    })
    state = { is: 'done', request, result: { ...result, entries, tookMs: Math.round(performance.now() - begun) } }
  }

  return {
    state: (): BacktestState => state,
    /** What was asked for, checked; nothing runs yet. */
    check: (spec: unknown): WhatIf => whatIf(rulebook, spec),
    /** Begins a run; false while another one goes on. */
    start: (asked: Extract<WhatIf, { is: 'rules' }>, request: BacktestRequest): boolean => {
      if (running) return false
      stopping = undefined
      state = { is: 'running', request, progress: 0, entries: 0 }
      running = run(asked, request)
        .catch((error: unknown) => {
          log.error({ err: error }, 'a back-test failed')
          state = { is: 'failed', request, problem: error instanceof Error ? error.message : String(error) }
        })
        .finally(() => {
          running = undefined
        })
      return true
    },
    /** Ends the run that goes on, if any; resolves once it has ended. */
    cancel: async (by: string): Promise<void> => {
      if (running) stopping = by
      await running
    },
    /** Resolves when nothing runs any more. */
    settled: async (): Promise<void> => running,
  }
}
export type Backtest = ReturnType<typeof createBacktest>

/** Everything that rules and register fold. */
const kindsOf = (rules: readonly AnyRule[]): ReadonlySet<ObservationKind> =>
  new Set<ObservationKind>([...registerKinds, ...rules.flatMap((r) => r.consumes as readonly ObservationKind[])])

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))
