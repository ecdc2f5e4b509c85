import { useState } from 'react'
import { useWords } from '../../i18n/language.ts'
import { clock } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { durationOf } from '../../ui/format.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { unitName } from '../../ui/unit-name.ts'

const spans = [1, 7, 30] as const
const DAY_MS = 86_400_000
/** Below this a share says nothing. */
const FEW = 10

/** What came of roll-calls unit by unit, with the size of what a share is a share of. Never sorted by it. */
export const Rates = () => {
  const words = useWords()
  const t = words.rollCall
  const [days, setDays] = useState<number>(7)
  const [loaded, again] = useRequest(`rates ${days}`, (signal) => {
    const to = Math.floor(clock.now(performance.now()))
    return request('GET /api/roll-call/rates', { query: { from: to - days * DAY_MS, to }, signal })
  })
  const rates = loaded.value?.rates
  return (
    <div className="call-page">
      <header className="call-top">
        {spans.map((n) => (
          <button
            key={n}
            type="button"
            className={`button ${n === days ? 'button-on' : ''}`}
            aria-pressed={n === days}
            onClick={() => setDays(n)}
          >
            {t.rates.days(n)}
          </button>
        ))}
        <span className="muted">{t.rates.hint}</span>
      </header>
      {loaded.is === 'failed' ? (
        <Message bad title={loaded.error.message} action={{ label: words.failures.retry, run: again }} />
      ) : rates === undefined ? (
        <Waiting rows={8} />
      ) : rates.length === 0 ? (
        <Message title={t.rates.none} />
      ) : (
        <table className="call-rates">
          <thead>
            <tr>
              <th>{t.rates.unit}</th>
              <th>{t.rates.cycles}</th>
              <th>{t.rates.base}</th>
              <th>{t.rates.rate}</th>
              <th>{t.states.missed}</th>
              <th>{t.history.contradicted}</th>
              <th>{t.rates.outside}</th>
              <th>{t.rates.median}</th>
            </tr>
          </thead>
          <tbody>
            {rates.map((r) => {
              const answered = r.counts.answered + r.counts['on-behalf']
              return (
                <tr key={r.unit}>
                  <td>{unitName(r.unit)}</td>
                  <td>{r.cycles}</td>
                  <td>{r.base}</td>
                  <td>
                    <b>
                      {answered}/{r.base}
                    </b>{' '}
                    {r.base >= FEW ? (
                      <span>{Math.round((answered / r.base) * 100)}%</span>
                    ) : (
                      <small className="muted">{t.rates.few}</small>
                    )}
                  </td>
                  <td>{r.counts.missed}</td>
                  <td>{r.contradicted}</td>
                  <td className="muted">
                    {(['unobservable', 'excused', 'pending'] as const)
                      .filter((s) => r.counts[s] > 0)
                      .map((s) => `${t.states[s]} ${r.counts[s]}`)
                      .join('　')}
                  </td>
                  <td>
                    {r.medianAnswerMs === null
                      ? words.none
                      : r.medianAnswerMs < 1_000
                        ? t.rates.atOnce
                        : durationOf(r.medianAnswerMs)}
                  </td>
                </tr>
              )
            })}
          </tbody>
        </table>
      )}
    </div>
  )
}
