import { Modal } from 'antd'
import { useState } from 'react'
import { PASSWORD_LENGTH } from '../../../server/contract/http.ts'
import type { AccountView } from '../../../server/contract/views.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { grouped } from './model.ts'

export interface Task {
  readonly is: 'password' | 'second-factor' | 'disable'
  readonly account: AccountView
}
interface Props {
  readonly task: Task
  readonly onClose: (changed: boolean) => void
}

/** One change of one account; a secret that was made is shown until the dialog is closed, and never again. */
export const AccountDialog = ({ task: { is, account }, onClose }: Props) => {
  const words = useWords()
  const t = words.accounts
  const [text, setText] = useState('')
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const [enrolment, setEnrolment] = useState<{ secret: string; uri: string }>()
  const params = { id: account.name }
  const titles = {
    password: t.resetPassword,
    'second-factor': account.secondFactor ? t.factorOff : t.factorOn,
    disable: t.disable,
  }

  const change = async (): Promise<void> => {
    if (is === 'password') {
      await request('POST /api/accounts/:id/password', { params, body: { password: text } })
    } else if (is === 'disable') {
      await request('POST /api/accounts/:id/disable', { params, body: { reason: text.trim() } })
    } else {
      const on = !account.secondFactor
      const reply = await request('POST /api/accounts/:id/second-factor', { params, body: { on } })
      if (reply.enrolment !== null) return setEnrolment(reply.enrolment)
    }
    onClose(true)
  }
  const submit = async (): Promise<void> => {
    if (enrolment !== undefined) return onClose(true)
    if (is === 'password' && text.length < PASSWORD_LENGTH.min) return setProblem(t.passwordShort(PASSWORD_LENGTH.min))
    if (is === 'disable' && text.trim() === '') return setProblem(words.finding.reasonNeeded)
    setBusy(true)
    try {
      await change()
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
    } finally {
      setBusy(false)
    }
  }
  return (
    <Modal
      open
      title={`${titles[is]}　${account.name}`}
      okText={enrolment === undefined ? words.finding.submit : t.noted}
      cancelText={words.finding.cancel}
      cancelButtonProps={enrolment === undefined ? {} : { style: { display: 'none' } }}
      confirmLoading={busy}
      onOk={() => void submit()}
      onCancel={() => onClose(enrolment !== undefined)}
    >
      <form
        className="account-form"
        onSubmit={(e) => {
          e.preventDefault()
          void submit()
        }}
      >
        {is === 'password' && (
          <label>
            {t.newPassword}
            <input
              className="field"
              type="password"
              autoComplete="new-password"
              value={text}
              onChange={(e) => setText(e.target.value)}
            />
            <span className="muted">{t.sessionsEnd}</span>
          </label>
        )}
        {is === 'disable' && (
          <label>
            {words.finding.reason}
            <textarea className="field" rows={3} value={text} onChange={(e) => setText(e.target.value)} />
            <span className="muted">{t.sessionsEnd}</span>
          </label>
        )}
        {is === 'second-factor' &&
          (enrolment === undefined ? (
            <p>{account.secondFactor ? t.factorOffHint : t.factorOnHint}</p>
          ) : (
            <div role="status">
              {t.secretOnce}
              <code className="account-secret">{grouped(enrolment.secret)}</code>
              <span className="muted mono account-uri">{enrolment.uri}</span>
            </div>
          ))}
        <p className="account-problem" role="alert">
          {problem}
        </p>
      </form>
    </Modal>
  )
}
