import { z } from 'zod'
import type { Facts } from '../../domain/finding.ts'
import type { DataOf } from '../../domain/observation/index.ts'
import type { Register } from '../../domain/register.ts'
import { type ChangeClass, touchedBy } from '../../domain/ticket/change.ts'
import type { Audit, Way } from '../../domain/ticket/register.ts'
import { days, type Instant, minutes } from '../../domain/time.ts'
import { defineRule, type LocalSetting, type Rule } from '../define-rule.ts'
import { about, breach, clear, unknown } from './verdicts.ts'

export const changeKinds = [
  'ticket.changed',
  'ticket.audited',
  'ticket.driver-identified',
  'ticket.objection-decided',
  'ticket.decision-revoked',
] as const
type Kind = (typeof changeKinds)[number]

/** One change that needs a ground, with everything told of it so far. */
export interface TicketCase {
  readonly change: {
    readonly at: Instant
    readonly heardAt: Instant
    readonly seq: number
    readonly data: DataOf<'ticket.changed'>
    readonly issuedAt: Instant | null
  } | null
  readonly audits: readonly Audit[]
  readonly ways: readonly Way[]
}

export const waiting = z.object({ waitMinutes: z.number().min(0).max(1440) })
export type Waiting = z.infer<typeof waiting>
export const waitingDefault = { waitMinutes: 10 }
export const waitingSettings: readonly LocalSetting[] = [
  {
    param: 'waitMinutes',
    title: { zh: '等待操作日志和依据的时间', en: 'How long log and ground are waited for' },
    unit: 'minute',
  },
]

/** `lawful`: one of the law's ways was taken · `missing`: what is not there · `unseen`: what would have to be seen. */
export type Ground =
  | { readonly is: 'lawful' }
  | { readonly is: 'missing'; readonly missing: string }
  | { readonly is: 'unseen'; readonly unseen: string }

const MOST = 16
/** Every way of changing a ticket that needs a ground, whatever the ground. */
export const anyGround: readonly ChangeClass[] = ['cancelled', 'driver', 'decision', 'field', 'deleted']

/** Why a rule on logins ships switched off. */
export const ownLogins = {
  zh: '账号专人专用的规定不在本系统的法规目录内；由本局核对本地规定后启用。',
  en: 'That a login is one person’s own is in no statute at hand; the bureau checks its own orders and switches the rule on.',
}

/** A change that turned out lawful is kept so long for what may still be told of it. */
const KEPT_MS = days(1)

type Head<P> = Pick<
  Rule<TicketCase, P, Kind>,
  'id' | 'title' | 'grade' | 'citations' | 'limits' | 'paramSchema' | 'params' | 'localSettings'
> &
  Partial<Pick<Rule<TicketCase, P, Kind>, 'shipsOff'>>

/** A protected change that is lawful only by one of the law's ways. */
export const changeWithGround = <P extends Waiting>(
  rule: Head<P> & {
    readonly of: readonly ChangeClass[]
    readonly ground: (
      one: Required<TicketCase> & { readonly change: NonNullable<TicketCase['change']> },
      law: P,
      register: Register,
    ) => Ground
  },
): Rule<TicketCase, P, Kind> => {
  const { of, ground, ...head } = rule
  const wanted = (is: ChangeClass | undefined): boolean => is !== undefined && of.includes(is)
  return defineRule<TicketCase, P, Kind>({
    ...head,
    consumes: changeKinds,
    subject(o, { tickets }) {
      if (o.kind === 'ticket.changed') {
        const needy = tickets.needyFor(o.data, o.observedAt)
        return wanted(needy?.is) ? needy?.subject : undefined
      }
      const needy =
        o.kind === 'ticket.audited'
          ? tickets.needyIn(o.data, o.observedAt)
          : tickets.needyOf(o.data.system, o.data.ticket)
      return needy.length === 0 ? undefined : needy.flatMap(({ subject, is }) => (wanted(is) ? [subject] : []))
    },
    initial: { change: null, audits: [], ways: [] },
    evolve(state, { seq, recordedAt, observation: o }, { register: { tickets } }) {
      const at = o.observedAt
      if (o.kind === 'ticket.changed') {
        const data = tickets.needyFor(o.data, at)?.data ?? o.data
        const issuedAt = tickets.issuedAt(data.system, data.ticket) ?? null
        return {
          change: { at, heardAt: recordedAt, seq, data, issuedAt },
          audits: tickets.auditsOf(data, at).slice(-MOST),
          ways: tickets.waysOf(data.system, data.ticket).slice(-MOST),
        }
      }
      if (o.kind === 'ticket.audited')
        return { ...state, audits: [...state.audits, { kind: o.kind, at, seq, data: o.data }].slice(-MOST) }
      return { ...state, ways: [...state.ways, { kind: o.kind, at, seq, data: o.data } as Way].slice(-MOST) }
    },
    evaluate(state, { now, paramsAt, register }) {
      const { change, audits, ways } = state
      if (!change) return clear
      const law = paramsAt(change.at)
      if (!law) return { is: 'clear', forgetAt: now + 1 }
      const found = ground({ change, audits, ways }, law, register)
      if (found.is === 'lawful') return { is: 'clear', forgetAt: now + KEPT_MS }
      // Who did it and why may be told a little later than the row.
      const dueAt = change.heardAt + minutes(law.waitMinutes)
      if (now <= dueAt && !isTold(audits)) return { is: 'pending', dueAt }
      if (found.is === 'unseen') return unknown(found.unseen, now)
      const evidence = [change.seq, ...audits.map((a) => a.seq), ...ways.map((w) => w.seq)]
      return breach(
        change.at,
        {
          evidence: [...new Set(evidence)].sort((a, b) => a - b),
          facts: { ...factsOf(state), missing: found.missing },
          concerns: about(unitOf(state, register), officersOf(audits)),
        },
        now + days(30),
      )
    },
  })
}

/** Whether the log told all there is: it claims nothing that another system would have to confirm. */
const isTold = (audits: readonly Audit[]): boolean =>
  audits.length > 0 && audits.every(({ data }) => data.document === null && data.action !== 'change-driver')

const unitOf = ({ change, audits }: TicketCase, register: Register): string | null =>
  change?.data.fields.unit ??
  audits.find((a) => a.data.unit)?.data.unit ??
  register.tickets.ownerOf(change?.data.system ?? '') ??
  null

const officersOf = (audits: readonly Audit[]): string[] => [
  ...new Set(audits.flatMap(({ data }) => data.officer ?? data.accountOf ?? [])),
]

/** The protected fields that were touched, before and after. */
export const sidesOf = (data: DataOf<'ticket.changed'>) => {
  const touched = touchedBy(data)
  const join = (side: 'before' | 'after'): string | number | boolean | null =>
    touched.length === 1 ? touched[0]![side] : touched.map((one) => String(one[side] ?? '∅')).join(' | ')
  return { field: touched.map(({ field }) => field).join(','), before: join('before'), after: join('after') }
}

/** Field, before → after, who, whose login, from where, how long after issue, and who gains by it. */
const factsOf = ({ change, audits }: TicketCase): Facts => {
  const { data, at, issuedAt } = change!
  const audit = audits.at(-1)?.data
  const facts = {
    system: data.system,
    ticket: data.ticket,
    ...sidesOf(data),
    ...(data.op === 'deleted' && { before: data.fields.status ?? null, after: null }),
    account: audit?.account ?? data.operator,
    accountOf: audit?.accountOf ?? null,
    officer: audit?.officer ?? null,
    terminal: audit?.terminal ?? data.terminal,
    ip: audit?.ip ?? data.ip,
    action: audit?.action ?? null,
    ground: audit?.ground ?? data.fields.ground,
    approver: audit?.approver ?? null,
    sinceIssueMs: issuedAt === null ? null : at - issuedAt,
    benefits: data.fields.driver ?? data.fields.plate,
    transaction: data.txId,
  }
  return facts
}
