import { App, Table, type TableColumnsType } from 'antd'
import type { ItemRow } from '../../../server/contract/casework.ts'
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
import { Leads, NextClock } from './cells.tsx'
import { ItemCard } from './item-card.tsx'
import { isKeys } from './model.ts'
import { Tools } from './tools.tsx'
import { usePage } from './use-page.ts'
import { readableValue } from './values.ts'

const hiddenColumns = createPreference<readonly string[]>('property.columns', [], isKeys)

/** Case property of any number; what has a lead first, then what runs out first. */
export const PropertyTab = () => {
  const t = useWords()
  const now = useNow()
  const { message } = App.useApp()
  const list = usePage('GET /api/property')
  const hidden = useValue(hiddenColumns)
  const chosen = useParam('one')
  const rows = list.loaded.value
  if (rows === undefined && list.loaded.is === 'failed')
    return <Message bad title={list.loaded.error.message} action={{ label: t.failures.retry, run: list.again }} />
  const columns: TableColumnsType<ItemRow> = [
    { key: 'item', title: t.cases.item, dataIndex: 'item', width: 190 },
    { key: 'case', title: t.cases.case, dataIndex: 'case', width: 190 },
    { key: 'unit', title: t.cases.unit, dataIndex: 'unit', width: 150, render: unitName },
    { key: 'type', title: t.cases.type, dataIndex: 'type', width: 90, render: readableValue },
    { key: 'due', title: t.cases.next, render: (_, row) => <NextClock next={row.next} now={now} /> },
    { key: 'leads', title: t.cases.leads, render: (_, row) => <Leads findings={row.findings} /> },
  ]
  const choosable = columns.slice(1).map((c) => ({ key: String(c.key), title: String(c.title) }))
  const onExport = async (): Promise<void> => {
    try {
      const { rows: all, truncated } = await request('GET /api/property/export', { query: list.query })
      save(
        'property.csv',
        csvOf(
          [t.cases.item, t.cases.case, t.cases.unit, t.cases.type, t.cases.next, t.cases.leads],
          all.map((row) => [
            row.item,
            row.case,
            unitName(row.unit),
            readableValue(row.type),
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
          states={false}
          columns={choosable}
          hidden={hidden}
          onHide={hiddenColumns.set}
          onExport={() => void onExport()}
        />
        {rows === undefined ? (
          <Waiting rows={14} />
        ) : (
          <Table<ItemRow>
            size="small"
            sticky
            rowKey="item"
            columns={columns.filter((c) => !hidden.includes(String(c.key)))}
            dataSource={[...rows.items]}
            rowClassName={(row) => (row.item === chosen ? 'case-row case-row-chosen' : 'case-row')}
            onRow={(row) => ({ onClick: () => setParams({ one: row.item }) })}
            pagination={{
              current: list.page,
              pageSize: 50,
              total: rows.total,
              onChange: list.setPage,
              showSizeChanger: false,
            }}
            locale={{ emptyText: <Message title={t.cases.emptyProperty} hint={t.cases.emptyHint} /> }}
          />
        )}
      </div>
      {chosen !== undefined && <ItemCard key={chosen} id={chosen} />}
    </div>
  )
}
