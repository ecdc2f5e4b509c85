import type { StepView } from '../../../server/contract/views.ts'
import { labelOf, readable } from '../../finding/fact.ts'
import { useWords } from '../../i18n/language.ts'
import { dateTimeOf } from '../../ui/format.ts'

const quiet = new Set(['evidence', 'facts', 'finding', 'by'])

/** Everything that happened to a finding, oldest first: who, when, what, and the words they gave. */
export const Steps = ({ steps }: { readonly steps: readonly StepView[] }) => {
  const t = useWords()
  if (steps.length === 0) return <p className="muted">{t.finding.noHistory}</p>
  const words: Readonly<Record<string, string>> = { ...t.audit.kinds, ...t.finding.events }
  return (
    <ol className="steps">
      {steps.map((s) => (
        <li key={s.seq}>
          <time>{dateTimeOf(s.at)}</time>
          <b>{words[s.what] ?? words[`finding.${s.what}`] ?? s.what}</b>
          <span>{s.by === 'system' ? t.audit.system : s.by}</span>
          <span className="steps-detail">
            {Object.entries(s.detail)
              .filter(([k, v]) => !quiet.has(k) && v !== null && v !== '')
              .map(([k, v]) => (
                <Detail key={k} name={k} value={v} />
              ))}
          </span>
        </li>
      ))}
    </ol>
  )
}

const Detail = ({ name, value }: { readonly name: string; readonly value: unknown }) => {
  const t = useWords()
  if (name === 'reason' || name === 'note') return <q>{String(value)}</q>
  const outcomes: Readonly<Record<string, string>> = t.outcomes
  if (name === 'outcome') return <span className="chip">{outcomes[String(value)] ?? String(value)}</span>
  return (
    <span className="muted">
      {labelOf(name)} {readable(name, value)}
    </span>
  )
}
