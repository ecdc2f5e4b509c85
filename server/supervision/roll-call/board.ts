import type { FindingBrief } from '../../contract/custody.ts'
import type { CycleView, NextRollCall, RollCallBoard, RowView } from '../../contract/roll-call.ts'
import type { FindingView } from '../../contract/views.ts'
import type { Entry } from '../../domain/entry.ts'
import type { Observation } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import { usualYardstick, type Yardstick } from '../../domain/roll-call/reconcile.ts'
import { rowKey } from '../../domain/roll-call/state.ts'
import type { Instant } from '../../domain/time.ts'
import type { HistoryRow } from './history.ts'
import { cycleView, rowView } from './row-view.ts'
import { nextFor } from './schedule.ts'

/** What a console has to be told of roll-calls. `unit` decides who may hear of a row; a cycle names nobody. */
export type RollCallChange =
  | { readonly is: 'cycle'; readonly view: CycleView }
  | { readonly is: 'call'; readonly unit: string; readonly view: RowView }

export interface BoardOptions {
  readonly register: Register
  /** How near is near enough, as the bureau set it for the rule on wrong places. */
  readonly yardstick?: () => Yardstick
  /** What is to be kept beyond what the register remembers. */
  readonly keep?: (what: HistoryRow) => void
}

/**
 * The consoles' picture of roll-calls: the register's rows as views, kept until something changes. The register forgets
 * a roll-call two hours after it was closed; whatever is shown later comes from the tables.
 */
export const createRollCallBoard = ({ register, yardstick = () => usualYardstick, keep }: BoardOptions) => {
  const { rollCall } = register
  const findings = new Map<string, Map<string, FindingBrief>>()
  const dirtyRows = new Set<string>()
  const dirtyCycles = new Set<string>()
  const told = new Map<string, RowView>()

  const viewOf = (key: string, seq: number): RowView | undefined => {
    const space = key.indexOf(' ')
    const [cycleId, target] = [key.slice(0, space), key.slice(space + 1)]
    const [cycle, row] = [rollCall.cycle(cycleId), rollCall.row(cycleId, target)]
    if (!cycle || !row) return undefined
    const view = rowView(row, cycle, seq, register, yardstick(), [...(findings.get(key)?.values() ?? [])])
    told.set(key, view)
    return view
  }

  const keepRow = (key: string, seq: number): void => {
    if (!keep) return
    const view = viewOf(key, seq)
    const cycle = view && rollCall.cycle(view.cycle)
    if (view && cycle) keep({ is: 'row', openedAt: cycle.at, view })
  }

  const namesOf = (o: Observation): readonly { readonly cycle: string; readonly target: string }[] => {
    if (!o.kind.startsWith('roll-call.')) return rollCall.reached(o)
    const { cycle, target } = o.data as { readonly cycle?: string; readonly target?: string }
    if (cycle === undefined) return []
    return target === undefined ? rollCall.rows(cycle) : [{ cycle, target }]
  }

  /** Takes an entry that the register already has. */
  const apply = (entry: Entry): void => {
    const { observation: o, seq } = entry
    const ids = namesOf(o).map(rowKey)
    for (const id of ids) dirtyRows.add(id)
    if (o.kind === 'roll-call.opened' || o.kind === 'roll-call.closed') {
      dirtyCycles.add(o.data.cycle)
      const cycle = rollCall.cycle(o.data.cycle)
      if (cycle) keep?.({ is: 'cycle', view: cycleView(cycle) })
    }
    // While a long journal is caught up, nothing is told, and what is forgotten meanwhile must have been kept.
    if (o.kind === 'roll-call.closed') for (const id of ids) keepRow(id, seq)
    if (o.kind === 'roll-call.opened') forgetViews()
  }

  const forgetViews = (): void => {
    for (const [key, { cycle }] of told)
      if (!rollCall.cycle(cycle)) {
        told.delete(key)
        findings.delete(key)
      }
  }

  /** A finding opened, changed or ended. */
  const found = ({ finding, title, active, status }: FindingView): void => {
    if (!finding.rule.startsWith('roll-call.')) return
    for (const key of keysOf(finding.subject)) {
      const list = findings.get(key) ?? new Map<string, FindingBrief>()
      const { id, rule, grade, since } = finding
      if (status === 'closed' || status === 'dismissed') list.delete(id)
      else list.set(id, { id, rule, grade, title, since, active, ends: false })
      if (list.size > 0) findings.set(key, list)
      else findings.delete(key)
      dirtyRows.add(key)
    }
  }

  /** The rows a finding speaks of: one line of a roll-call, two of them, or a target in every open roll-call. */
  const keysOf = (subject: string): string[] => {
    const slash = subject.indexOf('/')
    const cycle = subject.slice(0, slash)
    if (rollCall.cycle(cycle)) {
      const targets = subject.slice(slash + 1).split('+')
      return targets.flatMap((target) => (rollCall.row(cycle, target) ? [rowKey({ cycle, target })] : []))
    }
    return rollCall
      .cycles()
      .flatMap((c) => (rollCall.row(c.cycle, subject) ? [rowKey({ cycle: c.cycle, target: subject })] : []))
  }

  /** What changed since the last call; `seq` is the last entry applied. */
  const take = (seq: number): RollCallChange[] => {
    if (dirtyRows.size + dirtyCycles.size === 0) return []
    const changes: RollCallChange[] = []
    for (const id of dirtyCycles) {
      const cycle = rollCall.cycle(id)
      if (cycle) changes.push({ is: 'cycle', view: cycleView(cycle) })
    }
    for (const key of dirtyRows) {
      const view = viewOf(key, seq)
      if (!view) continue
      changes.push({ is: 'call', unit: view.unit, view })
      const cycle = rollCall.cycle(view.cycle)
      if (cycle) keep?.({ is: 'row', openedAt: cycle.at, view })
    }
    dirtyRows.clear()
    dirtyCycles.clear()
    return changes
  }

  const rowsOf = (cycle: string, seq: number): RowView[] =>
    rollCall.rows(cycle).flatMap((row) => told.get(rowKey(row)) ?? viewOf(rowKey(row), seq) ?? [])

  return {
    apply,
    found,
    take,
    rowsOf,
    /** Open roll-calls and those closed within two hours, as far as `sees` allows. */
    board: (now: Instant, seq: number, sees: (unit: string) => boolean): RollCallBoard => ({
      seq,
      at: now,
      cycles: rollCall.cycles().map(cycleView),
      rows: rollCall.cycles().flatMap(({ cycle }) => rowsOf(cycle, seq).filter((v) => sees(v.unit))),
      next: nextFor(register, now),
    }),
    /** When the next is due, for the strip of every console. */
    next: (now: Instant): NextRollCall | null => nextFor(register, now),
  }
}
export type RollCallBoardMaker = ReturnType<typeof createRollCallBoard>
