import {
  IMPORT_PROBLEMS,
  IMPORT_SHOWN,
  type ImportReceipt,
  type ImportReply,
  type ImportRunning,
} from '../../contract/imports.ts'
import type { Clock } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'
import { type ImportResult, importCounty } from './import-county.ts'
import type { Problem } from './problem.ts'
import { readAside } from './read-aside.ts'
import type { SourceFile } from './read-files.ts'

interface Asked {
  readonly files: readonly SourceFile[]
  readonly by: string
  /** Null for a dry run. */
  readonly digest: string | null
  readonly rosterDays: number
}

/** Imports from the console: one at a time, read on a thread of their own, by the same path as the command. */
export const createImports = ({
  journal,
  database,
  clock,
}: {
  readonly journal: Journal
  readonly database: Database
  readonly clock: Clock
}) => {
  let running: ImportRunning | null = null
  let giveUp: AbortController | undefined

  const take = async ({
    files,
    by,
    digest,
    rosterDays,
  }: Asked): Promise<ImportResult | { readonly is: 'busy' } | { readonly is: 'cancelled' }> => {
    if (running) return { is: 'busy' }
    const at = clock()
    const given = new AbortController()
    giveUp = given
    running = { by, since: at, step: 'reading', file: null, done: 0, of: 0 }
    try {
      return await importCounty({
        ...{ journal, database, files, at, by, signal: given.signal },
        read: (asked, options, onProgress) => readAside(asked, options, onProgress, given.signal),
        roster: { from: at, days: rosterDays },
        ...(digest === null ? { dryRun: true } : { expected: digest }),
        onProgress: (progress) => {
          running = { by, since: at, ...progress }
        },
      })
    } catch (error) {
      if (given.signal.aborted) return { is: 'cancelled' }
      throw error
    } finally {
      running = null
    }
  }

  /** What is being written is written: the commit is all or nothing, and comes. */
  const cancel = (by: string): 'cancelled' | 'nothing' | 'others' => {
    if (!running || running.step === 'writing') return 'nothing'
    if (running.by !== by) return 'others'
    giveUp?.abort()
    return 'cancelled'
  }

  /** Newest first, all of them: a bureau imports a few times a day. */
  const receipts = async (): Promise<readonly ImportReceipt[]> => {
    const found: ImportReceipt[] = []
    for (let after = -1; ; ) {
      const entries = await journal.read({ after, limit: 10_000, kinds: ['import.completed'] })
      for (const { seq, recordedAt, observation: o } of entries)
        if (o.kind === 'import.completed') found.push({ seq, at: recordedAt, ...o.data })
      if (entries.length === 0) return found.reverse()
      after = entries.at(-1)!.seq
    }
  }
  return { take, cancel, receipts, running: () => running }
}

/** What a console is told of an import that was carried through or refused. */
export const importReply = (
  result: Extract<ImportResult, { is: 'refused' | 'planned' | 'imported' }>,
  receipts: readonly ImportReceipt[],
): ImportReply => {
  if (result.is === 'refused')
    return {
      is: 'refused',
      problems: result.problems.toSorted(byLine).slice(0, IMPORT_PROBLEMS),
      total: result.problems.length,
    }
  if (result.is === 'imported') return { is: 'imported', receipt: receipts.find((r) => r.seq === result.seq) ?? null }
  const { plan, files, layerReplaced, digest } = result
  const changes = (['held', 'changed', 'added'] as const).flatMap((how) =>
    plan[how].map(({ about }) => ({ about, how })),
  )
  return {
    is: 'planned',
    ...{ files, layerReplaced, digest },
    counts: plan.kinds,
    changes: changes.slice(0, IMPORT_SHOWN),
    total: changes.length,
  }
}

/** As somebody goes through the files: what is wrong with a whole file first. */
const byLine = (a: Problem, b: Problem): number => a.file.localeCompare(b.file) || (a.line ?? 0) - (b.line ?? 0)
