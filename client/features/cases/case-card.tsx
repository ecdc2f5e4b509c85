import { listOf } from '../../finding/fact.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useNow } from '../../live/use-live.ts'
import { useRequest } from '../../live/use-request.ts'
import { goTo, setParams } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { unitName } from '../../ui/unit-name.ts'
import { Leads, NextClock } from './cells.tsx'
import { DecisionLine } from './decision-line.tsx'
import { Line } from './line.tsx'
import { readableValue } from './values.ts'

/** One case: its limits, its findings, its decisions beside their bands, its property and all that was told of it. */
export const CaseCard = ({ id }: { readonly id: string }) => {
  const t = useWords()
  const now = useNow()
  const [detail, again] = useRequest(`case ${id}`, (signal) =>
    request('GET /api/cases/:id', { params: { id }, signal }),
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
  const { case: row, deadlines, property, decisions, stays, line, truncated } = detail.value
  return (
    <aside className="case-card" aria-label={`${t.cases.card} ${id}`}>
      <header>
        <h3>{row.case}</h3>
        <span>{readableValue(row.type)}</span>
        <span className="muted">{unitName(row.unit)}</span>
        {close}
      </header>
      <p className="muted">{t.cases.officers(listOf(row.officers))}</p>
      <Leads findings={row.findings} />
      <h4>{t.cases.limits}</h4>
      {deadlines.length === 0 && <span className="muted">{t.cases.noClock}</span>}
      {deadlines.map((d) => (
        <NextClock key={`${d.rule} ${d.subject}`} next={d} now={now} />
      ))}
      {decisions.length > 0 && <h4>{t.cases.decisionsOf}</h4>}
      {decisions.map((one) => (
        <DecisionLine key={one.decision} one={one} />
      ))}
      {property.length > 0 && <h4>{t.cases.propertyOf}</h4>}
      {property.map((item) => (
        <button
          key={item.item}
          type="button"
          className="plain case-link"
          onClick={() => setParams({ tab: 'property', one: item.item })}
        >
          {item.item} {item.findings.map((f) => `${f.grade} ${say(f.title)}`).join('；')}
        </button>
      ))}
      {stays.length > 0 && <h4>{t.cases.staysOf}</h4>}
      {stays.map((stay) => (
        <button key={stay} type="button" className="plain case-link" onClick={() => goTo('custody', { stay })}>
          {stay}
        </button>
      ))}
      <h4>{t.cases.chain}</h4>
      <Line line={line} truncated={truncated} />
    </aside>
  )
}
