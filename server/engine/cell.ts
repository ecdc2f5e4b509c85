import type { Concerns, Facts } from '../domain/finding.ts'
import type { RegisterState } from '../domain/register.ts'
import type { Instant } from '../domain/time.ts'
import type { AnyRule, Moment } from '../rules/define-rule.ts'
import { type Appointment, NEVER } from './agenda.ts'
import type { InForce } from './in-force.ts'
import type { WarningLevel } from './warning.ts'

/** An open finding as it was last told, so that only news is told again. */
export interface OpenFinding {
  readonly id: string
  readonly since: Instant
  readonly openedAt: Instant
  readonly evidence: readonly number[]
  readonly facts: Facts
  readonly concerns: Concerns
}

export interface Deadline {
  readonly dueAt: Instant
  readonly startedAt?: Instant
}

/** What the engine holds of one rule and one subject. */
export interface Cell extends Appointment {
  readonly rule: LoadedRule
  readonly subject: string
  /** The next cell of the same subject, round and round; kept by the rows. */
  next: Cell
  state: unknown
  open: OpenFinding | undefined
  /** The deadline ahead, as the rule told it. */
  pending: Deadline | undefined
  warned: WarningLevel | undefined
  forgetAt: Instant | undefined
}

/** Why a rule was put aside: it threw, and whatever it says now could be wrong. */
export interface RuleFailure {
  readonly rule: string
  readonly subject: string
  readonly at: Instant
  readonly message: string
}

/** Rules that name the cells of an entry by the same function ask it once an entry. */
export interface Ask {
  readonly subject: AnyRule['subject']
  /** The entry that was asked about last, by its number. */
  seq: number
  answer: string | readonly string[] | undefined
}

export interface LoadedRule {
  readonly rule: AnyRule
  readonly ask: Ask
  /** What the rule is told besides the state; one object for all its cells, filled in for each. */
  readonly moment: { -readonly [K in keyof Moment<unknown>]: Moment<unknown>[K] }
  /** Values and switches as the bureau agreed on them so far. */
  inForce: InForce
  /** Oldest first. */
  readonly cells: Set<Cell>
  failure: RuleFailure | undefined
}

export const newCell = (rule: LoadedRule, subject: string, order: number): Cell => {
  const cell = {
    rule,
    subject,
    next: undefined as unknown as Cell,
    order,
    state: rule.rule.initial as unknown,
    dueAt: NEVER,
    slotAt: NEVER,
    open: undefined,
    pending: undefined,
    warned: undefined,
    forgetAt: undefined,
  }
  cell.next = cell
  return cell
}

/** A cell as a snapshot holds it; what is not there is null, because JSON has no undefined. */
type SavedCell = readonly [
  rule: string,
  subject: string,
  order: number,
  dueAt: Instant | null,
  state: unknown,
  open: OpenFinding | null,
  pending: readonly [dueAt: Instant, startedAt: Instant | null] | null,
  warned: WarningLevel | null,
  forgetAt: Instant | null,
]

/** Everything the engine knows, as JSON: a restart continues from here instead of from the first entry. */
export interface EngineSnapshot {
  readonly seq: number
  readonly advancedTo: Instant
  readonly nextOrder: number
  readonly register: RegisterState
  readonly failures: readonly RuleFailure[]
  readonly cells: readonly SavedCell[]
}

export const saveCell = (cell: Cell): SavedCell => [
  cell.rule.rule.id,
  cell.subject,
  cell.order,
  cell.dueAt === NEVER ? null : cell.dueAt,
  cell.state,
  cell.open ?? null,
  cell.pending ? [cell.pending.dueAt, cell.pending.startedAt ?? null] : null,
  cell.warned ?? null,
  cell.forgetAt ?? null,
]

/** The tables as they are now. Their rows are shared: the register replaces a row and never changes one. */
export const saveRegister = ({
  custody,
  casework,
  radio,
  duty,
  rollCall,
  tickets,
  settings,
  outages,
  ...tables
}: RegisterState): RegisterState => ({
  ...tablesOf(tables),
  custody: tablesOf(custody),
  casework: tablesOf(casework),
  radio: tablesOf(radio),
  duty: tablesOf(duty),
  rollCall: tablesOf(rollCall),
  tickets: tablesOf(tickets),
  settings: structuredClone(settings),
  outages,
})

const tablesOf = <T extends object>(tables: T): T =>
  Object.fromEntries(
    Object.entries(tables).map(([name, table]) => [name, Array.isArray(table) ? [...table] : { ...table }]),
  ) as T

/** Puts the saved cells back. A rule that left the rulebook leaves its cells behind; its findings stay in the store. */
export const restoreCells = (
  saved: readonly SavedCell[],
  rules: readonly LoadedRule[],
  add: (cell: Cell) => void,
  setDue: (cell: Cell, dueAt: Instant) => void,
): void => {
  const byId = new Map(rules.map((r) => [r.rule.id, r]))
  for (const [id, subject, order, dueAt, state, open, pending, warned, forgetAt] of saved) {
    const rule = byId.get(id)
    if (!rule) continue
    const cell = newCell(rule, subject, order)
    cell.state = state
    cell.open = open ?? undefined
    cell.pending = pending ? { dueAt: pending[0], ...(pending[1] !== null && { startedAt: pending[1] }) } : undefined
    cell.warned = warned ?? undefined
    cell.forgetAt = forgetAt ?? undefined
    add(cell)
    setDue(cell, dueAt ?? NEVER)
  }
}
