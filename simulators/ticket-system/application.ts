import { randomUUID } from 'node:crypto'
import pg from 'pg'
import type { Send } from './door.ts'

/** Its tables, with the short names such systems use and codes for what it knows: the tickets, and who works on which. */
const SCHEMA = `
  create table vio_violation (
    xh text primary key, wsbh text, lx text not null, zt text not null, cljg text, zqmj text, hphm text, jszh text,
    wfxw text, fkje numeric(8, 2), wfjfs smallint, wfsj timestamp, xcsy smallint, xczm text, czr text, czzd text
  );
  alter table vio_violation replica identity full;
  create table vio_open (xh text primary key, czr text);
  create publication custodes for table vio_violation, vio_open`

export type Columns = Readonly<Record<string, string | number | null>>
/** Who is logged in where, and who sits there when the system knows. */
export interface Seat {
  readonly account: string
  readonly accountOf: string
  readonly officer: string
  readonly unit: string
  readonly rank: string
  readonly terminal: string
  readonly ip: string
}
export type Log = Readonly<Record<string, unknown>> & { readonly action: string }

export interface ApplicationOptions {
  readonly url: string
  readonly send: Send
  readonly clock: () => number
}

/** The ticket system: rows in its database, and, where it is used as meant, an entry in its own log for each. */
export const openApplication = async ({ url, send, clock }: ApplicationOptions) => {
  const client = new pg.Client(url)
  await client.connect()
  await client.query(SCHEMA)
  const run = randomUUID().slice(0, 8)
  let serial = 0

  const event = (type: string, data: object) => ({
    specversion: '1.0',
    id: `${run}-${++serial}`,
    source: '/tickets',
    type: `custodes.${type}`,
    time: new Date(clock()).toISOString(),
    data,
  })
  const tell = (type: string, data: object): Promise<void> =>
    send('/intake/cloudevents', 'application/cloudevents+json', event(type, data))

  /** One transaction; `log` null: somebody worked on the table behind the application's back. */
  const change = async (ticket: string, sql: string, values: readonly unknown[], seat: Seat, log: Log | null) => {
    await client.query('begin')
    await client.query(sql, [...values])
    const { rows } = await client.query('select txid_current()::text as tx')
    await client.query('commit')
    if (log) {
      const { account, accountOf, officer, unit, rank, terminal, ip } = seat
      const who = { account, accountOf, officer, unit, rank, terminal, ip }
      await tell('ticket.audited', { system: 'tickets', txId: rows[0].tx, tickets: [ticket], ...who, ...log })
    }
  }

  return {
    tell,
    insert: (row: Columns & { readonly xh: string }, seat: Seat, log: Log | null): Promise<void> => {
      const all = { ...row, czr: seat.account, czzd: seat.terminal }
      const names = Object.keys(all)
      const sql = `insert into vio_violation (${names.join(', ')}) values (${names.map((_, i) => `$${i + 1}`).join(', ')})`
      return change(row.xh, sql, Object.values(all), seat, log)
    },
    update: (xh: string, set: Columns, seat: Seat, log: Log | null): Promise<void> => {
      const all = { ...set, czr: seat.account, czzd: seat.terminal }
      const sets = Object.keys(all).map((name, i) => `${name} = $${i + 2}`)
      return change(
        xh,
        `update vio_violation set ${sets.join(', ')} where xh = $1`,
        [xh, ...Object.values(all)],
        seat,
        log,
      )
    },
    remove: (xh: string, seat: Seat, log: Log | null): Promise<void> =>
      change(xh, 'delete from vio_violation where xh = $1', [xh], seat, log),
    /** All its rows at once, without a word in the log. */
    empty: async (table: 'vio_violation' | 'vio_open'): Promise<void> => void (await client.query(`truncate ${table}`)),
    close: () => client.end(),
  }
}
export type Application = Awaited<ReturnType<typeof openApplication>>
