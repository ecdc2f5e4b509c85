import { App, Table, type TableColumnsType } from 'antd'
import type { CaseRow, CaseSort } from '../../../server/contract/casework.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useNow } from '../../live/use-live.ts'
import { csvOf, save } from '../../ui/csv.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { setParams, useParam } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { createPreference } from '../../ui/preference.ts'
import { useValue } from '../../ui/subscribable.ts'
import { unitName } from '../../ui/unit-name.ts'
import { CaseCard } from './case-card.tsx'
import { Leads, NextClock } from './cells.tsx'
import { isKeys } from './model.ts'
import { Tools } from './tools.tsx'
import { usePage } from './use-page.ts'
import { readableValue } from './values.ts'

const hiddenColumns = createPreference<readonly string[]>('cases.columns', [], isKeys)

/** Cases of any number: what has a lead first, then what runs out first. One click opens the card. */
export const CasesTab = () => {
  const t = useWords()
  const now = useNow()
  const { message } = App.useApp()
  const list = usePage('GET /api/cases')
  const hidden = useValue(hiddenColumns)
  const chosen = useParam('one')
  const rows = list.loaded.value
  if (rows === undefined && list.loaded.is === 'failed')
    return <Message bad title={list.loaded.error.message} action={{ label: t.failures.retry, run: list.again }} />
  const when = (at: number | null): string => (at === null ? '' : dateTimeOf(at))
  const sorted = (key: CaseSort) => ({
    sorter: true,
    sortOrder: list.sort === key ? ('ascend' as const) : list.sort === `-${key}` ? ('descend' as const) : null,
  })
  const columns: TableColumnsType<CaseRow> = [
    { key: 'case', title: t.cases.case, dataIndex: 'case', width: 190, ...sorted('case') },
    { key: 'unit', title: t.cases.unit, dataIndex: 'unit', width: 140, render: unitName, ...sorted('unit') },
    { key: 'type', title: t.cases.type, dataIndex: 'type', width: 90, render: readableValue },
    {
      key: 'openedAt',
      title: t.cases.opened,
      width: 170,
      render: (_, row) => when(row.filedAt ?? row.acceptedAt),
      ...sorted('openedAt'),
    },
    { key: 'closed', title: t.cases.closed, dataIndex: 'closedAt', width: 170, render: when },
    { key: 'items', title: t.cases.items, dataIndex: 'items', width: 64, align: 'right' },
    { key: 'due', title: t.cases.next, render: (_, row) => <NextClock next={row.next} now={now} />, ...sorted('due') },
    { key: 'leads', title: t.cases.leads, render: (_, row) => <Leads findings={row.findings} /> },
  ]
  const choosable = columns.slice(1).map((c) => ({ key: String(c.key), title: String(c.title) }))
  const onExport = async (): Promise<void> => {
    try {
      const { rows: all, truncated } = await request('GET /api/cases/export', { query: list.query })
      save(
        'cases.csv',
        csvOf(
          [t.cases.case, t.cases.unit, t.cases.type, t.cases.opened, t.cases.closed, t.cases.next, t.cases.leads],
          all.map((row) => [
            row.case,
            unitName(row.unit),
            readableValue(row.type),
            when(row.filedAt ?? row.acceptedAt),
            when(row.closedAt),
            row.next === null ? '' : `${say(row.next.title)} ${dateTimeOf(row.next.dueAt)}`,
            row.findings.map((f) => say(f.title)).join('; '),
          ]),
        ),
      )
      if (truncated) message.warning(t.cases.truncated)
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error))
    }
  }
  return (
    <div className={chosen === undefined ? 'case-split' : 'case-split case-split-open'}>
      <div className="case-list">
        <Tools
          list={list}
          states
          columns={choosable}
          hidden={hidden}
          onHide={hiddenColumns.set}
          onExport={() => void onExport()}
        />
        {rows === undefined ? (
          <Waiting rows={14} />
        ) : (
          <Table<CaseRow>
            size="small"
            sticky
            rowKey="case"
            columns={columns.filter((c) => !hidden.includes(String(c.key)))}
            dataSource={[...rows.items]}
            rowClassName={(row) => (row.case === chosen ? 'case-row case-row-chosen' : 'case-row')}
            onRow={(row) => ({ onClick: () => setParams({ one: row.case }) })}
            onChange={(_, __, sorter) => {
              const one = Array.isArray(sorter) ? sorter[0] : sorter
              if (one?.order === undefined || one.order === null) list.setSort('urgent')
              else if (one.columnKey === 'openedAt') list.setSort(one.order === 'descend' ? '-openedAt' : 'openedAt')
              else list.setSort(one.columnKey as CaseSort)
            }}
            pagination={{
              current: list.page,
              pageSize: 50,
              total: rows.total,
              onChange: list.setPage,
              showSizeChanger: false,
            }}
            locale={{ emptyText: <Message title={t.cases.empty} hint={t.cases.emptyHint} /> }}
          />
        )}
      </div>
      {chosen !== undefined && <CaseCard key={chosen} id={chosen} />}
    </div>
  )
}
