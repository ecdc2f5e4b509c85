import { useState } from 'react'
import { useWords } from '../../i18n/language.ts'
import { useMay } from '../../session/session.ts'
import { useMoment, useShownNow } from '../../time/moment.ts'
import { shortOf } from '../../ui/format.ts'
import { useKeys } from '../../ui/keys.ts'
import { setParams, useParam } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { Board } from './board.tsx'
import { CyclePage } from './cycle-page.tsx'
import { Next, Standing, StartButton } from './head.tsx'
import { History } from './history.tsx'
import { byRecency } from './model.ts'
import { Rates } from './rates.tsx'
import './roll-call.css'
import { Settings } from './settings.tsx'
import { Start } from './start.tsx'
import { rowsOf, useRollCalls } from './use-roll-call.ts'

const views = ['board', 'history', 'rates', 'settings'] as const
type View = (typeof views)[number]

/** The roll-call board, what came of earlier ones, and the settings: one page for one tired person. */
export const RollCall = () => {
  const t = useWords().rollCall
  const shown = useParam('view')
  const view = views.find((v) => v === shown) ?? 'board'
  const past = useParam('past')
  const show = (next: View): void => setParams({ view: next === 'board' ? undefined : next, past: undefined })
  useKeys({ V: () => show(views[(views.indexOf(view) + 1) % views.length]!) })
  return (
    <div className="roll-call">
      <nav className="call-views" aria-label={t.title}>
        {views.map((v) => (
          <button
            key={v}
            type="button"
            className={`button ${v === view && past === undefined ? 'button-on' : ''}`}
            aria-pressed={v === view}
            onClick={() => show(v)}
          >
            {t.views[v]}
          </button>
        ))}
        <kbd>V</kbd>
      </nav>
      {past !== undefined ? (
        <CyclePage key={past} id={past} />
      ) : view === 'board' ? (
        <Now />
      ) : view === 'history' ? (
        <History />
      ) : view === 'rates' ? (
        <Rates />
      ) : (
        <Settings />
      )}
    </div>
  )
}

const Now = () => {
  const t = useWords()
  const moment = useMoment()
  const now = useShownNow(moment)
  const works = useMay()('roll-call.work') && moment === undefined
  const { calls, error, again } = useRollCalls(moment)
  const [starting, setStarting] = useState(false)
  const wanted = useParam('cycle')
  const cycles = [...(calls?.cycles.values() ?? [])].sort(byRecency)
  const at = Math.max(
    0,
    cycles.findIndex((c) => c.id === wanted),
  )
  const cycle = cycles[at]
  const go = (by: number): void => {
    const next = cycles[Math.max(0, Math.min(cycles.length - 1, at + by))]
    if (next) setParams({ cycle: next.id })
  }
  useKeys({
    N: works ? () => setStarting(true) : undefined,
    '[': () => go(1),
    ']': () => go(-1),
  })
  if (calls === undefined)
    return error === undefined ? (
      <Waiting rows={10} />
    ) : (
      <Message bad title={error.message} action={{ label: t.failures.retry, run: again }} />
    )
  const rows = cycle ? rowsOf(calls, cycle.id) : []
  return (
    <>
      <header className="call-top">
        {moment !== undefined && <b className="call-past">{t.rollCall.replay}</b>}
        <Standing cycle={cycle} rows={rows} now={now} />
        <span className="call-gap" />
        {cycles.length > 1 && (
          <label className="call-choose">
            {t.rollCall.cycles}{' '}
            <select className="field" value={cycle?.id} onChange={(e) => setParams({ cycle: e.target.value })}>
              {cycles.map((c) => (
                <option key={c.id} value={c.id}>
                  {shortOf(c.openedAt, now)} {t.rollCall.modes[c.mode]}
                  {c.closed ? '' : ` · ${t.rollCall.open}`}
                </option>
              ))}
            </select>
            <kbd>[ ]</kbd>
          </label>
        )}
        {cycle && (
          <button type="button" className="button" onClick={() => setParams({ past: cycle.id })}>
            {t.rollCall.actions.more}
          </button>
        )}
        {moment === undefined && <Next next={calls.next} now={now} />}
        {works && <StartButton onStart={() => setStarting(true)} />}
      </header>
      {cycle ? (
        <Board
          key={cycle.id}
          cycle={cycle}
          rows={rows}
          now={now}
          past={moment !== undefined}
          starting={starting}
          onStart={setStarting}
        />
      ) : starting ? (
        <Panel title={t.rollCall.start} className="call-side">
          <Start onDone={() => setStarting(false)} />
        </Panel>
      ) : (
        <Message
          title={moment === undefined ? t.rollCall.empty : t.rollCall.emptyReplay}
          hint={moment === undefined ? t.rollCall.emptyHint : ''}
        />
      )}
    </>
  )
}
