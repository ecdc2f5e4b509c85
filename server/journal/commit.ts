import type { Database, Queryable } from '../storage/database.ts'
import { codeOf, isUnavailable } from '../storage/errors.ts'
import { type ChainedRow, chainHash } from './chain.ts'
import type { Receipt } from './journal.ts'
import { OUTAGE_MS, resumedAfter } from './outage.ts'
import type { Prepared } from './prepare.ts'

/** The end of the chain. */
export interface Head {
  readonly seq: number
  /** Lower-case hex. */
  readonly hash: string
  /** No later entry has a smaller one, whoever writes it. */
  readonly recordedAt: number
}

export interface Committed {
  /** One for each prepared draft, in order. */
  readonly receipts: readonly Receipt[]
  /** What is new, in order of seq. */
  readonly rows: readonly ChainedRow[]
  readonly head: Head
}

const UNIQUE_VIOLATION = '23505'
/** After a duplicate or another writer was met, look before storing for so many batches. */
const WARY_BATCHES = 16

const headColumns = `seq, encode(hash, 'hex') as hash, recorded_at as "recordedAt"`

/** Reads the end of the chain. */
export const readHead = async (db: Queryable, lock = ''): Promise<Head> =>
  (await db.query<Head & Record<string, unknown>>(`select ${headColumns} from journal_head ${lock}`))[0]!

/**
 * Promises, durably and to all writers, that no later entry will have a smaller `recordedAt` than `at`; returns the
 * end of the chain then. Their commits take the larger of their clock and this.
 */
export const raiseFloor = async (db: Queryable, at: number): Promise<Head> =>
  (
    await db.query<Head & Record<string, unknown>>(
      `update journal_head set recorded_at = greatest(recorded_at, $1) returning ${headColumns}`,
      [at],
    )
  )[0]!

/** Moves the head and stores the rows in one statement, or does neither when the head is not where it was thought. */
const storeSql = (notify: boolean): string => `
  with moved as (
    update journal_head set seq = $2, hash = decode($3, 'hex'), recorded_at = $4
    where seq = $5 and hash = decode($6, 'hex') and recorded_at <= $4
    returning seq
  ), stored as (
    insert into journal (seq, recorded_at, kind, observed_at, source, key, body, raw, hash)
    select r.n, $4, r.k, r.o, r.s, r.i, r.b, decode(r.w, 'hex'), decode(r.h, 'hex')
    from json_to_recordset($1::json) as r (n bigint, k text, o bigint, s text, i text, b text, w text, h text)
    where exists (select from moved)
  )
  select count(*)::int as moved${notify ? `, pg_notify('journal', max(seq)::text)` : ''} from moved`

interface Stored extends Record<string, unknown> {
  readonly source: string
  readonly key: string
  readonly seq: number
  readonly recordedAt: number
  readonly hash: string
}
/** What of a batch the journal has already; `ours` when it is what an attempt of unknown outcome wrote. */
type Known = ReadonlyMap<string, Stored & { readonly ours: boolean }>
const identity = (of: { readonly source: string; readonly key: string }): string => `${of.source}\n${of.key}`

/** What is new of a batch, in the place it will have in the chain. */
const link = (
  head: Head,
  recordedAt: number,
  fresh: readonly Prepared[],
): readonly (ChainedRow & { hash: string })[] => {
  let { seq, hash } = head
  return fresh.map(({ kind, observedAt, source, key, body, raw }) => {
    const row = { seq: ++seq, recordedAt, kind, observedAt, source, key, body, raw, hash: '' }
    hash = chainHash(hash, row)
    row.hash = hash
    return row
  })
}

/**
 * Commits batches to the one chain that all writers share. A lone writer needs one statement a batch; one that
 * meets a duplicate or another writer takes the head's row lock first, looks, and stores.
 */
export const committer = (db: Database, clock: () => number, notify: boolean) => {
  let head: Head | undefined
  /** When `head` was last seen to hold, by the machine's clock: a process that was put to sleep knows nothing. */
  let seenAt = 0
  let wary = 0
  /** Hashes of what was sent when the connection broke: found again, it is ours and not a duplicate. */
  let inDoubt = new Set<string>()

  const store = async (
    q: Queryable,
    from: Head,
    batch: readonly Prepared[],
    known: Known,
  ): Promise<Committed | undefined> => {
    const first = new Map<string, number>()
    const ids = batch.map(identity)
    // Of each draft, which of the new rows it is; -1 when it is one that was there, or came before in the batch.
    const places = ids.map((id) => {
      if (known.has(id) || first.has(id)) return -1
      first.set(id, first.size)
      return first.size - 1
    })
    const fresh = first.size === batch.length ? batch : batch.filter((_, i) => places[i]! >= 0)
    const recordedAt = Math.max(clock(), from.recordedAt)
    const rows = link(from, recordedAt, fresh)
    const last = rows.at(-1)
    const next = last ? { seq: last.seq, hash: last.hash, recordedAt } : from
    if (last) {
      for (const { hash } of rows) inDoubt.add(hash)
      const values = rows.map((r) => ({
        n: r.seq,
        k: r.kind,
        o: r.observedAt,
        s: r.source,
        i: r.key,
        b: r.body,
        w: r.raw,
        h: r.hash,
      }))
      const params = [JSON.stringify(values), next.seq, next.hash, recordedAt, from.seq, from.hash]
      const [result] = await q.query<{ moved: number }>(storeSql(notify), params)
      if (result!.moved !== 1) return undefined
    }
    const seen = new Set<string>()
    const receipts = ids.map((id, i) => {
      const place = places[i]!
      if (place >= 0) return { seq: from.seq + 1 + place, recordedAt, duplicate: false }
      const before = known.get(id)
      if (!before) return { seq: from.seq + 1 + first.get(id)!, recordedAt, duplicate: true }
      const again = seen.has(id)
      seen.add(id)
      return { seq: before.seq, recordedAt: before.recordedAt, duplicate: again || !before.ours }
    })
    return { receipts, rows, head: next }
  }

  const held = (next: Head): Head => {
    head = next
    seenAt = Date.now()
    return next
  }

  /** Looks where the chain ends, if that is not known, and says first that nothing could be recorded for a while. */
  const takeUp = async (): Promise<void> => {
    if (head && Date.now() - seenAt < OUTAGE_MS) return
    await db.transaction(async (tx) => {
      const from = await readHead(tx, 'for update')
      const entry = resumedAfter(from, clock())
      const stored = entry && (await store(tx, from, [entry], new Map()))
      held(stored?.head ?? from)
    })
  }

  const optimistic = async (batch: readonly Prepared[]): Promise<Committed | undefined> => {
    const before = new Set(inDoubt)
    // It is known that nothing of it was stored: a row of the same hash is another writer's, who knew the same end of the
    // chain and told the same fact in the same millisecond.
    const refused = (): undefined => {
      inDoubt = before
      return undefined
    }
    try {
      return (await store(db, head!, batch, new Map())) ?? refused()
    } catch (error) {
      if (codeOf(error) === UNIQUE_VIOLATION) return refused()
      throw error
    }
  }

  const careful = (batch: readonly Prepared[]): Promise<Committed> =>
    db.transaction(async (tx) => {
      const from = await readHead(tx, 'for update')
      const stored = await tx.query<Stored>(
        `select j.source, j.key, j.seq, j.recorded_at as "recordedAt", encode(j.hash, 'hex') as hash
         from json_to_recordset($1::json) as r (s text, i text) join journal j on j.source = r.s and j.key = r.i`,
        [JSON.stringify(batch.map(({ source, key }) => ({ s: source, i: key })))],
      )
      const known: Known = new Map(stored.map((row) => [identity(row), { ...row, ours: inDoubt.has(row.hash) }]))
      if (stored.length > 0 || from.seq !== head?.seq) wary = WARY_BATCHES
      const committed = await store(tx, from, batch, known)
      if (!committed) throw new Error('the head of the journal moved while its row was locked')
      return committed
    })

  return {
    /** The end of the chain as far as this writer knows. */
    head: (): Head | undefined => head,
    /** Stores a batch durably. Rejects with nothing known when the store goes away; the same batch again is safe. */
    commit: async (batch: readonly Prepared[]): Promise<Committed> => {
      try {
        await takeUp()
        const quick = wary > 0 ? undefined : await optimistic(batch)
        if (!quick && wary === 0) wary = WARY_BATCHES
        const committed = quick ?? (await careful(batch))
        if (!quick) wary--
        held(committed.head)
        inDoubt = new Set()
        return committed
      } catch (error) {
        head = undefined
        if (isUnavailable(error)) wary = Math.max(wary, 1)
        else inDoubt = new Set()
        throw error
      }
    },
    /** See `raiseFloor`. */
    raiseFloor: async (): Promise<Head> => {
      try {
        await takeUp()
        return held(await raiseFloor(db, clock()))
      } catch (error) {
        head = undefined
        throw error
      }
    },
  }
}
