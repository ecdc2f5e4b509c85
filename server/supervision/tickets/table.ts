import type { Page } from '../../contract/http.ts'
import type { TicketFilter, TicketFinding, TicketRow, TicketSort } from '../../contract/tickets.ts'
import type { FindingView } from '../../contract/views.ts'
import type { DataOf } from '../../domain/observation/index.ts'
import type { Instant } from '../../domain/time.ts'
import type { Queryable } from '../../storage/database.ts'
import { maskedMark } from './mask.ts'

export interface TicketQuery {
  readonly unit?: string | undefined
  /** Who issued it or did something to it. */
  readonly officer?: string | undefined
  readonly status?: readonly string[] | undefined
  readonly finding?: TicketFilter | undefined
  /** When it was changed last. */
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  /** The number of the ticket or of its document begins so. */
  readonly text?: string | undefined
  readonly sort: TicketSort
  readonly page: number
  readonly pageSize: number
}

/** Only what `unit` may see; undefined: everything. `null` is nobody's unit and sees nothing. */
export type Only = string | null | undefined

const orders: Readonly<Record<TicketSort, string>> = {
  '-changedAt': 't.changed_at desc, t.system, t.ticket',
  changedAt: 't.changed_at, t.system, t.ticket',
  '-occurredAt': 't.occurred_at desc nulls last, t.system, t.ticket',
  occurredAt: 't.occurred_at, t.system, t.ticket',
  '-amount': 't.amount_yuan desc nulls last, t.changed_at desc, t.ticket',
  amount: 't.amount_yuan nulls last, t.changed_at desc, t.ticket',
  unit: 't.unit nulls last, t.changed_at desc, t.ticket',
  ticket: 't.system, t.ticket',
  '-needing': 't.needing desc, t.changed_at desc, t.ticket',
}

/** Findings name the ticket they are about; those of another system of the same number say so. */
const found = `rule like 'ticket.%' and f.view->'finding'->'facts'->>'ticket' is not null`
/** Both sets are made once for a query, whatever the number of tickets. */
const foundOf = (more: string): string =>
  `((t.ticket, t.system) in (select f.view->'finding'->'facts'->>'ticket', f.view->'finding'->'facts'->>'system'
      from finding f where ${found} and f.view->'finding'->'facts'->>'system' is not null${more})
    or t.ticket in (select f.view->'finding'->'facts'->>'ticket'
      from finding f where ${found} and f.view->'finding'->'facts'->>'system' is null${more}))`
const filters: Readonly<Record<TicketFilter, string>> = {
  any: foundOf(''),
  open: foundOf(' and f.final_at is null'),
  none: `not ${foundOf('')}`,
  unseen: 't.unseen > 0',
}

interface Stored {
  readonly system: string
  readonly ticket: string
  readonly issued_at: number | null
  readonly changed_at: number
  readonly changes: number
  readonly needing: number
  readonly unseen: number
  readonly deleted: boolean
  readonly fields: DataOf<'ticket.changed'>['fields']
}
const stored = 't.system, t.ticket, t.issued_at, t.changed_at, t.changes, t.needing, t.unseen, t.deleted, t.fields'

const whereOf = (q: Omit<TicketQuery, 'sort' | 'page' | 'pageSize'>, only: Only) => {
  const params: unknown[] = []
  const wheres: string[] = []
  const add = (sql: (n: string) => string, value: unknown): void => {
    if (value === undefined) return
    params.push(value)
    wheres.push(sql(`$${params.length}`))
  }
  add((n) => `t.unit = ${n}`, q.unit)
  // `unit = null` holds for no row: who has no unit sees nothing.
  add((n) => `t.unit = ${n}`, only)
  add((n) => `t.status = any(${n}::text[])`, q.status)
  add((n) => `t.changed_at >= ${n}`, q.from)
  add((n) => `t.changed_at <= ${n}`, q.to)
  add((n) => `(starts_with(t.ticket, ${n}) or starts_with(t.serial, ${n}))`, q.text || undefined)
  add(
    (n) => `(t.officer = ${n}
      or (t.system, t.ticket) in (select e.system, e.ticket from ticket_entry e where e.actor = ${n} and e.ticket is not null)
      or (t.system, t.ticket) in (select c.system, c.ticket from ticket_entry e join ticket_entry c using (system, tx)
        where e.actor = ${n} and e.ticket is null and c.ticket is not null))`,
    q.officer,
  )
  if (q.finding) wheres.push(filters[q.finding])
  return { params, where: wheres.length > 0 ? `where ${wheres.join(' and ')}` : '' }
}

/** One page of tickets, masked, each with its findings in sight of the reader. */
export const readTickets = async (db: Queryable, q: TicketQuery, only: Only): Promise<Page<TicketRow>> => {
  const { params, where } = whereOf(q, only)
  const [count] = await db.query<{ n: number }>(`select count(*)::int as n from ticket t ${where}`, params)
  const rows = await db.query<Stored & Record<string, unknown>>(
    `select ${stored} from ticket t ${where} order by ${orders[q.sort]}
      limit ${q.pageSize} offset ${(q.page - 1) * q.pageSize}`,
    params,
  )
  const items = await withFindings(db, rows, only)
  return { items, total: Number(count?.n ?? 0), page: q.page, pageSize: q.pageSize }
}

export const readTicket = async (
  db: Queryable,
  system: string,
  ticket: string,
  only: Only,
): Promise<TicketRow | undefined> => {
  const rows = await db.query<Stored & Record<string, unknown>>(
    `select ${stored} from ticket t where t.system = $1 and t.ticket = $2 and ($3::boolean or t.unit = $4)`,
    [system, ticket, only === undefined, only ?? null],
  )
  return (await withFindings(db, rows, only))[0]
}

const withFindings = async (db: Queryable, rows: readonly Stored[], only: Only): Promise<TicketRow[]> => {
  if (rows.length === 0) return []
  const views = await db.query<{ view: FindingView }>(
    `select f.view from finding f where ${found} and f.view->'finding'->'facts'->>'ticket' = any($1::text[])
        and ($2::boolean or f.unit = $3) order by f.grade, f.since`,
    [rows.map((r) => r.ticket), only === undefined, only ?? null],
  )
  return rows.map((row) =>
    rowOf(
      row,
      views
        .map(({ view }) => view)
        .filter((view) => isAbout(view, row))
        .map(briefOf),
    ),
  )
}

const isAbout = ({ finding: { facts } }: FindingView, { system, ticket }: Stored): boolean =>
  facts.ticket === ticket && (facts.system ?? system) === system

export const briefOf = ({ finding, title, active, status }: FindingView): TicketFinding => ({
  id: finding.id,
  rule: finding.rule,
  title,
  grade: finding.grade,
  since: finding.since,
  active,
  status,
  missing: typeof finding.facts.missing === 'string' ? finding.facts.missing : null,
})

const masked = (mark: string | null): string | null => (mark === null ? null : maskedMark(mark))

const rowOf = (row: Stored, findings: readonly TicketFinding[]): TicketRow => {
  const { system, ticket, fields: f } = row
  return {
    ...{ id: `${system}/${ticket}`, system, ticket, findings },
    ...{ serial: f.serial, kind: f.kind, status: f.status, unit: f.unit, officer: f.officer },
    ...{ plate: masked(f.plate), driver: masked(f.driver), violationCode: f.violationCode },
    ...{ amountYuan: f.amountYuan, points: f.points, occurredAt: f.occurredAt },
    issuedAt: row.issued_at === null ? null : Number(row.issued_at),
    changedAt: Number(row.changed_at),
    ...{ changes: row.changes, needing: row.needing, unseen: row.unseen, deleted: row.deleted },
  }
}
