import type {
  ChangeStanding,
  TicketAudit,
  TicketChange,
  TicketDetail,
  TicketFact,
  TicketFinding,
  TicketRow,
  TicketValue,
  UnmaskedTicket,
} from '../../contract/tickets.ts'
import type { DataOf, Observation } from '../../domain/observation/index.ts'
import { protectedFields } from '../../domain/observation/ticket.ts'
import { subjectOf } from '../../domain/ticket/register.ts'
import type { Instant } from '../../domain/time.ts'
import { onSince } from '../../engine/in-force.ts'
import type { Queryable } from '../../storage/database.ts'
import type { Supervision } from '../supervision.ts'
import { isMark, marksIn, maskedData, maskerOf } from './mask.ts'
import type { TicketEntryKind } from './rows.ts'
import { type Only, readTicket } from './table.ts'

/** A card shows the newest of what was told; more than this of one ticket is not read. */
const MOST_ENTRIES = 500
const guarded: ReadonlySet<string> = new Set(protectedFields)

interface Told {
  readonly seq: number
  readonly kind: TicketEntryKind
  readonly at: Instant
  readonly recorded_at: Instant
  readonly needs: string | null
  readonly data: unknown
}
type Changed = Told & { readonly data: DataOf<'ticket.changed'> }

const entriesOf = async (db: Queryable, system: string, ticket: string): Promise<Told[]> => {
  const rows = await db.query<Told & Record<string, unknown>>(
    `select distinct on (e.seq) e.seq, e.kind, e.at, e.recorded_at, e.needs, e.data from ticket_entry e
      where e.system = $1 and (e.ticket = $2 or e.ticket is null and e.tx in
        (select c.tx from ticket_entry c where c.system = $1 and c.ticket = $2 and c.tx is not null))
      order by e.seq desc limit ${MOST_ENTRIES}`,
    [system, ticket],
  )
  return rows.map((r) => ({ ...r, seq: Number(r.seq), at: Number(r.at), recorded_at: Number(r.recorded_at) })).reverse()
}
const isChange = (one: Told): one is Changed => one.kind === 'ticket.changed'
const observationOf = (one: Told): Observation =>
  ({ kind: one.kind, observedAt: one.at, data: one.data }) as unknown as Observation

/** The ticket with every change of it, side by side, and where each stands in law; undefined when it is not in sight. */
export const ticketDetail = async (
  supervision: Supervision,
  system: string,
  ticket: string,
  only: Only,
): Promise<TicketDetail | undefined> => {
  const { database } = supervision
  const row = await readTicket(database, system, ticket, only)
  if (!row) return undefined
  const told = await entriesOf(database, system, ticket)
  const changes = told.filter(isChange).sort(byLog)
  const mask = maskerOf(changes.flatMap((one) => marksIn(one.data)))
  const audits = told.flatMap((one) => (one.kind === 'ticket.audited' ? [auditOf(one, mask)] : []))
  const chains = await linksOf(supervision.journal, system, changes)
  const facts = told.flatMap((one) => (isChange(one) || one.kind === 'ticket.audited' ? [] : [factOf(one, mask)]))
  return {
    at: supervision.now(),
    ticket: row,
    changes: changes.map((one): TicketChange => {
      const own = audits.filter(({ tx }) => tx !== null && tx === one.data.txId).map(({ audit }) => audit)
      const findings = row.findings.filter((f) => f.id.startsWith(`${f.rule}/${subjectOf(one.data, one.at)}/`))
      return changeOf(one, { row, audits: own, findings, chain: chains.get(one.seq), mask, supervision })
    }),
    facts,
    findings: row.findings,
  }
}

/** Order of the source's log; what names no place in it by when it was told. */
const byLog = (a: Changed, b: Changed): number => {
  const [p, q] = [a.data.logPosition ?? '', b.data.logPosition ?? '']
  return p === q ? a.seq - b.seq : p < q ? -1 : 1
}

type Masker = ReturnType<typeof maskerOf>

interface Around {
  readonly mask: Masker
  readonly row: TicketRow
  readonly audits: readonly TicketAudit[]
  readonly findings: readonly TicketFinding[]
  readonly chain: TicketChange['chain'] | undefined
  readonly supervision: Supervision
}

const changeOf = (one: Changed, around: Around): TicketChange => {
  const { data } = one
  const { fields, changes } = maskedData(observationOf(one), around.mask) as unknown as typeof data
  const { op, unknown, beforeMissing, operator, terminal, ip, renumberedTo, renumberedFrom } = data
  return {
    ...{ seq: one.seq, at: one.at, recordedAt: one.recorded_at, op, needs: one.needs, unknown, beforeMissing },
    changes: changes.map((c) => ({ ...c, protected: guarded.has(c.field) })),
    ...{ operator, terminal, ip, ground: fields.ground, proof: fields.proof, renumberedTo, renumberedFrom },
    ...{ transaction: data.txId, logPosition: data.logPosition, chain: around.chain ?? null },
    sinceIssueMs: around.row.issuedAt === null || op === 'issued' ? null : one.at - around.row.issuedAt,
    audits: around.audits,
    standing: standingOf(one, around),
    findings: around.findings,
  }
}

/** What the rules that look at this change say of it; nothing is judged here a second time. */
const standingOf = (one: Changed, { findings, supervision }: Around): ChangeStanding => {
  if (one.needs === null) return { is: 'none' }
  const missing = findings.flatMap((f) => (f.active && f.missing !== null ? [f.missing] : []))
  if (missing.length > 0) return { is: 'missing', missing }
  if (one.needs === 'unseen') return { is: 'unseen' }
  const subject = subjectOf(one.data, one.at)
  const judges = supervision.rulebook.filter((rule) => {
    if (!rule.consumes.includes('ticket.changed') || !onAt(rule.id, one.at, supervision)) return false
    return rule.subject(observationOf(one) as never, supervision.register, one.recorded_at) === subject
  })
  if (judges.length === 0) return { is: 'unjudged' }
  const [due] = supervision.deadlinesOf([subject])
  return due === undefined ? { is: 'lawful' } : { is: 'waiting', until: due.dueAt }
}

const onAt = (rule: string, at: Instant, { inForce }: Supervision): boolean => {
  const now = inForce(rule)
  return now !== undefined && onSince(now, at) !== undefined
}

const auditOf = (one: Told, mask: Masker): { readonly tx: string | null; readonly audit: TicketAudit } => {
  const {
    system: _,
    txId,
    tickets: __,
    ...data
  } = maskedData(observationOf(one), mask) as unknown as DataOf<'ticket.audited'>
  return { tx: txId, audit: { seq: one.seq, at: one.at, ...data } }
}

const factOf = (one: Told, mask: Masker): TicketFact => {
  const { system: _, ticket: __, ...data } = maskedData(observationOf(one), mask)
  const detail = Object.fromEntries(
    Object.entries(data).filter(([, v]) => v !== null && !(Array.isArray(v) && v.length === 0)),
  )
  return {
    seq: one.seq,
    at: one.at,
    recordedAt: one.recorded_at,
    kind: one.kind,
    detail: detail as TicketFact['detail'],
  }
}

/** The links of the source's own chain that stand for these changes: the row is told just before what it means. */
const linksOf = async (journal: Supervision['journal'], system: string, changes: readonly Changed[]) => {
  const links = new Map<number, NonNullable<TicketChange['chain']>>()
  const streamed = changes.filter(({ data }) => data.logPosition !== null)
  if (streamed.length === 0) return links
  for (const { entry } of await journal.inspect(streamed.map(({ seq }) => seq - 1))) {
    const o = entry.observation
    if (o.kind !== 'row.changed' || o.data.system !== system || o.data.chain === null) continue
    const change = streamed.find(({ seq, data }) => seq === entry.seq + 1 && data.logPosition === o.data.logPosition)
    if (change) links.set(change.seq, { seq: entry.seq, ...o.data.chain })
  }
  return links
}

/** What the masks hide. The caller has journalled who asked and why. */
export const unmaskedTicket = async (db: Queryable, system: string, ticket: string): Promise<UnmaskedTicket> => {
  const [row] = await db.query<{ fields: DataOf<'ticket.changed'>['fields'] }>(
    'select fields from ticket where system = $1 and ticket = $2',
    [system, ticket],
  )
  const changes = (await entriesOf(db, system, ticket)).filter(isChange).sort(byLog)
  return {
    plate: row?.fields.plate ?? null,
    driver: row?.fields.driver ?? null,
    changes: changes.flatMap(({ seq, data }) =>
      data.changes
        .filter(({ field }) => isMark(field))
        .map((c) => ({ seq, field: c.field, before: c.before as TicketValue, after: c.after as TicketValue })),
    ),
  }
}
