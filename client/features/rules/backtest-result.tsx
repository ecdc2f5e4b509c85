import { useState } from 'react'
import type { BacktestResult, SampleView } from '../../../server/contract/rulebook.ts'
import type { EvidenceView } from '../../../server/contract/views.ts'
import { Entry } from '../../finding/entry.tsx'
import { labelOf, readable } from '../../finding/fact.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { dateTimeOf, durationOf, numberOf } from '../../ui/format.ts'
import { bars } from './model.ts'

const box = { width: 600, height: 80 }

/** What would have been found against what was: counts, days, the load on people, and samples to judge by. */
export const BacktestResultView = ({ result: r }: { readonly result: BacktestResult }) => {
  const t = useWords().rulebook.backtest
  const mean = (n: number | null): string => (n === null ? t.nobody : numberOf(n, 2))
  return (
    <div className="backtest-result">
      <table className="rule-values">
        <thead>
          <tr>
            <th />
            <th>{t.would}</th>
            <th>{t.made}</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              {t.counts} <small className="muted">{t.both(numberOf(r.both))}</small>
            </th>
            <td>
              <b>{numberOf(r.would)}</b>
            </td>
            <td>
              <b>{numberOf(r.made)}</b>
            </td>
          </tr>
          <tr>
            <th scope="row" title={t.loadHint}>
              {t.load} <small className="muted">{t.staffed(numberOf(r.load.operatorHours, 1))}</small>
            </th>
            <td className={(r.load.would ?? 0) > 1 ? 'load-high' : ''}>{mean(r.load.would)}</td>
            <td>{mean(r.load.made)}</td>
          </tr>
          <tr>
            <th scope="row">{t.peak}</th>
            <td>{numberOf(r.load.peakWould, 1)}</td>
            <td>{numberOf(r.load.peakMade, 1)}</td>
          </tr>
          <tr>
            <th scope="row">{t.unattended}</th>
            <td>{numberOf(r.load.unattendedWould)}</td>
            <td />
          </tr>
        </tbody>
      </table>
      <Days days={r.days} />
      <Samples samples={r.samples} />
      <p className="muted">{t.took(numberOf(r.entries), durationOf(Math.max(1000, r.tookMs)))}</p>
    </div>
  )
}

const Days = ({ days }: { readonly days: BacktestResult['days'] }) => {
  const t = useWords().rulebook.backtest
  const [would, made] = [days.map((d) => d.would), days.map((d) => d.made)]
  const highest = Math.max(1, ...would, ...made)
  return (
    <figure>
      <svg className="days" viewBox={`0 0 ${box.width} ${box.height + 16}`} role="img" aria-label={t.perDay}>
        <line x1="0" x2={box.width} y1={box.height + 0.5} y2={box.height + 0.5} />
        {[would, made].flatMap((series, s) =>
          bars(series, highest, box, s, 2).map((b, i) => (
            <rect
              key={`${s === 0 ? 'would' : 'made'} ${days[i]!.day}`}
              {...b}
              className={s === 0 ? 'bar-would' : 'bar-made'}
            >
              <title>{`${days[i]!.day} · ${s === 0 ? t.would : t.made} ${series[i]}`}</title>
            </rect>
          )),
        )}
        <text x="0" y={box.height + 13}>
          {days[0]?.day}
        </text>
        <text x={box.width} y={box.height + 13} textAnchor="end">
          {days.at(-1)?.day}
        </text>
        <text x="2" y="10">
          {highest}
        </text>
      </svg>
      <figcaption className="muted">
        <span className="key key-would" /> {t.would} <span className="key key-made" /> {t.made}
      </figcaption>
    </figure>
  )
}

const Samples = ({ samples }: { readonly samples: readonly SampleView[] }) => {
  const t = useWords().rulebook.backtest
  if (samples.length === 0) return <p className="muted">{t.noSamples}</p>
  return (
    <>
      <h5>{t.samples}</h5>
      <ul className="samples">
        {samples.map((s) => (
          <Sample key={`${s.in}${s.id}`} sample={s} />
        ))}
      </ul>
    </>
  )
}

/** One finding of the comparison; the entries behind it are asked for when somebody looks, and that is on record. */
const Sample = ({ sample: s }: { readonly sample: SampleView }) => {
  const t = useWords().rulebook.backtest
  const [entries, setEntries] = useState<readonly EvidenceView[]>()
  const [problem, setProblem] = useState<string>()
  const open = (): void => {
    if (entries !== undefined) return setEntries(undefined)
    request('GET /api/entries', { query: { seqs: s.evidence.join(',') } }).then(
      (reply) => setEntries(reply.entries),
      (error: Error) => setProblem(error.message),
    )
  }
  const facts = Object.entries(s.facts).map(([k, v]) => `${labelOf(k)} ${readable(k, v)}`)
  return (
    <li>
      <button type="button" className="plain sample" aria-expanded={entries !== undefined} onClick={open}>
        <span className={`chip sample-${s.in}`}>{t.only[s.in]}</span>
        <time>{dateTimeOf(s.since)}</time>
        <b className="mono">{s.subject}</b>
        <span className="muted sample-facts">{facts.join(' · ')}</span>
        <span className="muted">{t.entries(s.evidence.length)}</span>
      </button>
      {problem !== undefined && <p role="alert">{problem}</p>}
      {entries !== undefined && (
        <ul className="sample-entries">
          {entries.map((e) => (
            <Entry key={e.seq} entry={e} />
          ))}
        </ul>
      )}
    </li>
  )
}
