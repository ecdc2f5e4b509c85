import { useEffect, useState } from 'react'
import { BACKTEST_MAX_DAYS, type BacktestState, type RuleDetail } from '../../../server/contract/rulebook.ts'
import { labelOf } from '../../finding/fact.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useNow } from '../../live/use-live.ts'
import { dateTimeOf, numberOf } from '../../ui/format.ts'
import { BacktestResultView } from './backtest-result.tsx'
import { backtestSpec, currentValues } from './model.ts'
import { useUnit } from './values.tsx'

/** How often a run that goes on is asked how far it has come. */
const ASK_MS = 700

/** Other values tried on the past days: the form, how far it has come, what it came to. */
export const Backtest = ({ detail }: { readonly detail: RuleDetail }) => {
  const t = useWords().rulebook.backtest
  const unit = useUnit()
  const { rule } = detail
  const current = currentValues(detail, useNow())
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({})
  const [on, setOn] = useState(!detail.state.on)
  const [days, setDays] = useState(7)
  const [state, ask, problem] = useBacktest()
  const numbers = Object.entries(current).filter(([, v]) => typeof v === 'number')
  const running = state?.is === 'running'
  const spec = backtestSpec(rule.id, typed, current, on)
  return (
    <section className="backtest">
      <h4>{t.title}</h4>
      <p className="muted">{t.hint}</p>
      <form
        className="backtest-form"
        onSubmit={(e) => {
          e.preventDefault()
          ask('POST', { rules: spec, days })
        }}
      >
        {numbers.map(([param, value]) => {
          const setting = rule.localSettings.find((s) => s.param === param)
          return (
            <label key={param}>
              <span className="muted">
                {setting ? say(setting.title) : labelOf(param)} {setting && `(${unit(setting.unit)})`}
              </span>
              <input
                className="field"
                inputMode="decimal"
                placeholder={String(value)}
                value={typed[param] ?? ''}
                onChange={(e) => setTyped({ ...typed, [param]: e.target.value })}
              />
            </label>
          )
        })}
        {!detail.state.on && (
          <label className="choice">
            <input type="checkbox" checked={on} onChange={(e) => setOn(e.target.checked)} /> {t.runOff}
          </label>
        )}
        <label>
          <span className="muted">{t.days}</span>
          <input
            className="field"
            type="number"
            min={1}
            max={BACKTEST_MAX_DAYS}
            value={days}
            onChange={(e) => setDays(Math.min(BACKTEST_MAX_DAYS, Math.max(1, Math.round(Number(e.target.value)) || 1)))}
          />
        </label>
        {running ? (
          <button type="button" className="button" onClick={() => ask('DELETE')}>
            {t.stop}
          </button>
        ) : (
          <button type="submit" className="button button-main">
            {t.run}
          </button>
        )}
      </form>
      {problem !== undefined && (
        <p className="login-problem" role="alert">
          {problem}
        </p>
      )}
      {state !== undefined && <State state={state} rule={rule.id} />}
    </section>
  )
}

const State = ({ state, rule }: { readonly state: BacktestState; readonly rule: string }) => {
  const t = useWords().rulebook.backtest
  if (state.is === 'none') return null
  const { request: asked } = state
  const other = !asked.rules.includes(rule)
  return (
    <div className="backtest-state">
      <p className="muted">
        {other && `${t.other} ${asked.rules.join(', ')} · `}
        {t.by(asked.by, dateTimeOf(asked.startedAt))} · {JSON.stringify(asked.spec)}
      </p>
      {state.is === 'running' && (
        <p role="status">
          <progress max={1} value={state.progress} />{' '}
          {t.running(numberOf(state.progress * 100), numberOf(state.entries))}
        </p>
      )}
      {state.is === 'cancelled' && <p>{t.cancelled(state.by)}</p>}
      {state.is === 'failed' && <p role="alert">{t.failed(state.problem)}</p>}
      {state.is === 'done' && !other && <BacktestResultView result={state.result} />}
    </div>
  )
}

/** The one back-test of the house, asked again while it runs. */
const useBacktest = () => {
  const [state, setState] = useState<BacktestState>()
  const [problem, setProblem] = useState<string>()
  const running = state?.is === 'running'
  useEffect(() => {
    let gone = false
    const look = (): void => {
      request('GET /api/backtest').then(
        (next) => !gone && setState(next),
        (error: Error) => !gone && setProblem(error.message),
      )
    }
    look()
    const timer = running ? setInterval(look, ASK_MS) : undefined
    return () => {
      gone = true
      clearInterval(timer)
    }
  }, [running])
  const ask = (method: 'POST' | 'DELETE', body: unknown = {}): void => {
    setProblem(undefined)
    request(`${method} /api/backtest`, { body }).then(setState, (error: Error) => setProblem(error.message))
  }
  return [state, ask, problem] as const
}
