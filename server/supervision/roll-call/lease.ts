import { randomUUID } from 'node:crypto'
import type { Database } from '../../storage/database.ts'

const HOLD_MS = 5_000
const RENEW_MS = 1_000

/**
 * Which server calls: the one that holds the lease, by the store's own clock, and another one five seconds after it fell
 * silent. It keeps two servers from queueing the same calls; that nobody is called twice is held by the journal's keys.
 */
export const createLease = (database: Database, world: () => number = () => performance.now()) => {
  const holder = randomUUID()
  let held = false
  let askedAt = Number.NEGATIVE_INFINITY

  const ask = async (): Promise<boolean> => {
    const rows = await database.query(
      `insert into roll_call_lease as l (id, holder, until_at)
       values (1, $1, (extract(epoch from clock_timestamp()) * 1000)::bigint + $2::bigint)
       on conflict (id) do update set holder = excluded.holder, until_at = excluded.until_at
        where l.holder = $1 or l.until_at < (extract(epoch from clock_timestamp()) * 1000)::bigint
       returning holder`,
      [holder, HOLD_MS],
    )
    return rows.length > 0
  }

  return {
    /** Whether we hold it, asked at most once a second. `fresh`: we did not a moment ago. Rejects when the store is away. */
    mine: async (): Promise<{ readonly held: boolean; readonly fresh: boolean }> => {
      if (world() - askedAt < RENEW_MS) return { held, fresh: false }
      const before = held
      held = false
      held = await ask()
      askedAt = world()
      return { held, fresh: held && !before }
    },
    /** Lets another server have it at once. */
    giveUp: async (): Promise<void> => {
      if (!held) return
      held = false
      await database.query('delete from roll_call_lease where holder = $1', [holder])
    },
  }
}
