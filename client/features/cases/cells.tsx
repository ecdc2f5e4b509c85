import type { CaseFinding } from '../../../server/contract/casework.ts'
import type { DeadlineView } from '../../../server/contract/custody.ts'
import { say, useWords } from '../../i18n/language.ts'
import { dateTimeOf, durationOf } from '../../ui/format.ts'
import { goTo } from '../../ui/location.ts'
import { turnOf } from './model.ts'

/** What runs out next: how long is left, of what, and when. */
export const NextClock = ({ next, now }: { readonly next: DeadlineView | null; readonly now: number }) => {
  const t = useWords().cases
  if (next === null) return <span className="muted">{t.noClock}</span>
  const turn = turnOf(next, now)
  return (
    <span className={`case-clock case-clock-${turn}`}>
      <b>{turn === 'over' ? t.over : t.left(durationOf(next.dueAt - now))}</b> {say(next.title)}
      <small className="muted"> {dateTimeOf(next.dueAt)}</small>
    </span>
  )
}

/** Active findings: the shape of the grade, the duty, one click to the card. */
export const Leads = ({ findings }: { readonly findings: readonly CaseFinding[] }) => (
  <span className="case-leads">
    {findings.map((f) => (
      <button
        key={f.id}
        type="button"
        className={`plain case-lead case-lead-${f.grade}`}
        onClick={() => goTo('findings', { finding: f.id })}
      >
        {f.grade} · {say(f.title)}
      </button>
    ))}
  </span>
)
