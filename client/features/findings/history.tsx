import { App, Select, Table } from 'antd'
import type { Key } from 'react'
import { useState } from 'react'
import type { FindingStatus, FindingView, Grade } from '../../../server/contract/views.ts'
import { grades } from '../../finding/grade.tsx'
import { say, useWords } from '../../i18n/language.ts'
import { live } from '../../live/feed.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { csvOf, save } from '../../ui/csv.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { setParams, useParam } from '../../ui/location.ts'
import { Message } from '../../ui/message.tsx'
import { createPreference } from '../../ui/preference.ts'
import { useValue } from '../../ui/subscribable.ts'
import { type ColumnId, cellsOf, columnIds, useColumns } from './history-columns.tsx'

/** An export is cut here and says so: what is longer should be narrowed, not scrolled. */
const EXPORT_MAX = 5_000
const EXPORT_PAGE = 500

const columnsChosen = createPreference<readonly ColumnId[]>(
  'finding-columns',
  columnIds.filter((c) => c !== 'openedAt'),
  (x): x is readonly ColumnId[] => Array.isArray(x) && x.length > 0 && x.every((c) => columnIds.includes(c)),
)

const statuses = [
  'new',
  'acknowledged',
  'shelved',
  'dismissal-proposed',
  'verified',
  'dismissed',
  'closed',
] as const satisfies readonly FindingStatus[]

interface Query {
  readonly status: readonly FindingStatus[]
  readonly grade: readonly Grade[]
  readonly unit: string | undefined
  readonly active: string | undefined
  readonly sort: string
  readonly page: number
  readonly pageSize: number
}
const first: Query = {
  status: [],
  grade: [],
  unit: undefined,
  active: undefined,
  sort: '-openedAt',
  page: 1,
  pageSize: 50,
}

const queryOf = (q: Query) => ({ ...q, status: q.status.join(','), grade: q.grade.join(',') })

/** Every finding there ever was, a page at a time from the server. */
export const History = () => {
  const t = useWords()
  const { message } = App.useApp()
  const chosen = useParam('finding')
  const visible = useValue(columnsChosen)
  const [query, setQuery] = useState(first)
  const [exporting, setExporting] = useState<number>()
  const [page, again] = useRequest(`findings ${JSON.stringify(query)}`, (signal) =>
    request('GET /api/findings', { query: queryOf(query), signal }),
  )
  const columns = useColumns(visible, query.sort)
  const narrow = (patch: Partial<Query>): void => setQuery({ ...query, page: 1, ...patch })

  const exportCsv = async (): Promise<void> => {
    const rows: FindingView[] = []
    let total = 0
    try {
      for (let n = 1; rows.length < EXPORT_MAX; n++) {
        setExporting(rows.length)
        const part = await request('GET /api/findings', {
          query: { ...queryOf(query), page: n, pageSize: EXPORT_PAGE },
        })
        rows.push(...part.items)
        total = part.total
        if (part.items.length < EXPORT_PAGE) break
      }
      const header = columnIds.map((c) => t.queue.columns[c])
      save(
        `findings-${dateTimeOf(Date.now()).replace(/\D/g, '')}.csv`,
        csvOf(
          header,
          rows.map((f) => columnIds.map((c) => cellsOf(t, f, live)[c])),
        ),
      )
      message.success(rows.length < total ? t.queue.exportPart(rows.length, total) : t.queue.exported(rows.length))
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error))
    } finally {
      setExporting(undefined)
    }
  }
  if (page.is === 'failed')
    return <Message bad title={page.error.message} action={{ label: t.failures.retry, run: again }} />
  const items = page.value?.items ?? []
  return (
    <div className="history">
      <div className="history-tools">
        <Select
          mode="multiple"
          allowClear
          placeholder={t.queue.status}
          style={{ minWidth: 150 }}
          value={[...query.status]}
          options={statuses.map((s) => ({ value: s, label: t.finding.status[s] }))}
          onChange={(status) => narrow({ status })}
        />
        <Select
          mode="multiple"
          allowClear
          placeholder={t.queue.filters.grade}
          style={{ minWidth: 110 }}
          value={[...query.grade]}
          options={grades.map((g) => ({ value: g, label: t.grades[g].name }))}
          onChange={(grade) => narrow({ grade })}
        />
        <Select
          allowClear
          showSearch
          optionFilterProp="label"
          placeholder={t.queue.filters.unit}
          style={{ minWidth: 150 }}
          value={query.unit}
          options={[...live.units.values()].map((u) => ({ value: u.id, label: say(u.name) }))}
          onChange={(unit) => narrow({ unit })}
        />
        <Select
          allowClear
          placeholder={t.queue.active}
          style={{ minWidth: 110 }}
          value={query.active}
          options={[
            { value: 'true', label: t.finding.active },
            { value: 'false', label: t.finding.ended },
          ]}
          onChange={(active) => narrow({ active })}
        />
        <span className="queue-gap" />
        <Select
          mode="multiple"
          maxTagCount={0}
          maxTagPlaceholder={t.queue.chooseColumns}
          style={{ minWidth: 120 }}
          value={[...visible]}
          options={columnIds.map((c) => ({ value: c, label: t.queue.columns[c] }))}
          onChange={(c) => c.length > 0 && columnsChosen.set(c)}
        />
        <button type="button" className="button" disabled={exporting !== undefined} onClick={() => void exportCsv()}>
          {exporting === undefined ? t.queue.exportCsv : `${t.queue.exportCsv} ${exporting}`}
        </button>
        <button type="button" className="button" onClick={() => print()}>
          {t.queue.print}
        </button>
      </div>
      <Table<FindingView>
        size="small"
        sticky
        loading={page.is === 'loading'}
        rowKey={(f) => f.finding.id}
        columns={columns}
        dataSource={[...items]}
        locale={{ emptyText: <Message title={t.queue.empty} /> }}
        rowClassName={(f) => (f.finding.id === chosen ? 'ant-table-row-selected' : '')}
        onRow={(f) => ({ onClick: () => setParams({ finding: f.finding.id }) })}
        onChange={(p, _, sorter) => {
          const one = Array.isArray(sorter) ? sorter[0] : sorter
          const sort = sortOf(one?.columnKey, one?.order ?? undefined)
          setQuery({ ...query, page: sort === query.sort ? (p.current ?? 1) : 1, pageSize: p.pageSize ?? 50, sort })
        }}
        pagination={{
          current: query.page,
          pageSize: query.pageSize,
          total: page.value?.total ?? 0,
          showSizeChanger: true,
          pageSizeOptions: [20, 50, 100, 200],
          showTotal: t.queue.total,
        }}
      />
    </div>
  )
}

/** What the server can sort by; anything else is its own order. */
const sortOf = (column: Key | undefined, order: 'ascend' | 'descend' | undefined): string => {
  if (column === undefined || order === undefined) return first.sort
  return order === 'descend' && ['openedAt', 'since', 'grade'].includes(String(column))
    ? `-${String(column)}`
    : String(column)
}
