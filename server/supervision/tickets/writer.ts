import type { Entry } from '../../domain/entry.ts'
import type { Journal } from '../../journal/journal.ts'
import type { Database, Queryable } from '../../storage/database.ts'
import { sqlJson } from '../json.ts'
import {
  mergedRow,
  type TicketEntryRow,
  type TicketRowNow,
  ticketEntryKinds,
  ticketEntryRows,
  ticketRowOf,
} from './rows.ts'

const BATCH = 2_000
const PAGE = 5_000
const NAME = 'tickets'

/**
 * Writes tickets behind the fold, in batches, each with the cursor in one transaction: a crash loses nothing and counts
 * nothing twice. What could not be written is kept and tried again.
 */
export const createTicketWriter = ({
  database,
  written,
}: {
  readonly database: Database
  readonly written: number
}) => {
  let waiting: Entry[] = []
  let seen = written
  let flushing: Promise<void> | undefined

  const writeSome = async (): Promise<void> => {
    const some = waiting.slice(0, BATCH)
    const upTo = some.length === waiting.length ? seen : some.at(-1)!.seq
    const tickets = new Map<string, TicketRowNow>()
    for (const entry of some) {
      const row = ticketRowOf(entry)
      if (!row) continue
      const id = JSON.stringify([row.system, row.ticket])
      tickets.set(id, mergedRow(tickets.get(id), row))
    }
    await database.transaction(async (tx) => {
      await writeEntries(tx, some.flatMap(ticketEntryRows))
      if (tickets.size > 0) await writeTickets(tx, [...tickets.values()])
      await tx.query(
        `insert into projection (name, seq) values ('${NAME}', $1)
         on conflict (name) do update set seq = greatest(projection.seq, excluded.seq)`,
        [upTo],
      )
    })
    waiting = waiting.slice(some.length)
  }

  return {
    entry: (entry: Entry): void => {
      if (entry.seq <= seen) return
      seen = entry.seq
      if (ticketEntryRows(entry).length > 0) waiting.push(entry)
    },
    backlog: (): number => waiting.length,
    /** Resolves when everything known at the call is in the tables; rejects when the store would not take it. */
    flush: async (): Promise<void> => {
      if (flushing) await flushing.catch(() => undefined)
      flushing ??= (async () => {
        while (waiting.length > 0) await writeSome()
      })().finally(() => {
        flushing = undefined
      })
      await flushing
    },
  }
}
export type TicketWriter = ReturnType<typeof createTicketWriter>

/**
 * Opens the tables of tickets. A journal that is older than they are is read once up to `until`, where the fold goes on.
 */
export const openTicketWriter = async (
  database: Database,
  journal: Pick<Journal, 'read'>,
  until: number,
): Promise<TicketWriter> => {
  const [row] = await database.query<{ seq: number }>(`select seq from projection where name = '${NAME}'`)
  const written = row ? Number(row.seq) : -1
  const writer = createTicketWriter({ database, written })
  for (let after = written; after < until; ) {
    const page = await journal.read({ after, kinds: [...ticketEntryKinds], limit: PAGE })
    for (const entry of page) if (entry.seq <= until) writer.entry(entry)
    await writer.flush()
    const last = page.at(-1)
    if (page.length < PAGE || last === undefined) break
    after = last.seq
  }
  return writer
}

const writeEntries = async (tx: Queryable, rows: readonly TicketEntryRow[]): Promise<void> => {
  await tx.query(
    `insert into ticket_entry (seq, n, system, ticket, tx, kind, at, recorded_at, needs, actor, data)
     select seq, n, system, ticket, tx, kind, at, recorded_at, needs, actor, data
       from json_to_recordset($1::json) as r(seq bigint, n int, system text, ticket text, tx text, kind text, at bigint,
            recorded_at bigint, needs text, actor text, data jsonb)
     on conflict (seq, n) do nothing`,
    [sqlJson(rows)],
  )
}

const image = [
  'serial',
  'kind',
  'status',
  'unit',
  'officer',
  'amount_yuan',
  'points',
  'occurred_at',
  'deleted',
  'fields',
  'log_position',
  'seq',
] as const
const isNewer = `(excluded.log_position collate "C", excluded.seq) >= (ticket.log_position collate "C", ticket.seq)`
const columns = `system, ticket, serial, kind, status, unit, officer, amount_yuan, points, occurred_at, issued_at, changed_at,
  changes, needing, unseen, deleted, log_position, seq, fields`

const writeTickets = async (tx: Queryable, rows: readonly TicketRowNow[]): Promise<void> => {
  await tx.query(
    `insert into ticket (${columns})
     select ${columns}
       from json_to_recordset($1::json) as r(system text, ticket text, serial text, kind text, status text, unit text,
            officer text, amount_yuan double precision, points double precision, occurred_at bigint, issued_at bigint,
            changed_at bigint, changes int, needing int, unseen int, deleted boolean, log_position text, seq bigint,
            fields jsonb)
     on conflict (system, ticket) do update set
       ${image.map((c) => `${c} = case when ${isNewer} then excluded.${c} else ticket.${c} end`).join(', ')},
       issued_at = coalesce(ticket.issued_at, excluded.issued_at),
       changed_at = greatest(ticket.changed_at, excluded.changed_at),
       changes = ticket.changes + excluded.changes, needing = ticket.needing + excluded.needing,
       unseen = ticket.unseen + excluded.unseen`,
    [sqlJson(rows)],
  )
}
