import type { ReactNode } from 'react'
import type {
  ChangeStanding,
  FieldChange,
  TicketAudit,
  TicketChange,
  TicketValue,
  UnmaskedTicket,
} from '../../../server/contract/tickets.ts'
import { listOf, readable } from '../../finding/fact.ts'
import { useWords } from '../../i18n/language.ts'
import { dateTimeOf, durationOf } from '../../ui/format.ts'
import { unitName } from '../../ui/unit-name.ts'
import { Leads } from './cells.tsx'
import { fieldName } from './ticket-words.ts'
import { readableValue } from './values.ts'

interface Props {
  readonly change: TicketChange
  readonly unmasked: UnmaskedTicket | undefined
}

/** One change: both sides, who and from where, on what ground, and how it can be checked. */
export const TicketChangeView = ({ change, unmasked }: Props) => {
  const t = useWords()
  const w = t.tickets
  const { standing, needs } = change
  return (
    <li className={`ticket-change ticket-${standing.is}`} data-change={change.seq} data-standing={standing.is}>
      <header>
        <b>{w.ops[change.op]}</b>
        <time className="mono">{dateTimeOf(change.at)}</time>
        {needs !== null && (
          <span className="chip">{(w.needs as Readonly<Record<string, string>>)[needs] ?? needs}</span>
        )}
        <Standing standing={standing} />
        <Leads findings={change.findings} />
      </header>
      <div className="ticket-change-body">
        <Sides change={change} unmasked={unmasked} />
        <Who change={change} />
        <Ground change={change} />
        <Trace change={change} />
      </div>
    </li>
  )
}

const marks = { none: '·', lawful: '✓', waiting: '…', missing: '✕', unseen: '?', unjudged: '–' } as const

const Standing = ({ standing }: { readonly standing: ChangeStanding }) => {
  const w = useWords().tickets.standing
  const words =
    standing.is === 'missing'
      ? w.missing(listOf(standing.missing))
      : standing.is === 'waiting'
        ? w.waiting(dateTimeOf(standing.until))
        : w[standing.is]
  return (
    <span className={`ticket-standing ticket-standing-${standing.is}`}>
      {marks[standing.is]} {words}
    </span>
  )
}

/** Two marks that differ may look the same under their masks; that must not be read as unchanged. */
const sameMask = (before: TicketValue, after: TicketValue): boolean => before === after && before !== null

const Sides = ({ change, unmasked }: Props) => {
  const t = useWords()
  const w = t.tickets
  const whole = (one: FieldChange, side: 'before' | 'after'): TicketValue => {
    const shown = unmasked?.changes.find((c) => c.seq === change.seq && c.field === one.field)
    return shown === undefined ? one[side] : shown[side]
  }
  return (
    <div className="ticket-sides">
      {change.changes.length > 0 && (
        <table>
          <thead>
            <tr>
              <th />
              <th>{w.before}</th>
              <th>{w.after}</th>
            </tr>
          </thead>
          <tbody>
            {change.changes.map((one) => (
              <tr key={one.field} className={one.protected ? 'ticket-protected' : ''}>
                <th scope="row">
                  {fieldName(w, one.field)}
                  {one.protected && <small className="muted"> {w.protectedField}</small>}
                </th>
                <td className="ticket-before">{readable(one.field, whole(one, 'before'))}</td>
                <td className="ticket-after">
                  {readable(one.field, whole(one, 'after'))}
                  {sameMask(whole(one, 'before'), whole(one, 'after')) && (
                    <small className="ticket-differs"> ≠ {w.differs}</small>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {change.op === 'deleted' && <p className="ticket-gone">{w.gone}</p>}
      {change.beforeMissing && <p className="ticket-not-told">{w.notTold}</p>}
      {change.unknown.length > 0 && (
        <p className="ticket-not-told">{w.unknownFields(listOf(change.unknown.map((field) => fieldName(w, field))))}</p>
      )}
      {change.renumberedTo !== null && <p>{w.renumberedTo(change.renumberedTo)}</p>}
      {change.renumberedFrom !== null && <p>{w.renumberedFrom(change.renumberedFrom)}</p>}
    </div>
  )
}

interface Fact {
  readonly label: string
  readonly value: ReactNode
}
const fact = (label: string, value: ReactNode): Fact => ({ label, value })

const Rows = ({ rows }: { readonly rows: readonly Fact[] }) => (
  <dl className="facts">
    {rows.map(({ label, value }) => (
      <div key={label}>
        <dt>{label}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
)

const last = (audits: readonly TicketAudit[]): TicketAudit | undefined => audits.at(-1)

const Who = ({ change }: { readonly change: TicketChange }) => {
  const w = useWords().tickets
  const a = last(change.audits)
  const account = a?.account ?? change.operator
  const place = [a?.terminal ?? change.terminal, a?.ip ?? change.ip].filter(Boolean).join(' · ')
  const other = a?.officer && a.accountOf && a.officer !== a.accountOf
  const silent = <span className="muted">{w.notStated}</span>
  const login = account && (
    <>
      <span className="mono">{account}</span>
      {a?.accountOf && <span className="muted"> {w.loginOf(a.accountOf)}</span>}
      {other && <span className="chip chip-warn">{w.otherPerson}</span>}
    </>
  )
  const rows = [
    fact(w.who, a?.officer ? [a.officer, a.unit && unitName(a.unit)].filter(Boolean).join(' · ') : silent),
    fact(w.login, login || silent),
    fact(w.where, place === '' ? silent : <span className="mono">{place}</span>),
    fact(w.when, `${dateTimeOf(change.at)} · ${w.recorded} ${dateTimeOf(change.recordedAt)}`),
  ]
  if (change.op === 'changed' || change.op === 'deleted')
    rows.push(fact(w.sinceIssue, change.sinceIssueMs === null ? w.sinceIssueUnknown : durationOf(change.sinceIssueMs)))
  return <Rows rows={rows} />
}

const Ground = ({ change }: { readonly change: TicketChange }) => {
  const w = useWords().tickets
  if (change.audits.length === 0)
    return (
      <p className={change.needs === null ? 'muted' : 'ticket-not-told'}>{change.op === 'seen' ? '' : w.noAudit}</p>
    )
  return (
    <div>
      {change.audits.map((audit) => (
        <Audit key={audit.seq} audit={audit} change={change} />
      ))}
    </div>
  )
}

const Audit = ({ audit: a, change }: { readonly audit: TicketAudit; readonly change: TicketChange }) => {
  const t = useWords()
  const w = t.tickets
  const ground = a.ground ?? change.ground
  const named = ground === null ? undefined : (w.grounds as Readonly<Record<number, string>>)[ground]
  const proofs = [...a.proofs, ...(change.proof === null ? [] : [change.proof])]
  const asked = change.needs !== null
  const rows = [fact(w.action, (w.actions as Readonly<Record<string, string>>)[a.action] ?? a.action)]
  if (asked || ground !== null)
    rows.push(fact(w.ground, ground === null ? t.none : [named ?? ground, a.groundText].filter(Boolean).join(' · ')))
  if (asked || proofs.length > 0)
    rows.push(fact(w.proofs, proofs.length === 0 ? <span className="muted">{w.noProof}</span> : listOf(proofs)))
  if (a.document !== null) rows.push(fact(w.document, a.document))
  if (a.approver !== null)
    rows.push(
      fact(w.approver, [a.approver, a.approverRank && readableValue(a.approverRank)].filter(Boolean).join(' · ')),
    )
  if (a.reason !== null) rows.push(fact(w.reason, a.reason))
  return <Rows rows={rows} />
}

const Trace = ({ change }: { readonly change: TicketChange }) => {
  const t = useWords()
  const w = t.tickets
  const { chain } = change
  const link = chain && (
    <span className="mono" title={chain.hash}>
      {w.linkOf(chain.number)} · {chain.hash.slice(0, 12)}…
    </span>
  )
  const entries = [change.seq, ...change.audits.map((a) => a.seq), ...(chain === null ? [] : [chain.seq])]
  return (
    <Rows
      rows={[
        fact(w.transaction, <span className="mono">{change.transaction ?? t.none}</span>),
        fact(w.position, <span className="mono">{change.logPosition ?? t.none}</span>),
        fact(w.link, link ?? <span className="muted">{w.noLink}</span>),
        fact(w.entry, <span className="mono">{entries.map((seq) => `#${seq}`).join(' ')}</span>),
      ]}
    />
  )
}
