import { Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { AccountView } from '../../../server/contract/views.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { useUser } from '../../session/session.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'
import './accounts.css'
import { AccountDialog, type Task } from './dialog.tsx'
import { listed } from './model.ts'
import { NewAccount } from './new-account.tsx'

/** Who may enter, as what; the security administrator's one page. */
export const Accounts = () => {
  const t = useWords()
  const [text, setText] = useState('')
  const [task, setTask] = useState<Task | 'create'>()
  const [state, again] = useRequest('accounts', (signal) => request('GET /api/accounts', { signal }))
  const units = state.value?.units ?? []
  const unitName = (id: string | null): string => {
    const unit = units.find((u) => u.id === id)
    return unit === undefined ? (id ?? '—') : say(unit.name)
  }
  const columns = useColumns(unitName, setTask)
  const close = (changed: boolean): void => {
    setTask(undefined)
    if (changed) again()
  }
  const tools = (
    <span className="account-tools">
      <input
        className="field"
        type="search"
        placeholder={t.accounts.search}
        aria-label={t.accounts.search}
        value={text}
        onChange={(e) => setText(e.target.value)}
      />
      <button type="button" className="button button-main" onClick={() => setTask('create')}>
        {t.accounts.create}
      </button>
    </span>
  )
  return (
    <Panel title={t.pages.accounts} extra={tools} className="accounts">
      {state.value === undefined ? (
        state.is === 'failed' ? (
          <Message bad title={state.error.message} action={{ label: t.failures.retry, run: again }} />
        ) : (
          <Waiting rows={10} />
        )
      ) : (
        <Table<AccountView>
          size="small"
          sticky
          rowKey="name"
          columns={columns}
          dataSource={[...listed(state.value.accounts, text)]}
          rowClassName={(a) => (a.disabledAt === null ? '' : 'account-off')}
          pagination={{ pageSize: 50, hideOnSinglePage: true }}
          locale={{ emptyText: <Message title={t.accounts.empty} /> }}
          scroll={{ x: 1100 }}
        />
      )}
      {task === 'create' && <NewAccount units={units} onClose={close} />}
      {task !== undefined && task !== 'create' && <AccountDialog task={task} onClose={close} />}
    </Panel>
  )
}

const useColumns = (
  unitName: (id: string | null) => string,
  open: (task: Task) => void,
): TableColumnsType<AccountView> => {
  const words = useWords()
  const t = words.accounts
  const me = useUser().name
  const action = (what: Task['is'], account: AccountView, label: string) => (
    <button type="button" className="button button-small" onClick={() => open({ is: what, account })}>
      {label}
    </button>
  )
  return [
    { key: 'name', width: 150, title: t.columns.name, render: (_, a) => <b className="mono">{a.name}</b> },
    { key: 'displayName', width: 140, title: t.columns.displayName, render: (_, a) => a.displayName },
    { key: 'person', width: 130, title: t.columns.person, render: (_, a) => <span className="mono">{a.person}</span> },
    { key: 'role', width: 160, title: t.columns.role, render: (_, a) => words.roles[a.role] },
    { key: 'unit', title: t.columns.unit, render: (_, a) => unitName(a.unit) },
    {
      key: 'state',
      width: 150,
      title: t.columns.state,
      render: (_, a) =>
        a.disabledAt === null ? (
          <span className="chip">{t.enabled}</span>
        ) : (
          <span className="chip chip-warn" title={dateTimeOf(a.disabledAt)}>
            {t.disabled}
          </span>
        ),
    },
    { key: 'factor', width: 110, title: t.columns.secondFactor, render: (_, a) => (a.secondFactor ? t.on : t.off) },
    {
      key: 'login',
      width: 170,
      title: t.columns.lastLogin,
      render: (_, a) => (a.lastLoginAt === null ? '—' : dateTimeOf(a.lastLoginAt)),
    },
    {
      key: 'actions',
      width: 300,
      title: t.columns.actions,
      render: (_, a) =>
        a.disabledAt === null && (
          <span className="account-actions">
            {action('password', a, t.resetPassword)}
            {action('second-factor', a, a.secondFactor ? t.factorOff : t.factorOn)}
            {a.name !== me && action('disable', a, t.disable)}
          </span>
        ),
    },
  ]
}
