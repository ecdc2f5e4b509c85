import { App, Table, type TableColumnsType } from 'antd'
import { useEffect, useState } from 'react'
import type { TicketRow } from '../../../server/contract/tickets.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { csvOf, save } from '../../ui/csv.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { setParams, useParam } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { unitName } from '../../ui/unit-name.ts'
import { Leads } from './cells.tsx'
import { TicketCard } from './ticket-card.tsx'
import { Clusters } from './ticket-clusters.tsx'
import { TicketTools } from './ticket-tools.tsx'
import { noTicketFilter, queryOf, sortOf, type TicketQuery } from './tickets-model.ts'
import './tickets.css'
import { readableValue } from './values.ts'

/** Rows come by themselves; the page is asked for again this often while it is open. */
const REFRESH_MS = 15_000

/** Tickets as their systems had them last, a page at a time from the store; one of them as a card. */
export const TicketsTab = () => {
  const one = useParam('one')
  // The list stays as it was narrowed while a card is read.
  const [query, setQuery] = useState<TicketQuery>(noTicketFilter)
  if (one !== undefined) return <TicketCard key={one} id={one} />
  return <TicketList query={query} onQuery={setQuery} />
}

interface Props {
  readonly query: TicketQuery
  readonly onQuery: (query: TicketQuery) => void
}

const TicketList = ({ query, onQuery }: Props) => {
  const t = useWords()
  const { message } = App.useApp()
  const [exporting, setExporting] = useState(false)
  const [loaded, again] = useRequest(`tickets ${JSON.stringify(query)}`, (signal) =>
    request('GET /api/tickets', { query: { ...queryOf(query), page: query.page, pageSize: query.pageSize }, signal }),
  )
  useEffect(() => {
    const timer = setInterval(again, REFRESH_MS)
    return () => clearInterval(timer)
  }, [again])
  const rows = loaded.value
  const narrowed = JSON.stringify(queryOf(query)) !== JSON.stringify(queryOf(noTicketFilter))

  const onExport = async (): Promise<void> => {
    setExporting(true)
    try {
      const { rows: all, truncated } = await request('GET /api/ticket-export', { query: queryOf(query) })
      save(`tickets-${dateTimeOf(Date.now()).replace(/\D/g, '')}.csv`, csvOf(headOf(t), all.map(cellsOf)))
      message.success(truncated ? t.tickets.exportedPart(all.length) : t.tickets.exported(all.length))
    } catch (error) {
      message.error(error instanceof Error ? error.message : String(error))
    } finally {
      setExporting(false)
    }
  }
  const sorted = (up: string, down: string) => (query.sort === down ? 'descend' : query.sort === up ? 'ascend' : null)
  const columns: TableColumnsType<TicketRow> = [
    {
      title: t.tickets.id,
      key: 'ticket',
      width: 190,
      sorter: true,
      sortOrder: sorted('ticket', ''),
      render: (_, row) => (
        <button type="button" className="plain ticket-open" onClick={() => setParams({ one: row.id })}>
          <b className="mono">{row.ticket}</b>
          <small className="muted">{row.serial ?? readableValue(row.kind)}</small>
        </button>
      ),
    },
    {
      title: t.tickets.status,
      key: 'status',
      width: 110,
      render: (_, row) => (
        <>
          {readableValue(row.status)}
          {row.deleted && <small className="ticket-gone">{t.tickets.deleted}</small>}
        </>
      ),
    },
    {
      title: t.tickets.unit,
      key: 'unit',
      width: 150,
      sorter: true,
      sortOrder: sorted('unit', ''),
      render: (_, row) => (row.unit === null ? t.none : unitName(row.unit)),
    },
    { title: t.tickets.officer, dataIndex: 'officer', width: 90, render: (v: string | null) => v ?? t.none },
    { title: t.tickets.plate, dataIndex: 'plate', width: 110, className: 'mono', render: (v) => v ?? t.none },
    {
      title: t.tickets.violation,
      dataIndex: 'violationCode',
      width: 90,
      className: 'mono',
      render: (v) => v ?? t.none,
    },
    {
      title: t.tickets.amount,
      key: 'amount',
      width: 110,
      align: 'right',
      sorter: true,
      sortOrder: sorted('amount', '-amount'),
      render: (_, row) => row.amountYuan ?? t.none,
    },
    { title: t.tickets.points, dataIndex: 'points', width: 64, align: 'right', render: (v) => v ?? t.none },
    {
      title: t.tickets.occurred,
      key: 'occurredAt',
      width: 160,
      sorter: true,
      sortOrder: sorted('occurredAt', '-occurredAt'),
      render: (_, row) => (row.occurredAt === null ? t.none : dateTimeOf(row.occurredAt)),
    },
    {
      title: t.tickets.changed,
      key: 'changedAt',
      width: 160,
      sorter: true,
      sortOrder: sorted('changedAt', '-changedAt'),
      render: (_, row) => dateTimeOf(row.changedAt),
    },
    {
      title: t.tickets.needing,
      key: 'needing',
      width: 110,
      align: 'right',
      sorter: true,
      sortOrder: sorted('', '-needing'),
      render: (_, row) => (
        <>
          {row.needing}
          {row.unseen > 0 && <small className="ticket-unseen"> + {row.unseen} ?</small>}
        </>
      ),
    },
    { title: t.tickets.leads, render: (_, row) => <Leads findings={row.findings} /> },
  ]
  return (
    <>
      <TicketTools
        query={query}
        total={rows?.total}
        exporting={exporting}
        onQuery={(patch) => onQuery({ ...query, page: 1, ...patch })}
        onExport={() => void onExport()}
      />
      {loaded.is === 'failed' && (
        <Message bad title={loaded.error.message} action={{ label: t.failures.retry, run: again }} />
      )}
      {rows === undefined ? (
        loaded.is !== 'failed' && <Waiting rows={14} />
      ) : (
        <Table<TicketRow>
          size="small"
          sticky
          rowKey="id"
          scroll={{ x: 1500 }}
          columns={columns}
          dataSource={[...rows.items]}
          onRow={(row) => ({ onDoubleClick: () => setParams({ one: row.id }) })}
          onChange={(p, _, sorter) => {
            const by = Array.isArray(sorter) ? sorter[0] : sorter
            const sort = sortOf(by?.columnKey, by?.order ?? undefined)
            onQuery({ ...query, page: sort === query.sort ? (p.current ?? 1) : 1, pageSize: p.pageSize ?? 50, sort })
          }}
          pagination={{
            current: query.page,
            pageSize: query.pageSize,
            total: rows.total,
            showSizeChanger: true,
            pageSizeOptions: [20, 50, 100, 200],
          }}
          locale={{
            emptyText: (
              <Message
                title={narrowed ? t.tickets.emptyNarrowed : t.tickets.empty}
                hint={narrowed ? undefined : t.tickets.emptyHint}
              />
            ),
          }}
        />
      )}
      <Clusters />
    </>
  )
}

const headOf = (t: ReturnType<typeof useWords>): string[] => {
  const w = t.tickets
  return [w.id, w.serial, w.status, w.unit, w.officer, w.plate, w.driver, w.violation, w.amount, w.points].concat([
    w.occurred,
    w.changed,
    w.needing,
    w.unseen,
    w.leads,
  ])
}
const when = (at: number | null): string => (at === null ? '' : dateTimeOf(at))
const cellsOf = (row: TicketRow): (string | number | null)[] => [
  row.id,
  row.serial,
  readableValue(row.status),
  row.unit === null ? null : unitName(row.unit),
  row.officer,
  row.plate,
  row.driver,
  row.violationCode,
  row.amountYuan,
  row.points,
  when(row.occurredAt),
  when(row.changedAt),
  row.needing,
  row.unseen,
  row.findings.map((f) => `${f.grade} ${say(f.title)}`).join('; '),
]
