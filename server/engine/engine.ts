import assert from 'node:assert/strict'
import type { Entry } from '../domain/entry.ts'
import type { Finding } from '../domain/finding.ts'
import type { ObservationKind } from '../domain/observation/index.ts'
import { createRegister, type Register, type RegisterState, registerKinds } from '../domain/register.ts'
import type { Instant } from '../domain/time.ts'
import type { Verdict } from '../domain/verdict.ts'
import { type AnyRule, lookUp, type Moment } from '../rules/define-rule.ts'
import { type Appointment, createAgenda } from './agenda.ts'
import type { EngineEvent } from './event.ts'
import { nextWarning, type WarningLevel } from './warning.ts'

/** What the engine holds of one rule and one subject. */
interface Cell extends Appointment {
  readonly rule: LoadedRule
  readonly subject: string
  state: unknown
  /** The open finding's id and beginning. */
  open: { readonly id: string; readonly since: Instant } | undefined
  pending: { readonly dueAt: Instant; readonly startedAt: Instant } | undefined
  warned: WarningLevel | undefined
  forgetAt: Instant | undefined
}

interface LoadedRule {
  readonly rule: AnyRule
  readonly paramsAt: (at: Instant) => unknown
  readonly cells: Map<string, Cell>
}

/** A cell as a snapshot holds it. */
type SavedCell = [
  rule: string,
  subject: string,
  order: number,
  dueAt: Instant | null,
  state: unknown,
  open: Cell['open'] | null,
  pending: Cell['pending'] | null,
  warned: WarningLevel | null,
  forgetAt: Instant | null,
]

/** Everything the engine knows, as JSON: a restart continues from here instead of from the first entry. */
export interface EngineSnapshot {
  readonly seq: number
  readonly advancedTo: Instant
  readonly nextOrder: number
  readonly register: RegisterState
  readonly cells: readonly SavedCell[]
}

/**
 * Turns journal entries into findings. No clock, no I/O, no randomness: the same entries give the
 * same findings whenever and however often time is advanced between them (invariant I3).
 */
export const createEngine = (rulebook: readonly AnyRule[], from?: EngineSnapshot) => {
  const register = createRegister(from ? structuredClone(from.register) : undefined)
  const rules: LoadedRule[] = rulebook.map((rule) => ({ rule, paramsAt: lookUp(rule.params), cells: new Map() }))
  const rulesByKind = new Map<ObservationKind, LoadedRule[]>()
  for (const loaded of rules)
    for (const kind of loaded.rule.consumes as readonly ObservationKind[])
      rulesByKind.set(kind, [...(rulesByKind.get(kind) ?? []), loaded])
  const agenda = createAgenda<Cell>()
  const events: EngineEvent[] = []
  let seq = from?.seq ?? -1
  let advancedTo: Instant = from?.advancedTo ?? Number.NEGATIVE_INFINITY
  let nextOrder = from?.nextOrder ?? 0

  const cellOf = (loaded: LoadedRule, subject: string): Cell =>
    loaded.cells.get(subject) ?? addCell(loaded, subject, nextOrder++)

  const addCell = (loaded: LoadedRule, subject: string, order: number): Cell => {
    const cell: Cell = {
      rule: loaded,
      subject,
      order,
      state: loaded.rule.initial,
      dueAt: undefined,
      open: undefined,
      pending: undefined,
      warned: undefined,
      forgetAt: undefined,
    }
    loaded.cells.set(subject, cell)
    return cell
  }

  /** Runs a rule's code; a rule that throws is reported and the others go on (docs/architecture.md, Failures 3). */
  const guarded = <T>(cell: Cell, now: Instant, run: () => T): T | undefined => {
    try {
      return run()
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error)
      events.push({ is: 'rule-failed', rule: cell.rule.rule.id, subject: cell.subject, at: now, message })
      return undefined
    }
  }

  const judge = (cell: Cell, now: Instant): void => {
    const { rule, subject } = cell
    const moment: Moment<unknown> = { now, paramsAt: rule.paramsAt, register, subject }
    const verdict = guarded(cell, now, () => rule.rule.evaluate(cell.state, moment) as Verdict)
    if (verdict === undefined) return agenda.set(cell, cell.forgetAt)
    settleFinding(cell, verdict, now)
    settleAgenda(cell, verdict, now)
  }

  const settleFinding = (cell: Cell, verdict: Verdict, now: Instant): void => {
    const since = verdict.is === 'breach' ? verdict.since : undefined
    if (cell.open && cell.open.since !== since) {
      events.push({
        is: 'ended',
        id: cell.open.id,
        at: now,
        because: verdict.is === 'breach' ? 'restated' : verdict.is,
      })
      cell.open = undefined
    }
    if (verdict.is !== 'breach') return
    const finding = findingOf(cell, verdict, now)
    events.push({ is: cell.open ? 'continued' : 'opened', finding, at: now })
    cell.open ??= { id: finding.id, since: verdict.since }
  }

  const settleAgenda = (cell: Cell, verdict: Verdict, now: Instant): void => {
    cell.forgetAt = 'forgetAt' in verdict ? verdict.forgetAt : undefined
    if (verdict.is === 'pending') {
      const { dueAt, startedAt } = verdict
      const changed = cell.pending?.dueAt !== dueAt
      cell.pending = dueAt === undefined || startedAt === undefined ? undefined : { dueAt, startedAt }
      if (changed) cell.warned = undefined
      // One millisecond past the deadline is the first moment that can be unlawful.
      return book(cell, dueAt === undefined ? undefined : dueAt + 1, now)
    }
    cell.pending = undefined
    cell.warned = undefined
    book(cell, 'reviewAt' in verdict ? verdict.reviewAt : undefined, now)
  }

  const book = (cell: Cell, lookAt: Instant | undefined, now: Instant): void => {
    assert(lookAt === undefined || lookAt > now, `${cell.rule.rule.id} asks to be looked at again in the past`)
    const warnAt = cell.pending && nextWarning(cell.pending, cell.warned)?.at
    const times = [lookAt, warnAt === undefined ? undefined : Math.max(warnAt, now + 1), cell.forgetAt]
    let first: Instant | undefined
    for (const time of times) if (time !== undefined && (first === undefined || time < first)) first = time
    agenda.set(cell, first)
  }

  const visit = (cell: Cell, now: Instant): void => {
    if (cell.forgetAt !== undefined && cell.forgetAt <= now) {
      agenda.set(cell, undefined)
      cell.rule.cells.delete(cell.subject)
      return
    }
    const { pending } = cell
    if (pending && now <= pending.dueAt) {
      const warning = nextWarning(pending, cell.warned)
      if (warning && warning.at <= now) {
        cell.warned = warning.level
        const { rule, subject } = cell
        const { dueAt } = pending
        events.push({ is: 'warned', rule: rule.rule.id, subject, level: warning.level, dueAt, at: now })
      }
      return book(cell, pending.dueAt + 1, now)
    }
    judge(cell, now)
  }

  const runUntil = (now: Instant): void => {
    for (let cell = agenda.first(); cell?.dueAt !== undefined && cell.dueAt <= now; cell = agenda.first())
      visit(cell, cell.dueAt)
    if (now > advancedTo) advancedTo = now
  }

  const take = (): readonly EngineEvent[] => (events.length === 0 ? none : events.splice(0))

  if (from) restore(from, rules, addCell, agenda.set)

  return {
    /** Looks again at every subject whose deadline has come, in deadline order. */
    advance: (now: Instant): readonly EngineEvent[] => {
      runUntil(now)
      return take()
    },
    /** Takes the next entry. Deadlines that lie before it are judged first. */
    apply: (entry: Entry): readonly EngineEvent[] => {
      assert(entry.seq > seq, `entry ${entry.seq} after ${seq}: the journal must be read in order`)
      seq = entry.seq
      const { observation, recordedAt } = entry
      runUntil(recordedAt)
      if (registerKinds.has(observation.kind)) register.apply(entry)
      for (const loaded of rulesByKind.get(observation.kind) ?? none) {
        const subject = loaded.rule.subject(observation, register, recordedAt)
        if (subject === undefined) continue
        for (const one of typeof subject === 'string' ? [subject] : subject) {
          const cell = cellOf(loaded, one)
          guarded(cell, recordedAt, () => {
            cell.state = loaded.rule.evolve(cell.state, entry, { register, paramsAt: loaded.paramsAt, subject: one })
          })
          judge(cell, recordedAt)
        }
      }
      return take()
    },
    nextDueAt: (): Instant | undefined => agenda.first()?.dueAt,
    /** How many subjects are being watched. */
    size: (): number => rules.reduce((sum, { cells }) => sum + cells.size, 0),
    seq: (): number => seq,
    register: register as Register,
    /** The deadlines ahead of one rule, soonest first: the console's countdowns. */
    pending: (rule: string): readonly { subject: string; dueAt: Instant }[] =>
      [...(rules.find((r) => r.rule.id === rule)?.cells.values() ?? none)]
        .flatMap((cell) => (cell.pending ? [{ subject: cell.subject, dueAt: cell.pending.dueAt }] : []))
        .sort((a, b) => a.dueAt - b.dueAt),
    snapshot: (): EngineSnapshot => ({
      seq,
      advancedTo,
      nextOrder,
      register: register.state,
      cells: rules.flatMap(save),
    }),
  }
}

export type Engine = ReturnType<typeof createEngine>

const none: readonly never[] = []

const findingOf = (cell: Cell, verdict: Extract<Verdict, { is: 'breach' }>, now: Instant): Finding => {
  const { rule, subject } = cell
  const { since, evidence, facts, concerns } = verdict
  const id = `${rule.rule.id}/${subject}/${since}`
  return { id, rule: rule.rule.id, subject, grade: rule.rule.grade, since, openedAt: now, evidence, facts, concerns }
}

const save = ({ rule, cells }: LoadedRule): SavedCell[] =>
  [...cells.values()].map((c) => [
    rule.id,
    c.subject,
    c.order,
    c.dueAt ?? null,
    c.state,
    c.open ?? null,
    c.pending ?? null,
    c.warned ?? null,
    c.forgetAt ?? null,
  ])

const restore = (
  from: EngineSnapshot,
  rules: readonly LoadedRule[],
  addCell: (rule: LoadedRule, subject: string, order: number) => Cell,
  setDue: (cell: Cell, dueAt: Instant | undefined) => void,
): void => {
  const byId = new Map(rules.map((r) => [r.rule.id, r]))
  for (const [id, subject, order, dueAt, state, open, pending, warned, forgetAt] of from.cells) {
    const rule = byId.get(id)
    // A rule that left the rulebook leaves its cells behind; its findings stay in the store.
    if (!rule) continue
    const cell = Object.assign(addCell(rule, subject, order), {
      state: structuredClone(state),
      open: open ?? undefined,
    })
    Object.assign(cell, { pending: pending ?? undefined, warned: warned ?? undefined, forgetAt: forgetAt ?? undefined })
    setDue(cell, dueAt ?? undefined)
  }
}
