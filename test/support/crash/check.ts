import { storedArchive } from '../../../server/journal/archive.ts'
import type { Verification } from '../../../server/journal/verify.ts'
import { verifyEntries } from '../../../server/journal/verify.ts'
import type { Database } from '../../../server/storage/database.ts'

export interface Survival {
  /** Keys that were acknowledged and are not there, or under another number than was said. */
  readonly lost: readonly string[]
  /** Keys that are there more than once. */
  readonly doubled: readonly string[]
  readonly entries: number
  readonly verification: Verification
}

/** Compares what was acknowledged (`seq` by key of the source) with what the journal has, and verifies it all. */
export const survival = async (
  db: Database,
  source: string,
  acknowledged: ReadonlyMap<string, number>,
): Promise<Survival> => {
  const rows = await db.query<{ key: string; seq: number }>('select key, seq from journal where source = $1', [source])
  const seqByKey = new Map<string, number>()
  const doubled: string[] = []
  for (const { key, seq } of rows) {
    if (seqByKey.has(key)) doubled.push(key)
    seqByKey.set(key, seq)
  }
  const lost = [...acknowledged].filter(([key, seq]) => seqByKey.get(key) !== seq).map(([key]) => key)
  const archive = await storedArchive(db)
  const verification = await verifyEntries(archive.entries, archive.checkpoints, archive.publicKeys, {
    head: archive.head,
  })
  return { lost, doubled, entries: rows.length, verification }
}
