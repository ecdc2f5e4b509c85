import { useState } from 'react'
import type { LookRate, LookResult } from '../../../server/contract/video-patrol.ts'
import { say, useWords } from '../../i18n/language.ts'
import { clock, live } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { shareOf } from './model.ts'
import { saveRates } from './save.ts'

const spans = [1, 7, 30] as const
const DAY_MS = 86_400_000

/** What was seen unit by unit, each figure of how many. Never sorted by it. */
export const Rates = () => {
  const words = useWords()
  const t = words.videoPatrol
  const [days, setDays] = useState<number>(30)
  const [loaded, again] = useRequest(`look rates ${days}`, (signal) => {
    const to = Math.floor(clock.now(performance.now()))
    return request('GET /api/looks/rates', { query: { from: to - days * DAY_MS, to }, signal })
  })
  const rates = loaded.value?.rates
  return (
    <section className="panel looks-table-panel" aria-label={t.views.rates}>
      <div className="looks-tools">
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
        <span className="looks-gap muted">{t.rates.hint}</span>
        <button type="button" className="button" disabled={!rates?.length} onClick={() => rates && saveRates(rates)}>
          {t.export}
        </button>
        <button type="button" className="button" onClick={() => print()}>
          {t.print}
        </button>
      </div>
      {loaded.is === 'failed' ? (
        <Message bad title={loaded.error.message} action={{ label: words.failures.retry, run: again }} />
      ) : rates === undefined ? (
        <Waiting rows={8} />
      ) : rates.length === 0 ? (
        <Message title={t.rates.none} />
      ) : (
        <div className="looks-scroll">
          <table className="looks-table">
            <thead>
              <tr>
                <th>{t.rates.unit}</th>
                <th>{t.rates.cameras}</th>
                <th>{t.rates.looks}</th>
                <th>{t.rates.good}</th>
                <th>{t.rates.bad}</th>
                <th>{t.rates.cannotSee}</th>
                <th>{t.rates.corrected}</th>
              </tr>
            </thead>
            <tbody>
              {rates.map((r) => (
                <RateLine key={r.unit} rate={r} />
              ))}
            </tbody>
          </table>
        </div>
      )}
    </section>
  )
}

const RateLine = ({ rate: r }: { readonly rate: LookRate }) => {
  const t = useWords().videoPatrol
  const unit = live.units.get(r.unit)
  const wrong = Object.entries(r.results) as [LookResult, number][]
  return (
    <tr>
      <td>{unit ? say(unit.name) : r.unit}</td>
      <td className="looks-when">{shareOf(r.camerasSeen, r.cameras)}</td>
      <td className="looks-when">{r.looks}</td>
      <td className="looks-when">{shareOf(r.good, r.seen)}</td>
      <td>
        {wrong.map(([result, n]) => (
          <span key={result} className="looks-wrong looks-count">
            {t.results[result]} {shareOf(n, r.seen)}
          </span>
        ))}
      </td>
      <td className={r.cannotSee > 0 ? 'looks-unseen looks-when' : 'looks-when'}>{shareOf(r.cannotSee, r.looks)}</td>
      <td className="looks-when">{r.corrected}</td>
    </tr>
  )
}
