import { Select } from 'antd'
import { ticketFilters, ticketStatuses } from '../../../server/contract/tickets.ts'
import { say, useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import { MomentField } from '../../ui/moment-field.tsx'
import { noTicketFilter, type TicketQuery } from './tickets-model.ts'
import { readableValue } from './values.ts'

interface Props {
  readonly query: TicketQuery
  readonly total: number | undefined
  readonly exporting: boolean
  readonly onQuery: (patch: Partial<TicketQuery>) => void
  readonly onExport: () => void
}

/** What narrows the list of tickets, and the list as a file. */
export const TicketTools = ({ query, total, exporting, onQuery, onExport }: Props) => {
  const t = useWords().tickets
  return (
    <div className="case-tools ticket-tools">
      <input
        className="field"
        type="search"
        placeholder={t.search}
        aria-label={t.search}
        value={query.text}
        onChange={(e) => onQuery({ text: e.target.value })}
      />
      <Select
        allowClear
        showSearch
        optionFilterProp="label"
        placeholder={t.unit}
        aria-label={t.unit}
        style={{ minWidth: 150 }}
        value={query.unit}
        options={[...live.units.values()].map((u) => ({ value: u.id, label: say(u.name) }))}
        onChange={(unit: string | undefined) => onQuery({ unit })}
      />
      <input
        className="field ticket-officer"
        placeholder={t.officerHint}
        aria-label={t.officerHint}
        value={query.officer}
        onChange={(e) => onQuery({ officer: e.target.value })}
      />
      <Select
        mode="multiple"
        allowClear
        maxTagCount="responsive"
        placeholder={t.status}
        aria-label={t.status}
        style={{ minWidth: 150 }}
        value={[...query.status]}
        options={ticketStatuses.map((s) => ({ value: s, label: readableValue(s) }))}
        onChange={(status) => onQuery({ status })}
      />
      <Select
        allowClear
        placeholder={t.filter}
        aria-label={t.filter}
        style={{ minWidth: 150 }}
        value={query.finding}
        options={ticketFilters.map((f) => ({ value: f, label: t.filters[f] }))}
        onChange={(finding: TicketQuery['finding']) => onQuery({ finding })}
      />
      <span className="ticket-span">
        <span className="muted">{t.from}</span>
        <MomentField at={query.from} label={t.from} onMoment={(from) => onQuery({ from })} />
      </span>
      <span className="ticket-span">
        <span className="muted">{t.to}</span>
        <MomentField at={query.to} label={t.to} onMoment={(to) => onQuery({ to })} />
      </span>
      <button type="button" className="button" onClick={() => onQuery({ ...noTicketFilter, sort: query.sort })}>
        {t.clear}
      </button>
      <span className="muted ticket-total">{total === undefined ? '' : t.total(total)}</span>
      <button type="button" className="button" disabled={exporting} onClick={onExport}>
        {exporting ? t.exporting : t.export}
      </button>
    </div>
  )
}
