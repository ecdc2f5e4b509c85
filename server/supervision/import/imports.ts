import { IMPORT_SHOWN, type ImportReceipt, type ImportReply, type ImportRunning } from '../../contract/imports.ts'
import type { Clock } from '../../domain/time.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database } from '../../storage/database.ts'
import { type ImportResult, importCounty } from './import-county.ts'
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

  const take = async ({ files, by, digest, rosterDays }: Asked): Promise<ImportResult | { readonly is: 'busy' }> => {
    if (running) return { is: 'busy' }
    const at = clock()
    running = { by, since: at, step: 'reading', file: null, done: 0, of: 0 }
    try {
      return await importCounty({
        ...{ journal, database, files, at, by, read: readAside },
        roster: { from: at, days: rosterDays },
        ...(digest === null ? { dryRun: true } : { expected: digest }),
        onProgress: (progress) => {
          running = { by, since: at, ...progress }
        },
      })
    } finally {
      running = null
    }
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
  return { take, receipts, running: () => running }
}

/** What a console is told of an import that was carried through or refused. */
export const importReply = (
  result: Extract<ImportResult, { is: 'refused' | 'planned' | 'imported' }>,
  receipts: readonly ImportReceipt[],
): ImportReply => {
  if (result.is === 'refused')
    return { is: 'refused', problems: result.problems.slice(0, IMPORT_SHOWN), total: result.problems.length }
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
