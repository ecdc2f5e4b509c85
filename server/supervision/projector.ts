import type { StepView } from '../contract/views.ts'
import type { Entry } from '../domain/entry.ts'
import type { Database } from '../storage/database.ts'
import { type AuditRow, auditRow, writeAudit } from './audit-table.ts'
import type { FindingCase } from './finding-case.ts'
import { writeFindings, writeNote } from './finding-table.ts'
import { type PositionRow, positionRow, writePositions } from './position-table.ts'

const BATCH = 1_000

export interface ProjectorOptions {
  readonly database: Database
  readonly rulebook: string
  /** How far positions and audit were written by an earlier run: entries up to there are skipped. */
  readonly written: number
}

/**
 * Writes behind the fold: positions, audit rows and findings, in batches, each with the cursor in one transaction,
 * so that a crash at any point loses nothing and doubles nothing. What could not be written is kept and tried again.
 */
export const createProjector = ({ database, rulebook, written }: ProjectorOptions) => {
  let positions: PositionRow[] = []
  let audits: AuditRow[] = []
  const findings = new Map<string, FindingCase>()
  let notes: { readonly finding: string; readonly step: StepView }[] = []
  let seen = written
  let flushing: Promise<void> | undefined

  const backlog = (): number => positions.length + audits.length + findings.size + notes.length

  const writeOne = async (): Promise<void> => {
    const [p, a] = [positions.slice(0, BATCH), audits.slice(0, BATCH)]
    const f = [...findings.values()].slice(0, BATCH)
    const n = f.length === findings.size ? notes : []
    // The cursor may pass only what this transaction holds.
    const whole = p.length === positions.length && a.length === audits.length
    const upTo = whole ? seen : Math.min(p.at(-1)?.seq ?? Infinity, a.at(-1)?.seq ?? Infinity)
    await database.transaction(async (tx) => {
      if (p.length > 0) await writePositions(tx, p)
      if (a.length > 0) await writeAudit(tx, a)
      if (f.length > 0) await writeFindings(tx, f, rulebook)
      for (const { finding, step } of n) await writeNote(tx, finding, step)
      await tx.query(
        `insert into projection (name, seq) values ('entries', $1)
         on conflict (name) do update set seq = greatest(projection.seq, excluded.seq)`,
        [upTo],
      )
    })
    positions = positions.slice(p.length)
    audits = audits.slice(a.length)
    notes = notes.slice(n.length)
    for (const one of f) {
      const { id } = one.view.finding
      // A finding that changed while it was being written stays on the list.
      if (findings.get(id) === one) findings.delete(id)
    }
  }

  const writeAll = async (): Promise<void> => {
    while (backlog() > 0) await writeOne()
  }

  return {
    backlog,
    entry: (entry: Entry): void => {
      if (entry.seq <= seen) return
      seen = entry.seq
      const position = positionRow(entry)
      if (position) positions.push(position)
      const audit = auditRow(entry)
      if (audit) audits.push(audit)
    },
    finding: (one: FindingCase): void => {
      findings.set(one.view.finding.id, one)
    },
    note: (finding: string, step: StepView): void => {
      notes.push({ finding, step })
    },
    /** Resolves when everything known at the call is in the tables; rejects when the store would not take it. */
    flush: async (): Promise<void> => {
      // One that is under way may have begun before the last change, so another follows it.
      if (flushing) await flushing.catch(() => undefined)
      flushing ??= writeAll().finally(() => {
        flushing = undefined
      })
      await flushing
    },
  }
}
export type Projector = ReturnType<typeof createProjector>

/** How far the tables had come when the last run ended; -1 before the first. */
export const writtenUntil = async (database: Database): Promise<number> => {
  const [row] = await database.query<{ seq: number }>(`select seq from projection where name = 'entries'`)
  return row ? Number(row.seq) : -1
}
