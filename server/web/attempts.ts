import type { Clock, Instant } from '../domain/time.ts'
import type { Database, Queryable } from '../storage/database.ts'

export const MAX_FAILURES = 5
export const LOCK_MS = 15 * 60_000

export type Attempt = { readonly is: 'open'; readonly id: number } | { readonly is: 'locked'; readonly until: Instant }

/**
 * Five failures lock an account, and an address, for 15 minutes. An attempt counts as failed until it succeeded, so
 * that many at once get no more guesses than one after another; the advisory locks make them queue.
 */
export const createAttempts = (database: Database, clock: Clock) => {
  /** When the lock that the last five failures brought about is over; 0 when they are too few or too far apart. */
  const lockedUntil = async (tx: Queryable, column: 'account' | 'remote_address', value: string): Promise<Instant> => {
    const rows = await tx.query<{ at: number }>(
      `select at from login_attempt where ${column} = $1 order by at desc limit ${MAX_FAILURES}`,
      [value],
    )
    const [newest, oldest] = [Number(rows[0]?.at ?? 0), Number(rows[MAX_FAILURES - 1]?.at ?? Number.NaN)]
    return newest - oldest < LOCK_MS ? newest + LOCK_MS : 0
  }

  const begin = (account: string, remoteAddress: string): Promise<Attempt> =>
    database.transaction(async (tx) => {
      await tx.query(`select pg_advisory_xact_lock(hashtext('login'))`)
      await tx.query('delete from login_attempt where at <= $1', [clock() - 2 * LOCK_MS])
      const until = Math.max(
        await lockedUntil(tx, 'account', account),
        await lockedUntil(tx, 'remote_address', remoteAddress),
      )
      if (until > clock()) return { is: 'locked', until }
      const [row] = await tx.query<{ id: number }>(
        'insert into login_attempt (account, remote_address, at) values ($1, $2, $3) returning id',
        [account, remoteAddress, clock()],
      )
      return { is: 'open', id: Number(row!.id) }
    })

  /** The account's failures are forgotten; those of the address stay, or one good password would buy guesses at others. */
  const succeeded = async (id: number, account: string): Promise<void> => {
    await database.query('delete from login_attempt where id = $1 or account = $2', [id, account])
  }

  /** Does not count: right password, and the second factor is still to come. */
  const forget = async (id: number): Promise<void> => {
    await database.query('delete from login_attempt where id = $1', [id])
  }

  return { begin, succeeded, forget }
}
