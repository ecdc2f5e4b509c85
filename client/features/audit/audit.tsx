import { App, Select, Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import type { AuditView } from '../../../server/contract/views.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { csvOf, save } from '../../ui/csv.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { Message } from '../../ui/message.tsx'
import { MomentField } from '../../ui/moment-field.tsx'
import { Panel } from '../../ui/panel.tsx'
import './audit.css'
import { kindOf } from '../../i18n/kind-of.ts'
import { lineOf } from './model.ts'

const EXPORT_MAX = 10_000
const EXPORT_PAGE = 500

interface Query {
  readonly by: string
  readonly kind: string | undefined
  readonly from: number | undefined
  readonly to: number | undefined
  readonly page: number
  readonly pageSize: number
}
const first: Query = { by: '', kind: undefined, from: undefined, to: undefined, page: 1, pageSize: 100 }
const asked = (q: Query) => ({
  by: q.by.trim(),
  kind: q.kind,
  from: q.from,
  to: q.to,
  page: q.page,
  pageSize: q.pageSize,
})

/** Who looked at and did what. Looking here is recorded too. */
export const Audit = () => {
  const t = useWords()
  const [query, setQuery] = useState(first)
  const [page, again] = useRequest(`audit ${JSON.stringify(query)}`, (signal) =>
    request('GET /api/audit', { query: asked(query), signal }),
  )
  const columns: TableColumnsType<AuditView> = [
    { key: 'at', title: t.audit.columns.at, width: 170, render: (_, e) => dateTimeOf(e.at) },
    {
      key: 'by',
      title: t.audit.columns.by,
      width: 130,
      render: (_, e) => e.by ?? <span className="muted">{t.audit.system}</span>,
    },
    {
      key: 'kind',
      title: t.audit.columns.kind,
      width: 170,
      render: (_, e) => <span title={e.kind}>{kindOf(t, e.kind)}</span>,
    },
    {
      key: 'data',
      title: t.audit.columns.data,
      ellipsis: true,
      render: (_, e) => <span title={JSON.stringify(e.data)}>{lineOf(e)}</span>,
    },
    {
      key: 'seq',
      title: t.audit.columns.seq,
      width: 110,
      align: 'right',
      render: (_, e) => <span className="mono muted">#{e.seq}</span>,
    },
  ]
  const narrow = (patch: Partial<Query>): void => setQuery({ ...query, page: 1, ...patch })
  return (
    <Panel title={t.pages.audit} extra={<Export query={query} />} className="audit">
      <div className="audit-tools">
        <input
          className="field"
          type="search"
          placeholder={t.audit.by}
          aria-label={t.audit.by}
          value={query.by}
          onChange={(e) => narrow({ by: e.target.value })}
        />
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          placeholder={t.audit.kind}
          style={{ width: 190 }}
          value={query.kind}
          options={Object.entries(t.audit.kinds).map(([value, label]) => ({ value, label }))}
          onChange={(kind) => narrow({ kind })}
        />
        <span className="audit-when">
          {t.audit.from} <MomentField at={query.from} label={t.audit.from} onMoment={(from) => narrow({ from })} />
        </span>
        <span className="audit-when">
          {t.audit.to} <MomentField at={query.to} label={t.audit.to} onMoment={(to) => narrow({ to })} />
        </span>
      </div>
      {page.is === 'failed' ? (
        <Message bad title={page.error.message} action={{ label: t.failures.retry, run: again }} />
      ) : (
        <Table<AuditView>
          size="small"
          sticky
          rowKey="seq"
          loading={page.is === 'loading'}
          columns={columns}
          dataSource={[...(page.value?.items ?? [])]}
          locale={{ emptyText: <Message title={t.audit.empty} hint={t.audit.emptyHint} /> }}
          onChange={(p) => setQuery({ ...query, page: p.current ?? 1, pageSize: p.pageSize ?? 100 })}
          pagination={{
            current: query.page,
            pageSize: query.pageSize,
            total: page.value?.total ?? 0,
            showSizeChanger: true,
            pageSizeOptions: [50, 100, 200, 500],
            showTotal: t.queue.total,
          }}
          expandable={{ expandedRowRender: (e) => <pre className="hex">{JSON.stringify(e.data, null, 2)}</pre> }}
        />
      )}
    </Panel>
  )
}

const Export = ({ query }: { readonly query: Query }) => {
  const t = useWords()
  const { message } = App.useApp()
  const [done, setDone] = useState<number>()
  const run = async (): Promise<void> => {
    const rows: AuditView[] = []
    let total = 0
    try {
      for (let n = 1; rows.length < EXPORT_MAX; n++) {
        setDone(rows.length)
        const part = await request('GET /api/audit', { query: { ...asked(query), page: n, pageSize: EXPORT_PAGE } })
        rows.push(...part.items)
        total = part.total
        if (part.items.length < EXPORT_PAGE) break
      }
      const { seq, at, by, kind, data } = t.audit.columns
      const cells = rows.map((e) => [e.seq, dateTimeOf(e.at), e.by ?? '', e.kind, JSON.stringify(e.data)])
      save(`audit-${dateTimeOf(Date.now()).replace(/\D/g, '')}.csv`, csvOf([seq, at, by, kind, data], cells))
      message.success(rows.length < total ? t.queue.exportPart(rows.length, total) : t.queue.exported(rows.length))
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error))
    } finally {
      setDone(undefined)
    }
  }
  return (
    <button type="button" className="button" disabled={done !== undefined} onClick={() => void run()}>
      {t.audit.exportCsv} {done}
    </button>
  )
}
