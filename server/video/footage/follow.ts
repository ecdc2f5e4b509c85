import type { Entry } from '../../domain/entry.ts'
import type { ObservationKind } from '../../domain/observation/index.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database, Queryable } from '../../storage/database.ts'
import type { Log } from '../../storage/log.ts'

export interface FollowOptions {
  readonly database: Database
  readonly journal: Journal
  readonly log: Log
  /** Names the cursor in the table `projection`. */
  readonly name: string
  readonly kinds: readonly ObservationKind[]
  /** Writes one entry; called in order, within a transaction that also moves the cursor. */
  readonly project: (tx: Queryable, entry: Entry) => Promise<void>
}

const PAGE = 500
/** How soon it is tried again when the store was away. */
const AGAIN_MS = 1_000

/**
 * Keeps tables up with the journal: everything after the cursor at the start, then each commit as it comes, in order,
 * each batch with its cursor in one transaction. Resolves once caught up.
 */
export const followJournal = async ({ database, journal, log, name, kinds, project }: FollowOptions) => {
  const wanted = new Set<ObservationKind>(kinds)
  const [row] = await database.query<{ seq: number }>('select seq from projection where name = $1', [name])
  let done = row ? Number(row.seq) : -1
  let told = done
  let running: Promise<void> | undefined
  let stopped = false
  let timer: NodeJS.Timeout | undefined
  let waiting: { readonly seq: number; readonly resolve: () => void; readonly reject: (why: Error) => void }[] = []

  const readOn = async (): Promise<void> => {
    for (;;) {
      const until = (await journal.watermark()).seq
      if (stopped || done >= until) return
      const page = await journal.read({ after: done, limit: PAGE, kinds })
      const entries = page.filter((e) => e.seq <= until)
      // A page that is not full holds everything of these kinds up to the watermark.
      const upTo = entries.length === PAGE ? entries.at(-1)!.seq : until
      await database.transaction(async (tx) => {
        for (const entry of entries) await project(tx, entry)
        await tx.query(
          `insert into projection (name, seq) values ($1, $2)
           on conflict (name) do update set seq = greatest(projection.seq, excluded.seq)`,
          [name, upTo],
        )
      })
      done = upTo
      const reached = waiting.filter((w) => w.seq <= done)
      waiting = waiting.filter((w) => w.seq > done)
      for (const { resolve } of reached) resolve()
    }
  }
  const catchUp = (): Promise<void> => {
    running ??= readOn().finally(() => {
      running = undefined
    })
    return running
  }
  let away = false
  const keepUp = (): void => {
    if (stopped) return
    catchUp().then(
      () => {
        away = false
        if (told > done) keepUp()
      },
      (error: unknown) => {
        if (!away) log.warn({ err: error, name }, 'a table could not be kept up with the journal; trying again')
        away = true
        timer ??= setTimeout(() => {
          timer = undefined
          keepUp()
        }, AGAIN_MS)
      },
    )
  }

  await catchUp()
  const off = journal.onCommitted((entries) => {
    const last = entries.findLast((e) => wanted.has(e.observation.kind))
    if (!last) return
    told = Math.max(told, last.seq)
    keepUp()
  })
  return {
    /** Resolves once entry `seq` is in the tables; rejects after `timeoutMs`. */
    reached: (seq: number, timeoutMs = 5_000): Promise<void> => {
      if (seq <= done) return Promise.resolve()
      told = Math.max(told, seq)
      keepUp()
      return new Promise((resolve, reject) => {
        const end = setTimeout(() => reject(new Error(`entry ${seq} is journalled but not yet in ${name}`)), timeoutMs)
        const settle =
          <T extends unknown[]>(then: (...args: T) => void) =>
          (...args: T): void => {
            clearTimeout(end)
            then(...args)
          }
        waiting.push({ seq, resolve: settle(resolve), reject: settle(reject) })
      })
    },
    seq: (): number => done,
    stop: async (): Promise<void> => {
      stopped = true
      off()
      clearTimeout(timer)
      await running?.catch(() => undefined)
      for (const { reject } of waiting) reject(new Error(`${name} was stopped`))
    },
  }
}
export type Follower = Awaited<ReturnType<typeof followJournal>>
