import { useState } from 'react'
import type { RuleView } from '../../../server/contract/views.ts'
import { labelOf, readable } from '../../finding/fact.ts'
import { GradeBadge } from '../../finding/grade.tsx'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'
import './rules.css'

/** The rulebook as it judges: each duty with its articles, its numbers and what it cannot see. */
export const Rules = () => {
  const t = useWords()
  const [rules, again] = useRequest('rules', (signal) => request('GET /api/rules', { signal }))
  return (
    <Panel title={t.pages.rules} className="rules">
      {rules.value === undefined ? (
        rules.is === 'failed' ? (
          <Message bad title={rules.error.message} action={{ label: t.failures.retry, run: again }} />
        ) : (
          <Waiting rows={12} />
        )
      ) : rules.value.rules.length === 0 ? (
        <Message title={t.rules.empty} />
      ) : (
        rules.value.rules.map((r) => <Rule key={r.id} rule={r} />)
      )}
    </Panel>
  )
}

const Rule = ({ rule: r }: { readonly rule: RuleView }) => {
  const t = useWords()
  const [open, setOpen] = useState(false)
  return (
    <article className="rule">
      <button type="button" className="plain rule-head" aria-expanded={open} onClick={() => setOpen(!open)}>
        <span aria-hidden="true">{open ? '▾' : '▸'}</span>
        <GradeBadge grade={r.grade} />
        <b>{say(r.title)}</b>
        <span className="mono muted">{r.id}</span>
        <span className="rule-state">
          {r.shipsOff !== null && (
            <span className="chip" title={say(r.shipsOff)}>
              {t.rules.shipsOff}
            </span>
          )}
          <span className={`chip ${r.healthy ? 'chip-ok' : 'chip-warn'}`}>
            {r.healthy ? t.rules.healthy : t.rules.unhealthy}
          </span>
        </span>
      </button>
      {open && (
        <dl className="facts rule-body">
          <dt>{t.rules.articles}</dt>
          <dd>
            {r.citations.map((c) => (
              <div key={`${c.law}${c.article}${c.from}`} className="rule-article">
                《{c.law}》{c.article} <small className="muted">{t.finding.inForce(c.from, c.until)}</small>
                {c.checked === 'secondary' && <small className="chip chip-warn">{t.finding.secondary}</small>}
                <blockquote lang="zh-CN">{c.text}</blockquote>
              </div>
            ))}
          </dd>
          <dt>{t.rules.params}</dt>
          <dd>
            {r.params.map((p) => (
              <div key={p.from} className="rule-params">
                <p className="muted">{t.rules.since(p.from)}</p>
                <ul>
                  {Object.entries(p.value).map(([k, v]) => (
                    <Param key={k} name={k} value={v} setting={r.localSettings.find((s) => s.param === k)} />
                  ))}
                </ul>
              </div>
            ))}
          </dd>
          {r.shipsOff !== null && (
            <>
              <dt>{t.rules.shipsOff}</dt>
              <dd>{say(r.shipsOff)}</dd>
            </>
          )}
          <dt>{t.rules.limits}</dt>
          <dd>{say(r.limits)}</dd>
        </dl>
      )}
    </article>
  )
}

interface ParamProps {
  readonly name: string
  readonly value: unknown
  readonly setting: RuleView['localSettings'][number] | undefined
}
/** A number of the law, or one that the law leaves open and the bureau sets: the second is marked. */
const Param = ({ name, value, setting }: ParamProps) => {
  const t = useWords().rules
  return (
    <li>
      {setting === undefined ? labelOf(name) : say(setting.title)} <b>{readable(name, value)}</b>{' '}
      {setting !== undefined && (
        <>
          {setting.unit} <span className="chip">{t.local}</span>
        </>
      )}
    </li>
  )
}
