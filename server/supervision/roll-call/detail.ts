import type { CycleDetail } from '../../contract/roll-call.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Supervision } from '../supervision.ts'
import { readCycle } from './history.ts'
import { cycleView } from './row-view.ts'
import { drawView } from './schedule.ts'

interface Reader {
  readonly seesUnit: (unit: string) => boolean
  /** Notes that supervisors wrote for each other. */
  readonly seesNotes: boolean
}

/** One roll-call, while it is remembered or as it was kept; undefined when nobody knows it, or nothing of it is in sight. */
export const cycleDetail = async (
  supervision: Pick<Supervision, 'register' | 'rollCall' | 'database' | 'journal' | 'now' | 'seq' | 'written'>,
  id: string,
  { seesUnit, seesNotes }: Reader,
): Promise<CycleDetail | undefined> => {
  const { register, rollCall, database, journal } = supervision
  const known = register.rollCall.cycle(id)
  if (!known) await supervision.written()
  const found = known
    ? { cycle: cycleView(known), rows: rollCall.rowsOf(id, supervision.seq()) }
    : await readCycle(database, id)
  const rows = found?.rows.filter((row) => seesUnit(row.unit)) ?? []
  if (!found || (rows.length === 0 && found.rows.length > 0)) return undefined
  const { cycle } = found
  return {
    at: supervision.now(),
    cycle,
    rows,
    draw: drawView(register, cycle),
    notes: seesNotes ? await notesOn(journal, id, cycle.openedAt) : {},
  }
}

/** Private notes are in the journal and on no view; the newest of each target. */
const notesOn = async (journal: Pick<Journal, 'read'>, id: string, from: number): Promise<Record<string, string>> => {
  const entries = await journal.read({ kinds: ['roll-call.answered-on-behalf'], from, limit: 10_000 })
  const notes: Record<string, string> = {}
  for (const { observation: o } of entries)
    if (o.kind === 'roll-call.answered-on-behalf' && o.data.cycle === id && o.data.privateNote)
      notes[o.data.target] = o.data.privateNote
  return notes
}
