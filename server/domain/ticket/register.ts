import type { Entry } from '../entry.ts'
import type { DataOf, ObservationKind } from '../observation/index.ts'
import { days, type Instant, minutes } from '../time.ts'
import { type ChangeClass, classOf, completed, type Row, rowAfter } from './change.ts'
import { createSerials, type Series, serialKinds } from './serials.ts'

/** Something told of tickets, as it is kept. */
export interface Told<K extends ObservationKind> {
  readonly kind: K
  readonly at: Instant
  readonly seq: number
  readonly data: DataOf<K>
}
export type Audit = Told<'ticket.audited'>
export type WayKind = 'ticket.driver-identified' | 'ticket.objection-decided' | 'ticket.decision-revoked'
export type Way = { [K in WayKind]: Told<K> }[WayKind]
/** A change that needs one of the law's ways, under the subject by which rules know it. */
export interface Needy {
  readonly subject: string
  readonly is: ChangeClass
  readonly ticket: string
  readonly at: Instant
  readonly txId: string | null
  /** The change, completed by what was known of the row. */
  readonly data: DataOf<'ticket.changed'>
}

type Table = 'audits' | 'named' | 'needy' | 'needyOf' | 'ways' | 'issuedAt' | 'rows' | 'plates'

/** Plain data, so that a snapshot holds it whole. */
export interface TicketState {
  /** By system and transaction. */
  audits: Record<string, Audit[]>
  /** By system and ticket: log entries that name it. */
  named: Record<string, Audit[]>
  needy: Record<string, Needy[]>
  /** By system and ticket. */
  needyOf: Record<string, Needy[]>
  ways: Record<string, Way[]>
  issuedAt: Record<string, Instant>
  rows: Record<string, Row>
  /** Number plates by roadside stop. */
  plates: Record<string, string>
  /** By system and owner of a login: when each terminal was first and last used. */
  terminals: Record<string, Record<string, { first: Instant; last: Instant }>>
  systems: Record<string, { owner: string; unwatched: readonly string[] }>
  /** Series of numbered documents. */
  serials: Record<string, Series>
  /** What may be forgotten in turn, oldest first. */
  over: { at: Instant; table: Table; id: string }[]
}
export const noTickets = (): TicketState => ({
  audits: {},
  named: {},
  needy: {},
  needyOf: {},
  ways: {},
  issuedAt: {},
  rows: {},
  plates: {},
  terminals: {},
  systems: {},
  serials: {},
  over: [],
})

/** How long a log entry and a change of one transaction wait for each other. */
const JOINED_MS = days(3)
/** A log entry and a change that share no transaction belong together within this time, as the rules wait for the log. */
const NAMED_MS = minutes(10)
/** How long a ground that was told is remembered. */
const GROUNDS_MS = days(40)
const MOST = 32
/** So many terminals of one person are remembered; the one that was used longest ago goes. */
const MOST_TERMINALS = 16

export const ticketKinds: readonly ObservationKind[] = [
  ...serialKinds,
  'ticket.audited',
  'ticket.driver-identified',
  'ticket.objection-decided',
  'ticket.decision-revoked',
  'row.mapping-declared',
  'roadside.stop-seen',
]

/** What is numbered within a system, under one name among all systems; that of the only one goes without saying. */
export const nameIn = (system: string, id: string): string => (system === 'tickets' ? id : `${system}/${id}`)
/** The name under which rules know one change of one ticket. */
export const subjectOf = ({ system, ticket, txId }: DataOf<'ticket.changed'>, at: Instant): string =>
  `${nameIn(system, ticket)}#${txId ?? at}`
const of = (system: string, id: string): string => `${system}/${id}`

/** Who did what in which transaction, and on which grounds tickets may change. No clock, no I/O. */
export const createTicketRegister = (state: TicketState = noTickets()) => {
  const serials = createSerials(state.serials)
  const sat = ({ system, accountOf, terminal }: DataOf<'ticket.audited'>, at: Instant): void => {
    if (accountOf === null || terminal === null) return
    const id = of(system, accountOf)
    const { [terminal]: used, ...others } = state.terminals[id] ?? {}
    const first = Math.min(used?.first ?? at, at)
    const kept = Object.entries(others).toSorted(([, a], [, b]) => b.last - a.last)
    state.terminals[id] = {
      ...Object.fromEntries(kept.slice(0, MOST_TERMINALS - 1)),
      [terminal]: { first, last: Math.max(used?.last ?? at, at) },
    }
  }
  const add = <T>(table: 'audits' | 'named' | 'needy' | 'needyOf' | 'ways', id: string, one: T, now: Instant): void => {
    const all = state[table] as unknown as Record<string, T[]>
    if (all[id] === undefined) state.over.push({ at: now, table, id })
    all[id] = [...(all[id] ?? []), one].slice(-MOST)
  }
  const forget = (now: Instant): void => {
    let gone = 0
    for (const { at, table, id } of state.over) {
      if (at >= now - (table === 'audits' || table === 'named' || table === 'needy' ? JOINED_MS : GROUNDS_MS)) break
      delete state[table][id]
      gone++
    }
    if (gone > 0) state.over.splice(0, gone)
  }

  return {
    apply: (entry: Entry): void => {
      const { seq, recordedAt, observation: o } = entry
      const { observedAt: at } = o
      serials.apply(entry)
      switch (o.kind) {
        case 'ticket.changed': {
          forget(recordedAt)
          const { system, ticket, txId, op } = o.data
          if (op === 'issued' && state.issuedAt[of(system, ticket)] === undefined) {
            state.issuedAt[of(system, ticket)] = at
            state.over.push({ at: recordedAt, table: 'issuedAt', id: of(system, ticket) })
          }
          const known = state.rows[of(system, ticket)]
          if (known === undefined) state.over.push({ at: recordedAt, table: 'rows', id: of(system, ticket) })
          const data = completed(o.data, known)
          state.rows[of(system, ticket)] = rowAfter(data, known)
          const is = classOf(data)
          if (!is) return
          const needy: Needy = { subject: subjectOf(o.data, at), is, ticket, at, txId, data }
          add('needyOf', of(system, ticket), needy, recordedAt)
          if (txId !== null) add('needy', of(system, txId), needy, recordedAt)
          return
        }
        case 'ticket.audited':
          forget(recordedAt)
          sat(o.data, at)
          for (const ticket of o.data.tickets)
            add('named', of(o.data.system, ticket), { kind: o.kind, at, seq, data: o.data }, recordedAt)
          if (o.data.txId !== null)
            add('audits', of(o.data.system, o.data.txId), { kind: o.kind, at, seq, data: o.data }, recordedAt)
          return
        case 'ticket.driver-identified':
        case 'ticket.objection-decided':
        case 'ticket.decision-revoked':
          add('ways', of(o.data.system, o.data.ticket), { kind: o.kind, at, seq, data: o.data } as Way, recordedAt)
          return
        case 'row.mapping-declared':
          state.systems[o.data.system] = { owner: o.data.owner, unwatched: o.data.unwatched }
          return
        case 'roadside.stop-seen':
          forget(recordedAt)
          if (o.data.plate === null) return
          if (state.plates[o.data.stop] === undefined)
            state.over.push({ at: recordedAt, table: 'plates', id: o.data.stop })
          state.plates[o.data.stop] = o.data.plate
      }
    },
    /** Log entries of the transaction that bear on the ticket; without one on either side, those that name the ticket about then. */
    auditsOf: ({ system, txId, ticket }: Change, at: Instant): readonly Audit[] => [
      ...(txId === null ? [] : (state.audits[of(system, txId)] ?? []).filter((a) => bearsOn(a.data, ticket))),
      ...(state.named[of(system, ticket)] ?? []).filter((a) => joinsByName(a.data.txId, a.at, txId, at)),
    ],
    /** Changes that a log entry is about, in the same way. */
    needyIn: ({ system, txId, tickets }: DataOf<'ticket.audited'>, at: Instant): readonly Needy[] => [
      ...(txId === null
        ? []
        : (state.needy[of(system, txId)] ?? []).filter(({ ticket }) => bearsOn({ tickets }, ticket))),
      ...tickets.flatMap((ticket) =>
        (state.needyOf[of(system, ticket)] ?? []).filter((one) => joinsByName(txId, at, one.txId, one.at)),
      ),
    ],
    /** The change under its subject, as the rules judge it; undefined when it needs none of the law's ways. */
    needyFor: (data: DataOf<'ticket.changed'>, at: Instant): Needy | undefined => {
      const subject = subjectOf(data, at)
      return state.needyOf[of(data.system, data.ticket)]?.findLast((one) => one.subject === subject && one.at === at)
    },
    needyOf: (system: string, ticket: string): readonly Needy[] => state.needyOf[of(system, ticket)] ?? [],
    waysOf: (system: string, ticket: string): readonly Way[] => state.ways[of(system, ticket)] ?? [],
    /** The row as it is known; undefined when nothing was told of it lately. */
    rowOf: (system: string, ticket: string): Row | undefined => state.rows[of(system, ticket)],
    /** When the ticket appeared in its table; undefined when that was not seen. */
    issuedAt: (system: string, ticket: string): Instant | undefined => state.issuedAt[of(system, ticket)],
    /** Terminals at which somebody's login was used in a system, by when first, oldest first. */
    terminalsOf: (system: string, owner: string): readonly { readonly terminal: string; readonly first: Instant }[] =>
      Object.entries(state.terminals[of(system, owner)] ?? {})
        .map(([terminal, { first }]) => ({ terminal, first }))
        .toSorted((a, b) => a.first - b.first || (a.terminal < b.terminal ? -1 : 1)),
    /** The plate that was stopped there; undefined when the stop was not told, or not with a plate. */
    plateOf: (stop: string): string | undefined => state.plates[stop],
    gapsTouchedBy: serials.gapsTouchedBy,
    gap: serials.gap,
    ownerOf: (system: string): string | undefined => state.systems[system]?.owner,
  }
}
export type TicketRegister = Omit<ReturnType<typeof createTicketRegister>, 'apply'>

type Change = Pick<DataOf<'ticket.changed'>, 'system' | 'txId' | 'ticket'>

const joinsByName = (auditTx: string | null, auditAt: Instant, changeTx: string | null, changeAt: Instant): boolean =>
  (auditTx === null || changeTx === null) && Math.abs(auditAt - changeAt) <= NAMED_MS

const bearsOn = ({ tickets }: { readonly tickets: readonly string[] }, ticket: string): boolean =>
  tickets.length === 0 || tickets.includes(ticket)
