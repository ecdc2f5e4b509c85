import type { Page } from '../../contract/http.ts'
import type {
  CycleDetail,
  CycleSummary,
  CycleView,
  RateView,
  RowRecord,
  RowView,
  StateCounts,
} from '../../contract/roll-call.ts'
import { type RowState, rowStates } from '../../domain/roll-call/words.ts'
import type { Instant } from '../../domain/time.ts'
import type { Database, Queryable } from '../../storage/database.ts'
import { sqlJson } from '../json.ts'

/** What is kept beyond what the register remembers. */
export type HistoryRow =
  | { readonly is: 'cycle'; readonly view: CycleView }
  | { readonly is: 'row'; readonly openedAt: Instant; readonly view: RowView }

const BATCH = 500

/**
 * Writes roll-calls behind the fold, the newest state of each; what could not be written is kept and tried again. An
 * older state never overwrites a newer one, so that writing the same again changes nothing.
 */
export const createHistoryWriter = (database: Database) => {
  const waiting = new Map<string, HistoryRow>()
  let flushing: Promise<void> | undefined

  const writeSome = async (): Promise<void> => {
    const some = [...waiting].slice(0, BATCH)
    const cycles = some.flatMap(([, w]) => (w.is === 'cycle' ? [w.view] : []))
    const rows = some.flatMap(([, w]) => (w.is === 'row' ? [w] : []))
    await database.transaction(async (tx) => {
      if (cycles.length > 0) await writeCycles(tx, cycles)
      if (rows.length > 0) await writeRows(tx, rows)
    })
    for (const [key, w] of some) if (waiting.get(key) === w) waiting.delete(key)
  }

  return {
    keep: (what: HistoryRow): void => {
      waiting.set(what.is === 'cycle' ? what.view.id : what.view.id, what)
    },
    backlog: (): number => waiting.size,
    /** Resolves when everything known at the call is in the tables; rejects when the store would not take it. */
    flush: async (): Promise<void> => {
      if (flushing) await flushing.catch(() => undefined)
      flushing ??= (async () => {
        while (waiting.size > 0) await writeSome()
      })().finally(() => {
        flushing = undefined
      })
      await flushing
    },
  }
}

const writeCycles = (tx: Queryable, cycles: readonly CycleView[]): Promise<unknown> =>
  tx.query(
    `insert into roll_call (cycle, opened_at, closed_at, seq, view)
     select cycle, opened_at, closed_at, seq, view
       from json_to_recordset($1::json) as r(cycle text, opened_at bigint, closed_at bigint, seq bigint, view jsonb)
     on conflict (cycle) do update set closed_at = excluded.closed_at, seq = excluded.seq, view = excluded.view
      where roll_call.seq <= excluded.seq`,
    [
      sqlJson(
        cycles.map((view) => ({
          cycle: view.id,
          opened_at: view.openedAt,
          closed_at: view.closed?.at ?? null,
          seq: view.seq,
          view,
        })),
      ),
    ],
  )

const writeRows = (tx: Queryable, rows: readonly (HistoryRow & { readonly is: 'row' })[]): Promise<unknown> =>
  tx.query(
    `insert into roll_call_row (cycle, target, unit, post, state, contradicted, opened_at, answered_ms, seq, view)
     select cycle, target, unit, post, state, contradicted, opened_at, answered_ms, seq, view
       from json_to_recordset($1::json) as r(cycle text, target text, unit text, post text, state text,
            contradicted boolean, opened_at bigint, answered_ms bigint, seq bigint, view jsonb)
     on conflict (cycle, target) do update set state = excluded.state, contradicted = excluded.contradicted,
       answered_ms = excluded.answered_ms, seq = excluded.seq, view = excluded.view
      where roll_call_row.seq <= excluded.seq`,
    [
      sqlJson(
        rows.map(({ openedAt, view }) => ({
          cycle: view.cycle,
          target: view.target,
          unit: view.unit,
          post: view.post,
          state: view.state,
          contradicted: view.reconciliation?.verdict === 'contradicted',
          opened_at: openedAt,
          answered_ms: view.answer === null ? null : view.answer.at - (view.calls[0]?.at ?? view.answer.at),
          seq: view.seq,
          view,
        })),
      ),
    ],
  )

const none: StateCounts = Object.fromEntries(rowStates.map((s) => [s, 0])) as unknown as StateCounts
const countsOf = (counted: readonly { readonly state: RowState; readonly n: number }[]): StateCounts => ({
  ...none,
  ...Object.fromEntries(counted.map(({ state, n }) => [state, Number(n)])),
})

export interface HistoryQuery {
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  readonly unit?: string | undefined
  readonly page: number
  readonly pageSize: number
}

/** Only what `unit` may see; undefined: everything. `null` is nobody's unit and sees nothing. */
type Only = string | null | undefined

/** One page of roll-calls, newest first, with what came of them in sight of the reader. */
export const readCycles = async (db: Queryable, q: HistoryQuery, only: Only): Promise<Page<CycleSummary>> => {
  const unit = only === undefined ? (q.unit ?? null) : only
  const all = only === undefined && q.unit === undefined
  const params = [q.from ?? 0, q.to ?? Number.MAX_SAFE_INTEGER, all, unit]
  const where = `where c.opened_at between $1 and $2 and ($3::boolean or exists
    (select 1 from roll_call_row r where r.cycle = c.cycle and r.unit = $4))`
  const [count] = await db.query<{ n: number }>(`select count(*)::int as n from roll_call c ${where}`, params)
  const cycles = await db.query<{ view: CycleView }>(
    `select c.view from roll_call c ${where} order by c.opened_at desc, c.cycle limit ${q.pageSize} offset ${(q.page - 1) * q.pageSize}`,
    params,
  )
  const counts = await db.query<{ cycle: string; state: RowState; n: number; contradicted: number }>(
    `select cycle, state, count(*)::int as n, (count(*) filter (where contradicted))::int as contradicted
       from roll_call_row where cycle = any($1::text[]) and ($2::boolean or unit = $3) group by cycle, state`,
    [cycles.map((c) => c.view.id), all, unit],
  )
  const items = cycles.map(({ view }) => {
    const own = counts.filter((c) => c.cycle === view.id)
    return {
      cycle: view,
      counts: countsOf(own),
      contradicted: own.reduce((sum, c) => sum + Number(c.contradicted), 0),
    }
  })
  return { items, total: Number(count?.n ?? 0), page: q.page, pageSize: q.pageSize }
}

/** A roll-call that is over, as it was shown last. */
export const readCycle = async (
  db: Queryable,
  cycle: string,
): Promise<Pick<CycleDetail, 'cycle' | 'rows'> | undefined> => {
  const [head] = await db.query<{ view: CycleView }>('select view from roll_call where cycle = $1', [cycle])
  if (!head) return undefined
  const rows = await db.query<{ view: RowView }>(
    'select view from roll_call_row where cycle = $1 order by unit, target',
    [cycle],
  )
  return { cycle: head.view, rows: rows.map((r) => r.view) }
}

/** What came of roll-calls in a while, unit by unit, in the order in which `units` has them. */
export const readRates = async (
  db: Queryable,
  from: Instant,
  to: Instant,
  units: readonly string[],
): Promise<RateView[]> => {
  const counted = await db.query<{ unit: string; state: RowState; n: number; contradicted: number }>(
    `select unit, state, count(*)::int as n, (count(*) filter (where contradicted))::int as contradicted
       from roll_call_row where opened_at between $1 and $2 and unit = any($3::text[]) group by unit, state`,
    [from, to, [...units]],
  )
  const spans = await db.query<{ unit: string; cycles: number; median: number | null }>(
    `select unit, count(distinct cycle)::int as cycles,
            percentile_cont(0.5) within group (order by answered_ms) as median
       from roll_call_row where opened_at between $1 and $2 and unit = any($3::text[]) group by unit`,
    [from, to, [...units]],
  )
  return units.flatMap((unit) => {
    const own = counted.filter((c) => c.unit === unit)
    if (own.length === 0) return []
    const counts = countsOf(own)
    const span = spans.find((s) => s.unit === unit)
    return [
      {
        unit,
        cycles: Number(span?.cycles ?? 0),
        counts,
        contradicted: own.reduce((sum, c) => sum + Number(c.contradicted), 0),
        base: counts.answered + counts['on-behalf'] + counts.missed,
        medianAnswerMs: span?.median == null ? null : Math.round(Number(span.median)),
      },
    ]
  })
}

/** Every row of a while, for an export; newest roll-call first, at most `limit`. */
export const readRows = async (
  db: Queryable,
  { from, to, unit }: Pick<HistoryQuery, 'from' | 'to' | 'unit'>,
  only: Only,
  limit: number,
): Promise<RowRecord[]> => {
  const rows = await db.query<{ opened_at: number; view: RowView }>(
    `select opened_at, view from roll_call_row where opened_at between $1 and $2 and ($3::boolean or unit = $4)
      order by opened_at desc, cycle, unit, target limit $5`,
    [
      from ?? 0,
      to ?? Number.MAX_SAFE_INTEGER,
      only === undefined && unit === undefined,
      only === undefined ? (unit ?? null) : only,
      limit,
    ],
  )
  return rows.map((r) => ({ openedAt: Number(r.opened_at), row: r.view }))
}
