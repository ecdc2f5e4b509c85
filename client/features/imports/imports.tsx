import { useEffect, useRef, useState } from 'react'
import type { ImportReply } from '../../../server/contract/imports.ts'
import { say, useWords } from '../../i18n/language.ts'
import { RequestError, request } from '../../live/request.ts'
import { upload } from '../../live/upload.ts'
import { useRequest } from '../../live/use-request.ts'
import { useMay } from '../../session/session.ts'
import { numberOf, timeOf } from '../../ui/format.ts'
import { Kbd } from '../../ui/kbd.tsx'
import { useKeys } from '../../ui/keys.ts'
import { Message, Waiting } from '../../ui/message.tsx'
import { Panel } from '../../ui/panel.tsx'
import { History } from './history.tsx'
import './imports.css'
import { KindCard } from './kind-card.tsx'
import { KindList } from './kind-list.tsx'
import { formOf, objectionTo, shareOf, type TrayFile } from './model.ts'
import { Outcome } from './outcome.tsx'
import { Tray } from './tray.tsx'

/** While something is under way the server is asked this often how far it is. */
const WATCH_MS = 1_000
/** Otherwise somebody else's import is seen this soon. */
const REFRESH_MS = 15_000

/** Reference data from files: what a file should look like, what it would change, then done; and who did it before. */
export const Imports = () => {
  const t = useWords()
  const may = useMay()
  const [kinds, kindsAgain] = useRequest('import-kinds', (signal) => request('GET /api/imports/kinds', { signal }))
  const [past, pastAgain] = useRequest('imports', (signal) => request('GET /api/imports', { signal }))
  const [chosen, setChosen] = useState('units')
  const [tray, setTray] = useState<readonly TrayFile[]>([])
  const [days, setDays] = useState(14)
  const [reply, setReply] = useState<ImportReply>()
  const [failure, setFailure] = useState<string>()
  const [sent, setSent] = useState<number>()
  const [cancelled, setCancelled] = useState(false)
  const sending = useRef<AbortController>(undefined)
  const busy = sent !== undefined
  useEffect(() => {
    const timer = setInterval(pastAgain, busy ? WATCH_MS : REFRESH_MS)
    return () => clearInterval(timer)
  }, [pastAgain, busy])

  const list = kinds.value?.kinds ?? []
  const objection = objectionTo(tray, list, may)
  const ready = objection === undefined && !busy
  const planned = reply?.is === 'planned' ? reply : undefined
  const news = planned?.counts.some((c) => c.added + c.changed > 0) === true || planned?.layerReplaced === true

  const ask = async (digest: string): Promise<void> => {
    setFailure(undefined)
    setCancelled(false)
    if (digest === '') setReply(undefined)
    setSent(0)
    sending.current = new AbortController()
    const { signal } = sending.current
    try {
      const answer = await upload('POST /api/imports', formOf(tray, days, digest), setSent, signal)
      setReply(answer)
      if (answer.is === 'imported') {
        setTray([])
        pastAgain()
      }
    } catch (error) {
      setReply(undefined)
      const given = signal.aborted || (error instanceof RequestError && error.refusal?.error === 'import-cancelled')
      setCancelled(given)
      if (!given) setFailure(error instanceof Error ? error.message : String(error))
    } finally {
      setSent(undefined)
      pastAgain()
    }
  }
  /** What is on its way is not sent on; what has arrived is given up by the server. */
  const cancel = async (): Promise<void> => {
    if (sent !== undefined && sent < 1) return sending.current?.abort()
    try {
      await request('POST /api/imports/cancel', { body: {} })
    } catch (error) {
      setFailure(error instanceof Error ? error.message : String(error))
    }
  }
  /** A plan is of what was on the tray; another tray has none. */
  const change = (next: readonly TrayFile[]): void => {
    const last = next.at(-1)
    if (next.length > tray.length && last?.is) setChosen(last.is)
    setTray(next)
    setReply(undefined)
    setFailure(undefined)
    setCancelled(false)
  }
  useKeys({
    D: ready ? () => void ask('') : undefined,
    C: ready && planned && news ? () => void ask(planned.digest) : undefined,
  })

  if (kinds.value === undefined)
    return (
      <Panel title={t.pages.imports} className="imports">
        {kinds.is === 'failed' ? (
          <Message bad title={kinds.error.message} action={{ label: t.failures.retry, run: kindsAgain }} />
        ) : (
          <Waiting rows={14} />
        )}
      </Panel>
    )
  const kind = list.find((k) => k.is === chosen) ?? list[0]
  const running = past.value?.running ?? null
  const step = running
    ? t.imports.steps[running.step](running.file, numberOf(running.done), numberOf(running.of))
    : t.imports.steps.reading(null, '', '')
  return (
    <div className="imports-page">
      <Panel title={t.imports.kinds} className="imports-kinds">
        <KindList kinds={list} chosen={kind?.is ?? ''} onChoose={setChosen} />
      </Panel>
      <div className="imports-main">
        {kind && <KindCard kind={kind} denied={kind.needs !== null && !may(kind.needs)} />}
        <Panel title={t.imports.files} className="imports-files">
          <Tray tray={tray} kinds={list} chosen={kind} disabled={busy} onChange={change} />
          <div className="imports-act">
            {tray.some(({ is }) => is === 'roster') && (
              <label>
                {t.imports.rosterDays}
                <input
                  className="field"
                  type="number"
                  min={1}
                  max={60}
                  value={days}
                  onChange={(e) => {
                    setDays(Math.min(60, Math.max(1, Number(e.target.value) || 1)))
                    setReply(undefined)
                  }}
                />
              </label>
            )}
            <button type="button" className="button button-main" disabled={!ready} onClick={() => void ask('')}>
              {reply === undefined ? t.imports.dryRun : t.imports.again}
              <Kbd k="D" />
            </button>
            {busy && (
              <span role="status" className="imports-busy">
                <progress value={sent < 1 ? sent : shareOf(running)} />
                {sent < 1 ? t.imports.uploading(Math.floor(sent * 100)) : step}
                {running?.step !== 'writing' && (
                  <button type="button" className="button button-small" onClick={() => void cancel()}>
                    {t.imports.cancel}
                  </button>
                )}
              </span>
            )}
            {!busy && running !== null && (
              <span role="status" className="muted">
                {t.imports.running(running.by, step, timeOf(running.since))}
              </span>
            )}
            {objection?.is === 'needs' && (
              <span className="import-bad" role="alert">
                {say(objection.kind.name)}：{t.imports.needs(t.imports.rights[objection.kind.needs ?? ''] ?? '')}
              </span>
            )}
            {objection !== undefined && objection.is !== 'empty' && objection.is !== 'needs' && (
              <span className="import-bad" role="alert">
                {objection.is === 'too-big' && t.imports.tooBig(10)}
                {objection.is === 'too-many' && t.imports.tooMany(30)}
                {objection.is === 'unknown' && `${objection.file}：${t.imports.unknown}`}
                {objection.is === 'twice' && t.imports.twice(say(objection.kind.name))}
              </span>
            )}
          </div>
          {cancelled && (
            <p className="muted" role="status">
              {t.imports.cancelled}
            </p>
          )}
          {failure !== undefined && (
            <p className="import-bad" role="alert">
              {failure}
            </p>
          )}
          {reply !== undefined && (
            <Outcome reply={reply} busy={busy} news={news} onConfirm={(digest) => void ask(digest)} />
          )}
        </Panel>
        <History
          receipts={past.value?.receipts}
          failed={past.is === 'failed' ? past.error.message : undefined}
          onRetry={pastAgain}
        />
      </div>
    </div>
  )
}
