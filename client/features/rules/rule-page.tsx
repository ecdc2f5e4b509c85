import { useState } from 'react'
import type { RuleDetail } from '../../../server/contract/rulebook.ts'
import { GradeBadge } from '../../finding/grade.tsx'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { useMay } from '../../session/session.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Articles } from './articles.tsx'
import { Backtest } from './backtest.tsx'
import { DaysChart } from './days-chart.tsx'
import { Proposals } from './proposals.tsx'
import { type Asked, ProposeForm } from './propose-form.tsx'
import { Values } from './values.tsx'

/** One rule: what duty, which articles, with which numbers, what it cannot see, how it fares, and what was set by whom. */
export const RulePage = ({ id, onChanged }: { readonly id: string; readonly onChanged: () => void }) => {
  const t = useWords()
  const [loaded, again] = useRequest(`rule ${id}`, (signal) =>
    request('GET /api/rules/:id', { params: { id }, signal }),
  )
  if (loaded.value === undefined)
    return loaded.is === 'failed' ? (
      <Message bad title={loaded.error.message} action={{ label: t.failures.retry, run: again }} />
    ) : (
      <Waiting rows={10} />
    )
  const changed = (): void => {
    again()
    onChanged()
  }
  return <Page detail={loaded.value} onChanged={changed} />
}

const Page = ({ detail, onChanged }: { readonly detail: RuleDetail; readonly onChanged: () => void }) => {
  const t = useWords().rulebook
  const may = useMay()
  const [asked, setAsked] = useState<Asked>()
  const { rule, state } = detail
  return (
    <article className="rule-page">
      <header className="rule-title">
        <GradeBadge grade={rule.grade} />
        <h3>{say(rule.title)}</h3>
        <span className="mono muted">{rule.id}</span>
        <span className="rule-marks">
          <span className={`chip ${state.on ? 'chip-ok' : ''}`}>{state.on ? t.on : t.off}</span>
          <span className={`chip ${rule.healthy ? 'chip-ok' : 'chip-warn'}`}>
            {rule.healthy ? t.healthy : t.unhealthy}
          </span>
          {may('rules.propose') && (
            <button
              type="button"
              className="button button-small"
              onClick={() => setAsked({ is: 'switch', on: !state.on })}
            >
              {state.on ? t.proposeOff : t.proposeOn}
            </button>
          )}
        </span>
      </header>
      {rule.shipsOff !== null && (
        <p className="rule-ships-off">
          <b>{t.shipsOff}</b>
          {say(rule.shipsOff)}
        </p>
      )}
      <Articles rule={rule} />
      <Values
        detail={detail}
        onPropose={may('rules.propose') ? (param) => setAsked({ is: 'setting', param }) : undefined}
      />
      <section>
        <h4>{useWords().rules.limits}</h4>
        <p>{say(rule.limits)}</p>
      </section>
      <DaysChart days={detail.days} />
      <Proposals detail={detail} onChanged={onChanged} />
      {may('rules.try') && <Backtest detail={detail} />}
      {asked !== undefined && (
        <ProposeForm
          detail={detail}
          asked={asked}
          onDone={() => {
            setAsked(undefined)
            onChanged()
          }}
          onCancel={() => setAsked(undefined)}
        />
      )}
    </article>
  )
}
