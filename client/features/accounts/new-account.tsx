import { Modal } from 'antd'
import { useState } from 'react'
import { PASSWORD_LENGTH } from '../../../server/contract/http.ts'
import { ownUnitOnly, type Role, roles } from '../../../server/contract/roles.ts'
import type { UnitView } from '../../../server/contract/views.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'

interface Props {
  readonly units: readonly Pick<UnitView, 'id' | 'name'>[]
  readonly onClose: (changed: boolean) => void
}
const empty = { name: '', displayName: '', person: '', role: 'supervisor' as Role, unit: '', officer: '', password: '' }

export const NewAccount = ({ units, onClose }: Props) => {
  const words = useWords()
  const t = words.accounts
  const [form, setForm] = useState(empty)
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const problemNow = (): string | undefined => {
    if (!/^[A-Za-z0-9._-]{1,64}$/.test(form.name)) return t.nameHint
    if (form.displayName.trim() === '') return t.displayNameNeeded
    if (form.person.trim() === '') return t.personHint
    if (ownUnitOnly.has(form.role) && form.unit === '') return t.unitNeeded
    if (form.role === 'officer' && form.officer.trim() === '') return t.officerNeeded
    return form.password.length < PASSWORD_LENGTH.min ? t.passwordShort(PASSWORD_LENGTH.min) : undefined
  }
  const submit = async (): Promise<void> => {
    const wrong = problemNow()
    setProblem(wrong)
    if (wrong !== undefined) return
    setBusy(true)
    try {
      await request('POST /api/accounts', {
        body: { ...form, unit: form.unit || null, officer: form.role === 'officer' ? form.officer.trim() : null },
      })
      onClose(true)
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error))
      setBusy(false)
    }
  }
  const field = (key: 'name' | 'displayName' | 'person' | 'officer' | 'password', label: string, hint?: string) => (
    <label>
      {label}
      <input
        className="field"
        name={`account-${key}`}
        type={key === 'password' ? 'password' : 'text'}
        autoComplete={key === 'password' ? 'new-password' : 'off'}
        placeholder={hint}
        value={form[key]}
        onChange={(e) => setForm({ ...form, [key]: e.target.value })}
      />
    </label>
  )
  return (
    <Modal
      open
      title={t.create}
      okText={words.finding.submit}
      cancelText={words.finding.cancel}
      confirmLoading={busy}
      onOk={() => void submit()}
      onCancel={() => onClose(false)}
    >
      <form
        className="account-form"
        onSubmit={(e) => {
          e.preventDefault()
          void submit()
        }}
      >
        {field('name', t.columns.name, t.nameHint)}
        {field('displayName', t.columns.displayName)}
        {field('person', t.columns.person, t.personHint)}
        <label>
          {t.columns.role}
          <select
            className="field"
            value={form.role}
            onChange={(e) => setForm({ ...form, role: roles.find((r) => r === e.target.value) ?? form.role })}
          >
            {roles.map((r) => (
              <option key={r} value={r}>
                {words.roles[r]}
              </option>
            ))}
          </select>
        </label>
        <label>
          {t.columns.unit}
          <select className="field" value={form.unit} onChange={(e) => setForm({ ...form, unit: e.target.value })}>
            <option value="">{t.noUnit}</option>
            {units.map((u) => (
              <option key={u.id} value={u.id}>
                {say(u.name)}
              </option>
            ))}
          </select>
        </label>
        {form.role === 'officer' && field('officer', t.officerNumber)}
        {field('password', t.initialPassword)}
        <p className="account-problem" role="alert">
          {problem}
        </p>
      </form>
    </Modal>
  )
}
