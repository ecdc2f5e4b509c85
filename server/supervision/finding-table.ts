import type { Page } from '../contract/http.ts'
import type { FindingView, StepView } from '../contract/views.ts'
import type { Instant } from '../domain/time.ts'
import type { Queryable } from '../storage/database.ts'
import { type FindingCase, isFinal } from './finding-case.ts'
import { sqlJson } from './json.ts'

const rowOf = (one: FindingCase, rulebook: string) => {
  const { view, history } = one
  const { finding } = view
  return {
    id: finding.id,
    rule: finding.rule,
    grade: finding.grade,
    unit: finding.concerns.unit,
    carrier: finding.concerns.carrier,
    since: finding.since,
    opened_at: finding.openedAt,
    active: view.active,
    acknowledged: view.acknowledged !== null,
    status: view.status,
    claimed_by: view.claimed?.by ?? null,
    final_at: isFinal(one) ? (history.at(-1)?.at ?? null) : null,
    seq: view.seq,
    rulebook,
    view,
    history,
  }
}

const columns = `id, rule, grade, unit, carrier, since, opened_at, active, acknowledged, status, claimed_by, final_at,
  seq, rulebook, view, history`

/**
 * Writes the newest state of each. Doing it again changes nothing, and an older state never overwrites a newer
 * one, unless the older was found with another rulebook.
 */
export const writeFindings = async (tx: Queryable, cases: readonly FindingCase[], rulebook: string): Promise<void> => {
  await tx.query(
    `insert into finding (${columns})
     select ${columns}
       from json_to_recordset($1::json) as r(id text, rule text, grade text, unit text, carrier text, since bigint,
            opened_at bigint, active boolean, acknowledged boolean, status text, claimed_by text, final_at bigint,
            seq bigint, rulebook text, view jsonb, history jsonb)
     on conflict (id) do update set rule = excluded.rule, grade = excluded.grade, unit = excluded.unit,
       carrier = excluded.carrier, since = excluded.since, opened_at = excluded.opened_at, active = excluded.active,
       acknowledged = excluded.acknowledged, status = excluded.status, claimed_by = excluded.claimed_by,
       final_at = excluded.final_at, seq = excluded.seq, rulebook = excluded.rulebook, view = excluded.view,
       history = excluded.history
     where finding.rulebook <> excluded.rulebook or finding.seq <= excluded.seq`,
    [sqlJson(cases.map((one) => rowOf(one, rulebook)))],
  )
}

/** A note on a finding that was finished before. */
export const writeNote = async (tx: Queryable, finding: string, step: StepView): Promise<void> => {
  await tx.query(
    `update finding set history = history || $2::jsonb, seq = $3, view = jsonb_set(view, '{seq}', to_jsonb($3::bigint))
      where id = $1 and seq < $3`,
    [finding, sqlJson([step]), step.seq],
  )
}

/**
 * After a replay with another rulebook: what only the old one had found stays in the store with its history,
 * but it no longer goes on.
 */
export const retireOthers = async (db: Queryable, rulebook: string, at: Instant): Promise<void> => {
  await db.query(
    `update finding set active = false, final_at = coalesce(final_at, $2),
        view = view || jsonb_build_object('active', false, 'endedAt', coalesce(view->'endedAt', to_jsonb($2::bigint)))
      where rulebook <> $1 and active`,
    [rulebook, at],
  )
}

export interface FindingQuery {
  readonly status?: readonly string[] | undefined
  readonly grade?: readonly string[] | undefined
  readonly unit?: string | undefined
  readonly rule?: string | undefined
  readonly carrier?: string | undefined
  readonly active?: boolean | undefined
  readonly acknowledged?: boolean | undefined
  readonly text?: string | undefined
  readonly sort: FindingSort
  readonly page: number
  readonly pageSize: number
}
export const findingSorts = [
  '-openedAt',
  'openedAt',
  '-since',
  'since',
  'grade',
  '-grade',
  'status',
  'unit',
  'rule',
] as const
export type FindingSort = (typeof findingSorts)[number]

const orders: Readonly<Record<FindingSort, string>> = {
  '-openedAt': 'opened_at desc, id',
  openedAt: 'opened_at, id',
  '-since': 'since desc, id',
  since: 'since, id',
  grade: 'grade, opened_at desc, id',
  '-grade': 'grade desc, opened_at desc, id',
  status: 'status, opened_at desc, id',
  unit: 'unit nulls last, opened_at desc, id',
  rule: 'rule, opened_at desc, id',
}

/** One page of findings; `onlyUnit` is the reader's own unit when that is all they may see. */
export const readFindings = async (
  db: Queryable,
  q: FindingQuery,
  onlyUnit: string | null | undefined,
): Promise<Page<FindingView>> => {
  const params: unknown[] = []
  const wheres: string[] = []
  const add = (sql: (n: string) => string, value: unknown): void => {
    if (value === undefined) return
    params.push(value)
    wheres.push(sql(`$${params.length}`))
  }
  add((n) => `status = any(${n}::text[])`, q.status)
  add((n) => `grade = any(${n}::text[])`, q.grade)
  add((n) => `unit = ${n}`, q.unit)
  // `unit = null` holds for no row: who has no unit sees nothing.
  add((n) => `unit = ${n}`, onlyUnit)
  add((n) => `rule = ${n}`, q.rule)
  add((n) => `carrier = ${n}`, q.carrier)
  add((n) => `active = ${n}`, q.active)
  add((n) => `acknowledged = ${n}`, q.acknowledged)
  add((n) => `strpos(id, ${n}) > 0`, q.text)
  const where = wheres.length > 0 ? `where ${wheres.join(' and ')}` : ''
  const [count] = await db.query<{ n: number }>(`select count(*)::int as n from finding ${where}`, params)
  const rows = await db.query<{ view: FindingView }>(
    `select view from finding ${where} order by ${orders[q.sort]}
      limit ${q.pageSize} offset ${(q.page - 1) * q.pageSize}`,
    params,
  )
  return { items: rows.map((r) => r.view), total: count?.n ?? 0, page: q.page, pageSize: q.pageSize }
}

export const readFinding = async (db: Queryable, id: string): Promise<FindingCase | undefined> => {
  const [row] = await db.query<{ view: FindingView; history: StepView[] }>(
    'select view, history from finding where id = $1',
    [id],
  )
  return row && { view: row.view, history: row.history }
}

/** Every finding that was opened and not finished at `at`, gravest first. */
export const readFindingsAt = async (
  db: Queryable,
  at: Instant,
  only: string | null | undefined,
  limit: number,
): Promise<FindingCase[]> => {
  const rows = await db.query<{ view: FindingView; history: StepView[] }>(
    `select view, history from finding where opened_at <= $1 and (final_at is null or final_at > $1)
        and ($2::boolean or unit = $3) order by grade, opened_at desc limit $4`,
    [at, only === undefined, only ?? null, limit],
  )
  return [...rows]
}
