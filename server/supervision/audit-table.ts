import type { Page } from '../contract/http.ts'
import type { AuditView } from '../contract/views.ts'
import type { Entry } from '../domain/entry.ts'
import type { ObservationKind } from '../domain/observation/index.ts'
import type { Instant } from '../domain/time.ts'
import type { Queryable } from '../storage/database.ts'
import { sqlJson } from './json.ts'

export interface AuditRow {
  readonly seq: number
  readonly at: Instant
  readonly kind: string
  readonly actor: string | null
  readonly second_actor: string | null
  readonly data: Readonly<Record<string, unknown>>
}

const families = [
  'session.',
  'view.',
  'finding.',
  'access.',
  'zone.',
  'account.',
  'setting.',
  'rule.',
  'backtest.',
  'footage.',
  'review.',
  'export.',
  'import.',
] as const
const others: ReadonlySet<ObservationKind> = new Set<ObservationKind>([
  'device.approved',
  'device.blocked',
  'carrier.locate-asked',
  'camera.clock-corrected',
  'video-patrol.looked',
  'video-patrol.corrected',
  'video-patrol.drawn',
  'video-patrol.skipped',
  'video-patrol.ended',
])
/** What people do with roll-calls; what was said to them there is evidence, and none of the auditor's. */
const rollCallActs: ReadonlySet<string> = new Set([
  'roll-call.cadence-set',
  'roll-call.opened',
  'roll-call.retry-asked',
  'roll-call.answered-on-behalf',
  'roll-call.excused',
  'roll-call.closed',
])
const untold: ReadonlySet<string> = new Set(['words', 'privateNote', 'headcount'])

/** The row of an entry that says what a person did or saw; undefined for everything else. */
export const auditRow = ({ seq, recordedAt, observation: o }: Entry): AuditRow | undefined => {
  const whole = o.data as Readonly<Record<string, unknown>>
  const called = rollCallActs.has(o.kind) && whole.by !== 'system'
  if (!called && !others.has(o.kind) && !families.some((f) => o.kind.startsWith(f))) return undefined
  const data = called ? Object.fromEntries(Object.entries(whole).filter(([key]) => !untold.has(key))) : whole
  const text = (value: unknown): string | null => (typeof value === 'string' ? value : null)
  // A refused session names whom it pretended to be; an act of two persons is found under both.
  const actor = text(data.by) ?? (o.kind === 'session.refused' ? text(data.name) : null)
  return { seq, at: recordedAt, kind: o.kind, actor, second_actor: text(data.secondedBy), data }
}

export const writeAudit = async (tx: Queryable, rows: readonly AuditRow[]): Promise<void> => {
  await tx.query(
    `insert into audit (seq, at, kind, actor, second_actor, data)
     select seq, at, kind, actor, second_actor, data
       from json_to_recordset($1::json) as r(seq bigint, at bigint, kind text, actor text, second_actor text, data jsonb)
     on conflict (seq) do nothing`,
    [sqlJson(rows)],
  )
}

export interface AuditQuery {
  readonly by?: string | undefined
  readonly kind?: string | undefined
  readonly from?: Instant | undefined
  readonly to?: Instant | undefined
  readonly page: number
  readonly pageSize: number
}

/** Newest first. `kind` may be a whole kind or a family such as `finding`. */
export const readAudit = async (db: Queryable, q: AuditQuery): Promise<Page<AuditView>> => {
  const where = `($1::text is null or actor = $1 or second_actor = $1)
    and ($2::text is null or kind = $2 or starts_with(kind, $2 || '.'))
    and ($3::bigint is null or at >= $3) and ($4::bigint is null or at <= $4)`
  const params = [q.by ?? null, q.kind ?? null, q.from ?? null, q.to ?? null]
  const [count] = await db.query<{ n: number }>(`select count(*)::int as n from audit where ${where}`, params)
  const rows = await db.query<{ seq: number; at: number; kind: string; actor: string | null; data: AuditView['data'] }>(
    `select seq, at, kind, actor, data from audit where ${where} order by seq desc limit $5 offset $6`,
    [...params, q.pageSize, (q.page - 1) * q.pageSize],
  )
  const items = rows.map((r) => ({ seq: Number(r.seq), at: Number(r.at), by: r.actor, kind: r.kind, data: r.data }))
  return { items, total: count?.n ?? 0, page: q.page, pageSize: q.pageSize }
}
