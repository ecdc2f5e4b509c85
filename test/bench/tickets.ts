import fs from 'node:fs'
import path from 'node:path'
import { openJournal } from '../../server/journal/open.ts'
import { quiet } from '../../server/storage/log.ts'
import { temporaryFolder, testStore } from '../support/database.ts'
import { runTickets } from '../support/ticket-run.ts'
import type { BenchRow } from './row.ts'

const CHANGES = Number(process.env.TICKET_CHANGES ?? 100_000)

/** Ticket changes with their log entries, signed, through the door into PostgreSQL and the whole rulebook, beside the source's own pace. */
export const benchTickets = async (postgresqlUrl: string): Promise<BenchRow[]> => {
  const store = await testStore(postgresqlUrl)
  const keys = temporaryFolder('keys')
  const database = await store.open()
  let closing: (() => Promise<void>) | undefined
  try {
    const run = await runTickets(
      async (clock) => {
        const journal = await openJournal({ database, clock, signingKey: path.join(keys, 'key'), log: quiet })
        closing = journal.close
        return journal
      },
      CHANGES,
      50,
    )
    const exact = JSON.stringify(run.found) === JSON.stringify(run.expected) && run.complete
    const ratio = run.sourceS / run.tookS
    return [
      {
        id: 'TICKETS',
        what: `${run.changes} ticket changes, 50 unlawful in 20 ways: ${run.found.length} found, ${exact ? 'exactly those' : 'NOT those'}`,
        value: Math.round(run.changes / run.tookS),
        unit: 'changes/s',
        peer: 'the source makes 20 a second',
        peerValue: Math.round(run.changes / run.sourceS),
        ratio: Number(ratio.toFixed(1)),
        goal: 'exact, in less than real time',
        met: exact && ratio > 1,
      },
    ]
  } finally {
    await closing?.()
    await database.close()
    store.remove()
    fs.rmSync(keys, { recursive: true, force: true })
  }
}
