import { useEffect, useState } from 'react'
import type { ExportView } from '../../../server/contract/exports.ts'
import { useWords } from '../../i18n/language.ts'
import { addressOf, request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { dateTimeOf, durationOf, numberOf } from '../../ui/format.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'

const PAGE = 20
/** While something is being made its progress is asked for. */
const ASK_MS = 2_000

/** Archives that were asked for: who must still agree, how far they are, what they weigh, who fetched them. */
export const Exports = () => {
  const t = useWords()
  const [page, setPage] = useState(1)
  const [state, again] = useRequest(`exports ${page}`, (signal) =>
    request('GET /api/exports', { query: { page, pageSize: PAGE }, signal }),
  )
  const making = state.value?.items.some((e) => e.state === 'making') === true
  useEffect(() => {
    if (!making) return
    const timer = setInterval(again, ASK_MS)
    return () => clearInterval(timer)
  }, [making, again])
  if (state.value === undefined)
    return state.is === 'failed' ? (
      <Message bad title={state.error.message} action={{ label: t.failures.retry, run: again }} />
    ) : (
      <Waiting rows={6} />
    )
  const { items, total } = state.value
  if (items.length === 0) return <Message title={t.review.exports.empty} hint={t.review.exports.emptyHint} />
  return (
    <Panel title={t.review.exports.title} className="review-exports">
      {items.map((one) => (
        <Row key={one.id} one={one} onChanged={again} />
      ))}
      {total > PAGE && (
        <footer className="review-pages">
          <button type="button" className="button button-small" disabled={page === 1} onClick={() => setPage(page - 1)}>
            ←
          </button>
          <span>
            {page} / {Math.ceil(total / PAGE)}
          </span>
          <button
            type="button"
            className="button button-small"
            disabled={page * PAGE >= total}
            onClick={() => setPage(page + 1)}
          >
            →
          </button>
        </footer>
      )}
    </Panel>
  )
}

const Row = ({ one, onChanged }: { readonly one: ExportView; readonly onChanged: () => void }) => {
  const t = useWords().review
  const [asking, setAsking] = useState<'refuse' | 'cancel'>()
  const [reason, setReason] = useState('')
  const [error, setError] = useState<string>()
  const act = async (what: 'approve' | 'refuse' | 'cancel'): Promise<void> => {
    setError(undefined)
    try {
      await request(`POST /api/exports/:id/${what}`, {
        params: { id: one.id },
        body: what === 'approve' ? {} : { reason: reason.trim() },
      })
      setAsking(undefined)
      onChanged()
    } catch (e) {
      setError(e instanceof Error ? e.message : String(e))
    }
  }
  return (
    <article className={`export-row export-${one.state}`}>
      <header>
        <b>{t.exports.states[one.state]}</b>
        <span className="muted">
          {one.by} · {dateTimeOf(one.at)}
        </span>
        <span>
          {dateTimeOf(one.from)} — {dateTimeOf(one.to)} · {durationOf(one.to - one.from)} ·{' '}
          {t.sources(one.sources.length)}
        </span>
      </header>
      <p>
        {t.purpose}：{one.purpose}　{t.words.reason}：{one.reason}
      </p>
      {one.decision !== null && (
        <p className="muted">
          {one.decision.agreed ? t.exports.agreed : t.exports.disagreed} {one.decision.by} ·{' '}
          {dateTimeOf(one.decision.at)} {one.decision.reason}
        </p>
      )}
      {one.state === 'making' && (
        <p>
          <progress max={1} value={one.progress} /> {Math.round(one.progress * 100)}% {one.step}
        </p>
      )}
      {one.state === 'failed' && (
        <p role="alert" className="review-error">
          {one.step}
        </p>
      )}
      {one.sha256 !== null && (
        <p className="mono muted export-hash">
          SHA-256 {one.sha256} · {numberOf((one.bytes ?? 0) / 1_048_576, 1)} MiB
          {one.expiresAt !== null && ` · ${t.exports.until(dateTimeOf(one.expiresAt))}`}
        </p>
      )}
      {one.downloads.length > 0 && (
        <p className="muted">
          {t.exports.fetched} {one.downloads.map((d) => `${d.by} ${dateTimeOf(d.at)}`).join('；')}
        </p>
      )}
      <footer>
        {one.next.includes('approve') && (
          <button type="button" className="button button-small button-main" onClick={() => void act('approve')}>
            {t.exports.approve}
          </button>
        )}
        {(['refuse', 'cancel'] as const)
          .filter((what) => one.next.includes(what))
          .map((what) => (
            <button key={what} type="button" className="button button-small" onClick={() => setAsking(what)}>
              {t.exports[what]}…
            </button>
          ))}
        {one.next.includes('download') && (
          <a
            className="button button-small button-main"
            href={addressOf('GET /api/exports/:id/archive', { params: { id: one.id } })}
            download
          >
            {t.exports.download}
          </a>
        )}
        {asking !== undefined && (
          <>
            <input
              className="field"
              value={reason}
              placeholder={t.words.reason}
              aria-label={t.words.reason}
              onChange={(e) => setReason(e.target.value)}
            />
            <button
              type="button"
              className="button button-small"
              disabled={reason.trim().length < 4}
              onClick={() => void act(asking)}
            >
              {t.exports[asking]}
            </button>
          </>
        )}
        {error !== undefined && (
          <span role="alert" className="review-error">
            {error}
          </span>
        )}
      </footer>
    </article>
  )
}
