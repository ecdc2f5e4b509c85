import { createHash } from 'node:crypto'
import { IMPORT_LIMITS, type ImportProgress } from '../../contract/imports.ts'
import { createRegister, registerKinds } from '../../domain/register.ts'
import type { Instant } from '../../domain/time.ts'
import type { Draft, Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'
import { saveCountyLayer } from './county-layer.ts'
import type { Statement } from './drafts.ts'
import { createKnown } from './known.ts'
import { createStanding, importKinds, type Plan, planImport } from './plan.ts'
import type { Problem } from './problem.ts'
import { type CountyReading, readCounty } from './read-county.ts'
import { baseOf, type SourceFile } from './read-files.ts'
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
  /** Do it only if it is the plan of this digest: what somebody was shown and agreed to. */
  readonly expected?: string
  /** How files are read; on our own thread unless told. */
  readonly read?: (...asked: Parameters<typeof readCounty>) => Promise<CountyReading> | CountyReading
  /** Told how far it is. */
  readonly onProgress?: (progress: ImportProgress) => void
  /** Gives it up, with its reason as the error, as long as nothing has been written. */
  readonly signal?: AbortSignal
}
export interface ImportedFile {
  readonly name: string
  readonly is: string
  readonly bytes: number
  readonly sha256: string
}
export type ImportResult =
  | { readonly is: 'refused'; readonly problems: readonly Problem[] }
  | {
      readonly is: 'planned' | 'imported'
      readonly plan: Plan
      readonly layerReplaced: boolean
      readonly files: readonly ImportedFile[]
      readonly digest: string
      /** The entry that tells of the import; null where nothing was journalled. */
      readonly seq: number | null
    }
  /** The plan is another than the one agreed to: the record or the files have changed since. */
  | { readonly is: 'changed-since' }

/** Imports a county folder whole or not at all; what the journal says already is not said again. */
export const importCounty = async (options: ImportOptions): Promise<ImportResult> => {
  const { journal, database, files, at, by, roster, dryRun = false, read = readCounty, onProgress, signal } = options
  const record = await readRecord(journal, signal)
  const reading = await read(files, { at, by, known: record.known, ...(roster ? { roster } : {}) }, onProgress)
  signal?.throwIfAborted()
  if (reading.problems.length > 0) return { is: 'refused', problems: reading.problems }
  // A repeating roster speaks of the days ahead; a shift that is running stays as it was, unless a demonstration begins.
  const settled = (s: Statement): boolean => {
    if (roster?.beginAt !== undefined || s.observation.kind !== 'shift.scheduled' || !s.fromRoster) return false
    const { carrier, shift } = s.observation.data
    return (record.register.shift(carrier, shift)?.startsAt ?? Number.POSITIVE_INFINITY) <= at
  }
  const plan = planImport(
    reading.drafts.filter((s) => !settled(s)),
    record.standing,
  )
  if (plan.drafts.length > IMPORT_LIMITS.changes)
    return { is: 'refused', problems: [tooMuch(files, plan.drafts.length)] }
  const layerReplaced = reading.layer !== undefined
  const told = files.map(fileTold)
  const digest = digestOf(plan, told)
  const result = { plan, layerReplaced, files: told, digest }
  if (dryRun) return { is: 'planned', ...result, seq: null }
  if (options.expected !== undefined && options.expected !== digest) return { is: 'changed-since' }
  signal?.throwIfAborted()
  onProgress?.({ step: 'writing', file: null, done: 0, of: plan.drafts.length })
  const seq = await write(journal, { ...result, at, by })
  if (reading.layer) await saveCountyLayer(database, reading.layer, at, by)
  return { is: 'imported', ...result, seq }
}

const readRecord = async (journal: Journal, signal: AbortSignal | undefined) => {
  const register = createRegister()
  const { apply, standing } = createStanding()
  const { apply: note, known } = createKnown()
  for (let after = -1; ; ) {
    const entries = await journal.read({
      after,
      limit: 10_000,
      kinds: [...new Set([...importKinds, ...registerKinds])],
    })
    for (const entry of entries) {
      register.apply(entry)
      apply(entry)
      note(entry)
    }
    signal?.throwIfAborted()
    if (entries.length === 0) return { register, standing, known }
    after = entries.at(-1)!.seq
  }
}

interface Writing {
  readonly plan: Plan
  readonly layerReplaced: boolean
  readonly files: readonly ImportedFile[]
  readonly digest: string
  readonly at: Instant
  readonly by: string
}

/** What is new and, in the same commit, who brought it in which files. The same again says nothing. */
const write = async (journal: Journal, { plan, layerReplaced, files, digest, at, by }: Writing) => {
  if (plan.drafts.length === 0) return null
  const [added, changed, held] = [plan.added.length, plan.changed.length, plan.held.length]
  const counts = { added, changed, unchanged: plan.unchanged, held, entries: plan.drafts.length }
  const done: Draft = {
    source: 'import',
    key: `import.completed ${digest}`,
    observation: { kind: 'import.completed', observedAt: at, data: { by, files, ...counts, layerReplaced } },
  }
  const receipts = await journal.append([...plan.drafts, done])
  return receipts.at(-1)?.seq ?? null
}

const fileTold = (file: SourceFile): ImportedFile => ({
  name: file.name.slice(0, 200),
  is: baseOf(file).slice(0, 64),
  bytes: file.bytes.length,
  sha256: createHash('sha256').update(file.bytes).digest('hex'),
})

/** Two plans that would write the same have the same digest. */
const digestOf = (plan: Plan, files: readonly ImportedFile[]): string =>
  createHash('sha256')
    .update(JSON.stringify([files.map((f) => f.sha256), plan.drafts.map((d) => d.key)]))
    .digest('hex')

const grouped = (n: number): string => n.toLocaleString('en-US')

const tooMuch = (files: readonly SourceFile[], count: number): Problem => ({
  file: files.map((f) => f.name).join(', '),
  line: null,
  field: null,
  message: {
    zh: `共有${grouped(count)}项新增或变更，一次最多${grouped(IMPORT_LIMITS.changes)}项，请拆分后分次导入`,
    en: `${grouped(count)} new or changed things where ${grouped(IMPORT_LIMITS.changes)} are the most at once; split it`,
  },
})
