import { listOf } from '../../finding/fact.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useNow } from '../../live/use-live.ts'
import { useRequest } from '../../live/use-request.ts'
import { setParams } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { unitName } from '../../ui/unit-name.ts'
import { Leads, NextClock } from './cells.tsx'
import { Line } from './line.tsx'
import { readableValue } from './values.ts'

/** One thing: its limits, its findings and its chain of custody. */
export const ItemCard = ({ id }: { readonly id: string }) => {
  const t = useWords()
  const now = useNow()
  const [detail, again] = useRequest(`item ${id}`, (signal) =>
    request('GET /api/property/:id', { params: { id }, signal }),
  )
  const close = (
    <button type="button" className="button" onClick={() => setParams({ one: undefined })}>
      {t.cases.closeCard}
    </button>
  )
  if (detail.value === undefined)
    return (
      <aside className="case-card">
        {close}
        {detail.is === 'failed' ? (
          <Message bad title={detail.error.message} action={{ label: t.failures.retry, run: again }} />
        ) : (
          <Waiting rows={8} />
        )}
      </aside>
    )
  const { item, deadlines, line, truncated } = detail.value
  const of = item.case
  return (
    <aside className="case-card" aria-label={`${t.cases.itemCard} ${id}`}>
      <header>
        <h3>{item.item}</h3>
        <span>{readableValue(item.type)}</span>
        <span className="muted">{unitName(item.unit)}</span>
        {close}
      </header>
      {of !== null && (
        <button type="button" className="plain case-link" onClick={() => setParams({ tab: 'cases', one: of })}>
          {t.cases.case} {of}
        </button>
      )}
      <p className="muted">{t.cases.officers(listOf(item.officers))}</p>
      <Leads findings={item.findings} />
      <h4>{t.cases.limits}</h4>
      {deadlines.length === 0 && <span className="muted">{t.cases.noClock}</span>}
      {deadlines.map((d) => (
        <NextClock key={d.rule} next={d} now={now} />
      ))}
      <h4>{t.cases.chainOfItem}</h4>
      <Line line={line} truncated={truncated} />
    </aside>
  )
}
