import type { FindingView } from '../contract/views.ts'
import type { Entry } from '../domain/entry.ts'
import type { Instant } from '../domain/time.ts'
import { createEngine, judgedBefore } from '../engine/engine.ts'
import type { EngineEvent } from '../engine/event.ts'
import type { Journal } from '../journal/journal.ts'
import type { AnyRule } from '../rules/define-rule.ts'
import type { Database } from '../storage/database.ts'
import type { Log } from '../storage/log.ts'
import { createCases } from './cases.ts'
import { createCasework } from './casework/casework.ts'
import { type CustodyChange, createCustody } from './custody/custody.ts'
import { custodyFold } from './custody/custody-at.ts'
import { createDispatchBoard, type DispatchChange } from './dispatch/board.ts'
import { createIncidentWriter } from './dispatch/history.ts'
import { dispatchValuesOf } from './dispatch/values.ts'
import { dutyFold } from './duty/duty-at.ts'
import { retireOthers } from './finding-table.ts'
import { createPast } from './past/past.ts'
import { createPicture, type PictureChange } from './picture.ts'
import { createProjector, writtenUntil } from './projector.ts'
import { createRollCallBoard, type RollCallChange } from './roll-call/board.ts'
import { createHistoryWriter } from './roll-call/history.ts'
import { yardstickOf } from './roll-call/yardstick.ts'
import { rulebookIdentity } from './rulebook-view.ts'
import { encodeState, loadSnapshot, saveSnapshot } from './snapshot-store.ts'
import { openStream } from './stream.ts'
import { openTicketWriter } from './tickets/writer.ts'

/** What a console has to be told, in the order in which it became so. */
export type Change =
  | PictureChange
  | CustodyChange
  | RollCallChange
  | DispatchChange
  | { readonly is: 'finding'; readonly unit: string | null; readonly view: FindingView }

export interface SupervisionOptions {
  readonly database: Database
  readonly journal: Journal
  readonly rulebook: readonly AnyRule[]
  readonly log: Log
  /** The program's version: another one folds the journal anew. */
  readonly version?: string
  /** How often time is advanced by the journal's watermark; 100 ms unless told. */
  readonly tickMs?: number
  /** Snapshots are taken after so long or so many entries, and at the end. */
  readonly snapshotEveryMs?: number
  readonly snapshotEveryEntries?: number
  /** Told once when a broken invariant stopped the fold; the process should end (docs/architecture.md, Failures 3). */
  readonly onBroken?: (error: unknown) => void
}

/** How often what grew quietly (facts, evidence) is told and everything is written behind. */
const QUIET_MS = 250
/** How often it is looked whether a view of the past is due for a snapshot. */
const PAST_MS = 300_000
/** All carriers are looked at once a second, a share of them each time. */
const SWEEP_MS = 100

/**
 * Runs the engine on the journal: from the newest snapshot, through what came since, then live; gapless and in
 * order. Time is advanced by the journal's watermark only, so that a replay equals live (invariant I3).
 * Resolves once caught up; rejects when the store or the journal cannot be read.
 */
export const startSupervision = async (options: SupervisionOptions) => {
  const { database, journal, rulebook, log } = options
  const identity = rulebookIdentity(rulebook, options.version ?? '0')
  const saved = await loadSnapshot(database, identity)
  const engine = createEngine(rulebook, saved?.engine, { start: 'as-shipped' })
  const picture = createPicture(engine.register, saved?.picture)
  const projector = createProjector({ database, rulebook: identity, written: await writtenUntil(database) })
  const listeners = new Set<(change: Change) => void>()
  const failing = new Map<string, string>()
  const quiet = new Map<string, FindingView>()
  let broken: unknown
  let now: Instant = Number.isFinite(saved?.engine.advancedTo) ? saved!.engine.advancedTo : 0
  let snapshotSeq = saved?.engine.seq ?? -1
  let live = false

  const tell = (change: Change): void => {
    if (live) for (const listener of listeners) listener(change)
  }
  const tellFinding = (view: FindingView): void => tell({ is: 'finding', unit: view.finding.concerns.unit, view })

  const titles = new Map(rulebook.map((r) => [r.id, r.title]))
  const grades = new Map(rulebook.map((r) => [r.id, r.grade]))
  const ruleWord = (rule: string) => ({
    title: titles.get(rule) ?? { zh: rule, en: rule },
    grade: grades.get(rule) ?? 'C',
  })
  const { register, deadlinesOf } = engine
  const custody = createCustody({ register, memory: saved?.custody, ruleWord, deadlinesOf })
  const rollCallHistory = createHistoryWriter(database)
  const tickets = await openTicketWriter(database, journal, saved?.engine.seq ?? -1)
  const rollCall = createRollCallBoard({
    register,
    yardstick: () => yardstickOf(engine.inForce('roll-call.wrong-place'), now),
    keep: rollCallHistory.keep,
  })
  const casework = createCasework({ database, register, ruleWord, deadlinesOf })
  const incidents = createIncidentWriter(database)
  const dispatch = createDispatchBoard({
    register,
    memory: saved?.dispatch,
    values: () => dispatchValuesOf(engine.inForce('dispatch.arrival-late'), now),
    keep: incidents.keep,
  })
  const cases = createCases({
    from: saved?.cases,
    titleOf: (rule) => titles.get(rule) ?? { zh: rule, en: rule },
    changed: (one, loud) => {
      projector.finding(one)
      const { view } = one
      custody.found(view)
      rollCall.found(view)
      dispatch.found(view)
      casework.found(view)
      if (loud) {
        quiet.delete(view.finding.id)
        tellFinding(view)
      } else if (live) quiet.set(view.finding.id, view)
    },
    noted: projector.note,
  })

  const custodyPast = createPast(custodyFold({ rulebook, identity, ruleWord }), { database, journal, log })

  const dutyPast = createPast(dutyFold(identity), { database, journal, log })

  const noteFailures = (events: readonly EngineEvent[]): void => {
    for (const event of events)
      if (event.is === 'rule-failed') {
        if (!failing.has(event.rule)) log.error({ rule: event.rule, subject: event.subject }, event.message)
        failing.set(event.rule, event.message)
      }
  }

  const advance = (to: Instant, seq: number): void => {
    const events = engine.advance(to)
    noteFailures(events)
    cases.advance(events, to, seq)
    if (to > now) now = to
    tellCustody(events)
  }

  /** Tells what became of the case area and of roll-calls, by an entry or by time alone. */
  const tellCustody = (events: readonly EngineEvent[]): void => {
    if (!live) return
    for (const event of events) if (event.is === 'warned') custody.touchSubject(event.subject)
    for (const change of custody.take(now, engine.seq())) tell(change)
    for (const change of rollCall.take(engine.seq())) tell(change)
    for (const change of dispatch.take()) tell(change)
  }

  const apply = (entry: Entry): void => {
    // Deadlines before the entry belong to the entry before it, in a replay as in life.
    advance(judgedBefore(entry), engine.seq())
    const events = engine.apply(entry)
    noteFailures(events)
    cases.advance(events, entry.recordedAt, entry.seq)
    cases.applyAct(entry)
    for (const change of picture.apply(entry)) tell(change)
    custody.apply(entry)
    rollCall.apply(entry)
    dispatch.apply(entry)
    casework.entry(entry)
    // While a long journal is caught up nothing is told, and what is forgotten meanwhile must have been kept.
    if (!live) dispatch.take()
    tellCustody(events)
    projector.entry(entry)
    tickets.entry(entry)
  }

  const fail = (error: unknown): void => {
    if (broken) return
    broken = error
    stop()
    log.error({ err: error }, 'the fold of the journal stopped')
    options.onBroken?.(error)
  }

  const stream = openStream({
    journal,
    after: saved?.engine.seq ?? -1,
    apply,
    drain: async () => {
      if (projector.backlog() >= 2_000) await projector.flush()
      if (rollCallHistory.backlog() >= 2_000) await rollCallHistory.flush()
      if (tickets.backlog() >= 2_000) await tickets.flush()
      if (incidents.backlog() >= 2_000) await incidents.flush()
      if (casework.backlog() >= 2_000) await casework.flush()
      await casework.flush()
      await incidents.flush()
      await casework.flush()
    },
    onBroken: fail,
    onAway: (error) => away(error),
  })

  let ticking = false
  let awayLogged = false
  const away = (error: unknown): void => {
    if (!awayLogged) log.warn({ err: error }, 'the store is away; trying again')
    awayLogged = true
  }
  let answeredAt = performance.now()
  /** The store may be away for a while; the broken fold may not. */
  const tick = async (): Promise<void> => {
    if (ticking || broken) return
    ticking = true
    try {
      const mark = await journal.watermark()
      if (stream.applied() < mark.seq) await stream.catchUp()
      awayLogged = false
      answeredAt = performance.now()
      if (!broken && stream.applied() >= mark.seq && mark.recordedAt > now) advance(mark.recordedAt, engine.seq())
    } catch (error) {
      away(error)
    } finally {
      ticking = false
    }
  }

  const every = (ms: number, work: () => void): (() => void) => {
    const timer = setInterval(work, ms)
    return () => clearInterval(timer)
  }
  const timers: (() => void)[] = []
  const stop = (): void => {
    for (const end of timers.splice(0)) end()
    stream.stop()
  }

  let saving: Promise<void> | undefined
  /** One at a time: whoever asks meanwhile waits for that one. */
  const snapshot = (): Promise<void> => {
    saving ??= saveNow().finally(() => {
      saving = undefined
    })
    return saving
  }
  const saveNow = async (): Promise<void> => {
    if (broken || engine.seq() === snapshotSeq || engine.seq() < 0) return
    const seq = engine.seq()
    const json = encodeState({
      engine: engine.snapshot(),
      cases: cases.state(),
      picture: picture.state,
      custody: custody.memory,
      dispatch: dispatch.memory,
    })
    // What the snapshot remembers must be in the tables before the snapshot is.
    await projector.flush()
    await rollCallHistory.flush()
    await tickets.flush()
    await incidents.flush()
    await casework.flush()
    await saveSnapshot(database, { seq, at: now, rulebook: identity, json })
    snapshotSeq = seq
  }

  const begun = performance.now()
  await stream.catchUp()
  await tick()
  await projector.flush()
  await tickets.flush()
  await incidents.flush()
  await casework.flush()
  if (!saved) await retireOthers(database, identity, now)
  for (const { view } of cases.all()) {
    custody.found(view)
    rollCall.found(view)
    dispatch.found(view)
    casework.found(view)
  }
  dispatch.take()
  custody.touchAll()
  custody.take(now, engine.seq())
  rollCall.take(engine.seq())
  live = true
  log.info(
    { seq: stream.applied(), from: snapshotSeq, ms: Math.round(performance.now() - begun) },
    'supervision is live',
  )

  timers.push(
    every(options.tickMs ?? 100, () => void tick()),
    every(SWEEP_MS, () => {
      for (const change of picture.advance(now, SWEEP_MS / 1_000)) tell(change)
    }),
    every(QUIET_MS, () => {
      for (const view of quiet.values()) tellFinding(view)
      quiet.clear()
      if (projector.backlog() > 0) projector.flush().catch(away)
      if (rollCallHistory.backlog() > 0) rollCallHistory.flush().catch(away)
      if (tickets.backlog() > 0) tickets.flush().catch(away)
      if (incidents.backlog() > 0) incidents.flush().catch(away)
      if (casework.backlog() > 0) casework.flush().catch(away)
      const many = engine.seq() - snapshotSeq >= (options.snapshotEveryEntries ?? 100_000)
      if (many && snapshotSeq >= 0) snapshot().catch(away)
    }),
    every(PAST_MS, () => void custodyPast.keep().catch(away)),
    every(PAST_MS, () => void dutyPast.keep().catch(away)),
    every(options.snapshotEveryMs ?? 60_000, () => void snapshot().catch(away)),
  )

  return {
    database,
    journal,
    rulebook,
    register,
    ruleWord,
    picture,
    custody,
    /** The case area as it was. */
    custodyPast,
    /** Who was on duty, as it was known then. */
    dutyPast,
    rollCall,
    /** Calls of 110 and their orders. */
    dispatch,
    /** What the tables of cases and property are made from. */
    casework,
    cases,
    /** Up to which entry everything here is true. */
    seq: (): number => stream.applied(),
    /** The house's time: how far the journal has come. */
    now: (): Instant => now,
    caughtUp: async (): Promise<boolean> => !broken && stream.applied() >= (await journal.watermark()).seq,
    /** How long the store has not answered, in ms of the real clock: what is shown is at least so old. */
    unansweredMs: (): number => performance.now() - answeredAt,
    /** Resolves once entry `seq` has had its effect. */
    reached: stream.reached,
    /** Resolves once the tables hold everything up to now. */
    written: async (): Promise<void> => {
      await projector.flush()
      await rollCallHistory.flush()
      await tickets.flush()
      await incidents.flush()
      await casework.flush()
    },
    failing: (): ReadonlyMap<string, string> => failing,
    pending: engine.pending,
    /** The deadlines ahead of these subjects, soonest first. */
    deadlinesOf,
    /** The values and switches of a rule, as two persons agreed on them so far. */
    inForce: engine.inForce,
    subjects: engine.size,
    onChange: (listener: (change: Change) => void): (() => void) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    /** Ends the fold; a last snapshot lets the next start continue from here. */
    stop: async (): Promise<void> => {
      stop()
      live = false
      await projector.flush()
      await rollCallHistory.flush()
      await tickets.flush()
      await incidents.flush()
      await casework.flush()
      await saving?.catch(away)
      await snapshot()
    },
  }
}
export type Supervision = Awaited<ReturnType<typeof startSupervision>>
