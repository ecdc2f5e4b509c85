import { Modal } from 'antd'
import { useState } from 'react'
import { SHELVE_MAX_MINUTES } from '../../../server/contract/actions.ts'
import type { FindingAction, Grade, Outcome } from '../../../server/contract/views.ts'
import { useWords } from '../../i18n/language.ts'
import { shelveChoices } from './model.ts'

interface Props {
  readonly action: FindingAction
  readonly title: string
  readonly grade: Grade
  readonly busy: boolean
  readonly onCancel: () => void
  readonly onSubmit: (body: unknown) => Promise<void>
}

const outcomes = [
  'substantiated',
  'lawful-exception',
  'cleared-by-evidence',
  'sensor-fault',
  'rule-fault',
] as const satisfies readonly Outcome[]

/** The words that a step asks for. Ctrl+Enter submits. */
export const ActionForm = ({ action, title, grade, busy, onCancel, onSubmit }: Props) => {
  const t = useWords().finding
  const words = useWords()
  const offered = shelveChoices(grade, SHELVE_MAX_MINUTES)
  const [reason, setReason] = useState('')
  const [outcome, setOutcome] = useState<Outcome>()
  const [minutes, setMinutes] = useState(offered[1] ?? offered[0] ?? 15)
  const [tried, setTried] = useState(false)
  const asksOutcome = action === 'verify' || action === 'dismiss'
  const choices = action === 'dismiss' ? outcomes.filter((o) => o !== 'substantiated') : outcomes
  const problem =
    asksOutcome && outcome === undefined ? t.outcomeNeeded : reason.trim() === '' ? t.reasonNeeded : undefined

  const submit = (): void => {
    setTried(true)
    if (problem !== undefined || busy) return
    if (action === 'note') void onSubmit({ note: reason.trim() })
    else if (action === 'shelve') void onSubmit({ minutes, reason: reason.trim() })
    else if (asksOutcome) void onSubmit({ outcome, reason: reason.trim() })
    else void onSubmit({ reason: reason.trim() })
  }
  return (
    <Modal
      open
      title={title}
      okText={`${t.submit} Ctrl+↵`}
      cancelText={t.cancel}
      confirmLoading={busy}
      onOk={submit}
      onCancel={onCancel}
      destroyOnHidden
    >
      <form
        className="action-form"
        onSubmit={(e) => {
          e.preventDefault()
          submit()
        }}
        onKeyDown={(e) => e.key === 'Enter' && e.ctrlKey && submit()}
      >
        {asksOutcome && (
          <fieldset>
            <legend className="muted">{t.outcome}</legend>
            {choices.map((o) => (
              <label key={o} className={`choice ${outcome === o ? 'choice-on' : ''}`}>
                <input type="radio" name="outcome" checked={outcome === o} onChange={() => setOutcome(o)} />{' '}
                {words.outcomes[o]}
              </label>
            ))}
          </fieldset>
        )}
        {action === 'shelve' && (
          <fieldset>
            <legend className="muted">{t.duration}</legend>
            {offered.map((m) => (
              <label key={m} className={`choice ${minutes === m ? 'choice-on' : ''}`}>
                <input type="radio" name="minutes" checked={minutes === m} onChange={() => setMinutes(m)} />{' '}
                {t.minutes(m)}
              </label>
            ))}
          </fieldset>
        )}
        <label>
          <span className="muted">{action === 'note' ? t.actions.note : t.reason}</span>
          <textarea
            className="field"
            rows={4}
            maxLength={4000}
            placeholder={t.reasonHint}
            value={reason}
            // biome-ignore lint/a11y/noAutofocus: the dialog was opened to write
            autoFocus={!asksOutcome}
            onChange={(e) => setReason(e.target.value)}
          />
        </label>
        <p className="login-problem" role="alert">
          {tried ? problem : ''}
        </p>
      </form>
    </Modal>
  )
}
