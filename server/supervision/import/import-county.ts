import { createRegister, registerKinds } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'
import { saveCountyLayer } from './county-layer.ts'
import type { Statement } from './drafts.ts'
import { createStanding, importKinds, type Plan, planImport } from './plan.ts'
import type { Problem } from './problem.ts'
import { readCounty } from './read-county.ts'
import type { SourceFile } from './read-files.ts'
import type { RosterWindow } from './roster.ts'

export interface ImportOptions {
  readonly journal: Journal
  readonly database: Database
  readonly files: readonly SourceFile[]
  readonly at: Instant
  readonly by: string
  readonly roster?: RosterWindow
  /** Says what would change and changes nothing. */
  readonly dryRun?: boolean
}
export type ImportResult =
  | { readonly is: 'refused'; readonly problems: readonly Problem[] }
  | { readonly is: 'planned' | 'imported'; readonly plan: Plan; readonly layerReplaced: boolean }

/** Imports a county folder whole or not at all; what the journal says already is not said again. */
export const importCounty = async ({
  journal,
  database,
  files,
  at,
  by,
  roster,
  dryRun = false,
}: ImportOptions): Promise<ImportResult> => {
  const register = createRegister()
  const { apply, standing } = createStanding()
  for (let after = -1; ; ) {
    const entries = await journal.read({
      after,
      limit: 10_000,
      kinds: [...new Set([...importKinds, ...registerKinds])],
    })
    for (const entry of entries) {
      register.apply(entry)
      apply(entry)
    }
    if (entries.length === 0) break
    after = entries.at(-1)!.seq
  }
  const reading = readCounty(files, { at, by, known: register, ...(roster ? { roster } : {}) })
  if (reading.problems.length > 0) return { is: 'refused', problems: reading.problems }
  // A repeating roster speaks of the days ahead; a shift that is running stays as it was, unless a demonstration begins.
  const settled = (s: Statement): boolean => {
    if (roster?.beginAt !== undefined || s.observation.kind !== 'shift.scheduled' || !s.fromRoster) return false
    const { carrier, shift } = s.observation.data
    return (register.shift(carrier, shift)?.startsAt ?? Number.POSITIVE_INFINITY) <= at
  }
  const plan = planImport(
    reading.drafts.filter((s) => !settled(s)),
    standing,
  )
  const layerReplaced = reading.layer !== undefined
  if (dryRun) return { is: 'planned', plan, layerReplaced }
  if (plan.drafts.length > 0) await journal.append(plan.drafts)
  if (reading.layer) await saveCountyLayer(database, reading.layer, at, by)
  return { is: 'imported', plan, layerReplaced }
}
