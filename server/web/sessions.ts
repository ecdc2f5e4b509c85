import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { Role } from '../contract/roles.ts'
import type { UserView } from '../contract/views.ts'
import type { Clock } from '../domain/time.ts'
import type { Journal } from '../journal/journal.ts'
import type { Database } from '../storage/database.ts'
import { type Account, userView } from './accounts.ts'

export type EndReason = 'logout' | 'idle' | 'expired' | 'revoked' | 'replaced'

export interface SessionLimits {
  /** Without a request for so long the session is over; at most 15 min. */
  readonly idleMs: number
  /** However busy, the session is over after so long; at most 12 h. */
  readonly absoluteMs: number
}
export const sessionLimits: SessionLimits = { idleMs: 15 * 60_000, absoluteMs: 12 * 3_600_000 }

export interface Session {
  /** SHA-256 of the token, lower-case hex: names the session without giving it away. */
  readonly id: string
  readonly user: UserView
}
export type Found =
  | { readonly is: 'open'; readonly session: Session }
  | { readonly is: 'ended'; readonly reason: EndReason }
  | { readonly is: 'none' }

/** A request moves `seen_at` only when it is older than this: reading must not mean writing every time. */
const TOUCH_MS = 10_000
/** Until then a console learns why its session ended; later only that it has none. */
const REMEMBERED_MS = 7 * 24 * 3_600_000

interface Row extends Record<string, unknown> {
  account: string
  display_name: string
  role: Role
  unit: string | null
  officer: string | null
  seen_at: number
  expires_at: number
  closed_because: EndReason | null
  disabled: boolean
}

const idOf = (token: string): string => createHash('sha256').update(token).digest('hex')
const bytesOf = (id: string): Buffer => Buffer.from(id, 'hex')

export interface SessionsOptions {
  readonly database: Database
  readonly journal: Journal
  /** The world's clock: a person is idle in real minutes, also in a demonstration. */
  readonly clock: Clock
  /** The house's clock, for what is journalled. */
  readonly houseClock: Clock
  readonly limits?: SessionLimits
}

/** Who is logged in. Every request asks the table, so a revocation holds at once and everywhere. */
export const createSessions = ({ database, journal, clock, houseClock, limits = sessionLimits }: SessionsOptions) => {
  const journalClosed = (by: string, reason: EndReason): Promise<unknown> => {
    const observation = { kind: 'session.closed', observedAt: houseClock(), data: { by, reason } } as const
    return journal.append([{ source: 'console', key: randomUUID(), observation }])
  }

  const reasonOf = (
    row: Pick<Row, 'closed_because' | 'disabled' | 'seen_at' | 'expires_at'>,
  ): EndReason | undefined => {
    if (row.closed_because) return row.closed_because
    if (row.disabled) return 'revoked'
    if (Number(row.expires_at) <= clock()) return 'expired'
    return clock() - Number(row.seen_at) >= limits.idleMs ? 'idle' : undefined
  }

  const close = async (id: string, reason: EndReason): Promise<void> => {
    const [row] = await database.query<{ account: string }>(
      `update session set closed_at = $2, closed_because = $3 where token_hash = $1 and closed_at is null
       returning account`,
      [bytesOf(id), clock(), reason],
    )
    if (row) await journalClosed(row.account, reason)
  }

  const select = `select s.account, a.display_name, a.role, a.unit, a.officer, s.seen_at, s.expires_at, s.closed_because,
      a.disabled_at is not null as disabled from session s join account a on a.name = s.account`

  return {
    idOf,
    /** Journals the login, then gives a new opaque token of 256 bits; only its hash is kept. */
    open: async (account: Account, remoteAddress: string): Promise<string> => {
      const token = randomBytes(32).toString('base64url')
      const observation = {
        kind: 'session.opened',
        observedAt: houseClock(),
        data: { by: account.name, remoteAddress },
      } as const
      await journal.append([{ source: 'console', key: randomUUID(), observation }])
      await database.transaction((tx) =>
        tx.query(
          `insert into session (token_hash, account, opened_at, seen_at, expires_at, remote_address)
           values ($1, $2, $3, $3, $4, $5)`,
          [bytesOf(idOf(token)), account.name, clock(), clock() + limits.absoluteMs, remoteAddress],
        ),
      )
      return token
    },
    /** The session of a token; `touch` counts as a sign of life. */
    find: async (token: string, touch: boolean): Promise<Found> => {
      const id = idOf(token)
      const [row] = await database.query<Row>(`${select} where s.token_hash = $1`, [bytesOf(id)])
      if (!row) return { is: 'none' }
      const reason = reasonOf(row)
      if (reason) {
        if (!row.closed_because) await close(id, reason)
        return { is: 'ended', reason }
      }
      if (touch && clock() - Number(row.seen_at) >= TOUCH_MS)
        await database.query('update session set seen_at = $2 where token_hash = $1', [bytesOf(id), clock()])
      const { account: name, display_name: displayName, role, unit, officer } = row
      return { is: 'open', session: { id, user: userView({ name, displayName, role, unit, officer }) } }
    },
    /** Somebody is at the console, though nothing was asked for. An ended session stays ended. */
    touch: async (id: string): Promise<void> => {
      await database.query(
        'update session set seen_at = $2 where token_hash = $1 and closed_at is null and seen_at between $3 and $4',
        [bytesOf(id), clock(), clock() - limits.idleMs + 1, clock() - TOUCH_MS],
      )
    },
    /** Of these sessions, those that are over, and why. One query for all sockets. */
    endedAmong: async (ids: readonly string[]): Promise<ReadonlyMap<string, EndReason>> => {
      const rows = await database.query<Row & { id: string }>(
        `select encode(s.token_hash, 'hex') as id, s.seen_at, s.expires_at, s.closed_because,
            a.disabled_at is not null as disabled from session s join account a on a.name = s.account
          where s.token_hash in (select decode(x, 'hex') from unnest($1::text[]) as x)`,
        [ids],
      )
      const known = new Map(rows.map((row) => [row.id, reasonOf(row)]))
      const ended = new Map<string, EndReason>()
      for (const id of ids) {
        const reason = known.has(id) ? known.get(id) : 'revoked'
        if (reason) ended.set(id, reason)
      }
      return ended
    },
    close,
    /** Closes and journals what ran out without anybody asking. */
    sweep: async (): Promise<void> => {
      const rows = await database.query<Row & { id: string }>(
        `select encode(s.token_hash, 'hex') as id, s.account, s.seen_at, s.expires_at, s.closed_because,
            a.disabled_at is not null as disabled from session s join account a on a.name = s.account
          where s.closed_at is null and (s.expires_at <= $1 or s.seen_at <= $2)`,
        [clock(), clock() - limits.idleMs],
      )
      for (const row of rows) await close(row.id, reasonOf(row) ?? 'idle')
      // The journal remembers them; the table need not.
      await database.query('delete from session where closed_at < $1', [clock() - REMEMBERED_MS])
    },
  }
}
export type Sessions = ReturnType<typeof createSessions>
