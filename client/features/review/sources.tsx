import { useState } from 'react'
import { MOST_SOURCES, type ReviewView } from '../../../server/contract/reviews.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { MomentField } from '../../ui/moment-field.tsx'

/** Which pictures, and over which time: suggested by place, people and time, chosen by a person. */
export const Sources = ({
  review,
  onDone,
}: {
  readonly review: ReviewView
  readonly onDone: (changed: boolean) => void
}) => {
  const t = useWords().review
  const [all] = useRequest('review sources', (signal) => request('GET /api/video/sources', { signal }))
  const [chosen, setChosen] = useState<readonly string[]>(review.sources)
  const [from, setFrom] = useState<number | undefined>(review.from)
  const [to, setTo] = useState<number | undefined>(review.to)
  const [find, setFind] = useState('')
  const [error, setError] = useState<string>()
  const [busy, setBusy] = useState(false)
  const suggested = new Set(review.suggestions.map((s) => s.source.id))
  const others = (all.value?.sources ?? []).filter(
    (s) =>
      !suggested.has(s.id) &&
      (find === '' || `${say(s.name)} ${s.unit} ${s.id}`.toLowerCase().includes(find.toLowerCase())),
  )
  const toggle = (id: string): void =>
    setChosen((held) => (held.includes(id) ? held.filter((s) => s !== id) : [...held, id].slice(0, MOST_SOURCES)))
  const save = async (): Promise<void> => {
    setBusy(true)
    setError(undefined)
    try {
      await request('PUT /api/reviews/:id', { params: { id: review.id }, body: { from, to, sources: chosen } })
      onDone(true)
    } catch (e) {
      setError(e instanceof Error ? e.message : String(e))
      setBusy(false)
    }
  }
  const row = (id: string, name: string, because: string, covered: number | null) => (
    <label key={id} className="source-row">
      <input
        type="checkbox"
        checked={chosen.includes(id)}
        disabled={!chosen.includes(id) && chosen.length >= MOST_SOURCES}
        onChange={() => toggle(id)}
      />
      <b>{name}</b>
      <span className="muted">{because}</span>
      {covered !== null && <span className={covered < 0.99 ? 'chip chip-warn' : 'chip'}>{t.covered(covered)}</span>}
    </label>
  )
  return (
    <div className="review-sources panel" role="dialog" aria-label={t.chooseSources}>
      <h2>
        {t.chooseSources} <small className="muted">{t.atMost(chosen.length, MOST_SOURCES)}</small>
      </h2>
      <div className="review-range">
        <MomentField at={from} label={t.from} onMoment={setFrom} />
        <span>—</span>
        <MomentField at={to} label={t.to} onMoment={setTo} />
      </div>
      <div className="source-list">
        {review.suggestions.length > 0 && <h3>{t.suggested}</h3>}
        {review.suggestions.map(({ source, because, distanceM, covered }) =>
          row(
            source.id,
            say(source.name),
            [say(because), distanceM !== null && t.metres(distanceM)].filter(Boolean).join(' · '),
            covered,
          ),
        )}
        <h3>{t.others}</h3>
        <input
          className="field"
          placeholder={t.find}
          aria-label={t.find}
          value={find}
          onChange={(e) => setFind(e.target.value)}
        />
        {all.is === 'failed' && <p role="alert">{all.error.message}</p>}
        {others.slice(0, 200).map((s) => row(s.id, say(s.name), t.areas[s.area], null))}
        {all.is === 'ready' && others.length === 0 && <p className="muted">{t.nothing}</p>}
      </div>
      {error !== undefined && (
        <p role="alert" className="review-error">
          {error}
        </p>
      )}
      <footer>
        <button
          type="button"
          className="button button-main"
          disabled={busy || from === undefined || to === undefined || to <= from}
          onClick={() => void save()}
        >
          {t.take}
        </button>
        <button type="button" className="button" onClick={() => onDone(false)}>
          {t.cancel}
        </button>
      </footer>
    </div>
  )
}
