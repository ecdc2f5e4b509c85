import { useEffect, useState } from 'react'
import type { ExportState, ExportView } from '../../../server/contract/exports.ts'
import { say, useWords } from '../../i18n/language.ts'
import { addressOf, request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { dateTimeOf, durationOf, numberOf } from '../../ui/format.ts'
import { goTo } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'

const PAGE = 20
/** While something is under way it is asked for how far it is. */
const ASK_MS = 2_000

const chips: Readonly<Record<ExportState, string>> = {
  requested: 'chip-warn',
  refused: '',
  making: '',
  ready: 'chip-ok',
  failed: 'chip-warn',
  cancelled: '',
  expired: '',
}

/** Archives that were asked for: who must still agree, how far they are, what they weigh, who fetched them. */
export const Exports = () => {
  const t = useWords()
  const [page, setPage] = useState(1)
  const [state, again] = useRequest(`exports ${page}`, (signal) =>
    request('GET /api/exports', { query: { page, pageSize: PAGE }, signal }),
  )
  // Another person's answer is waited for as well.
  const moving = state.value?.items.some((e) => e.state === 'making' || e.state === 'requested') === true
  useEffect(() => {
    if (!moving) return
    const timer = setInterval(again, ASK_MS)
    return () => clearInterval(timer)
  }, [moving, again])
  const [known] = useRequest('cameras of exports', (signal) => request('GET /api/cameras', { signal }))
  const nameOf = (source: string): string => {
    const camera = known.value?.cameras.find(({ id }) => id === source)
    return camera ? say(camera.name) : source
  }
  // A finding goes by its rule's title: asking for its card would be a view of it.
  const [book] = useRequest('rules of exports', (signal) => request('GET /api/rules', { signal }))
  const titleOf = (finding: string): string => {
    const rule = book.value?.rules.find(({ id }) => finding.startsWith(`${id}/`))
    return rule ? say(rule.title) : finding
  }
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
        <Row key={one.id} one={one} nameOf={nameOf} titleOf={titleOf} onChanged={again} />
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

interface RowProps {
  readonly one: ExportView
  readonly nameOf: (source: string) => string
  readonly titleOf: (finding: string) => string
  readonly onChanged: () => void
}

const Row = ({ one, nameOf, titleOf, onChanged }: RowProps) => {
  const t = useWords().review
  const { finding } = one
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
        <b className={`chip ${chips[one.state]}`}>{t.exports.states[one.state]}</b>
        <span>
          {dateTimeOf(one.from)} — {dateTimeOf(one.to)} · {durationOf(one.to - one.from)}
        </span>
        <span className="muted">
          {t.exports.askedBy} {one.by} · {dateTimeOf(one.at)}
        </span>
      </header>
      <dl className="export-facts">
        <dt>{t.sources(one.sources.length)}</dt>
        <dd>{one.sources.map(nameOf).join(' · ')}</dd>
        <dt>{t.purpose}</dt>
        <dd>{one.purpose}</dd>
        <dt>{t.words.reason}</dt>
        <dd>{one.reason}</dd>
        <dt>{t.finding}</dt>
        <dd>
          {finding === null ? (
            t.noFinding
          ) : (
            <button type="button" className="button button-small" onClick={() => goTo('findings', { finding })}>
              {titleOf(finding)}
            </button>
          )}
        </dd>
      </dl>
      {one.decision !== null && (
        <p className="muted">
          {one.decision.agreed ? t.exports.agreed : t.exports.disagreed} {one.decision.by} ·{' '}
          {dateTimeOf(one.decision.at)} {one.decision.reason}
        </p>
      )}
      {one.state === 'making' && (
        <p>
          <progress max={1} value={one.progress} /> {Math.round(one.progress * 100)}%{' '}
          <span className="muted">{t.exports.said[one.step] ?? one.step}</span>
        </p>
      )}
      {one.state === 'failed' && (
        <p role="alert" className="review-error">
          {t.exports.said[one.step] ?? one.step}
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
          {t.exports.fetched} {one.downloads.map((d) => `${d.by} ${dateTimeOf(d.at)}`).join(' · ')}
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
