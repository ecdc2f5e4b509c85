import { Modal } from 'antd'
import { useState } from 'react'
import type { RuleDetail } from '../../../server/contract/rulebook.ts'
import { readable } from '../../finding/fact.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useNow } from '../../live/use-live.ts'
import { MomentField } from '../../ui/moment-field.tsx'
import { currentValues, typedNumber } from './model.ts'
import { useUnit } from './values.tsx'

/** What is to be proposed. */
export type Asked = { readonly is: 'setting'; readonly param: string } | { readonly is: 'switch'; readonly on: boolean }

interface Props {
  readonly detail: RuleDetail
  readonly asked: Asked
  readonly onDone: () => void
  readonly onCancel: () => void
}

/** The first of two persons: which value, from when on, and why. */
export const ProposeForm = ({ detail, asked, onDone, onCancel }: Props) => {
  const t = useWords().rulebook
  const unit = useUnit()
  const now = useNow()
  const { rule } = detail
  const setting = asked.is === 'setting' ? rule.localSettings.find((s) => s.param === asked.param) : undefined
  const current = setting && currentValues(detail, now)[setting.param]
  const [value, setValue] = useState(current === undefined ? '' : String(current))
  const [standard, setStandard] = useState(false)
  const [from, setFrom] = useState<number>()
  const [reason, setReason] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const number = typedNumber(value)
  const ready = reason.trim() !== '' && (setting === undefined || standard || number !== undefined)

  const send = async (): Promise<void> => {
    if (!ready || busy) return
    setBusy(true)
    const common = { validFrom: from ?? null, reason: reason.trim() }
    const params = { id: rule.id }
    try {
      if (asked.is === 'switch')
        await request('POST /api/rules/:id/switch', { params, body: { on: asked.on, ...common } })
      else {
        const body = { param: asked.param, value: standard ? null : number, ...common }
        await request('POST /api/rules/:id/settings', { params, body })
      }
      onDone()
    } catch (error) {
      setProblem((error as Error).message)
      setBusy(false)
    }
  }
  const title = asked.is === 'setting' ? t.proposeTitle(say(setting!.title)) : asked.on ? t.switchOn : t.switchOff
  return (
    <Modal
      open
      title={title}
      okText={t.send}
      cancelText={t.cancel}
      okButtonProps={{ disabled: !ready }}
      confirmLoading={busy}
      onOk={() => void send()}
      onCancel={onCancel}
      destroyOnHidden
    >
      <form
        className="propose-form"
        onSubmit={(e) => {
          e.preventDefault()
          void send()
        }}
      >
        {setting !== undefined && (
          <div className="propose-value">
            <span className="muted">
              {t.newValue}（{t.now} {readable(setting.param, current)} {unit(setting.unit)}）
            </span>
            <label>
              <input
                className="field"
                inputMode="decimal"
                aria-label={t.newValue}
                value={value}
                disabled={standard}
                onChange={(e) => setValue(e.target.value)}
              />{' '}
              {unit(setting.unit)}
            </label>
            <label>
              <input type="checkbox" checked={standard} onChange={(e) => setStandard(e.target.checked)} /> {t.toDefault}
            </label>
          </div>
        )}
        <fieldset>
          <legend className="muted">{t.validFrom}</legend>
          <label className="choice">
            <input type="radio" name="from" checked={from === undefined} onChange={() => setFrom(undefined)} />{' '}
            {t.atOnce}
          </label>
          <label className="choice">
            <input type="radio" name="from" checked={from !== undefined} onChange={() => setFrom(now + 86_400_000)} />{' '}
            {t.atMoment}
          </label>
          {from !== undefined && <MomentField at={from} label={t.validFrom} onMoment={setFrom} />}
        </fieldset>
        <label className="propose-reason">
          <span className="muted">{t.reason}</span>
          <textarea
            className="field"
            rows={3}
            maxLength={4000}
            placeholder={t.reasonHint}
            value={reason}
            onChange={(e) => setReason(e.target.value)}
          />
        </label>
        <p className="muted">{t.twoPersons}</p>
        <p className="login-problem" role="alert">
          {problem ?? ''}
        </p>
      </form>
    </Modal>
  )
}
