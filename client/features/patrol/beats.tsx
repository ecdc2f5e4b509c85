import { useState } from 'react'
import { type BeatRow, beatVerdicts } from '../../../server/contract/duty.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { shortOf } from '../../ui/format.ts'
import { goTo, setParams, useParam } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { unitName } from '../../ui/unit-name.ts'
import { BeatMap } from './beat-map.tsx'
import { FindingLinks } from './marks.tsx'
import { barOf } from './model.ts'
import { saveBeats } from './save.ts'
import { type Day, useRefresh } from './use-day.ts'

const PAGE = 20

/** Shifts with a beat: what was asked, what was seen, and where the cars were. */
export const Beats = ({ day, unit }: { readonly day: Day; readonly unit: string | undefined }) => {
  const t = useWords()
  const b = t.duty.beats
  const [page, setPage] = useState(1)
  const [verdict, setVerdict] = useState<string>('')
  const carrier = useParam('carrier')
  const query = { day: day.day, unit, verdict: verdict === '' ? undefined : verdict }
  const [loaded, again] = useRequest(`beats ${JSON.stringify(query)} ${page}`, (signal) =>
    request('GET /api/beats', { query: { ...query, page, pageSize: PAGE }, signal }),
  )
  useRefresh(again, day.running)
  const list = loaded.value
  const onExport = async (): Promise<void> => {
    const rows: BeatRow[] = []
    for (let n = 1; list && rows.length < list.total; n++) {
      const next = await request('GET /api/beats', { query: { ...query, page: n, pageSize: 100 } })
      rows.push(...next.items)
      if (next.items.length === 0) break
    }
    if (list) saveBeats(rows, list.from)
  }
  return (
    <section className="duty-beats" aria-label={t.duty.views.beats}>
      <div className="duty-list">
        <div className="duty-tools">
          <select
            className="field"
            aria-label={b.share}
            value={verdict}
            onChange={(e) => {
              setVerdict(e.target.value)
              setPage(1)
            }}
          >
            <option value="">{b.all}</option>
            {beatVerdicts
              .filter((v) => v !== 'ahead')
              .map((v) => (
                <option key={v} value={v}>
                  {b.verdicts[v]}
                </option>
              ))}
          </select>
          <span className="duty-gap" />
          <button type="button" className="button" disabled={!list} onClick={() => void onExport()}>
            {t.duty.export}
          </button>
          <button type="button" className="button" onClick={() => print()}>
            {t.duty.print}
          </button>
        </div>
        {list === undefined ? (
          loaded.is === 'failed' ? (
            <Message bad title={loaded.error.message} action={{ label: t.failures.retry, run: again }} />
          ) : (
            <Waiting rows={12} />
          )
        ) : list.items.length === 0 ? (
          <Message title={b.empty} hint={b.emptyHint} />
        ) : (
          <>
            <ul className="duty-rows">
              {list.items.map((row) => (
                <BeatItem
                  key={`${row.carrier} ${row.shift} ${row.startsAt}`}
                  row={row}
                  now={list.at}
                  chosen={carrier === row.carrier}
                />
              ))}
            </ul>
            <Pages page={page} total={list.total} pageSize={PAGE} onPage={setPage} />
            <p className="muted duty-note">{b.note}</p>
          </>
        )}
      </div>
      <BeatMap day={day} unit={unit} carrier={carrier} rows={list?.items ?? []} />
    </section>
  )
}

/** Back and forth through pages; hidden while there is one. */
export const Pages = ({
  page,
  total,
  pageSize,
  onPage,
}: {
  readonly page: number
  readonly total: number
  readonly pageSize: number
  readonly onPage: (page: number) => void
}) => {
  const last = Math.max(1, Math.ceil(total / pageSize))
  if (last === 1) return null
  return (
    <nav className="duty-pages">
      <button type="button" className="button" disabled={page <= 1} onClick={() => onPage(page - 1)}>
        ‹
      </button>
      {page} / {last}
      <button type="button" className="button" disabled={page >= last} onClick={() => onPage(page + 1)}>
        ›
      </button>
    </nav>
  )
}

const BeatItem = ({ row, now, chosen }: { readonly row: BeatRow; readonly now: number; readonly chosen: boolean }) => {
  const b = useWords().duty.beats
  const bar = barOf(row)
  const clock = (at: number): string => shortOf(at, now).slice(0, -3)
  return (
    <li className={`duty-beat ${chosen ? 'duty-beat-on' : ''}`}>
      <button
        type="button"
        className="plain duty-beat-head"
        aria-pressed={chosen}
        onClick={() => setParams({ carrier: chosen ? undefined : row.carrier })}
      >
        <b>{say(row.name)}</b> <small className="muted">{row.plate}</small>
        <span>{say(row.beat.name)}</span>
        <small className="muted">
          {unitName(row.unit)} · {row.crew.map((c) => c.name).join('、')} · {clock(row.startsAt)} – {clock(row.endsAt)}
        </small>
      </button>
      <div className="duty-beat-facts">
        <span className={`duty-verdict duty-verdict-${row.verdict}`}>{b.verdicts[row.verdict]}</span>
        <b>{row.sharePercent === null ? b.nothing : b.shareOf(row.sharePercent, b.minutes(row.observedMinutes))}</b>
        <span className="muted">{b.required(row.requiredPercent)}</span>
      </div>
      <div
        className="duty-bar"
        role="img"
        aria-label={`${b.inBeat} ${b.minutes(row.inBeatMinutes)}, ${b.observed} ${b.minutes(row.observedMinutes)}, ${b.duty} ${b.minutes(row.dutyMinutes)}`}
      >
        <i className="duty-bar-in" style={{ width: `${bar.inBeat}%` }} />
        <i className="duty-bar-out" style={{ width: `${bar.elsewhere}%` }} />
        <i className="duty-bar-unseen" style={{ width: `${bar.unseen}%` }} />
        <i className="duty-bar-mark" style={{ left: `${row.requiredPercent}%` }} />
      </div>
      <div className="duty-beat-facts">
        <small>
          {b.inBeat} {b.minutes(row.inBeatMinutes)} · {b.observed} {b.minutes(row.observedMinutes)} · {b.duty}{' '}
          {b.minutes(row.dutyMinutes)}
        </small>
        {row.unobservableMinutes > 0 && (
          <small className="duty-unseen">{b.unobservable(b.minutes(row.unobservableMinutes))}</small>
        )}
        {row.excusedMinutes > 0 && <small className="muted">{b.excused(b.minutes(row.excusedMinutes))}</small>}
        <button type="button" className="plain duty-link" onClick={() => goTo('situation', { unit: row.carrier })}>
          {b.track}
        </button>
      </div>
      <FindingLinks findings={row.findings} />
    </li>
  )
}
