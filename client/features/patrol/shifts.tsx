import { useState } from 'react'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { useKeys } from '../../ui/keys.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { countedStates, countsOf, onlyOpen } from './model.ts'
import { saveBoard } from './save.ts'
import { UnitCard } from './unit-card.tsx'
import { type Day, useRefresh } from './use-day.ts'

/** The day's roster, unit by unit, with what tells whether people are there. */
export const Shifts = ({ day, unit }: { readonly day: Day; readonly unit: string | undefined }) => {
  const t = useWords()
  const [open, setOpen] = useState(false)
  const [loaded, again] = useRequest(`shifts ${day.day} ${day.at ?? 'now'}`, (signal) =>
    request('GET /api/shifts', { query: { day: day.day, at: day.at }, signal }),
  )
  useRefresh(again, day.running)
  useKeys({ O: () => setOpen(!open) })
  const board = loaded.value
  if (board === undefined)
    return loaded.is === 'failed' ? (
      <Message bad title={loaded.error.message} action={{ label: t.failures.retry, run: again }} />
    ) : (
      <Waiting rows={14} />
    )
  const mine = board.units.filter((u) => unit === undefined || u.unit === unit)
  const shown = open ? onlyOpen({ ...board, units: mine }) : mine
  const counts = countsOf(mine)
  return (
    <section className="duty-board" aria-label={t.duty.views.shifts}>
      <div className="duty-tools">
        {countedStates.map((s) => (
          <span
            key={s}
            className={`duty-count duty-state-${s} ${counts[s] === 0 ? 'duty-zero' : ''}`}
            title={t.duty.stateHints[s]}
          >
            {t.duty.counts[s](counts[s])}
          </span>
        ))}
        <label>
          <input type="checkbox" checked={open} onChange={(e) => setOpen(e.target.checked)} /> {t.duty.onlyOpen}{' '}
          <kbd>O</kbd>
        </label>
        <span className="duty-gap" />
        {loaded.is === 'failed' && <span className="duty-failed">{loaded.error.message}</span>}
        <span className="muted">
          {t.duty.asOf} {dateTimeOf(board.at)}
        </span>
        <button type="button" className="button" onClick={() => saveBoard(board, shown)}>
          {t.duty.export}
        </button>
        <button type="button" className="button" onClick={() => print()}>
          {t.duty.print}
        </button>
      </div>
      {shown.length === 0 ? (
        <Message title={t.duty.empty} hint={t.duty.emptyHint} />
      ) : (
        <div className="duty-units">
          {shown.map((u) => (
            <UnitCard key={u.unit} shift={u} at={board.at} />
          ))}
        </div>
      )}
    </section>
  )
}
