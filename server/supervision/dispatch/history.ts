import type { DispatchRate, IncidentView } from '../../contract/dispatch.ts'
import type { Page } from '../../contract/http.ts'
import type { Instant } from '../../domain/time.ts'
import type { Database, Queryable } from '../../storage/database.ts'
import { sqlJson } from '../json.ts'

const BATCH = 500

const rowOf = (view: IncidentView) => {
  const first = view.orders[0]
  const arrivals = view.orders.flatMap((o) => o.arrived.position ?? [])
  const arrivedAt = arrivals.length > 0 ? Math.min(...arrivals) : null
  const since = (at: Instant | null | undefined, from: Instant | undefined): number | null =>
    at == null || from === undefined ? null : Math.max(0, at - from)
  const toArrive = since(arrivedAt, first?.orderedAt)
  return {
    incident: view.id,
    received_at: view.receivedAt,
    unit: view.unit,
    area: view.area,
    urgency: view.urgency,
    test: view.test,
    over: view.overAt !== null,
    findings: view.findings.length,
    to_order_ms: since(first?.orderedAt, view.endedAt ?? view.receivedAt),
    to_acknowledge_ms: since(first?.acknowledgedAt, first?.orderedAt),
    to_arrive_ms: toArrive,
    kept: first?.promise && arrivedAt !== null ? arrivedAt <= first.promise.dueAt : null,
    seq: view.seq,
    view,
  }
}

/** Writes calls behind the fold, the newest state of each; what could not be written is kept and tried again. */
export const createIncidentWriter = (database: Database) => {
  const waiting = new Map<string, IncidentView>()
  let flushing: Promise<void> | undefined
  const writeSome = async (): Promise<void> => {
    const some = [...waiting.values()].slice(0, BATCH)
    await database.query(
      `insert into dispatch_incident (incident, received_at, unit, area, urgency, test, over, findings, to_order_ms,
              to_acknowledge_ms, to_arrive_ms, kept, seq, view)
       select incident, received_at, unit, area, urgency, test, over, findings, to_order_ms, to_acknowledge_ms,
              to_arrive_ms, kept, seq, view
         from json_to_recordset($1::json) as r(incident text, received_at bigint, unit text, area text, urgency text,
              test boolean, over boolean, findings int, to_order_ms bigint, to_acknowledge_ms bigint,
              to_arrive_ms bigint, kept boolean, seq bigint, view jsonb)
       on conflict (incident) do update set received_at = excluded.received_at, unit = excluded.unit,
         area = excluded.area, urgency = excluded.urgency, test = excluded.test, over = excluded.over,
         findings = excluded.findings, to_order_ms = excluded.to_order_ms,
         to_acknowledge_ms = excluded.to_acknowledge_ms, to_arrive_ms = excluded.to_arrive_ms, kept = excluded.kept,
         seq = excluded.seq, view = excluded.view
        where dispatch_incident.seq <= excluded.seq`,
      [sqlJson(some.map(rowOf))],
    )
    for (const view of some) if (waiting.get(view.id) === view) waiting.delete(view.id)
  }
  return {
    keep: (view: IncidentView): void => void waiting.set(view.id, view),
    backlog: (): number => waiting.size,
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

export interface IncidentQuery {
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  readonly unit?: string | undefined
  readonly findings?: boolean | undefined
  readonly text?: string | undefined
  readonly page: number
  readonly pageSize: number
}
/** Undefined: everything; null is nobody's unit and sees nothing. */
type Only = string | null | undefined

const narrowed = (q: Omit<IncidentQuery, 'page' | 'pageSize'>, only: Only) => ({
  where: `where received_at between $1 and $2 and ($3::boolean or unit = $4) and ($5::text is null or unit = $5)
    and (not $6::boolean or findings > 0) and ($7::text is null or strpos(incident, $7) > 0)`,
  params: [
    q.from ?? 0,
    q.to ?? Number.MAX_SAFE_INTEGER,
    only === undefined,
    only ?? null,
    q.unit ?? null,
    q.findings ?? false,
    q.text ?? null,
  ],
})

/** One page of calls, newest first. */
export const readIncidents = async (db: Queryable, q: IncidentQuery, only: Only): Promise<Page<IncidentView>> => {
  const { where, params } = narrowed(q, only)
  const [count] = await db.query<{ n: number }>(`select count(*)::int as n from dispatch_incident ${where}`, params)
  const rows = await db.query<{ view: IncidentView }>(
    `select view from dispatch_incident ${where} order by received_at desc, incident
      limit ${q.pageSize} offset ${(q.page - 1) * q.pageSize}`,
    params,
  )
  return { items: rows.map((r) => r.view), total: Number(count?.n ?? 0), page: q.page, pageSize: q.pageSize }
}

export const readIncident = async (db: Queryable, incident: string): Promise<IncidentView | undefined> => {
  const [row] = await db.query<{ view: IncidentView }>('select view from dispatch_incident where incident = $1', [
    incident,
  ])
  return row?.view
}

const median = (value: unknown): number | null =>
  value === null || value === undefined ? null : Math.round(Number(value))

/** What came of the calls of a while by unit, area and urgency. Test calls are counted, and in no other number. */
export const readDispatchRates = async (
  db: Queryable,
  { from, to }: { readonly from: Instant; readonly to: Instant },
  only: Only,
): Promise<DispatchRate[]> => {
  const real = 'filter (where not test)'
  const mid = (column: string): string => `percentile_cont(0.5) within group (order by ${column}) ${real}`
  const rows = await db.query<Record<string, unknown>>(
    `select unit, area, urgency, (count(*) ${real})::int as calls, (count(*) filter (where test))::int as tests,
            ${mid('to_order_ms')} as order_ms, (count(to_order_ms) ${real})::int as order_n,
            ${mid('to_acknowledge_ms')} as ack_ms, (count(to_acknowledge_ms) ${real})::int as ack_n,
            ${mid('to_arrive_ms')} as arrive_ms, (count(to_arrive_ms) ${real})::int as arrive_n,
            (count(*) filter (where kept and not test))::int as kept, (count(kept) ${real})::int as kept_n
       from dispatch_incident where received_at between $1 and $2 and ($3::boolean or unit = $4)
      group by unit, area, urgency order by unit, area, urgency`,
    [from, to, only === undefined, only ?? null],
  )
  return rows.map((r) => ({
    unit: r.unit as string | null,
    area: r.area as DispatchRate['area'],
    urgency: r.urgency as DispatchRate['urgency'],
    calls: Number(r.calls),
    tests: Number(r.tests),
    toOrder: { median: median(r.order_ms), base: Number(r.order_n) },
    toAcknowledge: { median: median(r.ack_ms), base: Number(r.ack_n) },
    toArrive: { median: median(r.arrive_ms), base: Number(r.arrive_n) },
    kept: { n: Number(r.kept), base: Number(r.kept_n) },
  }))
}
