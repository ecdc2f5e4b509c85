import { Table, type TableColumnsType } from 'antd'
import { useEffect, useMemo, useState } from 'react'
import type { StorageReply } from '../../../server/contract/recordings.ts'
import type { CameraReach, CamerasReply, CameraView } from '../../../server/contract/video.ts'
import { say, useWords } from '../../i18n/language.ts'
import { request } from '../../live/request.ts'
import { useRequest } from '../../live/use-request.ts'
import { Age } from '../../ui/age.tsx'
import { csvOf, save } from '../../ui/csv.ts'
import { dateTimeOf } from '../../ui/format.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { CameraForm } from './camera-form.tsx'
import { ImportCameras } from './camera-import.tsx'
import './cameras.css'
import { Test, Withdraw } from './dialogs.tsx'
import { listed } from './model.ts'
import { secondsOf } from './probe-result.tsx'
import { Storage } from './storage.tsx'

/** Asked again this often while the page is open. */
const REFRESH_MS = 5_000
/** Beyond this a clock is shown as wrong. */
const CLOCK_OFF_MS = 2_000

type Names = Pick<CamerasReply, 'units' | 'rooms'>
const noNames: Names = { units: [], rooms: [] }

type Task =
  | { readonly is: 'edit'; readonly camera: CameraView | undefined; readonly reach: CameraReach | null }
  | { readonly is: 'test' | 'withdraw'; readonly camera: CameraView }
  | { readonly is: 'import' }

/** Every camera of the bureau: how it is, how long it is kept; registered, changed, tested, withdrawn, imported. */
export const Cameras = () => {
  const t = useWords()
  const words = t.cameras
  const [text, setText] = useState('')
  const [state, setState] = useState<CameraView['state'] | ''>('')
  const [task, setTask] = useState<Task>()
  const [cameras, again] = useRequest('cameras', (signal) => request('GET /api/cameras', { signal }))
  const [storage, weighAgain] = useRequest('storage', (signal) => request('GET /api/video/storage', { signal }))
  useEffect(() => {
    const timer = setInterval(() => {
      again()
      weighAgain()
    }, REFRESH_MS)
    return () => clearInterval(timer)
  }, [again, weighAgain])
  const edit = async (camera: CameraView): Promise<void> => {
    const { reach } = await request('GET /api/cameras/:id/reach', { params: { id: camera.id } })
    setTask({ is: 'edit', camera, reach })
  }
  const names: Names = cameras.value ?? noNames
  const columns = useColumns(storage.value, names, (is, camera) =>
    is === 'edit' ? void edit(camera) : setTask({ is, camera }),
  )
  const close = (changed: boolean): void => {
    setTask(undefined)
    if (changed) again()
  }
  const all = cameras.value?.cameras ?? []
  const count = (of: CameraView['state']): number => all.filter((c) => c.state === of).length
  const title = (
    <span>
      {t.pages.cameras}　<span className="muted">{words.summary(count('live'), count('lost'), all.length)}</span>
    </span>
  )
  const tools = (
    <span className="camera-tools">
      <input
        className="field"
        type="search"
        placeholder={words.search}
        aria-label={words.search}
        value={text}
        onChange={(e) => setText(e.target.value)}
      />
      <select
        className="field"
        aria-label={words.allStates}
        value={state}
        onChange={(e) => setState(e.target.value as typeof state)}
      >
        <option value="">{words.allStates}</option>
        {(['lost', 'connecting', 'live', 'unsourced'] as const).map((one) => (
          <option key={one} value={one}>
            {t.wall.stateOf[one]}
          </option>
        ))}
      </select>
      <button type="button" className="button" onClick={() => save('cameras.csv', tableOf(all))}>
        {words.exportCsv}
      </button>
      <button type="button" className="button" onClick={() => setTask({ is: 'import' })}>
        {words.importTable}
      </button>
      <button
        type="button"
        className="button button-main"
        onClick={() => setTask({ is: 'edit', camera: undefined, reach: null })}
      >
        {words.add}
      </button>
    </span>
  )
  return (
    <Panel title={title} extra={tools} className="cameras" label={t.pages.cameras}>
      {cameras.value === undefined ? (
        cameras.is === 'failed' ? (
          <Message bad title={cameras.error.message} action={{ label: t.failures.retry, run: again }} />
        ) : (
          <Waiting rows={14} />
        )
      ) : (
        <>
          {storage.value && <Storage storage={storage.value} />}
          <Table<CameraView>
            size="small"
            sticky
            rowKey="id"
            columns={columns}
            dataSource={[...listed(all, text, state)]}
            pagination={{ pageSize: 50, showSizeChanger: true, hideOnSinglePage: true }}
            locale={{ emptyText: <Message title={words.empty} hint={words.emptyHint} /> }}
            scroll={{ x: 1500 }}
          />
        </>
      )}
      {task?.is === 'edit' && <CameraForm names={names} camera={task.camera} reach={task.reach} onClose={close} />}
      {task?.is === 'withdraw' && <Withdraw camera={task.camera} onClose={close} />}
      {task?.is === 'test' && <Test camera={task.camera} onClose={() => close(false)} />}
      {task?.is === 'import' && <ImportCameras onClose={close} />}
    </Panel>
  )
}

/** As the import reads it, without passwords and addresses; what is known of the state beside it. */
const tableOf = (all: readonly CameraView[]): string =>
  csvOf(
    ['编号', '名称', '英文名称', '单位', '用途', '房间', '区域代码', '经度', '纬度', '保存天数', '状态', '最后一帧'],
    all.map((c) => [
      ...[c.id, c.name.zh, c.name.en, c.unit, c.purpose, c.room, c.areaCode],
      ...[c.place?.[0] ?? null, c.place?.[1] ?? null, c.retentionDays, c.state],
      c.lastFrameAt === null ? null : dateTimeOf(c.lastFrameAt),
    ]),
  )

const useColumns = (
  storage: StorageReply | undefined,
  names: Names,
  open: (is: 'edit' | 'test' | 'withdraw', camera: CameraView) => void,
): TableColumnsType<CameraView> => {
  const t = useWords()
  const words = t.cameras
  const kept = useMemo(() => new Map(storage?.cameras.map((c) => [c.id, c])), [storage])
  const nameOf = (of: keyof Names, id: string): string => {
    const found = names[of].find((one) => one.id === id)
    return found === undefined ? id : say(found.name)
  }
  return [
    {
      key: 'state',
      width: 190,
      title: words.columns.state,
      render: (_, c) => (
        <span title={c.detail}>
          <span className={`chip camera-${c.state}`}>{t.wall.stateOf[c.state]}</span>
          {c.why !== null && <span className="camera-why">{t.wall.why[c.why]}</span>}
        </span>
      ),
    },
    {
      key: 'camera',
      width: 230,
      title: words.columns.camera,
      render: (_, c) => (
        <>
          {say(c.name)}
          <span className="camera-id mono">{c.id}</span>
        </>
      ),
    },
    { key: 'unit', width: 150, title: words.columns.unit, render: (_, c) => nameOf('units', c.unit) },
    { key: 'purpose', width: 100, title: words.columns.purpose, render: (_, c) => t.wall.purposesOfCameras[c.purpose] },
    {
      key: 'place',
      width: 190,
      title: words.columns.place,
      render: (_, c) =>
        [c.room === null ? null : nameOf('rooms', c.room), c.areaCode].filter(Boolean).join(' · ') ||
        (c.place === null ? words.moving : '—'),
    },
    {
      key: 'lastFrame',
      width: 110,
      title: words.columns.lastFrame,
      render: (_, c) => (c.lastFrameAt === null ? '—' : <Age at={c.lastFrameAt} />),
    },
    {
      key: 'clock',
      width: 130,
      title: words.columns.clock,
      render: (_, c) =>
        c.clock === null ? (
          <span className="muted">{words.unmeasured}</span>
        ) : (
          <span
            className={Math.abs(c.clock.offsetMs) > CLOCK_OFF_MS ? 'camera-off' : ''}
            title={dateTimeOf(c.clock.at)}
          >
            {words.offset(secondsOf(c.clock.offsetMs), secondsOf(c.clock.uncertaintyMs))}
          </span>
        ),
    },
    {
      key: 'kept',
      width: 210,
      title: words.columns.kept,
      render: (_, c) => {
        const one = kept.get(c.id)
        if (!one) return '—'
        return (
          <>
            {words.days(one.keepDays)} ·{' '}
            {one.oldestAt === null ? <span className="muted">{words.nothingKept}</span> : dateTimeOf(one.oldestAt)}
          </>
        )
      },
    },
    {
      key: 'host',
      title: words.columns.host,
      ellipsis: true,
      render: (_, c) => <span className="mono">{c.host ?? '—'}</span>,
    },
    {
      key: 'actions',
      width: 200,
      fixed: 'right',
      title: words.columns.actions,
      render: (_, c) => (
        <span className="camera-actions">
          <button type="button" className="button button-small" onClick={() => open('edit', c)}>
            {words.edit}
          </button>
          <button
            type="button"
            className="button button-small"
            disabled={c.state === 'unsourced'}
            onClick={() => open('test', c)}
          >
            {words.test}
          </button>
          <button type="button" className="button button-small" onClick={() => open('withdraw', c)}>
            {words.remove}
          </button>
        </span>
      ),
    },
  ]
}
