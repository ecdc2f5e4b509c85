import { useState } from 'react'
import type { StopRow } from '../../../server/contract/duty.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { dateTimeOf, durationOf, placeOf } from '../../ui/format.ts'
import { goTo, useParam } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { unitName } from '../../ui/unit-name.ts'
import { Pages } from './beats.tsx'
import { FindingLinks } from './marks.tsx'
import { reasonWords, saveStops } from './save.ts'
import { type Day, useRefresh } from './use-day.ts'

const PAGE = 50
const choices = [5, 10, 20, 30, 60] as const

/** Where cars stood during their shifts, how long, and what tells why. */
export const Stops = ({ day, unit }: { readonly day: Day; readonly unit: string | undefined }) => {
  const t = useWords()
  const s = t.duty.stops
  const c = t.duty.columns
  const [page, setPage] = useState(1)
  const [minutes, setMinutes] = useState<number>(5)
  const carrier = useParam('carrier')
  const query = { day: day.day, unit, carrier, minutes }
  const [loaded, again] = useRequest(`stops ${JSON.stringify(query)} ${page}`, (signal) =>
    request('GET /api/beats/stops', { query: { ...query, page, pageSize: PAGE }, signal }),
  )
  useRefresh(again, day.running)
  const list = loaded.value
  const onExport = async (): Promise<void> => {
    const rows: StopRow[] = []
    for (let n = 1; list && rows.length < list.total; n++) {
      const next = await request('GET /api/beats/stops', { query: { ...query, page: n, pageSize: 500 } })
      rows.push(...next.items)
      if (next.items.length === 0) break
    }
    if (list) saveStops(rows, list.from)
  }
  return (
    <section className="duty-board" aria-label={t.duty.views.stops}>
      <div className="duty-tools">
        <label>
          {s.least}{' '}
          <select
            className="field"
            value={minutes}
            onChange={(e) => {
              setMinutes(Number(e.target.value))
              setPage(1)
            }}
          >
            {choices.map((m) => (
              <option key={m} value={m}>
                {t.duty.beats.minutes(m)}
              </option>
            ))}
          </select>
        </label>
        {list && list.limitMinutes > 0 && <span className="muted">{s.over(list.limitMinutes)}</span>}
        {list?.truncated && <span className="duty-bad">{s.truncated}</span>}
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
        <Message title={s.empty} hint={s.emptyHint} />
      ) : (
        <div className="duty-units">
          <table className="duty-table duty-stops">
            <thead>
              <tr>
                <th>{c.carrier}</th>
                <th>{t.duty.unit}</th>
                <th>{s.from}</th>
                <th>{s.to}</th>
                <th>{s.long}</th>
                <th>{s.place}</th>
                <th>{s.why}</th>
              </tr>
            </thead>
            <tbody>
              {list.items.map((row) => (
                <StopLine key={row.id} row={row} limitMinutes={list.limitMinutes} />
              ))}
            </tbody>
          </table>
          <Pages page={page} total={list.total} pageSize={PAGE} onPage={setPage} />
        </div>
      )}
    </section>
  )
}

const StopLine = ({ row, limitMinutes }: { readonly row: StopRow; readonly limitMinutes: number }) => {
  const s = useWords().duty.stops
  const long = row.to - row.from > limitMinutes * 60_000
  const bare = row.reasons.every((r) => r.is === 'none' || r.is === 'finding')
  return (
    <tr>
      <td>
        <button type="button" className="plain duty-link" onClick={() => goTo('situation', { unit: row.carrier })}>
          {say(row.name)}
        </button>{' '}
        <small className="muted">{row.plate}</small>
      </td>
      <td>{unitName(row.unit)}</td>
      <td className="duty-when">{dateTimeOf(row.from)}</td>
      <td className="duty-when">{dateTimeOf(row.to)}</td>
      <td className={long && bare ? 'duty-bad duty-when' : 'duty-when'}>{durationOf(row.to - row.from)}</td>
      <td>
        {row.zone && say(row.zone)}{' '}
        {row.inBeat !== null && <small className="muted">{row.inBeat ? s.inBeat : s.outside}</small>}{' '}
        <small className="muted mono">{placeOf(row.place)}</small>
      </td>
      <td>
        {row.reasons.map((r) =>
          r.is === 'finding' ? (
            <FindingLinks key={r.finding.id} findings={[r.finding]} />
          ) : (
            <span key={reasonWords(r)} className={r.is === 'none' ? 'muted' : 'duty-away'}>
              {reasonWords(r)}
            </span>
          ),
        )}
      </td>
    </tr>
  )
}
