import { App, Table } from 'antd'
import { useState } from 'react'
import type { CycleSummary } from '../../../server/contract/roll-call.ts'
import { rowStates } from '../../../server/contract/roll-call.ts'
import { say, useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { setParams } from '../../ui/location.ts'
import { Message } from '../../ui/message.tsx'
import { MomentField } from '../../ui/moment-field.tsx'
import { StateShape } from './marks.tsx'
import { saveRows } from './save-rows.ts'

/** Every roll-call there was, a page at a time from the server. */
export const History = () => {
  const words = useWords()
  const t = words.rollCall
  const { message } = App.useApp()
  const [span, setSpan] = useState<{ from?: number | undefined; to?: number | undefined }>({})
  const [unit, setUnit] = useState('')
  const [page, setPage] = useState({ page: 1, pageSize: 50 })
  const query = { ...span, unit: unit || undefined, ...page }
  const [loaded, again] = useRequest(`roll-calls ${JSON.stringify(query)}`, (signal) =>
    request('GET /api/roll-calls', { query, signal }),
  )
  const exportAll = async (): Promise<void> => {
    const { rows, truncated } = await request('GET /api/roll-call/export', {
      query: { ...span, unit: unit || undefined },
    })
    if (truncated) message.warning(t.history.truncated)
    saveRows(rows)
  }
  const fails = (e: unknown): void => void message.error(e instanceof Error ? e.message : String(e))
  return (
    <div className="call-page">
      <header className="call-top">
        <span>
          {t.history.from}{' '}
          <MomentField at={span.from} label={t.history.from} onMoment={(from) => setSpan({ ...span, from })} />
        </span>
        <span>
          {t.history.to} <MomentField at={span.to} label={t.history.to} onMoment={(to) => setSpan({ ...span, to })} />
        </span>
        <label>
          {t.history.unit}{' '}
          <select className="field" value={unit} onChange={(e) => setUnit(e.target.value)}>
            <option value="">{t.history.anyUnit}</option>
            {[...live.units.values()].map((u) => (
              <option key={u.id} value={u.id}>
                {say(u.name)}
              </option>
            ))}
          </select>
        </label>
        <span className="muted">{t.history.total(loaded.value?.total ?? 0)}</span>
        <span className="call-gap" />
        <button type="button" className="button" onClick={() => void exportAll().catch(fails)}>
          {t.actions.exportCsv}
        </button>
      </header>
      {loaded.is === 'failed' ? (
        <Message bad title={loaded.error.message} action={{ label: words.failures.retry, run: again }} />
      ) : (
        <Table<CycleSummary>
          size="small"
          rowKey={(c) => c.cycle.id}
          loading={loaded.is === 'loading'}
          dataSource={[...(loaded.value?.items ?? [])]}
          locale={{ emptyText: t.history.none }}
          onRow={(c) => ({ onClick: () => setParams({ past: c.cycle.id }), style: { cursor: 'pointer' } })}
          pagination={{
            current: page.page,
            pageSize: page.pageSize,
            total: loaded.value?.total ?? 0,
            onChange: (p, pageSize) => setPage({ page: p, pageSize }),
          }}
          columns={[
            { title: t.history.opened, render: (_, c) => dateTimeOf(c.cycle.openedAt) },
            {
              title: t.history.mode,
              render: (_, c) => `${t.modes[c.cycle.mode]} · ${c.cycle.by === 'system' ? t.bySystem : c.cycle.by}`,
            },
            ...rowStates.map((s) => ({
              title: t.states[s],
              render: (_: unknown, c: CycleSummary) =>
                c.counts[s] === 0 ? (
                  <span className="muted">0</span>
                ) : (
                  <span className={`call-count call-${s}`}>
                    <StateShape state={s} /> <b>{c.counts[s]}</b>
                  </span>
                ),
            })),
            {
              title: t.history.contradicted,
              render: (_, c) =>
                c.contradicted > 0 ? <b className="call-late">≠ {c.contradicted}</b> : <span className="muted">0</span>,
            },
            {
              title: t.history.closed,
              render: (_, c) =>
                c.cycle.closed ? `${dateTimeOf(c.cycle.closed.at)} ${t.ends[c.cycle.closed.because]}` : t.history.still,
            },
          ]}
        />
      )}
    </div>
  )
}
