import { type ReactNode, useEffect, useState } from 'react'
import type { TicketDetail, TicketFact, UnmaskedTicket } from '../../../server/contract/tickets.ts'
import { readable } from '../../finding/fact.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { useKeys } from '../../ui/keys.ts'
import { setParams } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { unitName } from '../../ui/unit-name.ts'
import { Leads } from './cells.tsx'
import { TicketChangeView } from './ticket-change.tsx'
import { UnmaskTicket } from './ticket-unmask.tsx'
import { fieldName } from './ticket-words.ts'
import { readableValue } from './values.ts'

const REFRESH_MS = 15_000
const close = (): void => setParams({ one: undefined })

/** One ticket: what it is, every change of it side by side with its ground, and what the grounds rest on. */
export const TicketCard = ({ id }: { readonly id: string }) => {
  const t = useWords()
  const [loaded, again] = useRequest(`ticket ${id}`, (signal) =>
    request('GET /api/tickets/:id', { params: { id }, signal }),
  )
  const [unmasked, setUnmasked] = useState<UnmaskedTicket>()
  useKeys({ Esc: close })
  useEffect(() => {
    const timer = setInterval(again, REFRESH_MS)
    return () => clearInterval(timer)
  }, [again])
  const back = (
    <button type="button" className="button" onClick={close}>
      ← {t.tickets.back}
    </button>
  )
  return (
    <div className="ticket-card">
      {loaded.value === undefined ? (
        <>
          {back}
          {loaded.is === 'failed' ? (
            <Message bad title={loaded.error.message} action={{ label: t.failures.retry, run: again }} />
          ) : (
            <Waiting rows={12} />
          )}
        </>
      ) : (
        <>
          <header className="ticket-head">
            {back}
            <h3 className="mono">{loaded.value.ticket.ticket}</h3>
            <span className="chip">{loaded.value.ticket.system}</span>
            <span className="chip">{readableValue(loaded.value.ticket.status)}</span>
            {loaded.value.ticket.deleted && <span className="chip chip-warn">{t.tickets.deleted}</span>}
            <UnmaskTicket id={id} shown={unmasked} onShown={setUnmasked} />
          </header>
          <Head detail={loaded.value} unmasked={unmasked} />
          <h4>{t.tickets.history}</h4>
          <ol className="ticket-changes">
            {loaded.value.changes.toReversed().map((change) => (
              <TicketChangeView key={change.seq} change={change} unmasked={unmasked} />
            ))}
          </ol>
          <h4>{t.tickets.facts}</h4>
          <Facts facts={loaded.value.facts} />
        </>
      )}
    </div>
  )
}

const Head = ({
  detail: { ticket },
  unmasked,
}: {
  readonly detail: TicketDetail
  readonly unmasked: UnmaskedTicket | undefined
}) => {
  const t = useWords()
  const w = t.tickets
  const mark = (hidden: string | null, whole: string | null | undefined) =>
    hidden === null ? t.none : <b className="mono">{unmasked === undefined ? hidden : (whole ?? t.none)}</b>
  const rows: readonly { readonly label: string; readonly value: ReactNode }[] = [
    { label: w.serial, value: ticket.serial ?? t.none },
    { label: w.unit, value: ticket.unit === null ? t.none : unitName(ticket.unit) },
    { label: w.officer, value: ticket.officer ?? t.none },
    { label: w.plate, value: mark(ticket.plate, unmasked?.plate) },
    { label: w.driver, value: mark(ticket.driver, unmasked?.driver) },
    { label: w.violation, value: ticket.violationCode ?? t.none },
    { label: w.amount, value: ticket.amountYuan ?? t.none },
    { label: w.points, value: ticket.points ?? t.none },
    { label: w.occurred, value: ticket.occurredAt === null ? t.none : dateTimeOf(ticket.occurredAt) },
    { label: w.changed, value: dateTimeOf(ticket.changedAt) },
    { label: w.leads, value: ticket.findings.length === 0 ? t.none : <Leads findings={ticket.findings} /> },
  ]
  return (
    <dl className="facts ticket-facts">
      {rows.map(({ label, value }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}

const Facts = ({ facts }: { readonly facts: readonly TicketFact[] }) => {
  const t = useWords()
  const kinds: Readonly<Record<string, string>> = { ...t.audit.kinds, ...t.kinds }
  if (facts.length === 0) return <p className="muted">{t.tickets.noFacts}</p>
  return (
    <ul className="ticket-steps">
      {facts.map((f) => (
        <li key={f.seq}>
          <time className="mono">{dateTimeOf(f.at)}</time> <b>{kinds[f.kind] ?? f.kind}</b>{' '}
          <span>
            {Object.entries(f.detail)
              .map(([k, v]) => `${fieldName(t.tickets, k)} ${k === 'unit' ? unitName(String(v)) : readable(k, v)}`)
              .join(' · ')}
          </span>{' '}
          <span className="muted mono">#{f.seq}</span>
        </li>
      ))}
    </ul>
  )
}
