import { Table, type TableColumnsType } from 'antd'
import { useState } from 'react'
import { type DispatchRate, type IncidentView, isContradicted } from '../../../server/contract/dispatch.ts'
import { GradeBadge } from '../../finding/grade.tsx'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useNow } from '../../live/use-live.ts'
import { useRequest } from '../../live/use-request.ts'
import { dateTimeOf, durationOf } from '../../ui/format.ts'
import { goTo } from '../../ui/location.ts'
import { Message, Waiting } from '../../ui/message.tsx'

import { unitName } from '../../ui/unit-name.ts'
import { useExport } from './use-export.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/** Calls of any number, newest first, and what came of them; test calls are marked and in no statistic. */
export const DispatchTab = () => {
  const t = useWords()
  const d = t.dispatch
  const [page, setPage] = useState(1)
  const [text, setText] = useState('')
  const [findings, setFindings] = useState(false)
  const query = { page, pageSize: 50, text: text === '' ? undefined : text, findings: findings ? 'true' : undefined }
  const [loaded, again] = useRequest(`incidents ${JSON.stringify(query)}`, (signal) =>
    request('GET /api/incidents', { query, signal }),
  )
  const minute = Math.floor(useNow() / MINUTE_MS) * MINUTE_MS
  const [rates] = useRequest(`dispatch rates ${minute}`, (signal) =>
    request('GET /api/dispatch/rates', { query: { from: minute - DAY_MS }, signal }),
  )
  const exporting = useExport()
  const rows = loaded.value
  if (rows === undefined)
    return loaded.is === 'failed' ? (
      <Message bad title={loaded.error.message} action={{ label: t.failures.retry, run: again }} />
    ) : (
      <Waiting rows={14} />
    )
  const { busy, run } = exporting
  const lasted = (from: number | undefined, to: number | null | undefined): string =>
    from === undefined || to == null ? '' : durationOf(Math.max(0, to - from))
  const toOrder = (v: IncidentView): string => lasted(v.endedAt ?? v.receivedAt, v.orders[0]?.orderedAt)
  const toAcknowledge = (v: IncidentView): string => lasted(v.orders[0]?.orderedAt, v.orders[0]?.acknowledgedAt)
  const toArrive = (v: IncidentView): string => lasted(v.orders[0]?.orderedAt, v.orders[0]?.arrived.position)
  /** What the desk says and positions contradict, by step. */
  const contradictions = (v: IncidentView): string[] =>
    v.orders.flatMap((o) =>
      (['moving', 'arrived'] as const).flatMap((step) => {
        const { agreement, desk, position } = o[step]
        if (!isContradicted(agreement)) return []
        const apart = agreement === 'apart' && desk !== null && position !== null
        return `${d.steps[step]} ≠ ${apart ? d.apart(durationOf(Math.abs(desk - position))) : d.agreements[agreement]}`
      }),
    )
  const onExport = () =>
    run<IncidentView>({
      name: 'incidents',
      head: [
        d.received,
        d.incident,
        d.test,
        d.category,
        d.unit,
        d.toOrder,
        d.toAcknowledge,
        d.toArrive,
        d.agreement,
        t.cases.leads,
      ],
      ask: (paged) => request('GET /api/incidents', { query: { ...query, ...paged } }),
      cells: (v) => [
        dateTimeOf(v.receivedAt),
        v.id,
        v.test ? d.test : '',
        v.category ?? d.uncategorised,
        v.unit === null ? '' : unitName(v.unit),
        toOrder(v),
        toAcknowledge(v),
        toArrive(v),
        contradictions(v).join('; '),
        v.findings.map((f) => say(f.title)).join('; '),
      ],
    })
  const columns: TableColumnsType<IncidentView> = [
    { title: d.received, dataIndex: 'receivedAt', width: 170, render: dateTimeOf },
    { title: d.incident, dataIndex: 'id', width: 200 },
    {
      title: d.category,
      width: 150,
      render: (_, v) => (
        <>
          {v.test && <span className="chip">{d.test}</span>} {v.category ?? d.uncategorised}
        </>
      ),
    },
    {
      title: d.unit,
      dataIndex: 'unit',
      width: 140,
      render: (unit: string | null) => (unit === null ? '' : unitName(unit)),
    },
    { title: d.toOrder, width: 110, render: (_, v) => toOrder(v) },
    { title: d.toAcknowledge, width: 110, render: (_, v) => toAcknowledge(v) },
    { title: d.toArrive, width: 150, render: (_, v) => toArrive(v) },
    {
      title: d.agreement,
      width: 210,
      render: (_, v) =>
        contradictions(v).map((text) => (
          <div key={text} className="case-outside">
            {text}
          </div>
        )),
    },
    {
      title: t.cases.leads,
      render: (_, v) =>
        v.findings.map((f) => (
          <button
            key={f.id}
            type="button"
            className="plain case-lead"
            onClick={() => goTo('findings', { finding: f.id })}
          >
            <GradeBadge grade={f.grade} loud={false} /> {say(f.title)}
          </button>
        )),
    },
  ]
  const urgency = (one: DispatchRate['urgency']): string =>
    one === 'urgent' ? d.urgent : one === 'ordinary' ? d.ordinary : ''
  const middle = ({ median, base }: DispatchRate['toOrder']): string =>
    median === null ? '' : `${durationOf(median)}${d.base(base)}`
  const rateColumns: TableColumnsType<DispatchRate> = [
    { title: d.unit, render: (_, r) => (r.unit === null ? '' : unitName(r.unit)) },
    { title: t.facts.area, width: 90, render: (_, r) => (r.area === null ? '' : d.area[r.area]) },
    { title: t.facts.urgency, width: 100, render: (_, r) => urgency(r.urgency) },
    { title: d.calls, dataIndex: 'calls', width: 70, align: 'right' },
    { title: d.tests, dataIndex: 'tests', width: 70, align: 'right' },
    { title: d.toOrder, width: 140, render: (_, r) => middle(r.toOrder) },
    { title: d.toAcknowledge, width: 140, render: (_, r) => middle(r.toAcknowledge) },
    { title: d.toArrive, width: 180, render: (_, r) => middle(r.toArrive) },
    { title: d.keptRate, width: 130, render: (_, r) => (r.kept.base === 0 ? '' : `${r.kept.n}${d.base(r.kept.base)}`) },
  ]
  return (
    <div className="case-list">
      <div className="case-tools">
        <input
          className="field"
          type="search"
          placeholder={d.search}
          aria-label={d.search}
          value={text}
          onChange={(e) => {
            setText(e.target.value)
            setPage(1)
          }}
        />
        <label>
          <input
            type="checkbox"
            checked={findings}
            onChange={(e) => {
              setFindings(e.target.checked)
              setPage(1)
            }}
          />{' '}
          {d.onlyFindings}
        </label>
        <span className="muted">{d.total(rows.total)}</span>
        <button type="button" className="button" onClick={again}>
          {t.cases.refresh}
        </button>
        <button type="button" className="button" disabled={busy} onClick={() => void onExport()}>
          {t.cases.exportAll}
        </button>
      </div>
      <Table<IncidentView>
        size="small"
        rowKey="id"
        columns={columns}
        dataSource={[...rows.items]}
        pagination={{ current: page, pageSize: 50, total: rows.total, onChange: setPage, showSizeChanger: false }}
        locale={{ emptyText: <Message title={d.none} hint={d.noneHint} /> }}
      />
      <h4 className="case-heading">
        {d.rates} <small className="muted">{d.ratesHint}</small>
      </h4>
      <Table<DispatchRate>
        size="small"
        rowKey={(r) => `${r.unit} ${r.area} ${r.urgency}`}
        columns={rateColumns}
        dataSource={[...(rates.value?.rates ?? [])]}
        pagination={false}
        locale={{ emptyText: <Message title={d.noRates} /> }}
      />
    </div>
  )
}
