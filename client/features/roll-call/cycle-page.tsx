import type { RowView } from '../../../server/contract/roll-call.ts'
import { useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { useNow } from '../../live/use-live.ts'
import { useRequest } from '../../live/use-request.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { setParams } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { unitName } from '../../ui/unit-name.ts'
import { Standing } from './head.tsx'
import { inOrder } from './model.ts'
import { Row } from './row.tsx'
import { saveRows } from './save-rows.ts'

/** One roll-call with everything kept of it, how its moment was drawn, and a sheet to print. */
export const CyclePage = ({ id }: { readonly id: string }) => {
  const words = useWords()
  const t = words.rollCall
  const now = useNow()
  const [loaded, again] = useRequest(`roll-call ${id}`, (signal) =>
    request('GET /api/roll-calls/:id', { params: { id }, signal }),
  )
  const detail = loaded.value
  if (detail === undefined)
    return loaded.is === 'failed' ? (
      <Message bad title={loaded.error.message} action={{ label: words.failures.retry, run: again }} />
    ) : (
      <Waiting rows={10} />
    )
  const { cycle, draw, notes } = detail
  const rows = inOrder(detail.rows, live.units.values())
  return (
    <div className="cycle-page">
      <header className="call-top">
        <Standing cycle={cycle} rows={rows} now={now} />
        <span className="call-gap" />
        <button
          type="button"
          className="button"
          onClick={() => saveRows(rows.map((row) => ({ openedAt: cycle.openedAt, row })))}
        >
          {t.actions.exportCsv}
        </button>
        <button type="button" className="button" onClick={() => print()}>
          {t.actions.print}
        </button>
        <button type="button" className="button" onClick={() => setParams({ past: undefined })}>
          {t.actions.back}
        </button>
      </header>
      {cycle.reason !== null && (
        <p>
          <span className="muted">{t.forms.reason}</span> {cycle.reason}
        </p>
      )}
      {draw && (
        <dl className="call-draw">
          <dt>{t.draw.title}</dt>
          <dd>{draw.holds === null ? t.draw.secret : draw.holds ? `✓ ${t.draw.holds}` : `≠ ${t.draw.fails}`}</dd>
          <dt>{t.draw.drawnAt}</dt>
          <dd>{cycle.drawnAt === null ? '' : dateTimeOf(cycle.drawnAt)}</dd>
          <dt>{t.draw.openedAt}</dt>
          <dd>{dateTimeOf(cycle.openedAt)}</dd>
          <dt>{t.draw.commitment}</dt>
          <dd className="mono">
            {draw.commitment}　{dateTimeOf(draw.committedAt)}
          </dd>
          <dt>{t.draw.seed}</dt>
          <dd className="mono">{draw.seed ?? t.draw.secret}</dd>
        </dl>
      )}
      <section className="call-sheet">
        {rows.map((row, i) => (
          <Line key={row.id} row={row} before={rows[i - 1]} now={now} note={notes[row.target]} />
        ))}
      </section>
    </div>
  )
}

const Line = ({
  row,
  before,
  now,
  note,
}: {
  readonly row: RowView
  readonly before: RowView | undefined
  readonly now: number
  readonly note: string | undefined
}) => {
  const t = useWords().rollCall
  return (
    <>
      {before?.unit !== row.unit && <h3 className="call-unit">{unitName(row.unit)}</h3>}
      <Row row={row} now={now} />
      {note !== undefined && (
        <p className="call-note">
          <span className="muted">{t.notes}</span> {note}
        </p>
      )}
    </>
  )
}
