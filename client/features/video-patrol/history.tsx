import { useState } from 'react'
import { may } from '../../../server/contract/roles.ts'
import { type LookResult, type LookRow, lookResults } from '../../../server/contract/video-patrol.ts'
import { say, useWords } from '../../i18n/language.ts'
import { clock, live } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { useSession } from '../../session/session.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { goTo } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { ReasonDialog } from './dialogs.tsx'
import { isBad } from './model.ts'
import { saveLooks } from './save.ts'

const PAGE = 50
/** What is played back around a look. */
const AROUND_MS = 60_000
const DAY_MS = 86_400_000
const spans = [1, 7, 30] as const

/** Looks, newest first: what was seen where and by whom. */
export const History = () => {
  const words = useWords()
  const t = words.videoPatrol
  const session = useSession()
  const works = session.is === 'in' && may(session.user.role, 'looks.work')
  const [days, setDays] = useState<number>(7)
  const [unit, setUnit] = useState('')
  const [result, setResult] = useState<LookResult | ''>('')
  const [page, setPage] = useState(1)
  const [wrong, setWrong] = useState<LookRow>()
  const [note, setNote] = useState('')
  const query = () => ({
    from: Math.floor(clock.now(performance.now())) - days * DAY_MS,
    unit: unit || undefined,
    result: result || undefined,
  })
  const [loaded, again] = useRequest(`looks ${days} ${unit} ${result} ${page}`, (signal) =>
    request('GET /api/looks', { query: { ...query(), page, pageSize: PAGE }, signal }),
  )
  const list = loaded.value
  const onExport = async (): Promise<void> => {
    const { rows, truncated } = await request('GET /api/looks/export', { query: query() })
    saveLooks(rows)
    setNote(truncated ? t.history.truncated : '')
  }
  const narrowed =
    <T,>(set: (value: T) => void) =>
    (value: T) => {
      set(value)
      setPage(1)
    }
  return (
    <section className="panel looks-table-panel" aria-label={t.views.history}>
      <div className="looks-tools">
        {spans.map((n) => (
          <button
            key={n}
            type="button"
            className={`button ${n === days ? 'button-on' : ''}`}
            aria-pressed={n === days}
            onClick={() => narrowed(setDays)(n)}
          >
            {t.rates.days(n)}
          </button>
        ))}
        <select
          className="field"
          aria-label={t.history.unit}
          value={unit}
          onChange={(e) => narrowed(setUnit)(e.target.value)}
        >
          <option value="">{t.history.allUnits}</option>
          {[...live.units.values()].map((u) => (
            <option key={u.id} value={u.id}>
              {say(u.name)}
            </option>
          ))}
        </select>
        <select
          className="field"
          aria-label={t.history.result}
          value={result}
          onChange={(e) => narrowed(setResult)(e.target.value as LookResult | '')}
        >
          <option value="">{t.history.all}</option>
          {lookResults.map((r) => (
            <option key={r} value={r}>
              {t.results[r]}
            </option>
          ))}
        </select>
        <span className="looks-gap muted">{note}</span>
        <button
          type="button"
          className="button"
          disabled={!list || list.total === 0}
          onClick={() => void onExport().catch((error: Error) => setNote(error.message))}
        >
          {t.export}
        </button>
        <button type="button" className="button" onClick={() => print()}>
          {t.print}
        </button>
      </div>
      {list === undefined ? (
        loaded.is === 'failed' ? (
          <Message bad title={loaded.error.message} action={{ label: words.failures.retry, run: again }} />
        ) : (
          <Waiting rows={10} />
        )
      ) : list.items.length === 0 ? (
        <Message title={t.history.empty} hint={t.history.emptyHint} />
      ) : (
        <div className="looks-scroll">
          <table className="looks-table">
            <thead>
              <tr>
                <th>{t.history.at}</th>
                <th>{t.history.camera}</th>
                <th>{t.history.unit}</th>
                <th>{t.history.result}</th>
                <th>{t.history.note}</th>
                <th>{t.history.by}</th>
                <th aria-label={t.history.correct} />
              </tr>
            </thead>
            <tbody>
              {list.items.map((row) => (
                <Line key={row.look} row={row} onCorrect={works ? () => setWrong(row) : undefined} />
              ))}
            </tbody>
          </table>
          <Pages page={page} total={list.total} onPage={setPage} />
        </div>
      )}
      {wrong && (
        <ReasonDialog
          title={t.history.correctTitle}
          act={(reason) =>
            request('POST /api/looks/:id/correct', { params: { id: wrong.look }, body: { note: reason } })
          }
          onClose={(reply) => {
            setWrong(undefined)
            if (reply) again()
          }}
        />
      )}
    </section>
  )
}

const Line = ({ row, onCorrect }: { readonly row: LookRow; readonly onCorrect: (() => void) | undefined }) => {
  const t = useWords().videoPatrol
  const unit = live.units.get(row.unit)
  const { corrected, camera } = row
  return (
    <tr className={corrected ? 'looks-corrected' : ''}>
      <td className="looks-when">{dateTimeOf(row.at)}</td>
      <td>{row.name ? say(row.name) : (camera ?? t.history.onSite)}</td>
      <td>{unit ? say(unit.name) : row.unit}</td>
      <td>
        <span
          className={isBad(row) ? 'looks-wrong' : row.results.includes('cannot-see') ? 'looks-unseen' : 'looks-good'}
        >
          {row.results.map((r) => t.results[r]).join(' · ')}
        </span>
      </td>
      <td className="looks-words">
        {row.note}
        {row.officers.length > 0 && <small className="muted"> {row.officers.join(' ')}</small>}
        {row.snapshot !== null && <small className="muted"> {t.history.snapshot}</small>}
        {corrected && <small className="looks-warn"> {t.history.corrected(corrected.by, corrected.note)}</small>}
      </td>
      <td>{row.by}</td>
      <td className="looks-acts">
        {camera !== null && (
          <button
            type="button"
            className="button button-small"
            onClick={() =>
              goTo('review', {
                about: `camera:${camera}`,
                from: String(row.at - AROUND_MS),
                to: String(row.at + AROUND_MS),
              })
            }
          >
            {t.history.review}
          </button>
        )}
        {onCorrect && !corrected && (
          <button type="button" className="button button-small" onClick={onCorrect}>
            {t.history.correct}
          </button>
        )}
      </td>
    </tr>
  )
}

const Pages = (props: { readonly page: number; readonly total: number; readonly onPage: (page: number) => void }) => {
  const last = Math.max(1, Math.ceil(props.total / PAGE))
  if (last === 1) return null
  return (
    <nav className="looks-pages">
      <button type="button" className="button" disabled={props.page <= 1} onClick={() => props.onPage(props.page - 1)}>
        ‹
      </button>
      <span>
        {props.page} / {last}
      </span>
      <button
        type="button"
        className="button"
        disabled={props.page >= last}
        onClick={() => props.onPage(props.page + 1)}
      >
        ›
      </button>
    </nav>
  )
}
