import type { Entry } from '../domain/entry.ts'
import { createRegister, type Register } from '../domain/register.ts'
import { type Instant, minutes } from '../domain/time.ts'
import type { Verdict } from '../domain/verdict.ts'
import type { AnyRule } from '../rules/define-rule.ts'
import { createAgenda, NEVER } from './agenda.ts'
import {
  type Cell,
  type Deadline,
  type EngineSnapshot,
  type LoadedRule,
  newCell,
  type RuleFailure,
  restoreCells,
  saveCell,
  saveRegister,
} from './cell.ts'
import type { EngineEvent } from './event.ts'
import { onSince } from './in-force.ts'
import { type EngineOptions, loadRules } from './load.ts'
import { createRevisions } from './revisions.ts'
import { createRows } from './rows.ts'
import { sameJson } from './same.ts'
import { nextWarning } from './warning.ts'

export type { EngineSnapshot } from './cell.ts'
export type { EngineOptions } from './load.ts'

/**
 * After a time in which nothing could be recorded, sources have so long to come back and to bring what they kept.
 * What fell due meanwhile, or falls due before they had it, is judged then: a silence that nobody could have broken
 * is nobody's fault, and what had been done in time is known by then.
 */
export const SETTLE_MS = minutes(3)

/** Up to when deadlines are judged before this entry: those that passed unheard are not judged before it is known. */
export const judgedBefore = ({ observation: o, recordedAt }: Entry): Instant =>
  o.kind === 'journal.resumed' ? Math.min(o.data.awayFrom, recordedAt) : recordedAt

/**
 * Turns journal entries into findings. No clock, no I/O, no randomness: the same entries give the
 * same findings whenever and however often time is advanced between them (invariant I3).
 */
export const createEngine = (rulebook: readonly AnyRule[], from?: EngineSnapshot, options: EngineOptions = {}) => {
  // A copy: the snapshot may be used again, and rules rely on the identity of what the register holds.
  const saved = from && structuredClone(from)
  const register = createRegister(saved?.register)
  const { rules, concernedBy, inForceNow } = loadRules(rulebook, register, saved?.failures ?? none, options)
  const rows = createRows()
  const agenda = createAgenda<Cell>()
  const events: EngineEvent[] = []
  /** Whether the entry at hand changed the register. */
  let registerTouched = false
  let seq = saved?.seq ?? -1
  let advancedTo: Instant = saved?.advancedTo ?? Number.NEGATIVE_INFINITY
  let nextOrder = saved?.nextOrder ?? 0
  if (saved) restoreCells(saved.cells, rules, rows.add, agenda.set)
  const revisions = createRevisions(rules)
  revisions.plan(advancedTo)

  /**
   * A rule that throws is put aside with all its subjects, and shown so: having missed something it can no
   * longer be trusted to clear or to mark anyone. The others go on.
   */
  const putAside = (loaded: LoadedRule, subject: string, at: Instant, error: unknown): void => {
    const message = error instanceof Error ? error.message : String(error)
    loaded.failure = { rule: loaded.rule.id, subject, at, message }
    events.push({ is: 'rule-failed', ...loaded.failure })
  }

  /** When whatever fell due while nothing could be recorded is judged. */
  const settledAt = (): Instant => {
    const outage = register.lastOutage()
    return outage ? outage.to + SETTLE_MS : Number.NEGATIVE_INFINITY
  }

  /**
   * A subject takes in an entry. One that changes nothing, of a subject that was judged before, leaves the verdict as
   * it is: what time alone changes has an appointment of its own.
   */
  const hear = (cell: Cell, entry: Entry, wasJudged: boolean): void => {
    const { rule: loaded, state: before } = cell
    const { evolve, quiet } = loaded.rule
    try {
      loaded.moment.subject = cell.subject
      const after = evolve(before, entry, loaded.moment)
      cell.state = after
      if (wasJudged) {
        if (after === before && !registerTouched) return
        if (quiet && !cell.open && cell.dueAt === NEVER && quiet(before) && quiet(after)) return
      }
    } catch (error) {
      return putAside(loaded, cell.subject, entry.recordedAt, error)
    }
    judge(cell, entry.recordedAt)
  }

  const judge = (cell: Cell, now: Instant): void => {
    const { rule: loaded, subject } = cell
    const { moment } = loaded
    let verdict: Verdict
    try {
      moment.now = now
      moment.subject = subject
      verdict = sound(loaded.rule.evaluate(cell.state, moment), now)
    } catch (error) {
      return putAside(loaded, subject, now, error)
    }
    if (verdict.is === 'breach' && cell.pending && now > cell.pending.dueAt && now < settledAt()) return
    if (verdict.is === 'clear' && verdict.forgetAt === undefined && !cell.open && cell.dueAt === NEVER) return
    settleFinding(cell, verdict, now)
    settleAgenda(cell, verdict, now)
  }

  const settleFinding = (cell: Cell, verdict: Verdict, now: Instant): void => {
    const { open } = cell
    if (verdict.is !== 'breach' || !isReported(cell, verdict.since, now)) {
      const because = verdict.is === 'breach' ? 'unknown' : verdict.is
      if (open) events.push({ is: 'ended', id: open.id, at: now, because })
      cell.open = undefined
      return
    }
    const { since, evidence, facts, concerns } = verdict
    const { rule } = cell.rule
    const goesOn = open?.since === since
    if (open && !goesOn) events.push({ is: 'ended', id: open.id, at: now, because: 'restated' })
    if (goesOn && sameJson(open.evidence, evidence) && sameJson(open.facts, facts) && sameJson(open.concerns, concerns))
      return
    const id = `${rule.id}/${cell.subject}/${since}`
    cell.open = { id, since, openedAt: goesOn ? open.openedAt : now, evidence, facts, concerns }
    const finding = { ...cell.open, rule: rule.id, subject: cell.subject, grade: rule.grade }
    events.push({ is: goesOn ? 'continued' : 'opened', finding, at: now })
  }

  const settleAgenda = (cell: Cell, verdict: Verdict, now: Instant): void => {
    cell.forgetAt = verdict.is === 'pending' ? undefined : verdict.forgetAt
    if (hasDeadline(verdict)) {
      if (cell.warned !== undefined && cell.pending?.dueAt !== verdict.dueAt) cell.warned = undefined
      cell.pending = verdict
      return bookPending(cell, now)
    }
    cell.pending = undefined
    cell.warned = undefined
    const reviewAt = verdict.is === 'breach' || verdict.is === 'unknown' ? verdict.reviewAt : undefined
    agenda.set(cell, Math.min(reviewAt ?? NEVER, cell.forgetAt ?? NEVER))
  }

  /** One millisecond past the deadline is the first moment that can be unlawful; warnings come before. */
  const bookPending = (cell: Cell, now: Instant): void => {
    const { dueAt, startedAt } = cell.pending!
    const warning = startedAt === undefined ? undefined : nextWarning({ dueAt, startedAt }, cell.warned)
    agenda.set(cell, warning ? Math.min(dueAt + 1, Math.max(warning.at, now + 1)) : dueAt + 1)
  }

  const visit = (cell: Cell, now: Instant): void => {
    const { rule, subject, pending, forgetAt } = cell
    if (rule.failure) return agenda.set(cell, NEVER)
    if (forgetAt !== undefined && forgetAt <= now) {
      agenda.set(cell, NEVER)
      rows.remove(cell)
      return
    }
    if (!pending || now > pending.dueAt) return judge(cell, now)
    const { dueAt, startedAt } = pending
    const warning = startedAt === undefined ? undefined : nextWarning({ dueAt, startedAt }, cell.warned)
    if (warning && warning.at <= now) {
      cell.warned = warning.level
      if (onSince(rule.inForce, now) !== undefined)
        events.push({ is: 'warned', rule: rule.rule.id, subject, level: warning.level, dueAt, at: now })
    }
    bookPending(cell, now)
  }

  const isOn = ({ inForce }: LoadedRule): boolean => onSince(inForce, advancedTo) !== undefined

  const runUntil = (now: Instant): void => {
    for (;;) {
      const cell = agenda.first(now)
      const dueAt = Math.max(cell?.dueAt ?? NEVER, settledAt())
      // New values come before deadlines of the same instant.
      const revised = revisions.next(Math.min(dueAt, now))
      if (revised) revise(revised.rule, revised.at)
      else if (cell && dueAt <= now) visit(cell, dueAt)
      else break
    }
    if (now > advancedTo) advancedTo = now
  }

  /** Judges every subject of a rule again: other values hold from now on, or it was switched on or off. */
  const revise = (loaded: LoadedRule, now: Instant): void => {
    for (const cell of loaded.cells) if (!loaded.failure) judge(cell, now)
  }

  /** Two persons agreed on something: what it changes now is judged now, what it changes later is remembered. */
  const takeSetting = (now: Instant): void => {
    for (const loaded of rules) {
      const next = inForceNow(loaded.rule)
      if (sameJson(next, loaded.inForce)) continue
      loaded.inForce = next
      revise(loaded, now)
    }
    revisions.plan(now)
  }

  const take = (): readonly EngineEvent[] => (events.length === 0 ? none : events.splice(0))

  const feed = (loaded: LoadedRule, subject: string, entry: Entry): void => {
    const known = rows.find(loaded, subject)
    if (known) return hear(known, entry, true)
    const cell = newCell(loaded, subject, nextOrder++)
    rows.add(cell)
    hear(cell, entry, false)
  }

  const offer = (loaded: LoadedRule, entry: Entry): void => {
    if (loaded.failure) return
    const { ask } = loaded
    if (ask.seq !== entry.seq) {
      try {
        ask.answer = ask.subject(entry.observation, register, entry.recordedAt)
        ask.seq = entry.seq
      } catch (error) {
        return putAside(loaded, '', entry.recordedAt, error)
      }
    }
    const { answer } = ask
    if (typeof answer === 'string') return feed(loaded, answer, entry)
    if (answer) for (const subject of answer) if (!loaded.failure) feed(loaded, subject, entry)
  }

  return {
    /** Looks again at every subject whose deadline has come, in deadline order. */
    advance: (now: Instant): readonly EngineEvent[] => {
      runUntil(now)
      return take()
    },
    /** Takes the next entry. Deadlines that lie before it are judged first. Throws when entries run backwards. */
    apply: (entry: Entry): readonly EngineEvent[] => {
      const { observation, recordedAt } = entry
      // Not by `assert`: its words would be put together for every entry.
      if (entry.seq <= seq) throw new RangeError(`entry ${entry.seq} after ${seq}: the journal must be read in order`)
      if (recordedAt < advancedTo)
        throw new RangeError(`entry ${entry.seq} was recorded before the time already judged`)
      seq = entry.seq
      runUntil(judgedBefore(entry))
      const concerns = concernedBy(observation.kind)
      registerTouched = concerns.register && register.apply(entry)
      if (concerns.settings) takeSetting(recordedAt)
      for (const loaded of concerns.rules) offer(loaded, entry)
      return take()
    },
    nextDueAt: (): Instant | undefined => agenda.first(NEVER)?.dueAt,
    /** How many subjects are being watched. */
    size: (): number => rules.reduce((sum, { cells }) => sum + cells.size, 0),
    seq: (): number => seq,
    /** The rules that were put aside, and why. */
    failures: (): readonly RuleFailure[] => rules.flatMap(({ failure }) => failure ?? []),
    register: register as Register,
    /** The values and switches of a rule as agreed on so far; undefined for a rule that is not run here. */
    inForce: (rule: string) => rules.find((r) => r.rule.id === rule)?.inForce,
    /** The deadlines ahead of one rule, soonest first: the console's countdowns. One that is off has none. */
    pending: (rule: string): readonly { subject: string; dueAt: Instant }[] =>
      [...(rules.find((r) => r.rule.id === rule && isOn(r))?.cells ?? none)]
        .flatMap((cell) => (cell.pending ? [{ subject: cell.subject, dueAt: cell.pending.dueAt }] : []))
        .sort((a, b) => a.dueAt - b.dueAt),
    /** The deadlines ahead of these subjects under every rule that is on, soonest first: what one stay has to fear. */
    deadlinesOf: (
      subjects: Iterable<string>,
    ): readonly { rule: string; subject: string; dueAt: Instant; startedAt: Instant | undefined }[] =>
      [...subjects]
        .flatMap((subject) =>
          rows
            .of(subject)
            .flatMap(({ rule: loaded, pending }) =>
              pending && !loaded.failure && isOn(loaded)
                ? [{ rule: loaded.rule.id, subject, dueAt: pending.dueAt, startedAt: pending.startedAt }]
                : [],
            ),
        )
        .sort((a, b) => a.dueAt - b.dueAt || (a.rule < b.rule ? -1 : 1)),
    /** What is known now; later entries do not change it. Shares with the engine what is replaced and never changed. */
    snapshot: (): EngineSnapshot => ({
      seq,
      advancedTo,
      nextOrder,
      register: saveRegister(register.state),
      failures: rules.flatMap(({ failure }) => failure ?? []),
      cells: rules.flatMap(({ cells }) => Array.from(cells, saveCell)),
    }),
  }
}

export type Engine = ReturnType<typeof createEngine>

const none: readonly never[] = []

/** A rule that is off says nothing; one that was switched on says nothing of what began before. */
const isReported = ({ rule }: Cell, since: Instant, now: Instant): boolean => {
  const from = onSince(rule.inForce, now)
  return from !== undefined && since >= from
}

const hasDeadline = (verdict: Verdict): verdict is Verdict & Deadline =>
  verdict.is === 'pending' && verdict.dueAt !== undefined

/** The verdict itself, if it asks for nothing that lies behind us. */
const sound = (verdict: Verdict, now: Instant): Verdict => {
  if (verdict.is === 'pending') {
    const { dueAt } = verdict
    if (dueAt !== undefined && !(dueAt >= now)) throw new RangeError(`a deadline at ${dueAt}, behind ${now}`)
    return verdict
  }
  const { forgetAt } = verdict
  const reviewAt = verdict.is === 'clear' ? undefined : verdict.reviewAt
  if (verdict.is === 'breach' && !Number.isFinite(verdict.since)) throw new RangeError('a breach without a beginning')
  if (reviewAt !== undefined && !(reviewAt > now)) throw new RangeError(`looked at again at ${reviewAt}, behind ${now}`)
  if (forgetAt !== undefined && !(forgetAt > now)) throw new RangeError(`forgotten at ${forgetAt}, behind ${now}`)
  return verdict
}
