import { Table, type TableColumnsType } from 'antd'
import type { ImportReceipt } from '../../../server/contract/imports.ts'
import { useWords } from '../../i18n/language.ts'
import { save } from '../../ui/csv.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { receiptsCsv } from './model.ts'

interface Props {
  readonly receipts: readonly ImportReceipt[] | undefined
  readonly failed: string | undefined
  readonly onRetry: () => void
}

/** Every import of this bureau, from the console or by the command, as the journal keeps it. */
export const History = ({ receipts, failed, onRetry }: Props) => {
  const words = useWords()
  const t = words.imports
  const columns: TableColumnsType<ImportReceipt> = [
    { key: 'at', title: t.at, width: 170, render: (_, r) => dateTimeOf(r.at) },
    { key: 'by', title: t.by, width: 130, dataIndex: 'by', ellipsis: true },
    {
      key: 'files',
      title: t.file,
      render: (_, r) => (
        <ul className="import-files">
          {r.files.slice(0, 4).map((f) => (
            <li key={f.is}>
              {f.name}
              <span className="mono muted" title={f.sha256}>
                {f.sha256.slice(0, 12)}…
              </span>
            </li>
          ))}
          {r.files.length > 4 && <li className="muted">+{r.files.length - 4}</li>}
        </ul>
      ),
    },
    {
      key: 'counts',
      title: t.counts,
      width: 270,
      render: (_, r) => `${r.added} / ${r.changed} / ${r.unchanged} / ${r.held}`,
    },
    {
      key: 'where',
      title: t.where,
      width: 150,
      render: (_, r) => <span className="mono">{`${r.seq - r.entries}–${r.seq}`}</span>,
    },
  ]
  return (
    <Panel
      title={t.history}
      className="imports-history"
      extra={
        <button
          type="button"
          className="button button-small"
          disabled={!receipts?.length}
          onClick={() => save('imports.csv', receiptsCsv(receipts ?? []))}
        >
          {t.exportHistory}
        </button>
      }
    >
      {receipts === undefined ? (
        failed === undefined ? (
          <Waiting rows={4} />
        ) : (
          <Message bad title={failed} action={{ label: words.failures.retry, run: onRetry }} />
        )
      ) : (
        <Table<ImportReceipt>
          size="small"
          rowKey="seq"
          columns={columns}
          dataSource={[...receipts]}
          pagination={{ pageSize: 20, hideOnSinglePage: true }}
          locale={{ emptyText: <Message title={t.historyEmpty} /> }}
        />
      )}
    </Panel>
  )
}
