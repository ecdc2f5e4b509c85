import type { BandPosition, BandRate, CaseRow, CaseSort, DecisionRow, ItemRow } from '../../contract/casework.ts'
import type { Page } from '../../contract/http.ts'
import type { Instant } from '../../domain/time.ts'
import type { Database, Queryable } from '../../storage/database.ts'
import { sqlJson } from '../json.ts'

export interface Written {
  /** Of the newest entry that these rows know of. */
  readonly seq: number
  readonly cases: readonly CaseRow[]
  readonly items: readonly ItemRow[]
  readonly decisions: readonly DecisionRow[]
  readonly index: readonly { readonly subject: string; readonly seq: number }[]
}

/** The newest state of each, in one transaction. An older state never overwrites a newer one. */
export const writeCasework = (database: Database, { seq, cases, items, decisions, index }: Written): Promise<void> =>
  database.transaction(async (tx) => {
    if (cases.length > 0)
      await tx.query(
        `insert into casework_case (id, unit, type, opened_at, closed_at, due_at, items, leads, seq, view)
         select id, unit, type, opened_at, closed_at, due_at, items, leads, $2, view
           from json_to_recordset($1::json) as r(id text, unit text, type text, opened_at bigint, closed_at bigint,
                due_at bigint, items int, leads int, view jsonb)
         on conflict (id) do update set unit = excluded.unit, type = excluded.type, opened_at = excluded.opened_at,
           closed_at = excluded.closed_at, due_at = excluded.due_at, items = excluded.items, leads = excluded.leads,
           seq = excluded.seq, view = excluded.view
          where casework_case.seq <= excluded.seq`,
        [
          sqlJson(
            cases.map((view) => ({
              id: view.case,
              unit: view.unit,
              type: view.type,
              opened_at: view.filedAt ?? view.acceptedAt ?? 0,
              closed_at: view.closedAt,
              due_at: view.next?.dueAt ?? null,
              items: view.items,
              leads: view.findings.length,
              view,
            })),
          ),
          seq,
        ],
      )
    if (items.length > 0)
      await tx.query(
        `insert into casework_item (id, case_id, unit, type, due_at, leads, seq, view)
         select id, case_id, unit, type, due_at, leads, $2, view
           from json_to_recordset($1::json) as r(id text, case_id text, unit text, type text, due_at bigint, leads int,
                view jsonb)
         on conflict (id) do update set case_id = excluded.case_id, unit = excluded.unit, type = excluded.type,
           due_at = excluded.due_at, leads = excluded.leads, seq = excluded.seq, view = excluded.view
          where casework_item.seq <= excluded.seq`,
        [
          sqlJson(
            items.map((view) => ({
              id: view.item,
              case_id: view.case,
              unit: view.unit,
              type: view.type,
              due_at: view.next?.dueAt ?? null,
              leads: view.findings.length,
              view,
            })),
          ),
          seq,
        ],
      )
    if (decisions.length > 0)
      await tx.query(
        `insert into casework_decision (id, case_id, unit, decided_at, pattern, band, lies, seq, view)
         select id, case_id, unit, decided_at, pattern, band, lies, $2, view
           from json_to_recordset($1::json) as r(id text, case_id text, unit text, decided_at bigint, pattern text,
                band text, lies text, view jsonb)
         on conflict (id) do update set case_id = excluded.case_id, unit = excluded.unit,
           decided_at = excluded.decided_at, pattern = excluded.pattern, band = excluded.band, lies = excluded.lies,
           seq = excluded.seq, view = excluded.view
          where casework_decision.seq <= excluded.seq`,
        [
          sqlJson(
            decisions.map((view) => ({
              id: view.decision,
              case_id: view.case,
              unit: view.unit,
              decided_at: view.decidedAt,
              pattern: view.pattern,
              band: view.band?.id ?? null,
              lies: view.lies,
              view,
            })),
          ),
          seq,
        ],
      )
    if (index.length > 0)
      await tx.query(
        `insert into casework_entry (subject, seq)
         select subject, seq from json_to_recordset($1::json) as r(subject text, seq bigint) on conflict do nothing`,
        [sqlJson(index)],
      )
  })

export interface CaseQuery {
  readonly unit?: string | undefined
  readonly type?: readonly string[] | undefined
  readonly open?: boolean | undefined
  /** Only what has an active finding. */
  readonly overdue?: boolean | undefined
  readonly text?: string | undefined
  readonly sort: CaseSort
  readonly page: number
  readonly pageSize: number
}
/** Undefined: everything; null is nobody's unit and sees nothing. */
export type Only = string | null | undefined

/** What has a lead first; what runs out first; nothing that is unsure of its place moves between two pages. */
const orders: Readonly<Record<CaseSort, string>> = {
  urgent: 'leads desc, due_at, id',
  due: 'due_at, id',
  '-openedAt': 'opened_at desc, id',
  openedAt: 'opened_at, id desc',
  unit: 'unit, leads desc, due_at, id',
  case: 'id',
}

const wheres = (only: Only) => {
  const params: unknown[] = []
  const parts: string[] = []
  const add = (value: unknown, sql: (n: string) => string): void => {
    if (value === undefined) return
    params.push(value)
    parts.push(sql(`$${params.length}`))
  }
  // `unit = null` holds for no row: who has no unit sees nothing.
  add(only, (n) => `unit = ${n}`)
  return { add, params, sql: () => (parts.length > 0 ? `where ${parts.join(' and ')}` : '') }
}

const paged = async <T>(
  db: Queryable,
  table: string,
  where: string,
  params: readonly unknown[],
  order: string,
  { page, pageSize }: { readonly page: number; readonly pageSize: number },
): Promise<Page<T>> => {
  const [count] = await db.query<{ n: number }>(`select count(*)::int as n from ${table} ${where}`, params)
  const rows = await db.query<{ view: T }>(
    `select view from ${table} ${where} order by ${order} limit ${pageSize} offset ${(page - 1) * pageSize}`,
    params,
  )
  return { items: rows.map((r) => r.view), total: Number(count?.n ?? 0), page, pageSize }
}

/** One page of cases. */
export const readCases = (db: Queryable, q: CaseQuery, only: Only): Promise<Page<CaseRow>> => {
  const { add, params, sql } = wheres(only)
  add(q.unit, (n) => `unit = ${n}`)
  add(q.type, (n) => `type = any(${n}::text[])`)
  add(q.open, (n) => `(closed_at is null) = ${n}`)
  if (q.overdue === true) add(0, (n) => `leads > ${n}`)
  add(q.text, (n) => `strpos(id, ${n}) > 0`)
  return paged(db, 'casework_case', sql(), params, orders[q.sort], q)
}

/** One page of things. */
export const readItems = (db: Queryable, q: CaseQuery, only: Only): Promise<Page<ItemRow>> => {
  const { add, params, sql } = wheres(only)
  add(q.unit, (n) => `unit = ${n}`)
  add(q.type, (n) => `type = any(${n}::text[])`)
  if (q.overdue === true) add(0, (n) => `leads > ${n}`)
  add(q.text, (n) => `(strpos(id, ${n}) > 0 or strpos(case_id, ${n}) > 0)`)
  const order = q.sort === 'unit' || q.sort === 'due' || q.sort === 'case' ? orders[q.sort] : orders.urgent
  return paged(db, 'casework_item', sql(), params, order, q)
}

export interface DecisionQuery {
  readonly unit?: string | undefined
  readonly lies?: readonly BandPosition[] | undefined
  readonly text?: string | undefined
  readonly page: number
  readonly pageSize: number
}

/** One page of decisions, newest first. */
export const readDecisions = (db: Queryable, q: DecisionQuery, only: Only): Promise<Page<DecisionRow>> => {
  const { add, params, sql } = wheres(only)
  add(q.unit, (n) => `unit = ${n}`)
  add(q.lies, (n) => `lies = any(${n}::text[])`)
  add(q.text, (n) => `(strpos(id, ${n}) > 0 or strpos(case_id, ${n}) > 0)`)
  return paged(db, 'casework_decision', sql(), params, 'decided_at desc, id', q)
}

export const decisionsOfCase = async (db: Queryable, id: string): Promise<readonly DecisionRow[]> => {
  const rows = await db.query<{ view: DecisionRow }>(
    'select view from casework_decision where case_id = $1 order by decided_at, id limit 100',
    [id],
  )
  return rows.map((r) => r.view)
}

export const readCaseRow = async (db: Queryable, id: string): Promise<CaseRow | undefined> =>
  (await db.query<{ view: CaseRow }>('select view from casework_case where id = $1', [id]))[0]?.view
export const readItemRow = async (db: Queryable, id: string): Promise<ItemRow | undefined> =>
  (await db.query<{ view: ItemRow }>('select view from casework_item where id = $1', [id]))[0]?.view
export const itemsOfCase = async (db: Queryable, id: string): Promise<readonly ItemRow[]> =>
  (
    await db.query<{ view: ItemRow }>('select view from casework_item where case_id = $1 order by id limit 500', [id])
  ).map((r) => r.view)

/** The newest entries about a subject, oldest first; one more than `limit` says that there are more. */
export const entriesAbout = async (db: Queryable, subject: string, limit: number): Promise<readonly number[]> => {
  const rows = await db.query<{ seq: number }>(
    'select seq from casework_entry where subject = $1 order by seq desc limit $2',
    [subject, limit],
  )
  return rows.map((r) => Number(r.seq)).reverse()
}

/** Decisions of a while by unit and pattern. A statistic, never a finding. */
export const readBandRates = async (
  db: Queryable,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  only: Only,
): Promise<BandRate[]> => {
  const rows = await db.query<Record<string, unknown>>(
    `select unit, pattern, max(view->'band'->>'facts') as facts, count(*)::int as base,
            (count(*) filter (where lies = 'inside'))::int as inside,
            (count(*) filter (where lies = 'reasoned'))::int as reasoned,
            (count(*) filter (where lies = 'outside'))::int as outside,
            (count(*) filter (where lies = 'no-band'))::int as no_band,
            percentile_cont(0.5) within group (order by (view->>'fineYuan')::numeric) as median
       from casework_decision
      where decided_at between $1 and $2 and pattern is not null and ($3::boolean or unit = $4)
      group by unit, pattern order by pattern, unit`,
    [from, to, only === undefined, only ?? null],
  )
  return rows.map((r) => ({
    unit: String(r.unit),
    pattern: String(r.pattern),
    facts: r.facts as string | null,
    base: Number(r.base),
    counts: {
      inside: Number(r.inside),
      reasoned: Number(r.reasoned),
      outside: Number(r.outside),
      'no-band': Number(r.no_band),
      'no-pattern': 0,
    },
    medianFineYuan: r.median === null ? null : Number(r.median),
  }))
}
