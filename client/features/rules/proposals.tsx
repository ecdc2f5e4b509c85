import { useState } from 'react'
import type { Role } from '../../../server/contract/roles.ts'
import type { ProposalView, RuleDetail } from '../../../server/contract/rulebook.ts'
import { readable } from '../../finding/fact.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useMay } from '../../session/session.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { useUnit } from './values.tsx'

/** Who set what, why, and since when; what waits for the second person can be decided here. */
export const Proposals = ({ detail, onChanged }: { readonly detail: RuleDetail; readonly onChanged: () => void }) => {
  const t = useWords().rulebook
  return (
    <section>
      <h4>{t.history}</h4>
      {detail.proposals.length === 0 ? (
        <p className="muted">{t.noHistory}</p>
      ) : (
        <ol className="proposals">
          {[...detail.proposals].reverse().map((p) => (
            <Proposal key={p.id} proposal={p} rule={detail.rule} onChanged={onChanged} />
          ))}
        </ol>
      )}
    </section>
  )
}

interface Props {
  readonly proposal: ProposalView
  readonly rule: RuleDetail['rule']
  readonly onChanged: () => void
}

const Proposal = ({ proposal: p, rule, onChanged }: Props) => {
  const words = useWords()
  const t = words.rulebook
  const may = useMay()
  const unit = useUnit()
  const [problem, setProblem] = useState<string>()
  const [refusal, setRefusal] = useState<string>()
  const roleOf = (role: string): string => words.roles[role as Role] ?? role
  const what = (): string => {
    if (p.change.is === 'switch') return p.change.on ? t.switchOn : t.switchOff
    const { param, value } = p.change
    const setting = rule.localSettings.find((s) => s.param === param)
    const shown = value === null ? t.theDefault : `${readable(param, value)} ${setting ? unit(setting.unit) : ''}`
    return t.setTo(setting ? say(setting.title) : param, shown)
  }
  const decide = async (how: 'confirm' | 'refuse'): Promise<void> => {
    try {
      const params = { id: p.id }
      if (how === 'confirm') await request('POST /api/proposals/:id/confirm', { params, body: {} })
      else await request('POST /api/proposals/:id/refuse', { params, body: { reason: refusal } })
      onChanged()
    } catch (error) {
      setProblem((error as Error).message)
    }
  }
  const { decision } = p
  return (
    <li className={decision === null ? 'proposal-waiting' : decision.agreed ? '' : 'proposal-refused'}>
      <p>
        <b>{what()}</b>
        {decision === null && <span className="chip chip-warn">{t.pending}</span>}
        {decision?.agreed && (
          <span className="chip chip-ok">{t.effective(dateTimeOf(decision.from ?? decision.at))}</span>
        )}
      </p>
      <p className="muted">
        <time>{dateTimeOf(p.at)}</time> {t.proposedBy(p.by, roleOf(p.role))} · {t.asksFor(dateTimeOf(p.validFrom))}
      </p>
      <p>{p.reason}</p>
      {decision !== null && (
        <p className="muted">
          <time>{dateTimeOf(decision.at)}</time>{' '}
          {(decision.agreed ? t.confirmedBy : t.refusedBy)(decision.by, roleOf(decision.role))}
          {decision.reason !== null && `：${decision.reason}`}
        </p>
      )}
      {decision === null && may('rules.confirm') && (
        <div className="proposal-decide">
          <button type="button" className="button button-main button-small" onClick={() => void decide('confirm')}>
            {t.confirm}
          </button>
          <input
            className="field"
            placeholder={t.refuseReason}
            aria-label={t.refuseReason}
            value={refusal ?? ''}
            onChange={(e) => setRefusal(e.target.value)}
          />
          <button
            type="button"
            className="button button-small"
            disabled={(refusal ?? '').trim() === ''}
            onClick={() => void decide('refuse')}
          >
            {t.refuse}
          </button>
        </div>
      )}
      {problem !== undefined && (
        <p className="login-problem" role="alert">
          {problem}
        </p>
      )}
    </li>
  )
}
