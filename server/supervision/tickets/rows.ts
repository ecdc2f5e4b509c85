import type { Entry } from '../../domain/entry.ts'
import type { DataOf, ObservationKind } from '../../domain/observation/index.ts'
import { classOf } from '../../domain/ticket/change.ts'

/** What is told of single tickets. */
export const ticketEntryKinds = [
  'ticket.changed',
  'ticket.audited',
  'ticket.step-taken',
  'ticket.driver-identified',
  'ticket.objection-raised',
  'ticket.objection-forwarded',
  'ticket.objection-decided',
  'ticket.decision-revoked',
] as const satisfies readonly ObservationKind[]
export type TicketEntryKind = (typeof ticketEntryKinds)[number]
const known: ReadonlySet<string> = new Set(ticketEntryKinds)

export interface TicketEntryRow {
  readonly seq: number
  readonly n: number
  readonly system: string
  readonly ticket: string | null
  readonly tx: string | null
  readonly kind: TicketEntryKind
  readonly at: number
  readonly recorded_at: number
  readonly needs: string | null
  readonly actor: string | null
  readonly data: unknown
}

/** The rows of an entry; none for what does not tell of a ticket. */
export const ticketEntryRows = ({ seq, recordedAt, observation: o }: Entry): TicketEntryRow[] => {
  if (!known.has(o.kind)) return []
  const kind = o.kind as TicketEntryKind
  const data = o.data as DataOf<TicketEntryKind>
  const head = { seq, system: data.system, kind, at: o.observedAt, recorded_at: recordedAt, data }
  if (o.kind === 'ticket.audited') {
    const { tickets, txId, officer, accountOf, account } = o.data
    const more = { tx: txId, needs: null, actor: officer ?? accountOf ?? account }
    return (tickets.length === 0 ? [null] : tickets).map((ticket, n) => ({ ...head, ...more, n, ticket }))
  }
  if (o.kind === 'ticket.changed') {
    const { ticket, txId, operator } = o.data
    return [{ ...head, n: 0, ticket, tx: txId, needs: classOf(o.data) ?? null, actor: operator }]
  }
  const { ticket } = o.data as { readonly ticket: string }
  return [{ ...head, n: 0, ticket, tx: null, needs: null, actor: null }]
}

export interface TicketRowNow {
  readonly system: string
  readonly ticket: string
  readonly serial: string | null
  readonly kind: string | null
  readonly status: string | null
  readonly unit: string | null
  readonly officer: string | null
  readonly amount_yuan: number | null
  readonly points: number | null
  readonly occurred_at: number | null
  readonly issued_at: number | null
  readonly changed_at: number
  readonly changes: number
  readonly needing: number
  readonly unseen: number
  readonly deleted: boolean
  readonly log_position: string
  readonly seq: number
  readonly fields: unknown
}

/** What one change makes of its ticket; `changes`, `needing` and `unseen` are to be added to what was counted before. */
export const ticketRowOf = ({ seq, observation: o }: Entry): TicketRowNow | undefined => {
  if (o.kind !== 'ticket.changed') return undefined
  const { system, ticket, op, fields, logPosition } = o.data
  const needs = classOf(o.data)
  return {
    ...{ system, ticket, seq, fields },
    ...{ serial: fields.serial, kind: fields.kind, status: fields.status, unit: fields.unit, officer: fields.officer },
    ...{ amount_yuan: fields.amountYuan, points: fields.points, occurred_at: fields.occurredAt },
    issued_at: op === 'issued' ? o.observedAt : null,
    changed_at: o.observedAt,
    changes: op === 'changed' || op === 'deleted' ? 1 : 0,
    needing: needs !== undefined && needs !== 'unseen' ? 1 : 0,
    unseen: needs === 'unseen' ? 1 : 0,
    deleted: op === 'deleted',
    log_position: logPosition ?? '',
  }
}

/** Of two changes of one ticket: the newer image by the source's log, both counted. */
export const mergedRow = (a: TicketRowNow | undefined, b: TicketRowNow): TicketRowNow => {
  if (a === undefined) return b
  const newer = b.log_position > a.log_position || (b.log_position === a.log_position && b.seq > a.seq) ? b : a
  return {
    ...newer,
    issued_at: a.issued_at ?? b.issued_at,
    changes: a.changes + b.changes,
    needing: a.needing + b.needing,
    unseen: a.unseen + b.unseen,
  }
}
