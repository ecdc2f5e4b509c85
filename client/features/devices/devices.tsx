import { Table, type TableColumnsType } from 'antd'
import { useEffect, useState } from 'react'
import type { DeviceView, TrunkView } from '../../../server/contract/views.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { useMay } from '../../session/session.ts'
import { Age } from '../../ui/age.tsx'
import { carrierNameOf } from '../../ui/carrier-name.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { unitName } from '../../ui/unit-name.ts'
import { DeviceForm } from './device-form.tsx'
import './devices.css'
import { listed, summary } from './model.ts'

/** The list is asked for again this often while the page is open; devices are not part of the feed. */
const REFRESH_MS = 5_000

/** Who may speak to us, who does, and what was wrong with what they said. */
export const Devices = () => {
  const t = useWords()
  const [text, setText] = useState('')
  const [form, setForm] = useState<{ device: DeviceView; action: 'approve' | 'block' }>()
  const [devices, again] = useRequest('devices', (signal) => request('GET /api/devices', { signal }))
  useEffect(() => {
    const timer = setInterval(again, REFRESH_MS)
    return () => clearInterval(timer)
  }, [again])
  const columns = useColumns((device, action) => setForm({ device, action }))
  const all = devices.value?.devices
  const n = summary(all ?? [])
  const title = (
    <span>
      {t.pages.devices}　<span className="muted">{t.devices.summary(n.online, n.all, n.unknown)}</span>
    </span>
  )
  const search = (
    <input
      className="field"
      type="search"
      placeholder={t.devices.search}
      aria-label={t.devices.search}
      value={text}
      onChange={(e) => setText(e.target.value)}
    />
  )
  return (
    <Panel title={title} extra={search} className="devices" label={t.pages.devices}>
      {all === undefined ? (
        devices.is === 'failed' ? (
          <Message bad title={devices.error.message} action={{ label: t.failures.retry, run: again }} />
        ) : (
          <Waiting rows={14} />
        )
      ) : (
        <>
          <Trunks trunks={devices.value?.trunks ?? []} />
          <Table<DeviceView>
            size="small"
            sticky
            rowKey="id"
            columns={columns}
            dataSource={[...listed(all, text)]}
            pagination={{ pageSize: 50, showSizeChanger: true, hideOnSinglePage: true }}
            locale={{ emptyText: <Message title={t.devices.empty} hint={t.devices.emptyHint} /> }}
            expandable={{ expandedRowRender: (d) => <LastFrame device={d} /> }}
          />
        </>
      )}
      {form !== undefined && (
        <DeviceForm
          {...form}
          onClose={() => setForm(undefined)}
          onDone={() => {
            setForm(undefined)
            again()
          }}
        />
      )}
    </Panel>
  )
}

/** The trunking gateways and their sites, each with its state in a word. */
const Trunks = ({ trunks }: { readonly trunks: readonly TrunkView[] }) => {
  const t = useWords().radio
  if (trunks.length === 0) return null
  return (
    <ul className="trunks" aria-label={t.gateways}>
      {trunks.map((one) => (
        <li key={`${one.gateway}/${one.site?.zh ?? ''}`}>
          <span className={one.channel === 'up' ? 'device-on' : 'device-off'}>{one.channel === 'up' ? '●' : '○'}</span>{' '}
          {say(one.name)}
          {one.site !== null && ` · ${say(one.site)}`}{' '}
          <span className={`chip ${one.channel === 'up' ? 'chip-ok' : 'chip-warn'}`}>{t.channels[one.channel]}</span>{' '}
          {one.since !== null && <Age at={one.since} />}
        </li>
      ))}
    </ul>
  )
}

const useColumns = (open: (d: DeviceView, action: 'approve' | 'block') => void): TableColumnsType<DeviceView> => {
  const t = useWords().devices
  const may = useMay()
  const carrier = (d: DeviceView): string => (d.carrier === null ? '' : carrierNameOf(d.carrier))
  const owner = (d: DeviceView): string => (d.owner === null ? '' : unitName(d.owner))
  const actions: TableColumnsType<DeviceView> = [
    {
      key: 'actions',
      title: t.columns.actions,
      width: 150,
      // Nobody approves a source: it is on a list of the configuration, or on none.
      render: (_, d) => (
        <span className="device-actions">
          {(d.trust === 'unknown' || d.trust === 'blocked') && (
            <button type="button" className="button button-small" onClick={() => open(d, 'approve')}>
              {t.approve}
            </button>
          )}
          {(d.trust === 'unknown' || d.trust === 'approved') && (
            <button type="button" className="button button-small" onClick={() => open(d, 'block')}>
              {t.block}
            </button>
          )}
        </span>
      ),
    },
  ]
  return [
    { key: 'id', width: 190, title: t.columns.device, render: (_, d) => <span className="mono">{d.id}</span> },
    {
      key: 'trust',
      width: 100,
      title: t.columns.trust,
      render: (_, d) => (
        <span className={`chip trust-${d.trust}`} title={t.trustHint[d.trust]}>
          {t.trust[d.trust]}
        </span>
      ),
    },
    {
      key: 'online',
      width: 90,
      title: t.columns.online,
      render: (_, d) => (
        <span className={d.online ? 'device-on' : 'device-off'}>{d.online ? `● ${t.online}` : `○ ${t.offline}`}</span>
      ),
    },
    {
      key: 'carrier',
      width: 200,
      title: t.columns.carrier,
      render: (_, d) => [carrier(d), d.plate].filter(Boolean).join(' · ') || '—',
    },
    { key: 'owner', width: 180, title: t.columns.owner, render: (_, d) => owner(d) || '—' },
    {
      key: 'lastHeard',
      width: 130,
      title: t.columns.lastHeard,
      render: (_, d) => (d.lastHeardAt === null ? t.never : <Age at={d.lastHeardAt} />),
    },
    {
      key: 'faults',
      width: 90,
      title: t.columns.faults,
      align: 'right',
      render: (_, d) =>
        d.faults === 0 ? <span className="muted">0</span> : <b className="device-faults">{d.faults}</b>,
    },
    {
      key: 'lastFault',
      title: t.columns.lastFault,
      ellipsis: true,
      render: (_, d) =>
        d.lastFault === null ? '' : `${dateTimeOf(d.lastFault.at)}　${d.lastFault.fault}：${d.lastFault.detail}`,
    },
    ...(may('devices.approve') ? actions : []),
  ]
}

const LastFrame = ({ device: d }: { readonly device: DeviceView }) => {
  const t = useWords().devices
  return (
    <dl className="facts">
      <dt>{t.columns.protocol}</dt>
      <dd>{d.protocol}</dd>
      <dt>{t.lastFrame}</dt>
      <dd>
        {d.lastFrameHex === null ? (
          t.noFrame
        ) : (
          <code className="hex">{d.lastFrameHex.replace(/(..)(?=.)/g, '$1 ')}</code>
        )}
      </dd>
      {d.lastFault !== null && (
        <>
          <dt>{t.columns.lastFault}</dt>
          <dd>{`${dateTimeOf(d.lastFault.at)}　${d.lastFault.fault}：${d.lastFault.detail}`}</dd>
        </>
      )}
    </dl>
  )
}
