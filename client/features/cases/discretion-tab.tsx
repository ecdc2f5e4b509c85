import { Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { type BandPosition, type BandRate, bandPositions, type DecisionRow } from '../../../server/contract/casework.ts'
import { useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { setParams } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'

import { unitName } from '../../ui/unit-name.ts'
import { useBand, usePenalty } from './decision-line.tsx'
import { useExport } from './use-export.ts'

/** Decisions beside their published bands; and how they lie, by unit and pattern, as a statistic. */
export const DiscretionTab = () => {
  const t = useWords()
  const d = t.cases
  const penalty = usePenalty()
  const band = useBand()
  const [page, setPage] = useState(1)
  const [lies, setLies] = useState('')
  const query = { page, pageSize: 50, lies: lies === '' ? undefined : lies }
  const [loaded, again] = useRequest(`decisions ${JSON.stringify(query)}`, (signal) =>
    request('GET /api/decisions', { query, signal }),
  )
  const [rates] = useRequest('band rates', (signal) => request('GET /api/discretion/rates', { signal }))
  const { busy, run } = useExport()
  const rows = loaded.value
  if (rows === undefined)
    return loaded.is === 'failed' ? (
      <Message bad title={loaded.error.message} action={{ label: t.failures.retry, run: again }} />
    ) : (
      <Waiting rows={14} />
    )
  const bandText = (row: DecisionRow): string =>
    row.band === null ? '' : `${row.band.id} ${row.band.facts}：${band(row)}`
  const onExport = () =>
    run<DecisionRow>({
      name: 'decisions',
      head: [d.decision, d.case, d.unit, d.decidedAt, d.penalty, d.bandOf, d.lies],
      ask: (paged) => request('GET /api/decisions', { query: { ...query, ...paged } }),
      cells: (row) => [
        row.decision,
        row.case,
        unitName(row.unit),
        dateTimeOf(row.decidedAt),
        penalty(row),
        bandText(row),
        d.positions[row.lies],
      ],
    })
  const columns: TableColumnsType<DecisionRow> = [
    { title: d.decision, dataIndex: 'decision', width: 200 },
    { title: d.case, dataIndex: 'case', width: 190 },
    { title: d.unit, dataIndex: 'unit', width: 140, render: unitName },
    { title: d.decidedAt, dataIndex: 'decidedAt', width: 170, render: dateTimeOf },
    { title: d.penalty, width: 180, render: (_, row) => penalty(row) },
    {
      title: d.bandOf,
      render: (_, row) => bandText(row),
    },
    {
      title: d.lies,
      dataIndex: 'lies',
      width: 180,
      render: (one: BandPosition) => (
        <span className={one === 'outside' ? 'case-outside' : undefined}>{d.positions[one]}</span>
      ),
    },
  ]
  const share = (rate: BandRate, position: BandPosition): string =>
    rate.counts[position] === 0 ? '' : `${rate.counts[position]} (${rate.base})`
  const rateColumns: TableColumnsType<BandRate> = [
    { title: d.pattern, render: (_, row) => row.facts ?? row.pattern },
    { title: d.unit, dataIndex: 'unit', width: 140, render: unitName },
    ...bandPositions
      .filter((p) => p !== 'no-pattern')
      .map((p) => ({ title: d.positions[p], width: 170, render: (_: unknown, row: BandRate) => share(row, p) })),
    {
      title: d.medianFine,
      width: 150,
      render: (_, row) => (row.medianFineYuan === null ? '' : `${d.yuan(row.medianFineYuan)} (${row.base})`),
    },
  ]
  return (
    <div className="case-list">
      <div className="case-tools">
        <select
          className="field"
          aria-label={d.lies}
          value={lies}
          onChange={(e) => {
            setLies(e.target.value)
            setPage(1)
          }}
        >
          <option value="">{d.states.all}</option>
          {bandPositions.map((p) => (
            <option key={p} value={p}>
              {d.positions[p]}
            </option>
          ))}
        </select>
        <span className="muted">{d.total(rows.total)}</span>
        <button type="button" className="button" onClick={again}>
          {d.refresh}
        </button>
        <button type="button" className="button" disabled={busy} onClick={() => void onExport()}>
          {d.exportAll}
        </button>
      </div>
      <Table<DecisionRow>
        size="small"
        rowKey="decision"
        columns={columns}
        dataSource={[...rows.items]}
        rowClassName="case-row"
        onRow={(row) => ({ onClick: () => setParams({ tab: 'cases', one: row.case }) })}
        pagination={{ current: page, pageSize: 50, total: rows.total, onChange: setPage, showSizeChanger: false }}
        locale={{ emptyText: <Message title={d.noDecisions} hint={d.emptyHint} /> }}
      />
      <h4 className="case-heading">
        {d.statistics} <small className="muted">{d.statisticsHint}</small>
      </h4>
      <Table<BandRate>
        size="small"
        rowKey={(r) => `${r.unit} ${r.pattern}`}
        columns={rateColumns}
        dataSource={[...(rates.value?.rates ?? [])]}
        pagination={false}
        locale={{ emptyText: <Message title={d.noDecisions} /> }}
      />
    </div>
  )
}
