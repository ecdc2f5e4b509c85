import type { Clock } from '../domain/time.ts'
import type { Bus } from '../storage/bus.ts'
import type { Database } from '../storage/database.ts'
import type { Log } from '../storage/log.ts'
import { startCheckpoints } from './checkpoint.ts'
import { committer, readHead } from './commit.ts'
import { delivery } from './delivery.ts'
import type { Journal, Watermark } from './journal.ts'
import { prepare } from './prepare.ts'
import { commitQueue, type QueueLimits } from './queue.ts'
import { entryOf, inspectEntries, knownKeys, lastEntry, readEntries } from './read.ts'
import { openSigningKey } from './signing-key.ts'

export interface JournalOptions {
  /** Migrated. */
  readonly database: Database
  readonly clock: Clock
  /** Tells other processes of our commits; without one PostgreSQL's NOTIFY does. */
  readonly bus?: Bus | undefined
  /** File of the Ed25519 key that signs checkpoints; made, with its `.pub`, when it is not there. */
  readonly signingKey: string
  readonly log: Log
  readonly limits?: Partial<QueueLimits>
}

/** The channel, of the bus and of NOTIFY, on which the newest seq is told. */
const CHANNEL = 'journal'
/** Messages can be lost: look at least so often, while somebody listens. */
const LOOK_EVERY_MS = 1_000
/** An embedded store does nothing else during a batch: 500 rows hold it up for about 10 ms. */
const defaults = (database: Database): QueueLimits => ({
  batch: database.kind === 'embedded' ? 500 : 1_000,
  waiting: 50_000,
  waitingSize: 64 * 1024 * 1024,
  patienceMs: 30_000,
})

/** Opens the journal of a migrated store. Throws when the end of the chain is not where the store says it is. */
export const openJournal = async (options: JournalOptions): Promise<Journal> => {
  const { database, clock, bus, log } = options
  const key = openSigningKey(options.signingKey)
  const start = await checkedHead(database)
  const writer = committer(database, clock, database.kind === 'postgresql' && !bus)
  const read: Journal['read'] = (readOptions) => readEntries(database, readOptions)
  const news = delivery(start.seq, (after) => read({ after, limit: 1_000 }), log)
  const checkpoints = startCheckpoints(database, key, writer.head, log)
  let watermark: Watermark = start

  const queue = commitQueue({
    limits: { ...defaults(database), ...options.limits },
    log,
    commit: async (batch) => {
      const { receipts, rows, head } = await writer.commit(batch)
      const announce = (): void => {
        if (rows.length > 0) news.own(() => rows.map(entryOf), rows[0]!.seq)
        news.reached(head.seq)
        if (rows.length > 0 && bus)
          bus.publish(CHANNEL, String(head.seq)).catch((error: Error) => {
            log.warn(
              { problem: error.message },
              'other processes could not be told of new entries; they look by themselves',
            )
          })
      }
      return { receipts, announce }
    },
    idle: async () => {
      const { seq, recordedAt } = await writer.raiseFloor()
      news.reached(seq)
      watermark = { seq, recordedAt }
    },
  })

  const heard = (payload: string): void => {
    const seq = Number(payload)
    if (Number.isSafeInteger(seq)) news.reached(seq)
  }
  const alone = database.kind === 'embedded'
  const stopHearing = alone ? undefined : await (bus ? bus.subscribe(CHANNEL, heard) : database.listen(CHANNEL, heard))
  const look = async (): Promise<void> => {
    if (!news.wanted()) return
    await readHead(database).then(
      ({ seq }) => news.reached(seq),
      (error: Error) => log.warn({ problem: error.message }, 'the journal could not be looked at'),
    )
  }
  const looking = alone ? undefined : setInterval(look, LOOK_EVERY_MS).unref()

  let closing: Promise<void> | undefined
  const close = async (): Promise<void> => {
    clearInterval(looking)
    await stopHearing?.().catch(() => undefined) // the connection may be gone already
    await queue.close()
    await checkpoints.close()
    await news.close()
  }
  return {
    append: async (drafts) => (drafts.length === 0 ? [] : queue.add(prepare(drafts))),
    read,
    inspect: (seqs) => inspectEntries(database, seqs),
    known: (source, keys) => knownKeys(database, source, keys),
    last: (source, kind) => lastEntry(database, source, kind),
    onCommitted: news.onCommitted,
    watermark: async () => {
      await queue.between()
      return watermark
    },
    backlog: queue.backlog,
    close: () => {
      closing ??= close()
      return closing
    },
  }
}

/** The head must be the last entry: a chain that was cut or grew elsewhere is not continued. */
const checkedHead = async (database: Database): Promise<Watermark> => {
  const [row] = await database.query<{ seq: number; recordedAt: number; sound: boolean }>(
    `select h.seq, h.recorded_at as "recordedAt",
            case when h.seq = 0 then not exists (select from journal)
                 else exists (select from journal j where j.seq = h.seq and j.hash = h.hash)
                      and not exists (select from journal j where j.seq > h.seq) end as sound
     from journal_head h`,
  )
  if (!row?.sound)
    throw new Error(
      'the journal does not end where its head says: it was changed by hand; npm run verify names what is wrong',
    )
  return row
}
